/** A place in the grid: line −1 is the head, columns count from 0. */
export type GridPlace = { readonly line: number; readonly column: number };

type GridSize = { readonly lines: number; readonly columns: number; readonly pageLines: number };

/** Where a key takes the reader (WAI-ARIA grid pattern), or null when the key does not move. Never outside the grid. */
export function movePlace(
  place: GridPlace,
  pressed: { readonly key: string; readonly ctrlKey: boolean },
  size: GridSize,
): GridPlace | null {
  const moved = step(place, pressed, size);
  if (moved === null) return null;
  return {
    line: clamp(moved.line, -1, size.lines - 1),
    column: clamp(moved.column, 0, size.columns - 1),
  };
}

function step(
  { line, column }: GridPlace,
  { key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean },
  size: GridSize,
): GridPlace | null {
  switch (key) {
    case 'ArrowDown':
      return { line: line + 1, column };
    case 'ArrowUp':
      return { line: line - 1, column };
    case 'ArrowRight':
      return { line, column: column + 1 };
    case 'ArrowLeft':
      return { line, column: column - 1 };
    case 'PageDown':
      return { line: line + size.pageLines, column };
    case 'PageUp':
      return { line: Math.max(0, line - size.pageLines), column };
    case 'Home':
      return ctrlKey ? { line: 0, column: 0 } : { line, column: 0 };
    case 'End':
      return { line: ctrlKey ? size.lines - 1 : line, column: size.columns - 1 };
    default:
      return null;
  }
}

const clamp = (value: number, min: number, max: number): number => Math.max(min, Math.min(max, value));
