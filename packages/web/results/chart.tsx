import './chart.css';
import { lazy, Suspense } from 'react';
import type { ChartProps } from './chart-drawing.tsx';

const ChartDrawing = lazy(async () => ({ default: (await import('./chart-drawing.tsx')).ChartDrawing }));

/** A chart; what draws it comes after the page, whose numbers stand in a table beside it (`ChartWithTable`). */
export function Chart(props: ChartProps) {
  return (
    <Suspense fallback={<div style={{ height: props.heightPx }} />}>
      <ChartDrawing {...props} />
    </Suspense>
  );
}
