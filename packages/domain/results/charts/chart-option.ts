import type { ChartLook, ChartSeries, ChartSpec } from './chart-spec.ts';

/** What Apache ECharts draws; plain data without functions. */
export type ChartOption = Readonly<Record<string, unknown>>;

/** Series differ by the form of their points and stand in a legend: colour alone tells nothing. */
const symbols = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle', 'emptyRect', 'emptyTriangle'];

/** The chart as ECharts takes it. `description` is read out in its place. */
export function chartOption(spec: ChartSpec, look: ChartLook, description: string): ChartOption {
  const textStyle = { color: look.text, fontFamily: look.font, fontSize: look.fontSize };
  return {
    animation: false,
    textStyle,
    color: spec.kind === 'shares' ? look.parts : look.series,
    aria: { enabled: true, label: { enabled: true, description } },
    legend: {
      type: 'plain',
      top: 0,
      left: 0,
      itemGap: 14,
      textStyle,
      data: spec.series.map(({ name }) => name),
    },
    tooltip: { trigger: 'axis', confine: true, axisPointer: { type: 'shadow' } },
    grid: { left: 8, right: 24, top: legendRoom(spec), bottom: 8, containLabel: true },
    ...axes(spec, look),
    series: spec.series.map((series, at) => seriesOption(series, at, { spec, look })),
  };
}

const legendRoom = ({ series, borders }: ChartSpec): number =>
  28 + (series.length > 2 ? 22 : 0) + (borders === undefined ? 0 : 18);

function axes(spec: ChartSpec, look: ChartLook): ChartOption {
  const axisLabel = { color: look.text, fontFamily: look.font, fontSize: look.fontSize };
  const categories = {
    type: 'category',
    data: spec.categories,
    axisLabel: spec.kind === 'shares' ? { ...axisLabel, width: 150, overflow: 'break' } : axisLabel,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: look.grid } },
  };
  const values = {
    type: 'value',
    min: 0,
    ...(spec.kind === 'shares' ? { max: 100 } : {}),
    ...(spec.unit === 'count' ? { minInterval: 1 } : {}),
    axisLabel: spec.unit === 'count' ? axisLabel : { ...axisLabel, formatter: '{value} %' },
    splitLine: { lineStyle: { color: look.grid } },
  };
  return spec.kind === 'shares'
    ? { xAxis: values, yAxis: { ...categories, inverse: true } }
    : { xAxis: categories, yAxis: values };
}

type Place = { readonly spec: ChartSpec; readonly look: ChartLook };

function seriesOption({ name, values }: ChartSeries, at: number, { spec, look }: Place): ChartOption {
  const common = { name, data: values };
  switch (spec.kind) {
    case 'shares':
      return { ...common, type: 'bar', stack: 'all', barMaxWidth: 26 };
    case 'columns':
      return at === 0
        ? { ...common, type: 'bar', barCategoryGap: '15%', ...borderLines(spec, look) }
        : { ...common, type: 'line', step: 'middle', symbol: 'none', lineStyle: { width: 2.5 } };
    case 'lines':
      return {
        ...common,
        type: 'line',
        symbol: symbols[at % symbols.length],
        symbolSize: 9,
        lineStyle: { width: 2, type: at === 0 ? 'solid' : 'dashed' },
      };
  }
}

function borderLines({ borders }: ChartSpec, look: ChartLook): ChartOption {
  if (borders === undefined) return {};
  return {
    markLine: {
      symbol: 'none',
      silent: true,
      lineStyle: { color: look.text, type: 'dotted' },
      data: borders.map(({ before, name }) => ({
        xAxis: before,
        label: { formatter: name, color: look.text, position: 'end' },
      })),
    },
  };
}
