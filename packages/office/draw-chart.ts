import { fileURLToPath } from 'node:url';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent } from 'echarts/components';
import { type EChartsCoreOption, init, setPlatformAPI, use as takeParts } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { formatNumber } from '@opora/domain/basics/format.ts';
import type { IntervalsChart, LinesChart, NoteChart } from '@opora/domain/results/note/analytic-note.ts';

export type DrawnChart = {
  readonly png: Uint8Array;
  /** As it is to stand in the document, in pixels of a screen; the picture itself is twice as fine. */
  readonly width: number;
  readonly height: number;
};

const width = 640;
const family = 'Tinos';

/** A chart as a picture for a document: shades and dashes tell the lines apart on a black-and-white printer. The title stands in the document. */
export function drawChart(chart: NoteChart): DrawnChart {
  prepare();
  const [height, option] =
    chart.kind === 'lines'
      ? [320, linesOption(chart)]
      : [60 + 24 * chart.rows.length, intervalsOption(chart)];
  const canvas = createCanvas(2 * width, 2 * height);
  // The canvas of this library is not the browser's, and draws the same.
  const drawing = init(canvas as never, null, { devicePixelRatio: 2, width, height });
  try {
    drawing.setOption({ animation: false, textStyle: { fontFamily: family }, ...option });
    return { png: new Uint8Array(canvas.toBuffer('image/png')), width, height };
  } finally {
    drawing.dispose();
  }
}

let isPrepared = false;

/** A font of our own: a server may have none with Russian letters. */
function prepare(): void {
  if (isPrepared) return;
  GlobalFonts.registerFromPath(
    fileURLToPath(import.meta.resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf')),
    family,
  );
  takeParts([
    CustomChart,
    LineChart,
    ScatterChart,
    GridComponent,
    LegendComponent,
    MarkLineComponent,
    CanvasRenderer,
  ]);
  setPlatformAPI({ createCanvas: () => createCanvas(32, 32) as never });
  isPrepared = true;
}

const percentAxis = {
  type: 'value',
  min: 0,
  axisLabel: { formatter: (value: number) => `${formatNumber(value, 'ru')} %` },
};
const colours = ['#1b4f8a', '#b3541e', '#2e7d52', '#6b3fa0', '#555555', '#00838f'];
const dashes = ['solid', 'dashed', 'dotted'] as const;
const symbols = ['circle', 'rect', 'triangle', 'diamond'] as const;

function linesOption({ years, lines }: LinesChart): EChartsCoreOption {
  return {
    color: colours,
    grid: {
      left: 8,
      right: 24,
      top: 16,
      bottom: 24 + 22 * Math.ceil(lines.length / 3),
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    legend: { bottom: 0, left: 'center', itemWidth: 36 },
    xAxis: { type: 'category', data: years.map(String) },
    yAxis: percentAxis,
    series: lines.map(({ name, shares }, at) => ({
      type: 'line',
      name,
      data: shares.map((share) => (share === null ? null : 100 * share)),
      symbol: symbols[at % symbols.length],
      symbolSize: 8,
      lineStyle: { type: dashes[at % dashes.length] },
    })),
  };
}

function intervalsOption({ rows, whole }: IntervalsChart): EChartsCoreOption {
  const names = rows.map(({ name, participants }) => `${name} (${formatNumber(participants, 'ru')})`);
  return {
    grid: { left: 8, right: 24, top: 8, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: percentAxis,
    yAxis: { type: 'category', data: names, inverse: true, axisLabel: { width: 260, overflow: 'truncate' } },
    series: [
      {
        type: 'custom',
        renderItem: drawBounds,
        data: rows.map(({ interval: [low, high] }, at) => [100 * low, 100 * high, at]),
        encode: { x: [0, 1], y: 2 },
      },
      {
        type: 'scatter',
        symbolSize: 9,
        itemStyle: { color: colours[0] },
        data: rows.map(({ share }, at) => [100 * share, at]),
        ...(whole === null
          ? {}
          : {
              markLine: {
                silent: true,
                symbol: 'none',
                lineStyle: { color: '#333333', type: 'dashed' },
                label: { show: false },
                data: [{ xAxis: 100 * whole }],
              },
            }),
      },
    ],
  };
}

type Drawing = { value: (dimension: number) => number; coord: (point: number[]) => number[] };

function drawBounds(_: unknown, api: Drawing): object {
  const [at, ...ends] = [2, 0, 1].map((dimension) => api.value(dimension));
  const [low = [], high = []] = ends.map((end) => api.coord([end, at ?? 0]));
  const [x1 = 0, y = 0] = low;
  const [x2 = 0] = high;
  const line = (shape: object): object => ({
    type: 'line',
    shape,
    style: { stroke: colours[0], lineWidth: 1.5 },
  });
  return {
    type: 'group',
    children: [
      line({ x1, y1: y, x2, y2: y }),
      line({ x1, y1: y - 4, x2: x1, y2: y + 4 }),
      line({ x1: x2, y1: y - 4, x2, y2: y + 4 }),
    ],
  };
}
