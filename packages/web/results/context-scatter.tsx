import './chart.css';
import { LineChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as drawWith } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

drawWith([
  AriaComponent,
  GridComponent,
  LegendComponent,
  LineChart,
  ScatterChart,
  SVGRenderer,
  TooltipComponent,
]);

export type ScatterPoint = {
  readonly name: string;
  readonly index: number;
  /** In percent, as the bounds and the prediction. */
  readonly result: number;
  readonly low: number;
  readonly high: number;
  readonly predicted: number;
  readonly isRough: boolean;
  readonly isCandidate: boolean;
};

type ContextScatterProps = {
  readonly points: readonly ScatterPoint[];
  readonly words: Readonly<
    Record<'index' | 'result' | 'schools' | 'rough' | 'candidates' | 'line' | 'band', string>
  >;
  /** Read out in place of the drawing. */
  readonly description: string;
};

/** Results by index with the line of the set and the bounds for a single school; forms tell the points apart, not colour alone. */
export function ContextScatter({ points, words, description }: ContextScatterProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const chart = init(element, null, { renderer: 'svg' });
    const draw = () =>
      chart.setOption(optionOf({ points, words, description }, getComputedStyle(element)), true);
    draw();
    const resized = new ResizeObserver(() => chart.resize());
    resized.observe(element);
    return () => {
      resized.disconnect();
      chart.dispose();
    };
  }, [points, words, description]);
  return <div ref={place} className="chart" role="img" aria-label={description} style={{ height: 460 }} />;
}

function optionOf(
  { points, words, description }: ContextScatterProps,
  { color, fontFamily }: CSSStyleDeclaration,
) {
  const textStyle = { color, fontFamily };
  const sorted = points.toSorted((one, other) => one.index - other.index);
  const line = (name: string, type: 'solid' | 'dashed', value: (point: ScatterPoint) => number) => ({
    name,
    type: 'line' as const,
    symbol: 'none',
    silent: true,
    itemStyle: { color },
    lineStyle: { color, type, width: type === 'solid' ? 2 : 1 },
    data: sorted.map((point) => [point.index, value(point)]),
  });
  const dots = (name: string, symbol: string, of: readonly ScatterPoint[]) => ({
    name,
    type: 'scatter' as const,
    symbol,
    symbolSize: 11,
    itemStyle: { color: '#1f5c99' },
    data: of.map((point) => ({ name: point.name, value: [point.index, point.result] })),
  });
  const axis = { axisLabel: textStyle, nameTextStyle: textStyle, nameLocation: 'middle' as const };
  return {
    animation: false,
    textStyle,
    aria: { enabled: true, label: { enabled: true, description } },
    legend: { top: 0, left: 0, textStyle },
    tooltip: { trigger: 'item' as const, formatter: '{b}' },
    grid: { left: 28, right: 16, top: 104, bottom: 32, containLabel: true },
    xAxis: { ...axis, type: 'value' as const, min: 0, max: 100, name: words.index, nameGap: 26 },
    yAxis: { ...axis, type: 'value' as const, max: 100, scale: true, name: words.result, nameGap: 40 },
    series: [
      dots(
        words.schools,
        'circle',
        points.filter(({ isRough, isCandidate }) => !isRough && !isCandidate),
      ),
      dots(
        words.rough,
        'emptyCircle',
        points.filter(({ isRough, isCandidate }) => isRough && !isCandidate),
      ),
      dots(
        words.candidates,
        'diamond',
        points.filter(({ isCandidate }) => isCandidate),
      ),
      line(words.line, 'solid', ({ predicted }) => predicted),
      line(words.band, 'dashed', ({ low }) => low),
      line(words.band, 'dashed', ({ high }) => Math.min(100, high)),
    ],
  };
}
