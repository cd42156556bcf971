/** A chart as its numbers: the page and a document draw the same one. Null leaves a gap. */
export type ChartSpec = {
  /** `shares`: bars of one length, each divided; `columns`: one column a category, further series as steps over it; `lines`: one line a series. */
  readonly kind: 'shares' | 'columns' | 'lines';
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  /** A `number` may have decimals, a `count` has none. */
  readonly unit: 'percent' | 'count' | 'number';
  /** Categories, counted from 0, whose points on the first line have another form, named in the legend. */
  readonly marked?: { readonly name: string; readonly categories: readonly number[] };
  /** Places before a category that are marked and named: borders of marks. */
  readonly borders?: readonly { readonly before: number; readonly name: string }[];
};

export type ChartSeries = { readonly name: string; readonly values: readonly (number | null)[] };

/** How it looks where it is drawn. */
export type ChartLook = {
  readonly text: string;
  readonly grid: string;
  /** Of parts of a bar, from the first on. */
  readonly parts: readonly string[];
  /** Of series beside each other: the first is who the chart is about. */
  readonly series: readonly string[];
  readonly font: string;
  readonly fontSize: number;
};

/** On white paper. */
export const paperLook: ChartLook = {
  text: '#212529',
  grid: '#dee2e6',
  parts: ['#c2571a', '#e9b872', '#8fb8de', '#2b6cb0'],
  series: ['#3173b7', '#c2571a', '#6b7280'],
  font: 'sans-serif',
  fontSize: 12,
};
