import { Text } from '@mantine/core';
import { useMemo } from 'react';
import type { Language } from '@opora/domain/basics/catalog.ts';
import { formatShare } from '@opora/domain/basics/format.ts';
import type { ChartSpec } from '@opora/domain/results/charts/chart-spec.ts';
import type { ShownResults } from '@opora/domain/results/shown-counts.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { ChartWithTable } from '../ui/chart-with-table.tsx';
import { Chart } from './chart.tsx';
import { resultsTexts } from './results-catalog.ts';
import { schoolResultsTexts } from './school-results-catalog.ts';
import { countWords, percentOf } from './shown-words.ts';

const sides = ['lowered', 'confirmed', 'raised'] as const;

type JournalRow = { readonly id: string; readonly name: string; readonly results: ShownResults };

/** Whether the work lowered, confirmed or raised the marks of the journal, beside municipality and region. */
export function JournalChart({ rows }: { readonly rows: readonly JournalRow[] }) {
  const texts = useTexts(schoolResultsTexts);
  const words = useTexts(resultsTexts);
  const { language } = useLanguage();
  const known = useMemo(() => rows.filter(({ results }) => results.journal !== null), [rows]);
  const spec = useMemo(
    (): ChartSpec => ({
      kind: 'shares',
      categories: known.map(({ name, results }) =>
        results.journal === 'hidden' ? `${name}: ${words.hidden}` : name,
      ),
      unit: 'percent',
      series: sides.map((side) => ({
        name: texts[side],
        values: known.map(({ results: { journal } }) =>
          journal === null || journal === 'hidden' ? null : percentOf(journal[side], totalOf(journal)),
        ),
      })),
    }),
    [known, texts, words],
  );
  const [first] = known;
  if (first === undefined || known.every(({ results }) => results.journal === 'hidden')) return null;
  const own = first.results.journal;
  const title =
    own === null || own === 'hidden'
      ? texts.journalHidden
      : texts.journal(formatShare(own.confirmed, totalOf(own), language));
  return (
    <ChartWithTable
      title={title}
      chart={
        <>
          <Chart spec={spec} description={title} heightPx={70 + 38 * known.length} />
          {first.results.gaps !== null && (
            <Text size="sm">
              {texts.farApart(
                gapWords(first.results.gaps, 'lowered', { texts, words, language }),
                gapWords(first.results.gaps, 'raised', { texts, words, language }),
              )}
            </Text>
          )}
        </>
      }
      head={[words.name, texts.lowered, texts.loweredFar, texts.confirmed, texts.raised, texts.raisedFar]}
      rows={known.map(({ id, name, results: { journal, gaps } }) => {
        const count = (side: (typeof sides)[number]) =>
          countWords(journal === null || journal === 'hidden' ? journal : journal[side], words, language);
        const far = (side: 'lowered' | 'raised') => gapWords(gaps, side, { texts, words, language });
        return {
          id,
          cells: [name, count('lowered'), far('lowered'), count('confirmed'), count('raised'), far('raised')],
        };
      })}
    />
  );
}

type GapWords = {
  readonly texts: { readonly atLeast: (count: string) => string };
  readonly words: Parameters<typeof countWords>[1];
  readonly language: Language;
};

/** Where it is not known of everybody how far marks are apart, the number is the least that it may be. */
function gapWords(
  gaps: ShownResults['gaps'],
  side: 'lowered' | 'raised',
  { texts, words, language }: GapWords,
): string {
  if (gaps === null || gaps === 'hidden') return countWords(gaps, words, language);
  const count = countWords(gaps[side], words, language);
  return gaps.isWhole ? count : texts.atLeast(count);
}

const totalOf = (journal: Record<(typeof sides)[number], number>): number =>
  journal.lowered + journal.confirmed + journal.raised;
