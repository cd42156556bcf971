import { Checkbox, NativeSelect, Stack, Text } from '@mantine/core';
import { formatNumber } from '@opora/domain/basics/format.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import type { ContextQuestion, LineAnswer } from '@opora/domain/results/context-contract.ts';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { ChartWithTable } from '../ui/chart-with-table.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Section } from '../ui/section.tsx';
import { WaitsAlert } from '../ui/waits-alert.tsx';
import { contextLineTexts } from './context-line-catalog.ts';
import { useContextLine } from './use-context.ts';

const ContextScatter = lazy(async () => ({
  default: (await import('./context-scatter.tsx')).ContextScatter,
}));

type ContextLineSectionProps = { readonly question: ContextQuestion; readonly units: readonly OrgUnit[] };

/** Results of a procedure beside what the line of the set expects in such a context. */
export function ContextLineSection({ question, units }: ContextLineSectionProps) {
  const texts = useTexts(contextLineTexts);
  const [procedure, setProcedure] = useState<LineAnswer['chosen']>(null);
  const [isDiagnosticTaken, setTaken] = useState(false);
  const answer = useContextLine({ ...question, procedure, isDiagnosticTaken });
  return (
    <Section title={texts.title} purpose={texts.purpose}>
      <Loaded query={answer}>
        {(known) =>
          known.chosen === null ? (
            <Text>{texts.noResults}</Text>
          ) : (
            <>
              <ProcedureSelect
                answer={known}
                onChoose={(next) => {
                  setTaken(false);
                  setProcedure(next);
                }}
              />
              {known.isDiagnostic && (
                <WaitsAlert title={texts.diagnostic}>
                  <Stack gap="xs">
                    <Text>{texts.diagnosticWhy}</Text>
                    <Checkbox
                      label={texts.takeDiagnostic}
                      checked={isDiagnosticTaken}
                      onChange={(event) => setTaken(event.currentTarget.checked)}
                    />
                  </Stack>
                </WaitsAlert>
              )}
              <LineChartOf answer={known} units={units} />
              {(!known.isDiagnostic || isDiagnosticTaken) && <Candidates answer={known} units={units} />}
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

type AnswerProps = { readonly answer: LineAnswer; readonly units: readonly OrgUnit[] };

function ProcedureSelect({
  answer: { procedures, chosen },
  onChoose,
}: Pick<AnswerProps, 'answer'> & { readonly onChoose: (procedure: LineAnswer['chosen']) => void }) {
  const texts = useTexts(contextLineTexts);
  const at = procedures.findIndex((one) => JSON.stringify(one) === JSON.stringify(chosen));
  return (
    <NativeSelect
      label={texts.procedure}
      maw={460}
      value={String(at)}
      data={procedures.map(({ year, ...procedure }, place) => ({
        value: String(place),
        label: texts.procedureName(procedure, year),
      }))}
      onChange={(event) => onChoose(procedures[Number(event.currentTarget.value)] ?? null)}
    />
  );
}

/** A share in percent with a digit after the comma. */
const percentOf = (share: number): number => Math.round(share * 1000) / 10;

function LineChartOf({ answer, units }: AnswerProps) {
  const texts = useTexts(contextLineTexts);
  const { language } = useLanguage();
  const points = useMemo(() => {
    const byId = new Map(answer.points.map((point) => [point.orgUnitId, point]));
    // The tree is in alphabetical order.
    return units.flatMap(({ id, shortName }) => {
      const point = byId.get(id);
      if (point === undefined) return [];
      const [low, high] = point.interval.map((bound) => percentOf(Math.min(1, Math.max(0, bound))));
      return [
        {
          ...point,
          name: shortName,
          result: percentOf(point.result),
          predicted: percentOf(point.predicted),
          residual: percentOf(point.residual),
          low: low ?? 0,
          high: high ?? 100,
          isCandidate: answer.candidates?.includes(id) === true,
        },
      ];
    });
  }, [answer, units]);
  if (answer.line === null) return <Text>{texts.noLine}</Text>;
  const change = percentOf(answer.line.slope * 10);
  const size = formatNumber(Math.abs(change), language);
  const turn = change === 0 ? texts.same : change < 0 ? texts.less(size) : texts.more(size);
  const title = texts.finding(turn, answer.line.schoolCount);
  const write = (value: number) => formatNumber(value, language);
  return (
    <>
      <ChartWithTable
        title={title}
        chart={
          <Suspense>
            <ContextScatter points={points} words={texts} description={title} />
          </Suspense>
        }
        head={[
          texts.school,
          texts.indexShort,
          texts.participants,
          texts.reached,
          texts.expected,
          texts.residual,
        ]}
        rows={points.map((point) => ({
          id: point.orgUnitId,
          cells: [
            point.name,
            point.index,
            point.participants,
            texts.percent(write(point.result), point.isRough),
            texts.between(write(point.predicted), write(point.low), write(point.high)),
            `${point.isRough ? '≈ ' : ''}${point.residual > 0 ? '+' : ''}${write(point.residual)}`,
          ],
        }))}
      />
      <Text size="sm" c="dimmed">
        {texts.roughNote}
      </Text>
    </>
  );
}

function Candidates({ answer, units }: AnswerProps) {
  const texts = useTexts(contextLineTexts);
  const { language } = useLanguage();
  const { candidates, points } = answer;
  const byId = new Map(points.map((point) => [point.orgUnitId, point]));
  return (
    <Section title={texts.resilient} purpose={texts.resilientRule}>
      {candidates === null && <Text>{texts.notKnown}</Text>}
      {candidates?.length === 0 && <Text>{texts.noCandidates}</Text>}
      {candidates !== null && candidates.length > 0 && (
        <ul>
          {units.flatMap(({ id, shortName }) => {
            const point = byId.get(id);
            if (!candidates.includes(id) || point === undefined) return [];
            const residual = formatNumber(percentOf(point.residual), language);
            return [
              <li key={id}>
                {shortName} — {texts.candidate}: {texts.indexShort.toLowerCase()} {point.index},{' '}
                {texts.reached.toLowerCase()}{' '}
                {texts.percent(formatNumber(percentOf(point.result), language), point.isRough)},{' '}
                {texts.residual.toLowerCase()} +{residual}; {texts.participants.toLowerCase()}{' '}
                {point.participants}
              </li>,
            ];
          })}
        </ul>
      )}
      <Text size="sm">{texts.resilientNot}</Text>
    </Section>
  );
}
