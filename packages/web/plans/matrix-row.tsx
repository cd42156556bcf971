import { memo } from 'react';
import type { MatrixCell } from '@opora/domain/plans/activity-fields.ts';
import type { Activity, PlanSchool } from '@opora/domain/plans/plan.ts';
import { leadingState, progressOf } from '@opora/domain/plans/progress.ts';
import { useTexts } from '../platform/language.tsx';
import type { PlanViewProps } from './plan-page.tsx';
import { titleOf } from './plan-table.tsx';
import { plansTexts } from './plans-catalog.ts';
import { marks as stateMarks } from './timeline-row.tsx';
import type { MarkedCells } from './use-marked-cells.ts';
import type { CellAt } from './use-matrix.ts';

/** The columns that are drawn, and how wide what is left out on either side is. */
export type DrawnColumns = {
  readonly columns: readonly { readonly index: number; readonly school: PlanSchool }[];
  readonly before: number;
  readonly after: number;
};

export function MatrixHead({ drawn, marks }: { readonly drawn: DrawnColumns; readonly marks: MarkedCells }) {
  const texts = useTexts(plansTexts);
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" aria-colindex={1}>
          {texts.activity}
        </th>
        <Gap px={drawn.before} />
        {drawn.columns.map(({ index, school }) => (
          <th key={school.orgUnitId} scope="col" aria-colindex={index + 2} title={school.name}>
            <LineName name={school.name} onMark={marks.isOn ? () => marks.markColumn(index) : null} />
          </th>
        ))}
        <Gap px={drawn.after} />
      </tr>
    </thead>
  );
}

/** What is not drawn still takes its place. */
function Gap({ px }: { readonly px: number }) {
  return px > 0 ? <td className="matrix-gap" style={{ width: px, minWidth: px }} aria-hidden /> : null;
}

type MatrixRowProps = Pick<PlanViewProps, 'open'> & {
  readonly activity: Activity;
  readonly line: number;
  readonly drawn: DrawnColumns;
  readonly at: CellAt;
  readonly currentColumn: number | null;
  readonly onPlace: (place: { readonly line: number; readonly column: number }) => void;
  readonly marks: MarkedCells;
};

/** Drawn anew when it changes, not when the page scrolls. */
export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps) {
  const { activity, line, drawn, at, currentColumn, onPlace, open, marks } = props;
  const texts = useTexts(plansTexts);
  return (
    <tr aria-rowindex={line + 2}>
      <th scope="row" aria-colindex={1} title={titleOf(activity)}>
        <LineName name={titleOf(activity)} onMark={marks.isOn ? () => marks.markLine(line) : null} />
      </th>
      <Gap px={drawn.before} />
      {drawn.columns.map(({ index, school }) => (
        <Cell
          key={school.orgUnitId}
          school={school}
          cell={at(activity.id, school.orgUnitId)}
          texts={texts}
          place={{ line, column: index }}
          isCurrent={index === currentColumn}
          onFocus={() => onPlace({ line, column: index })}
          isMarked={marks.isMarked(activity.id, school.orgUnitId)}
          onOpen={(instanceId, isRange) =>
            marks.isOn || isRange ? marks.mark({ line, column: index }, isRange) : open(activity, instanceId)
          }
        />
      ))}
      <Gap px={drawn.after} />
    </tr>
  );
});

type CellTexts = ReturnType<typeof useTexts<typeof plansTexts.ru>>;

type CellProps = {
  readonly school: PlanSchool;
  readonly cell: MatrixCell | null | undefined;
  readonly texts: CellTexts;
  readonly place: { readonly line: number; readonly column: number };
  readonly isCurrent: boolean;
  readonly onFocus: () => void;
  readonly isMarked: boolean;
  readonly onOpen: (instanceId: string, isRange: boolean) => void;
};

/** Plain elements: a screen holds hundreds of these, and each component of the kit in them would cost a frame. */
function Cell({ school, cell, texts, place, isCurrent, isMarked, onFocus, onOpen }: CellProps) {
  const focus = {
    'data-place': `${place.line} ${place.column}`,
    tabIndex: isCurrent ? 0 : -1,
    onFocus,
  };
  const column = { 'aria-colindex': place.column + 2 };
  const state = !cell ? null : cell.lateCount > 0 ? 'late' : leadingState(cell.counts);
  if (!cell || state === null) {
    const said = cell === undefined ? texts.cellAwaited : texts.noInstance;
    return (
      <td {...focus} {...column} aria-label={`${school.name}: ${said}`}>
        {cell === undefined ? '…' : '—'}
      </td>
    );
  }
  const { done, total } = progressOf(cell.counts);
  return (
    <td {...column} aria-selected={isMarked}>
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
