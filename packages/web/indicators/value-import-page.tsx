import '../ui/stacked-table.css';
import { Alert, Button, Stack, Table, Text } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { checkTexts } from '@opora/domain/indicators/check-catalog.ts';
import { currentIndicators } from '@opora/domain/indicators/shipped-indicators.ts';
import type { ValueImportReview } from '@opora/domain/indicators/value-import-contract.ts';
import type { ReactNode } from 'react';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { uiTexts } from '../ui/ui-catalog.ts';
import { useValueImport, useValueImportActions } from './use-value-imports.ts';
import { valueImportTexts } from './value-import-catalog.ts';

/** A table of values before it is applied: what would change, what was not understood, what the checks ask. */
export function ValueImportPage() {
  const { valueImportId } = useParams({ from: '/signed-in/monitoring/imports/$valueImportId' });
  const review = useValueImport(valueImportId);
  return <Loaded query={review}>{(known) => <Review review={known} />}</Loaded>;
}

function Review({ review }: { readonly review: ValueImportReview }) {
  const texts = useTexts(valueImportTexts);
  const { problems, left, entry } = review;
  const nameOf = useIndicatorNames();
  return (
    <Page title={entry.fileName} purpose={entry.state === 'draft' ? texts.reviewPurpose : texts.purpose}>
      <Outcome review={review} />
      <Lines
        title={texts.notUnderstood}
        count={entry.counts.problems}
        head={[texts.place, texts.text, texts.problem]}
        rows={problems.map(({ sheet, row, column, text, problem }) => [
          texts.cell(sheet, row, column),
          text,
          texts.problems[problem],
        ])}
      />
      <Lines
        title={texts.left}
        count={entry.counts.sent + entry.counts.wrong}
        head={[texts.place, texts.school, texts.indicator, texts.problem]}
        rows={left.map(({ sheet, row, column, school, indicator, reason }) => [
          texts.cell(sheet, row, column),
          school,
          nameOf(indicator),
          texts.reasons[reason],
        ])}
      />
      <Findings review={review} />
    </Page>
  );
}

function Outcome({ review: { entry } }: { readonly review: ValueImportReview }) {
  const texts = useTexts(valueImportTexts);
  const words = useTexts(uiTexts);
  const navigate = useNavigate();
  const { apply } = useValueImportActions();
  const count = entry.counts.add + entry.counts.change;
  const run = () =>
    apply.mutate(entry, {
      onSuccess: () => {
        notify(texts.applied);
        void navigate({ to: '/monitoring/imports' });
      },
    });
  return (
    <Stack gap="xs" align="flex-start">
      <Text role="status">{texts.counts(entry.counts)}</Text>
      {apply.error !== null && (
        <Alert color="red" role="alert">
          {messageOf(apply.error, words.connectionLost)}
        </Alert>
      )}
      {entry.state === 'draft' &&
        (count === 0 ? (
          <Text c="dimmed">{texts.nothing}</Text>
        ) : (
          <Button loading={apply.isPending} onClick={run}>
            {texts.apply(count)}
          </Button>
        ))}
    </Stack>
  );
}

function Findings({ review: { findings, entry } }: { readonly review: ValueImportReview }) {
  const texts = useTexts(valueImportTexts);
  const checks = useTexts(checkTexts);
  const nameOf = useIndicatorNames();
  return (
    <Lines
      title={texts.findings}
      purpose={texts.findingsPurpose}
      count={Math.max(entry.counts.warnings, findings.length)}
      head={[texts.school, texts.question]}
      rows={findings.map(({ school, problem, facts, indicators }) => [
        school,
        checks.problems[problem](facts, indicators.map(nameOf)),
      ])}
    />
  );
}

function useIndicatorNames(): (code: string) => string {
  const { language } = useLanguage();
  const names = new Map(currentIndicators().map(({ code, name }) => [code, name[language]]));
  return (code) => names.get(code) ?? code;
}

type LinesProps = {
  readonly title: string;
  readonly purpose?: string;
  readonly count: number;
  readonly head: readonly string[];
  readonly rows: readonly (readonly ReactNode[])[];
};

function Lines({ title, purpose, count, head, rows }: LinesProps) {
  const texts = useTexts(valueImportTexts);
  if (rows.length === 0) return null;
  return (
    <Section title={title} {...(purpose === undefined ? {} : { purpose })}>
      <Table.ScrollContainer minWidth={500} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table className="stacked-table" aria-label={title}>
          <Table.Thead>
            <Table.Tr>
              {head.map((name) => (
                <Table.Th key={name}>{name}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((cells, at) => (
              // Lines of one answer never change their places.
              // oxlint-disable-next-line react/no-array-index-key
              <Table.Tr key={at}>
                {cells.map((cell, column) => (
                  // oxlint-disable-next-line react/no-array-index-key
                  <Table.Td key={column} data-title={head[column]}>
                    {cell}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {rows.length < count && <Text c="dimmed">{texts.first(rows.length, count)}</Text>}
    </Section>
  );
}
