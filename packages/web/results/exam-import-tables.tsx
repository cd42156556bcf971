import { Alert, List, Text } from '@mantine/core';
import type { ExamImportReview } from '@opora/domain/results/exam-import-contract.ts';
import { reportFaultTexts } from '@opora/domain/results/reading/report-fault-catalog.ts';
import { useMemo } from 'react';
import { useTexts } from '../platform/language.tsx';
import { DataGrid } from '../ui/grid/data-grid.tsx';
import type { GridColumn } from '../ui/grid/grid-column.ts';
import { Section } from '../ui/section.tsx';
import { examImportTexts } from './exam-import-catalog.ts';

type ReviewProps = { readonly review: ExamImportReview };
type Change = ExamImportReview['changes'][number];
type Fault = ExamImportReview['faults'][number];

/** Counts before and after, school by school. */
export function ExamChanges({ review }: ReviewProps) {
  const texts = useTexts(examImportTexts);
  const columns = useMemo(
    (): readonly GridColumn<Change>[] => [
      { id: 'name', title: texts.school, kind: 'text', value: ({ name }) => name },
      { id: 'year', title: texts.facts.year, kind: 'choice', widthPx: 90, value: ({ year }) => String(year) },
      {
        id: 'procedure',
        title: texts.procedure,
        kind: 'choice',
        widthPx: 200,
        value: ({ procedure }) => texts.procedureName(procedure),
      },
      {
        id: 'before',
        title: texts.before,
        kind: 'text',
        widthPx: 170,
        value: ({ before }) => (before === null ? texts.none : texts.held(before)),
      },
      {
        id: 'after',
        title: texts.after,
        kind: 'text',
        widthPx: 170,
        value: ({ after }) => (after === null ? texts.none : texts.held(after)),
      },
      { id: 'notes', title: texts.notes, kind: 'text', widthPx: 240, value: (change) => texts.said(change) },
    ],
    [texts],
  );
  if (review.changeCount === 0) return null;
  return (
    <>
      {review.changeCount > review.changes.length && (
        <Text c="dimmed">{texts.firstOnly(review.changes.length)}</Text>
      )}
      <DataGrid
        id="exam-changes"
        label={texts.result}
        rows={review.changes}
        columns={columns}
        idOf={({ orgUnitId, year, procedure }) =>
          `${orgUnitId} ${year} ${procedure.kind} ${procedure.grade} ${procedure.subject}`
        }
        empty={null}
      />
    </>
  );
}

/** What was not understood, by its cell: exported, it is the list to mend the file by. */
export function ExamFaults({ review }: ReviewProps) {
  const texts = useTexts(examImportTexts);
  const reasons = useTexts(reportFaultTexts);
  const columns = useMemo(
    (): readonly GridColumn<Fault>[] => [
      { id: 'row', title: texts.row, kind: 'number', widthPx: 100, value: ({ row }) => row },
      { id: 'column', title: texts.columnTitle, kind: 'number', widthPx: 100, value: ({ column }) => column },
      {
        id: 'sheet',
        title: texts.sheet,
        kind: 'choice',
        widthPx: 180,
        value: ({ sheet }) => (sheet === '' ? texts.wholeFile : sheet),
      },
      { id: 'reason', title: texts.reason, kind: 'choice', value: ({ code }) => reasons[code] },
    ],
    [texts, reasons],
  );
  if (review.faultCount === 0) return null;
  return (
    <Section title={texts.faults(review.faultCount)} purpose={texts.faultsHint}>
      {review.faultCount > review.faults.length && (
        <Text c="dimmed">{texts.firstOnly(review.faults.length)}</Text>
      )}
      <DataGrid
        id="exam-faults"
        label={texts.faults(review.faultCount)}
        rows={review.faults}
        columns={columns}
        idOf={({ sheet, row, column, code }) => `${sheet} ${row} ${column} ${code}`}
        empty={null}
      />
    </Section>
  );
}

/** Totals of territories against the sums of their schools: they are never taken for schools. */
export function TerritoryChecks({ review: { territories } }: ReviewProps) {
  const texts = useTexts(examImportTexts);
  if (territories.length === 0) return null;
  const differing = territories.filter((one) => one.participants !== one.schoolParticipants);
  return (
    <Section title={texts.territories} purpose={texts.territoriesHint}>
      {differing.length === 0 ? (
        <Text>{texts.territoriesAgree(territories.length)}</Text>
      ) : (
        <Alert color="yellow">
          <Text fw={600}>{texts.territoriesDiffer}</Text>
          <List>
            {differing.map((one) => (
              <List.Item key={`${one.sheet} ${one.row} ${one.name}`}>{texts.territory(one)}</List.Item>
            ))}
          </List>
        </Alert>
      )}
    </Section>
  );
}
