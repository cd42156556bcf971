import './plan-matrix.css';
import './plan-timeline.css';
import { Text } from '@mantine/core';
import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Activity, PlanSchool } from '@opora/domain/plans/plan.ts';
import { useTexts } from '../platform/language.tsx';
import { movePlace } from '../ui/grid/grid-keyboard.ts';
import { usePrinting } from '../ui/grid/use-printing.ts';
import { Loaded } from '../ui/loaded.tsx';
import { MatrixMarks } from './matrix-marks.tsx';
import { type DrawnColumns, MatrixHead, MatrixRow } from './matrix-row.tsx';
import type { PlanViewProps } from './plan-page.tsx';
import { plansTexts } from './plans-catalog.ts';
import { StateLegend } from './state-legend.tsx';
import { useMarkedCells } from './use-marked-cells.ts';
import { useMatrixCells, useMatrixRows } from './use-matrix.ts';

/** Activities by school. Only those that each school carries out by itself have a row. */
export function PlanMatrix(props: PlanViewProps) {
  const { plan } = props;
  const texts = useTexts(plansTexts);
  const matrix = useMatrixRows(plan.id);
  const rows = useMemo(() => {
    const withSchools = new Set(matrix.data?.activityIds);
    return plan.activities.filter(({ id }) => withSchools.has(id));
  }, [plan, matrix.data]);
  return (
    <Loaded query={matrix}>
      {() =>
        rows.length === 0 ? (
          <Text>{texts.matrixEmpty}</Text>
        ) : (
          <Matrix {...props} rows={rows} schools={plan.schools} />
        )
      }
    </Loaded>
  );
}

type MatrixProps = PlanViewProps & {
  readonly rows: readonly Activity[];
  readonly schools: readonly PlanSchool[];
};

const rowPx = 44;
const columnPx = 112;
/** The names of the activities, which stay in sight. */
const namesPx = 288;
/** A matrix of so many cells is loaded whole, so that it can be printed whole. */
const wholeMax = 3_000;

const spanOf = (items: readonly VirtualItem[]) => ({
  first: items[0]?.index ?? 0,
  last: items.at(-1)?.index ?? 0,
});
const wholeOf = (things: readonly unknown[]) => ({ first: 0, last: things.length - 1 });

function Matrix({ plan, rows, schools, open }: MatrixProps) {
  const texts = useTexts(plansTexts);
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ line: 0, column: 0 });
  const isWhole = rows.length * schools.length <= wholeMax;
  const isPrinting = usePrinting() && isWhole;
  // oxlint-disable-next-line react/incompatible-library -- the React Compiler, which it would confuse, is not used
  const lines = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowPx,
    overscan: 6,
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: schools.length,
    getScrollElement: () => box.current,
    estimateSize: () => columnPx,
    paddingStart: namesPx,
    scrollPaddingStart: namesPx,
    overscan: 4,
  });
  const seenLines = lines.getVirtualItems();
  const seenColumns = columns.getVirtualItems();
  const at = useMatrixCells(
    plan.id,
    { rows, schools },
    isWhole
      ? { lines: wholeOf(rows), columns: wholeOf(schools) }
      : { lines: spanOf(seenLines), columns: spanOf(seenColumns) },
  );
  const marks = useMarkedCells(rows, schools, at);
  const { first, last } = isPrinting ? wholeOf(schools) : spanOf(seenColumns);
  const drawn = useMemo(
    (): DrawnColumns => ({
      columns: schools.slice(first, last + 1).map((school, step) => ({ index: first + step, school })),
      before: first * columnPx,
      after: (schools.length - 1 - last) * columnPx,
    }),
    [schools, first, last],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === ' ') {
      event.preventDefault();
      return marks.mark(place, event.shiftKey);
    }
    const size = { lines: rows.length, columns: schools.length, pageLines: 10 };
    const next = movePlace(place, { key: event.key, ctrlKey: event.ctrlKey }, size);
    if (next === null) return;
    event.preventDefault();
    const line = Math.max(0, next.line);
    setPlace({ line, column: next.column });
    lines.scrollToIndex(line);
    columns.scrollToIndex(next.column);
    requestAnimationFrame(() =>
      box.current?.querySelector<HTMLElement>(`[data-place="${line} ${next.column}"]`)?.focus(),
    );
  };
  const shown = isPrinting ? rows.map((_, index) => index) : seenLines.map(({ index }) => index);
  const before = isPrinting ? 0 : (seenLines[0]?.start ?? 0);
  const after = isPrinting ? 0 : lines.getTotalSize() - (seenLines.at(-1)?.end ?? 0);
  return (
    <>
      <Text mb="xs">{texts.matrixTitle}</Text>
      <StateLegend />
      <MatrixMarks marks={marks} />
      {!isWhole && <Text className="print-only">{texts.matrixPrintedPart}</Text>}
      <div className="matrix-box" ref={box}>
        <table
          className="matrix"
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table that arrows move in is a grid
          role="grid"
          aria-label={texts.views.matrix}
          aria-rowcount={rows.length + 1}
          aria-colcount={schools.length + 1}
          onKeyDown={onKeyDown}
        >
          <MatrixHead drawn={drawn} marks={marks} />
          <tbody>
            {before > 0 && <tr style={{ height: before }} aria-hidden />}
            {shown.map((line) => {
              const activity = rows[line];
              if (activity === undefined) return null;
              return (
                <MatrixRow
                  key={activity.id}
                  activity={activity}
                  line={line}
                  drawn={drawn}
                  at={at}
                  currentColumn={place.line === line ? place.column : null}
                  onPlace={setPlace}
                  open={open}
                  marks={marks}
                />
              );
            })}
            {after > 0 && <tr style={{ height: after }} aria-hidden />}
          </tbody>
        </table>
      </div>
    </>
  );
}
