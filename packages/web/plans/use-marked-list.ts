import { type KeyboardEvent, useRef, useState } from 'react';
import { markRange, toggleMark } from '../ui/grid/row-marks.ts';

export type MarkedList = {
  /** Marked ones among those shown: what is not seen is never acted upon. */
  readonly marked: readonly string[];
  readonly isMarked: (id: string) => boolean;
  /** `isRange`: everything from the one that was marked last. */
  readonly mark: (id: string, isRange: boolean) => void;
  readonly markAll: () => void;
  readonly clear: () => void;
  /** For the element around the boxes, each of which carries its id in `data-mark`. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

/** Marks in a list of boxes: Space and a click turn one over, Shift takes a run, arrows go from box to box. */
export function useMarkedList(ids: readonly string[]): MarkedList {
  const [marks, setMarks] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef<string | null>(null);
  const mark = (id: string, isRange: boolean) => {
    setMarks(isRange ? markRange(marks, ids, { anchor: anchor.current, to: id }) : toggleMark(marks, id));
    anchor.current = id;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const id = event.target instanceof HTMLElement ? event.target.dataset['mark'] : undefined;
    if (step === 0 || id === undefined) return;
    const next = ids[ids.indexOf(id) + step];
    if (next === undefined) return;
    event.preventDefault();
    if (event.shiftKey) {
      setMarks(new Set([...marks, id, next]));
      anchor.current = next;
    }
    event.currentTarget.querySelector<HTMLElement>(`[data-mark="${next}"]`)?.focus();
  };
  return {
    marked: ids.filter((id) => marks.has(id)),
    isMarked: (id) => marks.has(id),
    mark,
    markAll: () => setMarks(new Set(ids)),
    clear: () => setMarks(new Set()),
    onKeyDown,
  };
}
