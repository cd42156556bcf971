import { BarChart, LineChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components';
import { init, use as drawWith } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { chartOption } from '@opora/domain/results/charts/chart-option.ts';
import { paperLook, type ChartLook, type ChartSpec } from '@opora/domain/results/charts/chart-spec.ts';

drawWith([
  AriaComponent,
  BarChart,
  GridComponent,
  LegendComponent,
  LineChart,
  MarkLineComponent,
  SVGRenderer,
  TooltipComponent,
]);

export type ChartProps = {
  readonly spec: ChartSpec;
  /** Read out in place of the drawing. */
  readonly description: string;
  readonly heightPx: number;
};

/** A chart drawn as SVG by ECharts. */
export function ChartDrawing({ spec, description, heightPx }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const chart = init(element, null, { renderer: 'svg' });
    const draw = () => chart.setOption(chartOption(spec, lookOf(element), description), true);
    draw();
    const resized = new ResizeObserver(() => chart.resize());
    resized.observe(element);
    const scheme = new MutationObserver(draw);
    scheme.observe(document.documentElement, { attributeFilter: ['data-mantine-color-scheme'] });
    return () => {
      resized.disconnect();
      scheme.disconnect();
      chart.dispose();
    };
  }, [spec, description]);
  return (
    <div ref={place} className="chart" role="img" aria-label={description} style={{ height: heightPx }} />
  );
}

function lookOf(element: HTMLElement): ChartLook {
  const style = getComputedStyle(element);
  return {
    ...paperLook,
    text: style.color,
    grid: style.getPropertyValue('--mantine-color-default-border'),
    font: style.fontFamily,
  };
}
