import { Stack, Text } from '@mantine/core';
import type { ChartSpec } from '@opora/domain/results/charts/chart-spec.ts';
import { useMemo } from 'react';
import { useTexts } from '../platform/language.tsx';
import { ChartWithTable } from '../ui/chart-with-table.tsx';
import { Chart } from './chart.tsx';
import { resultsTexts } from './results-catalog.ts';

type DistributionChartProps = {
  /** Schools by tenths of their share below the minimum. */
  readonly bins: readonly number[];
  readonly outside: number;
};

/** Schools without names: how many stand where. */
export function DistributionChart({ bins, outside }: DistributionChartProps) {
  const texts = useTexts(resultsTexts);
  const spec = useMemo(
    (): ChartSpec => ({
      kind: 'columns',
      categories: bins.map((_, at) => texts.bin(at * 10, at * 10 + 10)),
      series: [{ name: texts.schoolsCount, values: bins }],
      unit: 'count',
    }),
    [bins, texts],
  );
  const title = texts.distribution(bins.reduce((sum, count) => sum + count, 0));
  return (
    <Stack gap={4}>
      <ChartWithTable
        title={title}
        chart={<Chart spec={spec} description={title} heightPx={220} />}
        head={[texts.belowShare, texts.schoolsCount]}
        rows={bins.map((count, at) => ({ id: String(at), cells: [texts.bin(at * 10, at * 10 + 10), count] }))}
      />
      <Text size="sm" c="dimmed">
        {texts.distributionRule} {outside > 0 && texts.outside(outside)}
      </Text>
    </Stack>
  );
}
