import { Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { isDiagnostic } from '@opora/domain/results/exam-kind.ts';
import type { Procedure } from '@opora/domain/results/procedure.ts';
import type { SchoolResultRow } from '@opora/domain/results/results-contract.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { DataGrid } from '../ui/grid/data-grid.tsx';
import type { GridColumn } from '../ui/grid/grid-column.ts';
import { resultsTexts } from './results-catalog.ts';
import { countWords, sharePercent, shareWords } from './shown-words.ts';

type SchoolsResultTableProps = {
  readonly rows: readonly SchoolResultRow[];
  readonly procedure: Procedure & { readonly year: number };
};

/** Schools by name. No places are given; the order of results is a coordinator's tool and does not exist for ВПР. */
export function SchoolsResultTable({ rows, procedure }: SchoolsResultTableProps) {
  const texts = useTexts(resultsTexts);
  const navigate = useNavigate();
  const isNoOrder = isDiagnostic(procedure.kind);
  const columns = useColumns(isNoOrder);
  const { kind, grade, subject, year } = procedure;
  return (
    <>
      <Text size="sm" c="dimmed">
        {texts.tableRule} {isNoOrder ? texts.tableNoOrder : texts.tableOrder}
      </Text>
      <DataGrid
        id="results-schools"
        label={texts.schools}
        rows={rows}
        columns={columns}
        idOf={idOf}
        onOpen={({ id }) =>
          void navigate({
            to: '/results/schools/$schoolId',
            params: { schoolId: id },
            search: { kind, grade, subject, year },
          })
        }
        empty={<Text>{texts.noData}</Text>}
      />
    </>
  );
}

const idOf = (row: SchoolResultRow): string => row.id;

function useColumns(isNoOrder: boolean): readonly GridColumn<SchoolResultRow>[] {
  const texts = useTexts(resultsTexts);
  const { language } = useLanguage();
  return useMemo(() => {
    const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
    const marks = [2, 3, 4, 5].map((mark, at): GridColumn<SchoolResultRow> => ({
      id: `mark-${mark}`,
      title: texts.mark(mark),
      kind: 'number',
      widthPx: 96,
      isNoOrder,
      value: ({ results }) => (Array.isArray(results.marks) ? (results.marks[at] ?? null) : null),
      render: ({ results }) =>
        countWords(
          Array.isArray(results.marks) ? (results.marks[at] ?? null) : results.marks,
          texts,
          language,
        ),
    }));
    return [
      { id: 'name', title: texts.school, kind: 'text', value: ({ name }) => name },
      {
        id: 'municipality',
        title: texts.municipality,
        kind: 'choice',
        widthPx: 170,
        value: ({ municipality }) => municipality,
      },
      {
        id: 'participants',
        title: texts.participants,
        kind: 'number',
        widthPx: 130,
        value: ({ results }) => number(results.participants),
        render: ({ results }) => countWords(results.participants, texts, language),
      },
      {
        id: 'below',
        title: texts.below,
        kind: 'number',
        widthPx: 210,
        isNoOrder,
        value: ({ results }) => sharePercent(results),
        render: ({ results }) => shareWords(results, texts, language),
      },
      ...marks,
    ];
  }, [isNoOrder, language, texts]);
}
