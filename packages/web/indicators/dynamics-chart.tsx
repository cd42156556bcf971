import { Select, Stack } from '@mantine/core';
import { useMemo, useState } from 'react';
import { measureOfValue } from '@opora/domain/indicators/aggregate.ts';
import type { Dynamics, DynamicsCell, ShownValue } from '@opora/domain/indicators/dynamics-contract.ts';
import { cellWords, targetWords, valueWords } from '@opora/domain/indicators/dynamics-words.ts';
import { periodName } from '@opora/domain/indicators/period-catalog.ts';
import { openValue, type ReadRow } from '@opora/domain/indicators/read-dynamics.ts';
import { periodOfCode } from '@opora/domain/indicators/report-period.ts';
import type { ChartSpec } from '@opora/domain/results/charts/chart-spec.ts';
import { comparedParticipantsMin } from '@opora/domain/results/share-change.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { Chart } from '../results/chart.tsx';
import { ChartWithTable } from '../ui/chart-with-table.tsx';
import { dynamicsPageTexts } from './dynamics-page-catalog.ts';

type DynamicsChartProps = { readonly dynamics: Dynamics; readonly read: readonly ReadRow[] };

/** One indicator as lines: the unit, what is around it, the target. */
export function DynamicsChart({ dynamics, read }: DynamicsChartProps) {
  const texts = useTexts(dynamicsPageTexts);
  const { language } = useLanguage();
  const [code, setCode] = useState<string | null>(null);
  const chosen = read.find(({ indicator }) => indicator.code === code) ?? read.find(hasLine) ?? read[0];
  const spec = useSpec(dynamics, chosen);
  if (chosen === undefined) return null;
  const { indicator, row } = chosen;
  const besideName = dynamics.beside?.name;
  return (
    <Stack gap="sm">
      <Select
        className="screen-only"
        label={texts.chooseChart}
        allowDeselect={false}
        searchable
        w={{ base: '100%', sm: 520 }}
        data={read.map((one) => ({ value: one.indicator.code, label: one.indicator.name[language] }))}
        value={indicator.code}
        onChange={setCode}
      />
      <ChartWithTable
        title={texts.chart(indicator.name[language])}
        chart={<Chart spec={spec} description={texts.chart(indicator.name[language])} heightPx={280} />}
        head={[
          texts.period,
          dynamics.unit.name,
          ...(besideName === undefined ? [] : [besideName]),
          texts.target,
        ]}
        rows={row.cells.filter(isDrawn).map((cell) => ({
          id: cell.period,
          cells: [
            periodName(periodOfCode(cell.period), language),
            cellWords(indicator.unit, cell, language),
            ...(besideName === undefined ? [] : [valueWords(indicator.unit, cell.beside, language)]),
            cell.target === null ? '—' : targetWords(indicator.unit, cell.target, language),
          ],
        }))}
      />
    </Stack>
  );
}

const hasLine = ({ steps }: ReadRow): boolean => steps.filter(({ measure }) => measure !== null).length > 1;

/** Periods of other indicators are none of this one's. */
const isDrawn = ({ own, beside, target }: DynamicsCell): boolean =>
  own !== null || beside !== null || target !== null;

function useSpec(dynamics: Dynamics, chosen: ReadRow | undefined): ChartSpec {
  const texts = useTexts(dynamicsPageTexts);
  const { language } = useLanguage();
  return useMemo(() => {
    const cells = (chosen?.row.cells ?? []).filter(isDrawn);
    const isShare = chosen?.indicator.unit === 'share' || chosen?.indicator.unit === 'yes-no';
    const isOfPeople = chosen?.indicator.unit === 'share' || chosen?.indicator.unit === 'score';
    const point = (shown: ShownValue): number | null => {
      const value = openValue(shown);
      const measure = measureOfValue(value);
      // A share of few says nothing, and a line would.
      if (measure === null || (isOfPeople && (value?.total ?? 0) < comparedParticipantsMin)) return null;
      return isShare ? Math.round(measure * 1000) / 10 : Math.round(measure * 100) / 100;
    };
    const isCompared = dynamics.beside !== null && chosen?.indicator.unit !== 'count';
    const hasTarget = cells.some(({ target }) => target !== null);
    return {
      kind: 'lines',
      unit: isShare ? 'percent' : chosen?.indicator.unit === 'count' ? 'count' : 'number',
      categories: cells.map(({ period }) => periodName(periodOfCode(period), language)),
      series: [
        { name: dynamics.unit.name, values: cells.map(({ own }) => point(own)) },
        ...(isCompared
          ? [{ name: dynamics.beside?.name ?? '', values: cells.map(({ beside }) => point(beside)) }]
          : []),
        ...(hasTarget
          ? [
              {
                name: texts.target,
                values: cells.map(({ target }) => {
                  const measure = measureOfValue(target);
                  return measure === null ? null : isShare ? measure * 100 : measure;
                }),
              },
            ]
          : []),
      ],
    };
  }, [dynamics, chosen, language, texts]);
}
