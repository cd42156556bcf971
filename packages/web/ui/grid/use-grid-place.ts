import { useEffect, useRef, useState, type RefObject } from 'react';
import type { GridLine } from './arrange-rows.ts';
import type { GridPlace } from './grid-keyboard.ts';

/** Where the keyboard stands in the grid. One cell is in the tab order; arrows move it and the focus follows. */
export function useGridPlace(table: RefObject<HTMLTableElement | null>, lines: number) {
  const [kept, setPlace] = useState<GridPlace>({ line: 0, column: 0 });
  const isToFocus = useRef(false);
  const place = { ...kept, line: Math.min(kept.line, lines - 1) };

  useEffect(() => {
    if (!isToFocus.current) return;
    isToFocus.current = false;
    const line = table.current?.querySelector(`[data-line="${place.line}"]`);
    const cell = line?.querySelector<HTMLElement>(`[data-column="${place.column}"], [data-column="all"]`);
    cell?.focus();
  });

  return {
    place,
    moveTo: (next: GridPlace) => {
      isToFocus.current = true;
      setPlace(next);
    },
    /** The focus is already there (a click, Tab): only remember it. */
    standAt: setPlace,
  };
}

type Following<Row> = {
  readonly table: RefObject<HTMLTableElement | null>;
  readonly lines: readonly GridLine<Row>[];
  readonly idOf: (row: Row) => string;
  readonly onMoved: (line: number) => void;
};

/** Keeps the keyboard on a row that its own key has moved: the answer says which row, null for none. */
export function useFollowedRow<Row>(following: Following<Row>): (id: string | null) => void {
  const followed = useRef<string | null>(null);
  const { lines } = following;
  useEffect(() => {
    const focused = document.activeElement;
    // A moved element has lost the focus to the page; another one that has it keeps it.
    const isOurs = focused === document.body || following.table.current?.contains(focused) === true;
    if (followed.current === null || !isOurs) return;
    const at = lines.findIndex(
      (line) => line.kind === 'row' && following.idOf(line.row) === followed.current,
    );
    if (at >= 0) following.onMoved(at);
    // oxlint-disable-next-line react/exhaustive-deps -- only when the lines have changed
  }, [lines]);
  return (id) => {
    followed.current = id;
  };
}
