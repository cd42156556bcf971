import './plan-matrix.css';
import './plan-timeline.css';
import { Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { MatrixCell } from '@opora/domain/plans/activity-fields.ts';
import type { Activity, PlanSchool } from '@opora/domain/plans/plan.ts';
import { leadingState, progressOf } from '@opora/domain/plans/progress.ts';
import { useTexts } from '../platform/language.tsx';
import { movePlace } from '../ui/grid/grid-keyboard.ts';
import { usePrinting } from '../ui/grid/use-printing.ts';
import { Loaded } from '../ui/loaded.tsx';
import { MatrixMarks } from './matrix-marks.tsx';
import type { PlanViewProps } from './plan-page.tsx';
import { titleOf } from './plan-table.tsx';
import { plansTexts } from './plans-catalog.ts';
import { StateLegend } from './state-legend.tsx';
import { type MarkedCells, useMarkedCells } from './use-marked-cells.ts';
import { marks as stateMarks } from './timeline-row.tsx';
import { useMatrix } from './use-plans.ts';

/** Activities by school. Only those that each school carries out by itself have a row. */
export function PlanMatrix(props: PlanViewProps) {
  const matrix = useMatrix(props.plan.id);
  return <Loaded query={matrix}>{(cells) => <Matrix {...props} cells={cells} />}</Loaded>;
}

type MatrixProps = PlanViewProps & { readonly cells: readonly MatrixCell[] };

const rowPx = 44;

function Matrix({ plan, cells, open }: MatrixProps) {
  const texts = useTexts(plansTexts);
  const box = useRef<HTMLDivElement>(null);
  const isPrinting = usePrinting();
  const [place, setPlace] = useState({ line: 0, column: 0 });
  const { rows, schools, at } = useMemo(() => arrange(plan, cells), [plan, cells]);
  const marks = useMarkedCells(rows, schools, at);
  // oxlint-disable-next-line react/incompatible-library -- the React Compiler, which it would confuse, is not used
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowPx,
    overscan: 6,
  });
  if (rows.length === 0) return <Text>{texts.matrixEmpty}</Text>;
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
    virtual.scrollToIndex(line);
    requestAnimationFrame(() =>
      box.current?.querySelector<HTMLElement>(`[data-place="${line} ${next.column}"]`)?.focus(),
    );
  };
  const drawn = isPrinting ? rows.map((_, index) => ({ index })) : virtual.getVirtualItems();
  const before = isPrinting ? 0 : (virtual.getVirtualItems()[0]?.start ?? 0);
  const after = isPrinting ? 0 : virtual.getTotalSize() - (virtual.getVirtualItems().at(-1)?.end ?? 0);
  return (
    <>
      <Text mb="xs">{texts.matrixTitle}</Text>
      <StateLegend />
      <MatrixMarks marks={marks} />
      <div className="matrix-box" ref={box}>
        <table
          className="matrix"
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table that arrows move in is a grid
          role="grid"
          aria-label={texts.views.matrix}
          aria-rowcount={rows.length + 1}
          onKeyDown={onKeyDown}
        >
          <MatrixHead schools={schools} marks={marks} />
          <tbody>
            {before > 0 && <tr style={{ height: before }} aria-hidden />}
            {drawn.map(({ index }) => {
              const activity = rows[index];
              if (activity === undefined) return null;
              return (
                <MatrixRow
                  key={activity.id}
                  activity={activity}
                  line={index}
                  schools={schools}
                  at={at}
                  currentColumn={place.line === index ? place.column : null}
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

type MatrixHeadProps = { readonly schools: readonly PlanSchool[]; readonly marks: MarkedCells };

function MatrixHead({ schools, marks }: MatrixHeadProps) {
  const texts = useTexts(plansTexts);
  return (
    <thead>
      <tr>
        <th scope="col">{texts.activity}</th>
        {schools.map((school, column) => (
          <th key={school.orgUnitId} scope="col" title={school.name}>
            <LineName name={school.name} onMark={marks.isOn ? () => marks.markColumn(column) : null} />
          </th>
        ))}
      </tr>
    </thead>
  );
}

type MatrixRowProps = Pick<PlanViewProps, 'open'> & {
  readonly activity: Activity;
  readonly line: number;
  readonly schools: readonly PlanSchool[];
  readonly at: Arranged['at'];
  readonly currentColumn: number | null;
  readonly onPlace: (place: { readonly line: number; readonly column: number }) => void;
  readonly marks: MarkedCells;
};

/** Drawn anew when it changes, not when the page scrolls: a row has as many cells as the plan has schools. */
const MatrixRow = memo(function MatrixRow(props: MatrixRowProps) {
  const { activity, line, schools, at, currentColumn, onPlace, open, marks } = props;
  const texts = useTexts(plansTexts);
  return (
    <tr aria-rowindex={line + 2}>
      <th scope="row" title={titleOf(activity)}>
        <LineName name={titleOf(activity)} onMark={marks.isOn ? () => marks.markLine(line) : null} />
      </th>
      {schools.map((school, column) => (
        <Cell
          key={school.orgUnitId}
          school={school}
          cell={at(activity.id, school.orgUnitId)}
          texts={texts}
          placeKey={`${line} ${column}`}
          isCurrent={column === currentColumn}
          onFocus={() => onPlace({ line, column })}
          isMarked={marks.isMarked(activity.id, school.orgUnitId)}
          onOpen={(instanceId, isRange) =>
            marks.isOn || isRange ? marks.mark({ line, column }, isRange) : open(activity, instanceId)
          }
        />
      ))}
    </tr>
  );
});

type CellTexts = ReturnType<typeof useTexts<typeof plansTexts.ru>>;

type CellProps = {
  readonly school: PlanSchool;
  readonly cell: MatrixCell | undefined;
  readonly texts: CellTexts;
  readonly placeKey: string;
  readonly isCurrent: boolean;
  readonly onFocus: () => void;
  readonly isMarked: boolean;
  readonly onOpen: (instanceId: string, isRange: boolean) => void;
};

/** Plain elements: a screen holds a thousand of these, and each component of the kit in them would cost a frame. */
function Cell({ school, cell, texts, placeKey, isCurrent, isMarked, onFocus, onOpen }: CellProps) {
  const state = cell === undefined ? null : cell.lateCount > 0 ? 'late' : leadingState(cell.counts);
  const focus = { 'data-place': placeKey, tabIndex: isCurrent ? 0 : -1, onFocus };
  if (cell === undefined || state === null) {
    return (
      <td {...focus} aria-label={`${school.name}: ${texts.noInstance}`}>
        —
      </td>
    );
  }
  const { done, total } = progressOf(cell.counts);
  return (
    <td aria-selected={isMarked}>
      <button
        type="button"
        {...focus}
        className="matrix-cell"
        onClick={(event) => onOpen(cell.instanceId, event.shiftKey)}
      >
        <span className="state-mark" data-state={state} aria-hidden>
          {stateMarks[state]}
        </span>{' '}
        {done}/{total}
        <span className="matrix-said">{texts.cell(school.name, texts.states[state])}</span>
      </button>
    </td>
  );
}

/** A name that marks its whole line while cells are being marked. */
function LineName({ name, onMark }: { readonly name: string; readonly onMark: (() => void) | null }) {
  if (onMark === null) return <>{name}</>;
  return (
    <button type="button" className="matrix-name" onClick={onMark}>
      {name}
    </button>
  );
}

type Arranged = {
  readonly rows: readonly Activity[];
  readonly schools: readonly PlanSchool[];
  readonly at: (activityId: string, schoolId: string) => MatrixCell | undefined;
};

/** Rows and columns that have anything, in the order of the plan and of the participants. */
function arrange(plan: PlanViewProps['plan'], cells: readonly MatrixCell[]): Arranged {
  const known = new Map(cells.map((cell) => [`${cell.activityId} ${cell.schoolId}`, cell]));
  const activityIds = new Set(cells.map((cell) => cell.activityId));
  const schoolIds = new Set(cells.map((cell) => cell.schoolId));
  return {
    rows: plan.activities.filter((activity) => activityIds.has(activity.id)),
    schools: plan.schools.filter((school) => schoolIds.has(school.orgUnitId)),
    at: (activityId, schoolId) => known.get(`${activityId} ${schoolId}`),
  };
}
