import { Text } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import type { Language } from '@opora/domain/basics/catalog.ts';
import { formatShare } from '@opora/domain/basics/format.ts';
import {
  type ActivityChange,
  type ComparedActivityField,
  kindsOfChange,
  type PlanComparison,
} from '@opora/domain/plans/compare-plans.ts';
import type { Progress } from '@opora/domain/plans/progress.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { DataGrid } from '../ui/grid/data-grid.tsx';
import type { GridColumn } from '../ui/grid/grid-column.ts';
import { ChangeBadges } from './change-badges.tsx';
import { ChangedValue } from './changed-value.tsx';
import { changedTexts } from './change-words.ts';
import { editionTexts } from './edition-catalog.ts';
import { plansTexts } from './plans-catalog.ts';

/** How far each activity had come on the two days. */
export type ComparedProgress = {
  readonly of: (activityId: string) => { readonly from: Progress; readonly to: Progress };
  readonly hasChanged: (activityId: string) => boolean;
};

type ComparisonGridProps = {
  readonly comparison: PlanComparison;
  readonly rows: readonly ActivityChange[];
  readonly progress: ComparedProgress | null;
};

/** Row by row, the old and the new value in one cell. */
export function ComparisonGrid({ comparison, rows, progress }: ComparisonGridProps) {
  const texts = useTexts(editionTexts);
  const { noSection } = useTexts(plansTexts);
  const titles = useMemo(
    () => new Map(comparison.sections.map(({ id, from, to }) => [id, (to ?? from)?.title ?? ''])),
    [comparison.sections],
  );
  const groupBy = useCallback(
    (change: ActivityChange) => {
      const id = (change.to ?? change.from)?.sectionId ?? '';
      return { id, title: titles.get(id) ?? noSection };
    },
    [titles, noSection],
  );
  return (
    <DataGrid
      id={progress === null ? 'amendment-comparison' : 'comparison'}
      label={texts.compareTitle}
      rows={rows}
      columns={useComparisonColumns(progress)}
      idOf={idOf}
      groupBy={groupBy}
      empty={<Text>{texts.nothingChanged}</Text>}
    />
  );
}

const idOf = (change: ActivityChange): string => change.id;

function useComparisonColumns(progress: ComparedProgress | null): readonly GridColumn<ActivityChange>[] {
  const texts = useTexts(editionTexts);
  const { language } = useLanguage();
  return useMemo(() => {
    const field = (id: ComparedActivityField, widthPx: number): GridColumn<ActivityChange> => ({
      id,
      title: texts.fields[id],
      kind: 'text',
      value: (change) => written(change, id, language),
      render: ({ from, to }) => <ChangedValue {...changedTexts(from, to, { field: id, language })} />,
      widthPx,
    });
    const kinds = (change: ActivityChange): string =>
      kindsOfChange(change)
        .map((kind) => texts.kinds[kind])
        .join(', ') || texts.same;
    const columns: GridColumn<ActivityChange>[] = [
      field('title', 320),
      {
        id: 'change',
        title: texts.change,
        kind: 'choice',
        value: kinds,
        render: (change) => <ChangeBadges change={change} />,
        widthPx: 150,
      },
      field('no', 70),
      field('deadline', 180),
      field('parties', 200),
      field('expected', 240),
    ];
    if (progress === null) return columns;
    const share = ({ done, total }: Progress): string | null =>
      total === 0 ? null : formatShare(done, total, language);
    const both = (change: ActivityChange) => {
      const { from, to } = progress.of(change.id);
      return { from: share(from), to: share(to) };
    };
    return [
      ...columns,
      {
        id: 'progress',
        title: texts.progress,
        kind: 'text',
        value: (change) => both(change).to,
        render: (change) => <ChangedValue {...both(change)} />,
        widthPx: 150,
      },
    ];
  }, [texts, language, progress]);
}

/** For sorting, filtering and export: the new value, with the old one behind it when it differs. */
function written(
  { from, to }: ActivityChange,
  field: ComparedActivityField,
  language: Language,
): string | null {
  const texts = changedTexts(from, to, { field, language });
  if (texts.from === texts.to || texts.from === null) return texts.to;
  return texts.to === null ? texts.from : `${texts.to} ← ${texts.from}`;
}
