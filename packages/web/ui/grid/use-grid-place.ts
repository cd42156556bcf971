import { useEffect, useRef, useState, type RefObject } from 'react';
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
