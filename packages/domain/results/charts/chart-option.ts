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
      data: [...spec.series, ...markedSeries(spec, look)].map(({ name }) => name),
    },
    tooltip: { trigger: 'axis', confine: true, axisPointer: { type: 'shadow' } },
    grid: { left: 8, right: 24, top: legendRoom(spec), bottom: 8, containLabel: true },
    ...axes(spec, look),
    series: [
      ...spec.series.map((series, at) => seriesOption(series, at, { spec, look })),
      ...markedSeries(spec, look),
    ],
  };
}

/** A legend of long names takes a second line on a narrow screen. */
const legendRoom = ({ series, borders, marked }: ChartSpec): number =>
  28 +
  (series.length > 2 || (marked?.categories.length ?? 0) > 0 ? 22 : 0) +
  (borders === undefined ? 0 : 18);

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
    ...(isBelowNothing(spec) ? {} : { min: 0 }),
    ...(spec.kind === 'shares' ? { max: 100 } : {}),
    ...(spec.unit === 'count' ? { minInterval: 1 } : {}),
    axisLabel: spec.unit === 'percent' ? { ...axisLabel, formatter: '{value} %' } : axisLabel,
    splitLine: { lineStyle: { color: look.grid } },
  };
  return spec.kind === 'shares'
    ? { xAxis: values, yAxis: { ...categories, inverse: true } }
    : { xAxis: categories, yAxis: values };
}

/** A change may be for the worse: its line goes under the axis. */
const isBelowNothing = ({ series }: ChartSpec): boolean =>
  series.some(({ values }) => values.some((value) => value !== null && value < 0));

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
        ...(at === 0 ? { data: unmarkedData(values, spec) } : {}),
        symbol: symbols[at % symbols.length],
        symbolSize: 9,
        lineStyle: { width: 2, type: at === 0 ? 'solid' : 'dashed' },
      };
  }
}

/** Marked points are drawn over the first line, which has none of its own there. */
function markedSeries({ series, marked }: ChartSpec, look: ChartLook) {
  const [first] = series;
  if (first === undefined || marked === undefined || marked.categories.length === 0) return [];
  const { name, categories } = marked;
  return [
    {
      name,
      type: 'line',
      data: first.values.map((value, at) => (categories.includes(at) ? value : null)),
      symbol: 'diamond',
      symbolSize: 14,
      itemStyle: { color: look.series[1] },
      lineStyle: { width: 0 },
      tooltip: { show: false },
    },
  ];
}

function unmarkedData(values: ChartSeries['values'], { marked }: ChartSpec) {
  return values.map((value, at) =>
    value !== null && marked?.categories.includes(at) === true ? { value, symbol: 'none' } : value,
  );
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
