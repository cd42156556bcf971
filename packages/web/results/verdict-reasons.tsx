import { Badge, Group, Stack, Text } from '@mantine/core';
import { formatNumber, formatShare } from '@opora/domain/basics/format.ts';
import type { SchoolVerdictAnswer } from '@opora/domain/results/identification-contract.ts';
import type { RunMeasure } from '@opora/domain/results/identification-run.ts';
import { bandWords, changeWords, procedureWords } from '@opora/domain/results/verdict-catalog.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { runTexts } from './run-catalog.ts';
import { percentOf } from './run-words.ts';

/** Why: every procedure with n, N, share and threshold, how sure it is, and what would change the verdict. */
export function VerdictReasons({ answer }: { readonly answer: SchoolVerdictAnswer }) {
  const texts = useTexts(runTexts);
  const { language } = useLanguage();
  const { run, verdict, listedProbability, reasons, isSmallHidden } = answer;
  const sure = (probability: number) =>
    isSmallHidden ? texts.inTenths(Math.round(probability * 10) * 10) : percentOf(probability);
  const byYear = [...Map.groupBy(reasons.measures, ({ year }) => year)].toReversed();
  return (
    <Stack gap="sm">
      <Text size="sm">
        {texts.certaintyNotes[verdict.certainty]}
        {listedProbability !== null && ` ${texts.listedProbability(sure(listedProbability))}`}
      </Text>
      {reasons.change !== null && (
        <Text size="sm" fw={600}>
          {changeWords(reasons.change, language)}
        </Text>
      )}
      {byYear.length === 0 && <Text size="sm">{texts.noMeasures}</Text>}
      {byYear.map(([year, measures]) => (
        <section key={year} aria-label={String(year)}>
          <Text fw={600}>{year}</Text>
          <Stack gap="xs">
            {measures.map((measure) => (
              <MeasureLine
                key={procedureWords(measure.procedure, 'ru')}
                measure={measure}
                threshold={run.methodology.threshold}
                sure={sure}
              />
            ))}
          </Stack>
        </section>
      ))}
      {isSmallHidden && (
        <Text size="sm" c="dimmed">
          {texts.small}
        </Text>
      )}
    </Stack>
  );
}

type MeasureLineProps = {
  readonly measure: RunMeasure;
  readonly threshold: number;
  readonly sure: (probability: number) => string;
};

function MeasureLine({ measure, threshold, sure }: MeasureLineProps) {
  const texts = useTexts(runTexts);
  const { language } = useLanguage();
  const { procedure, participants, below, between, low, interval, probability } = measure;
  const band = bandWords(between);
  const limit = `${formatNumber(threshold * 100, language, 2)}\u00A0%`;
  return (
    <div>
      <Group gap="xs" wrap="wrap">
        <Text size="sm" fw={low === true ? 600 : 400}>
          {procedureWords(procedure, language)}
        </Text>
        {procedure.kind === 'ВПР' && (
          <Badge size="sm" variant="outline" color="gray" tt="none">
            {texts.diagnostic}
          </Badge>
        )}
      </Group>
      <Text size="sm">
        {participants === null
          ? texts.hidden
          : below === null
            ? texts.hiddenOf(band, participants)
            : formatShare(below, participants, language)}
        {` · ${low === null ? texts.lowHidden : low ? texts.low : texts.notLow} (${texts.threshold(limit)})`}
      </Text>
      {interval !== null && probability !== null && (
        <Text size="xs" c="dimmed">
          {texts.interval(percentOf(interval[0]), percentOf(interval[1]))};{' '}
          {texts.probability(sure(probability))}
        </Text>
      )}
    </div>
  );
}
