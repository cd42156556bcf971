import type { GridRow } from './sheet-grid.ts';

/** Titles of sections are fewer lines than stand between two tables: an annex has its mark and a title. */
const WORDS_INSIDE_MAX = 3;
/** After a blank row a row of less than this share of the table's width is a signature or the like. */
const FULL_SHARE = 0.6;
/** Approvals stand side by side in few blocks and few rows. */
const BLOCKS_MAX = 3;
const BLOCK_ROWS_MAX = 8;

/** What is known of the table so far. */
type Shape = {
  rows: number;
  /** Rows of more than two cells. */
  wideRows: number;
  /** Columns at which a filled cell begins. */
  readonly columns: Set<number>;
  first: number;
  second: number;
  width: number;
  /** Letters of the longest text in the first column. */
  longest: number;
};

/** What has been passed since the last row of the table. */
type Gap = { readonly words: number; readonly isBlank: boolean };

/** One past the last row of the table that begins at `start`; the row after `start` where none begins there. */
export function tableEnd(rows: readonly GridRow[], start: number): number {
  const first = rows[start];
  if (first === undefined || first.filled.length < 2) return start + 1;
  const shape: Shape = {
    rows: 0,
    wideRows: 0,
    columns: new Set(),
    first: Infinity,
    second: Infinity,
    width: 0,
    longest: 0,
  };
  take(shape, first);
  let end = start + 1;
  let gap: Gap = { words: 0, isBlank: false };
  for (let at = end; at < rows.length && gap.words <= WORDS_INSIDE_MAX; at += 1) {
    const row = rows[at];
    if (row === undefined) break;
    const isWords = row.filled.length === 1 && !row.isCovered;
    if (row.filled.length === 0 && !row.isCovered) gap = { ...gap, isBlank: true };
    else if (isWords ? !goesOnBelow(shape, row, gap) : isLooseEnd(shape, row, gap)) {
      gap = { ...gap, words: gap.words + 1 };
    } else if ((gap.words > 0 || gap.isBlank) && !keepsColumns(shape, rows, at)) break;
    else {
      take(shape, row);
      end = at + 1;
      gap = { words: 0, isBlank: false };
    }
  }
  return end;
}

function take(shape: Shape, row: GridRow): void {
  shape.rows += 1;
  if (row.filled.length > 2) shape.wideRows += 1;
  shape.width = Math.max(shape.width, covered(row));
  for (const { column, text } of row.filled) {
    if (column < shape.first) [shape.first, shape.second] = [column, shape.first];
    else if (column > shape.first) shape.second = Math.min(shape.second, column);
    shape.columns.add(column);
    if (column === shape.first) shape.longest = Math.max(shape.longest, text.length);
  }
}

/** The rest of a cell above, or a line of a block that is longer than its neighbour: no title of what follows. */
function goesOnBelow(shape: Shape, row: GridRow, gap: Gap): boolean {
  const [only] = row.filled;
  if (only === undefined || gap.isBlank || gap.words > 0 || !shape.columns.has(only.column)) return false;
  for (let column = only.column + 1; column < only.column + only.columnSpan; column += 1)
    if (shape.columns.has(column)) return false;
  const isTitle = only.column === shape.first || (only.column === shape.second && shape.columns.size > 2);
  if (!isTitle) return true;
  return (
    shape.columns.size <= BLOCKS_MAX && shape.rows <= BLOCK_ROWS_MAX && only.text.length <= shape.longest
  );
}

/** After a blank row: too narrow to go on with the table, though wider rows may follow. */
const isLooseEnd = (shape: Shape, row: GridRow, gap: Gap): boolean =>
  gap.isBlank && !row.isCovered && covered(row) < FULL_SHARE * shape.width;

/**
 * After titles or a blank row the table goes on only in its own columns. Rows of a label and a text after rows of more cells
 * are a table of their own, and so is anything after such rows.
 */
function keepsColumns(shape: Shape, rows: readonly GridRow[], at: number): boolean {
  const row = rows[at];
  if (row === undefined || shape.columns.size < 3) return false;
  if (isPair(row) && isPair(nextFilled(rows, at)) && shape.wideRows * 2 > shape.rows) return false;
  const known = row.filled.filter(({ column }) => shape.columns.has(column)).length;
  const added = row.filled.length - known;
  return added === 0 || (added === 1 && known >= 3);
}

const isPair = (row: GridRow | undefined): boolean => row?.filled.length === 2 && !row.isCovered;

function nextFilled(rows: readonly GridRow[], at: number): GridRow | undefined {
  for (let next = at + 1; next < rows.length; next += 1)
    if (rows[next]?.filled.length !== 0) return rows[next];
  return undefined;
}

const covered = (row: GridRow): number => row.filled.reduce((sum, cell) => sum + cell.columnSpan, 0);
