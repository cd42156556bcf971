import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { Fragment, useRef, type ClipboardEvent, type KeyboardEvent, type MouseEvent, type Ref } from 'react';
import { useLanguage } from '../../platform/language.tsx';
import { seenTable, toTsv } from './delimited-text.ts';
import type { GridColumn } from './grid-column.ts';
import { GridHead } from './grid-head.tsx';
import { movePlace, type GridPlace } from './grid-keyboard.ts';
import { GridLine } from './grid-line.tsx';
import { toggled } from './grid-view.ts';
import { markRange, toggleMark } from './row-marks.ts';
import type { GridState } from './use-grid.ts';
import { useFollowedRow, useGridPlace } from './use-grid-place.ts';
import { usePrinting } from './use-printing.ts';

type GridTableProps<Row> = {
  readonly grid: GridState<Row>;
  readonly label: string;
  readonly idOf: (row: Row) => string;
  readonly isSelectable: boolean;
  readonly isNarrow: boolean;
  readonly openId: string | null;
  readonly onOpen: ((row: Row) => void) | undefined;
  readonly onRowKey: ((row: Row, event: KeyboardEvent, isAsGiven: boolean) => boolean) | undefined;
};

/** Below this many lines everything is drawn, so that the browser's own search finds every word. */
const drawnWholeLinesMax = 150;
const rowHeightPx = 41;
const cardHeightPx = 180;
const columnWidthPx = 160;
const firstColumnWidthPx = 280;
/** A wide letter of a head, and what stands beside its words: the filter, the arrow of the order, the space around. */
const headLetterPx = 8.5;
const headRestPx = 48;

export function GridTable<Row>(props: GridTableProps<Row>) {
  const { grid, label, idOf, isSelectable, isNarrow } = props;
  const box = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const { place, moveTo, standAt } = useGridPlace(table, grid.lines.length);
  const follow = useFollowedRow({
    table,
    lines: grid.lines,
    idOf,
    onMoved: (line) => moveTo({ ...place, line }),
  });
  const isWhole = usePrinting() || grid.lines.length <= drawnWholeLinesMax;
  // oxlint-disable-next-line react/incompatible-library -- the React Compiler, which it would confuse, is not used
  const virtual = useVirtualizer({
    count: grid.lines.length,
    enabled: !isWhole,
    getScrollElement: () => box.current,
    estimateSize: () => (isNarrow ? cardHeightPx : rowHeightPx),
    overscan: 12,
    // The line with the focus stays drawn, else the keyboard would lose its place by scrolling.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), Math.max(0, place.line)])].sort((a, b) => a - b),
  });
  const act = useLineActions(props, follow);
  const drawn = isWhole
    ? grid.lines.map((_, index) => ({ index, gapPx: 0 }))
    : withGaps(virtual.getVirtualItems());
  const restPx = isWhole ? 0 : virtual.getTotalSize() - (virtual.getVirtualItems().at(-1)?.end ?? 0);

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    if (!isOwnKey(event)) return;
    if (act.onKey(event, place)) return event.preventDefault();
    const size = {
      lines: grid.lines.length,
      columns: grid.shownColumns.length + (isSelectable ? 1 : 0),
      pageLines: Math.max(1, Math.floor((box.current?.clientHeight ?? 400) / rowHeightPx) - 1),
    };
    const next = movePlace(place, { key: event.key, ctrlKey: event.ctrlKey || event.metaKey }, size);
    if (next === null) return;
    event.preventDefault();
    moveTo(next);
  };

  return (
    <div className="grid-box" ref={box} onCopy={act.onCopy}>
      {/* The roles are written out: a phone draws rows as cards, and blocks lose the roles of a table. */}
      <table
        role="grid"
        ref={table}
        className="grid"
        aria-label={label}
        aria-rowcount={grid.lines.length + 1}
        aria-multiselectable={isSelectable || undefined}
        style={{ minWidth: isNarrow ? undefined : tableWidthPx(grid, isSelectable) }}
        onKeyDown={onKeyDown}
        onClick={act.onClick}
        onFocus={(event) => {
          const at = placeOf(event.target);
          if (at !== null) standAt(at);
        }}
      >
        <colgroup>
          {isSelectable && <col className="grid-select-width" />}
          {grid.shownColumns.map((column, at) => (
            <col
              key={column.id}
              style={{
                width: at === 0 && column.widthPx === undefined ? undefined : columnWidth(column, at),
              }}
            />
          ))}
        </colgroup>
        <GridHead
          grid={grid}
          isSelectable={isSelectable}
          idOf={idOf}
          activeColumn={place.line === -1 ? place.column : null}
        />
        <GridBody
          {...props}
          drawn={drawn}
          restPx={restPx}
          place={place}
          measure={isWhole ? undefined : virtual.measureElement}
        />
      </table>
    </div>
  );
}

type GridBodyProps<Row> = GridTableProps<Row> & {
  readonly drawn: readonly { readonly index: number; readonly gapPx: number }[];
  /** Height of the lines left out at the end. */
  readonly restPx: number;
  readonly place: GridPlace;
  readonly measure: Ref<HTMLTableRowElement> | undefined;
};

function GridBody<Row>({ grid, idOf, isSelectable, openId, onOpen, ...body }: GridBodyProps<Row>) {
  const { drawn, restPx, place, measure } = body;
  return (
    <tbody role="rowgroup">
      {drawn.map(({ index, gapPx }) => {
        const line = grid.lines[index];
        if (line === undefined) return null;
        const id = line.kind === 'row' ? idOf(line.row) : null;
        return (
          <Fragment key={line.kind === 'row' ? id : `group ${line.group.id}`}>
            {gapPx > 0 && <Gap heightPx={gapPx} />}
            <GridLine
              line={line}
              at={index}
              columns={grid.shownColumns}
              isSelectable={isSelectable}
              isSelected={id !== null && grid.selectedIds.has(id)}
              isOpen={id !== null && id === openId}
              canOpen={onOpen !== undefined}
              activeColumn={place.line === index ? place.column : null}
              measure={measure}
            />
          </Fragment>
        );
      })}
      {restPx > 0 && <Gap heightPx={restPx} />}
    </tbody>
  );
}

function useLineActions<Row>(
  { grid, idOf, isSelectable, onOpen, onRowKey }: GridTableProps<Row>,
  follow: (id: string | null) => void,
) {
  const { language } = useLanguage();
  const fold = (groupId: string) =>
    grid.setView((view) => ({ ...view, folded: toggled(view.folded, groupId) }));
  const anchor = useRef<string | null>(null);
  /** With Shift, everything from the row that was marked last. */
  const select = (row: Row, isRange: boolean) => {
    const to = idOf(row);
    grid.select(
      isRange
        ? markRange(
            grid.selectedIds,
            grid.lines.flatMap((line) => (line.kind === 'row' ? [idOf(line.row)] : [])),
            { anchor: anchor.current, to },
          )
        : toggleMark(grid.selectedIds, to),
    );
    anchor.current = to;
  };

  /** True when the key was for the line itself. */
  const onKey = (event: KeyboardEvent, { line: at, column }: GridPlace): boolean => {
    if (event.key === 'Escape' && grid.selected.length > 0) {
      grid.select(new Set());
      return true;
    }
    if (isSelectable && (event.ctrlKey || event.metaKey) && event.code === 'KeyA') {
      grid.select(new Set(grid.seen.map(idOf)));
      return true;
    }
    const line = grid.lines[at];
    if (line?.kind === 'group') {
      const isFoldKey =
        event.key === 'Enter' ||
        event.key === ' ' ||
        (event.key === 'ArrowRight' && line.isFolded) ||
        (event.key === 'ArrowLeft' && !line.isFolded);
      if (isFoldKey) fold(line.group.id);
      return isFoldKey;
    }
    if (line === undefined) return false;
    const isAsGiven =
      grid.view.sort === null && grid.search === '' && Object.keys(grid.view.filters).length === 0;
    const isTaken = onRowKey?.(line.row, event, isAsGiven) === true;
    follow(isTaken ? idOf(line.row) : null);
    if (isTaken) return true;
    if (event.key === ' ') {
      if (isSelectable) select(line.row, event.shiftKey);
      return true;
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (isSelectable && event.shiftKey && step !== 0) {
      const passed = [line, grid.lines[at + step]].flatMap((each) =>
        each?.kind === 'row' ? [idOf(each.row)] : [],
      );
      grid.select(new Set([...grid.selectedIds, ...passed]));
      return false;
    }
    if (event.key !== 'Enter' || onOpen === undefined || (isSelectable && column === 0)) return false;
    onOpen(line.row);
    return true;
  };

  const onClick = (event: MouseEvent<HTMLElement>) => {
    if (!(event.target instanceof Element) || !event.currentTarget.contains(event.target)) return;
    const line = grid.lines[Number(event.target.closest<HTMLElement>('[data-line]')?.dataset['line'] ?? -1)];
    if (line === undefined) return;
    if (line.kind === 'group') return fold(line.group.id);
    if (event.target.closest('.grid-select') !== null) return select(line.row, event.shiftKey);
    const isElsewhere = event.target.closest('a, button, input, label, select, textarea') !== null;
    // Whoever is marking words with the mouse does not want the row to open.
    if (isElsewhere || window.getSelection()?.isCollapsed === false) return;
    onOpen?.(line.row);
  };

  const onCopy = (event: ClipboardEvent) => {
    if (grid.selected.length === 0 || window.getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', toTsv(seenTable(grid.shownColumns, grid.selected), language));
  };
  return { onKey, onClick, onCopy };
}

/** Keys typed in a field inside a cell, or in a popover drawn elsewhere, are not the grid's. */
function isOwnKey(event: KeyboardEvent<HTMLElement>): boolean {
  const target = event.target;
  if (!(target instanceof HTMLElement) || !event.currentTarget.contains(target)) return false;
  const isInner = target.dataset['column'] === undefined;
  if (isInner) return event.key.startsWith('Arrow') && !target.matches('input, select, textarea');
  // The buttons of the head act on Enter and Space by themselves.
  return !(target instanceof HTMLButtonElement && (event.key === 'Enter' || event.key === ' '));
}

function placeOf(target: EventTarget): GridPlace | null {
  if (!(target instanceof HTMLElement)) return null;
  const line = target.closest<HTMLElement>('[data-line]')?.dataset['line'];
  const column = target.closest<HTMLElement>('[data-column]')?.dataset['column'];
  if (line === undefined || column === undefined) return null;
  return { line: Number(line), column: column === 'all' ? 0 : Number(column) };
}

/** Space before each drawn line for the lines left out above it. */
function withGaps(items: readonly { index: number; start: number; end: number }[]) {
  return items.map((item, at) => ({ index: item.index, gapPx: item.start - (items[at - 1]?.end ?? 0) }));
}

function Gap({ heightPx }: { readonly heightPx: number }) {
  return (
    <tr aria-hidden className="grid-gap" style={{ height: heightPx }}>
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- empty space, hidden from readers */}
      <td role="presentation" />
    </tr>
  );
}

function tableWidthPx<Row>(grid: GridState<Row>, isSelectable: boolean): number {
  return grid.shownColumns.reduce((sum, column, at) => sum + columnWidth(column, at), isSelectable ? 40 : 0);
}

/** As wide as was asked for, and never so narrow that a word of the head would break. */
function columnWidth<Row>({ widthPx, title }: GridColumn<Row>, at: number): number {
  const longestWord = Math.max(...title.split(/[\s-]/).map((word) => word.length));
  return Math.max(
    widthPx ?? (at === 0 ? firstColumnWidthPx : columnWidthPx),
    longestWord * headLetterPx + headRestPx,
  );
}
