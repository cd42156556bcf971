import { describe, expect, it } from 'vitest';
import { chartOption } from './chart-option.ts';
import { type ChartSpec, paperLook } from './chart-spec.ts';

const spec: ChartSpec = {
  kind: 'columns',
  categories: ['0', '1', '2'],
  series: [
    { name: 'Школа', values: [10, 60, 30] },
    { name: 'Регион', values: [20, null, 40] },
  ],
  unit: 'percent',
  borders: [{ before: 1, name: '«3»' }],
};

describe('a chart', () => {
  it('is plain data: a document that is drawn on a server gets the same as the page', () => {
    const option = chartOption(spec, paperLook, 'Баллы школы и региона');
    expect(JSON.parse(JSON.stringify(option))).toEqual(option);
    expect(option).toMatchObject({
      aria: { label: { description: 'Баллы школы и региона' } },
      series: [
        { type: 'bar', markLine: { data: [{ xAxis: 1 }] } },
        { type: 'line', step: 'middle', data: [20, null, 40] },
      ],
    });
  });

  it('gives marked points a form of their own and a name in the legend', () => {
    const marked = { name: 'ВПР — диагностика, не оценка', categories: [0, 1] };
    const lines = { ...spec, kind: 'lines', series: spec.series.slice(0, 1), marked } as const;
    expect(chartOption(lines, paperLook, '')).toMatchObject({
      legend: { data: ['Школа', marked.name] },
      series: [
        { symbol: 'circle', data: [{ value: 10, symbol: 'none' }, { value: 60, symbol: 'none' }, 30] },
        { name: marked.name, symbol: 'diamond', data: [10, 60, null] },
      ],
    });
    expect(chartOption({ ...lines, marked: { ...marked, categories: [] } }, paperLook, '')).toMatchObject({
      legend: { data: ['Школа'] },
    });
  });

  it('cuts off no line that goes below nothing', () => {
    const change: ChartSpec = { ...spec, kind: 'lines', unit: 'number' };
    const below = { ...change, series: [{ name: 'Школа', values: [0.04, -0.07, null] }] };
    expect(chartOption(change, paperLook, '')).toMatchObject({ yAxis: { min: 0 } });
    expect(chartOption(below, paperLook, '')).not.toHaveProperty('yAxis.min');
    expect(chartOption(below, paperLook, '')).not.toHaveProperty('yAxis.minInterval');
  });

  it('tells its lines apart by the form of their points too', () => {
    const option = chartOption({ ...spec, kind: 'lines' }, paperLook, '');
    const symbols = (option['series'] as { symbol: string }[]).map(({ symbol }) => symbol);
    expect(new Set(symbols).size).toBe(2);
  });
});
