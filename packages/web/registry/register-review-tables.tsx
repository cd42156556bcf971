import { Stack, Text, Title } from '@mantine/core';
import type { RegisterReview } from '@opora/domain/registry/register-import-contract.ts';
import { registerProblemTexts } from '@opora/domain/registry/register-problem-catalog.ts';
import type { RegisterProblem } from '@opora/domain/registry/register-problem.ts';
import { useMemo } from 'react';
import { useTexts } from '../platform/language.tsx';
import { DataGrid } from '../ui/grid/data-grid.tsx';
import type { GridColumn } from '../ui/grid/grid-column.ts';
import { registerImportTexts } from './register-import-catalog.ts';
import { registryTexts } from './registry-catalog.ts';

type ReviewProps = { readonly review: RegisterReview };

/** Rows that are refused: where, what stands there, what to do. Exported, it is the list to mend the file by. */
export function RegisterProblems({ review }: ReviewProps) {
  const texts = useTexts(registerImportTexts);
  const advice = useTexts(registerProblemTexts);
  const columns = useMemo(
    (): readonly GridColumn<RegisterProblem>[] => [
      { id: 'row', title: texts.row, kind: 'number', widthPx: 100, value: (problem) => problem.row },
      {
        id: 'column',
        title: texts.column,
        kind: 'choice',
        widthPx: 180,
        value: (problem) => (problem.field === null ? null : texts.fields[problem.field]),
      },
      { id: 'value', title: texts.value, kind: 'text', widthPx: 240, value: (problem) => problem.value },
      {
        id: 'advice',
        title: texts.whatToDo,
        kind: 'choice',
        widthPx: 420,
        value: (problem) => advice[problem.code](problem),
      },
    ],
    [texts, advice],
  );
  if (review.problemCount === 0) return null;
  return (
    <Stack gap="xs" component="section" aria-label={texts.problems}>
      <Title order={2} size="h4">
        {texts.problems}
      </Title>
      <Text c="dimmed">
        {texts.problemsHint}
        {review.problemCount > review.problems.length && ` ${texts.firstOnly(review.problems.length)}`}
      </Text>
      <DataGrid
        id="register-problems"
        label={texts.problems}
        rows={review.problems}
        columns={columns}
        idOf={(problem) => `${problem.row} ${problem.field ?? ''} ${problem.code}`}
        empty={null}
      />
    </Stack>
  );
}

type Change = RegisterReview['changes'][number];

export function RegisterChanges({ review }: ReviewProps) {
  const texts = useTexts(registerImportTexts);
  const { kinds } = useTexts(registryTexts);
  const columns = useMemo(
    (): readonly GridColumn<Change>[] => [
      { id: 'name', title: texts.name, kind: 'text', value: (change) => change.name },
      { id: 'row', title: texts.row, kind: 'number', widthPx: 100, value: (change) => change.row },
      {
        id: 'action',
        title: texts.action,
        kind: 'choice',
        widthPx: 140,
        value: (change) => texts.actions[change.action],
      },
      { id: 'kind', title: texts.kind, kind: 'choice', widthPx: 150, value: (change) => kinds[change.kind] },
      {
        id: 'below',
        title: texts.below,
        kind: 'choice',
        widthPx: 240,
        value: (change) => (change.below === '' ? null : change.below),
        render: (change) => change.below,
      },
    ],
    [texts, kinds],
  );
  if (review.changes.length === 0) return null;
  const isCut = review.expected.added + review.expected.changed > review.changes.length;
  return (
    <Stack gap="xs" component="section" aria-label={texts.changes}>
      <Title order={2} size="h4">
        {texts.changes}
      </Title>
      {isCut && <Text c="dimmed">{texts.firstOnly(review.changes.length)}</Text>}
      <DataGrid
        id="register-changes"
        label={texts.changes}
        rows={review.changes}
        columns={columns}
        idOf={(change) => `${change.row} ${change.name}`}
        empty={null}
      />
    </Stack>
  );
}
