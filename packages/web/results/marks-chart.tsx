import type { ShownResults } from '@opora/domain/results/shown-counts.ts';
import type { ChartSpec } from '@opora/domain/results/charts/chart-spec.ts';
import { useMemo } from 'react';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { ChartWithTable } from '../ui/chart-with-table.tsx';
import { Chart } from './chart.tsx';
import { resultsTexts } from './results-catalog.ts';
import { countWords, percentOf, shareWords } from './shown-words.ts';

type MarksChartProps = {
  readonly rows: readonly { readonly id: string; readonly name: string; readonly results: ShownResults }[];
  /** The finding. */
  readonly title: string;
};

/** Marks of a few units as bars of one length; where no marks are known, who is below the minimum and who passed. */
export function MarksChart({ rows, title }: MarksChartProps) {
  const texts = useTexts(resultsTexts);
  const { language } = useLanguage();
  const drawn = useDivided(rows);
  const head = [texts.name, texts.participants, texts.below, ...[2, 3, 4, 5].map((mark) => texts.mark(mark))];
  return (
    <ChartWithTable
      title={title}
      chart={<Chart spec={drawn} description={title} heightPx={70 + 38 * rows.length} />}
      head={head}
      rows={rows.map(({ id, name, results }) => ({
        id,
        cells: [
          name,
          countWords(results.participants, texts, language),
          shareWords(results, texts, language),
          ...[0, 1, 2, 3].map((at) =>
            countWords(
              Array.isArray(results.marks) ? (results.marks[at] ?? null) : results.marks,
              texts,
              language,
            ),
          ),
        ],
      }))}
    />
  );
}

/** What the marks of one unit say, for the title of its chart. */
export function useMarksFinding(): (name: string, results: ShownResults) => string {
  const texts = useTexts(resultsTexts);
  const { language } = useLanguage();
  return (name, results) =>
    results.below === 'hidden'
      ? texts.marksHidden(name)
      : texts.marksChart(name, shareWords(results, texts, language));
}

function useDivided(rows: MarksChartProps['rows']): ChartSpec {
  const texts = useTexts(resultsTexts);
  return useMemo(() => {
    const hasMarks = rows.some(({ results }) => Array.isArray(results.marks));
    const isHidden = ({ marks, below }: ShownResults): boolean => (hasMarks ? marks : below) === 'hidden';
    const categories = rows.map(({ name, results }) =>
      isHidden(results) ? `${name}: ${texts.hidden}` : name,
    );
    const common = { kind: 'shares', categories, unit: 'percent' } as const;
    if (hasMarks) {
      const series = [2, 3, 4, 5].map((mark, at) => ({
        name: texts.mark(mark),
        values: rows.map(({ results: { marks } }) =>
          Array.isArray(marks)
            ? percentOf(
                marks[at] ?? 0,
                marks.reduce((sum, one) => sum + one, 0),
              )
            : null,
        ),
      }));
      return { ...common, series };
    }
    const part = (isBelow: boolean) =>
      rows.map(({ results: { below, assessed } }) =>
        typeof below === 'number' && typeof assessed === 'number'
          ? percentOf(isBelow ? below : assessed - below, assessed)
          : null,
      );
    return {
      ...common,
      series: [
        { name: texts.below, values: part(true) },
        { name: texts.passed, values: part(false) },
      ],
    };
  }, [rows, texts]);
}
