import { Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { ChartSpec } from '@opora/domain/results/charts/chart-spec.ts';
import type { SchoolResultsShown } from '@opora/domain/results/results-contract.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { ChartWithTable } from '../ui/chart-with-table.tsx';
import { Chart } from './chart.tsx';
import { resultsTexts } from './results-catalog.ts';
import { schoolResultsTexts } from './school-results-catalog.ts';
import { countWords, percentOf } from './shown-words.ts';

/** Pupils of the school by primary score, those of the region as a line over them, and where marks begin. */
export function ScoresChart({ scores }: { readonly scores: SchoolResultsShown['scores'] }) {
  const texts = useTexts(schoolResultsTexts);
  const words = useTexts(resultsTexts);
  const { language } = useLanguage();
  const spec = useScores(scores);
  const { own, region, borders } = scores;
  if (spec === null) return null;
  const title = texts.scores(Array.isArray(own) ? texts.scoresPlain : texts.scoresRegion);
  return (
    <Stack gap={4}>
      <ChartWithTable
        title={title}
        chart={<Chart spec={spec} description={title} heightPx={280} />}
        head={[texts.score, texts.inSchool, texts.inRegion]}
        rows={spec.categories.map((score, at) => ({
          id: score,
          cells: [
            score,
            countWords(Array.isArray(own) ? (own[at] ?? 0) : own, words, language),
            countWords(region?.[at] ?? null, words, language),
          ],
        }))}
      />
      {borders !== null && (
        <Text size="sm" c="dimmed">
          {texts.scale(borders.source)}
        </Text>
      )}
    </Stack>
  );
}

function useScores({ own, region, borders }: SchoolResultsShown['scores']): ChartSpec | null {
  const texts = useTexts(schoolResultsTexts);
  const words = useTexts(resultsTexts);
  return useMemo(() => {
    if (!Array.isArray(own) && region === null) return null;
    const ownScores = Array.isArray(own) ? own : [];
    const length = Math.max(ownScores.length, region?.length ?? 0);
    const all = (counts: readonly unknown[]): number =>
      counts.reduce<number>((sum, count) => sum + (typeof count === 'number' ? count : 0), 0);
    const [ownAll, regionAll] = [all(ownScores), all(region ?? [])];
    const places = Array.from({ length }, (_, score) => score);
    return {
      kind: 'columns',
      categories: places.map(String),
      unit: 'percent',
      series: [
        ...(ownScores.length === 0
          ? []
          : [{ name: words.school, values: places.map((at) => percentOf(ownScores[at] ?? 0, ownAll)) }]),
        ...(region === null
          ? []
          : [
              {
                name: words.region,
                values: places.map((at) => {
                  const count = region[at];
                  return typeof count === 'number' ? percentOf(count, regionAll) : null;
                }),
              },
            ]),
      ],
      borders: (borders?.marks ?? []).map((before, at) => ({ before, name: texts.border(at + 3) })),
    };
  }, [own, region, borders, texts, words]);
}
