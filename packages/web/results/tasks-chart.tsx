import { useMemo } from 'react';
import type { ChartSpec } from '@opora/domain/results/charts/chart-spec.ts';
import type { SchoolResultsShown } from '@opora/domain/results/results-contract.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { ChartWithTable } from '../ui/chart-with-table.tsx';
import { Chart } from './chart.tsx';
import { resultsTexts } from './results-catalog.ts';
import { schoolResultsTexts } from './school-results-catalog.ts';
import { countWords, percentOf } from './shown-words.ts';

/** A difference that is worth a word. */
const gapPoints = 10;

/** How much of the points of each task was got, beside the region. */
export function TasksChart({ tasks }: { readonly tasks: NonNullable<SchoolResultsShown['tasks']> }) {
  const texts = useTexts(schoolResultsTexts);
  const words = useTexts(resultsTexts);
  const { language } = useLanguage();
  const worse = tasks.filter(
    ({ points, pointsMax, regionPercent }) =>
      regionPercent !== null && percentOf(points, pointsMax) < regionPercent - gapPoints,
  ).length;
  const spec = useMemo(
    (): ChartSpec => ({
      kind: 'columns',
      categories: tasks.map(({ task }) => task),
      unit: 'percent',
      series: [
        { name: words.school, values: tasks.map(({ points, pointsMax }) => percentOf(points, pointsMax)) },
        { name: words.region, values: tasks.map(({ regionPercent }) => regionPercent) },
      ],
    }),
    [tasks, words],
  );
  const title = texts.tasks(worse);
  return (
    <ChartWithTable
      title={title}
      chart={<Chart spec={spec} description={title} heightPx={220} />}
      head={[texts.task, texts.done, texts.regionDone]}
      rows={tasks.map(({ task, points, pointsMax, regionPercent }) => ({
        id: task,
        cells: [
          task,
          countWords(Math.round(percentOf(points, pointsMax)), words, language),
          countWords(regionPercent, words, language),
        ],
      }))}
    />
  );
}
