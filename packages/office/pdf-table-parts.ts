import type { DrawnTable } from './pdf-layout.ts';
import { appendText } from './pdf-joined-text.ts';
import { joinLines } from './pdf-paragraphs.ts';
import type { Vocabulary } from './pdf-words.ts';

/** A table with its text, all columns numbered by the edges it has over all its pages. */
export type FilledTable = {
  readonly columnEdges: readonly number[];
  readonly rows: readonly FilledRow[];
  /** Its first row goes on from the page before, its last one on the next page: no border is drawn between. */
  readonly openTop: boolean;
  readonly openBottom: boolean;
  readonly isDrawn: boolean;
};

export type FilledRow = {
  readonly page: number;
  readonly cells: readonly FilledCell[];
  readonly repeatedHead: boolean;
  /** It might have been cut otherwise. */
  readonly isUnclear: boolean;
};

export type FilledCell = {
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly text: string;
};

const EDGE_TOLERANCE = 3;

export function fillRows(table: DrawnTable, page: number, vocabulary: Vocabulary): FilledTable {
  const rowCount = table.grid.rowEdges.length - 1;
  const rows = Array.from({ length: rowCount }, (_, index): FilledRow => {
    const cells = table.cells
      .filter((cell) => cell.row === index)
      .map((cell) => ({
        column: cell.column,
        columnSpan: cell.columnSpan,
        rowSpan: cell.rowSpan,
        text: joinLines(cell.lines, { bounds: { ...cell, indent: null }, vocabulary, inCell: true })
          .map((paragraph) => paragraph.text)
          .join('\n'),
      }));
    const isUnclear = table.grid.unclearRows?.includes(index) === true;
    return { page, cells, repeatedHead: false, isUnclear };
  });
  const { columnEdges, openTop, openBottom, isDrawn } = table.grid;
  return { columnEdges, rows, openTop, openBottom, isDrawn };
}

/** The table with its part on the next page, or null when the columns show that they are two tables. */
export function joinParts(
  first: FilledTable,
  second: FilledTable,
  vocabulary: Vocabulary,
): FilledTable | null {
  const columnEdges = first.isDrawn === second.isDrawn ? commonEdges(first, second) : null;
  if (!columnEdges) return null;
  const upper = onEdges(first, columnEdges).rows;
  const lower = onEdges(second, columnEdges).rows;
  const headCount = repeatedRows(upper, lower);
  const head = lower.slice(0, headCount).map((row) => ({ ...row, repeatedHead: true }));
  const texts = new Set(head.map(rowKey));
  const marked = upper.map((row, index) =>
    index < HEAD_ROWS_MAX && texts.has(rowKey(row)) ? { ...row, repeatedHead: true } : row,
  );
  const rest = lower.slice(headCount);
  const last = marked.at(-1);
  const next = rest[0];
  const table = {
    columnEdges,
    openTop: first.openTop,
    openBottom: second.openBottom,
    isDrawn: first.isDrawn,
  };
  const isOpen = first.openBottom && (second.openTop || headCount > 0);
  if (!last || !next || !(isOpen ? isSameShape(last, next) : isContinuation(last, next, first.isDrawn)))
    return { ...table, rows: [...marked, ...head, ...rest] };
  const joined = continueRow(last, next, vocabulary);
  return { ...table, rows: [...marked.slice(0, -1), joined, ...head, ...rest.slice(1)] };
}

const HEAD_ROWS_MAX = 5;

/** Edges of both when one has all the edges of the other: merged cells may hide an edge on one of the pages. */
function commonEdges(first: FilledTable, second: FilledTable): readonly number[] | null {
  const [many, few] =
    first.columnEdges.length >= second.columnEdges.length
      ? [first.columnEdges, second.columnEdges]
      : [second.columnEdges, first.columnEdges];
  if (!first.isDrawn) return many.length === few.length && isNear(many, few) ? many : null;
  const shift = (many[0] ?? 0) - (few[0] ?? 0);
  const isSubset = few.every((edge) =>
    many.some((other) => Math.abs(other - edge - shift) <= EDGE_TOLERANCE),
  );
  const sameEnd = Math.abs((many.at(-1) ?? 0) - (few.at(-1) ?? 0) - shift) <= EDGE_TOLERANCE;
  return isSubset && sameEnd && few.length > 2 ? many : null;
}

/** Edges told by the text alone lie anywhere in the gap. */
function isNear(first: readonly number[], second: readonly number[]): boolean {
  return first.every((edge, index) => Math.abs(edge - (second[index] ?? Infinity)) <= 5 * EDGE_TOLERANCE);
}

function onEdges(table: FilledTable, edges: readonly number[]): FilledTable {
  if (table.columnEdges.length === edges.length) return { ...table, columnEdges: edges };
  const shift = (edges[0] ?? 0) - (table.columnEdges[0] ?? 0);
  const position = (column: number): number => {
    const edge = (table.columnEdges[column] ?? 0) + shift;
    return edges.findIndex((each) => Math.abs(each - edge) <= EDGE_TOLERANCE);
  };
  const rows = table.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => {
      const column = position(cell.column);
      return { ...cell, column, columnSpan: position(cell.column + cell.columnSpan) - column };
    }),
  }));
  return { ...table, columnEdges: edges, rows };
}

function rowKey(row: FilledRow): string {
  return row.cells.map((cell) => `${cell.column}:${cell.text.replaceAll(/\s+/gu, ' ')}`).join('|');
}

/** How many rows at the top of the page only repeat the head; some tables repeat just its row of column numbers. */
function repeatedRows(upper: readonly FilledRow[], lower: readonly FilledRow[]): number {
  const heads = new Set(upper.slice(0, HEAD_ROWS_MAX).map(rowKey));
  const first = lower.findIndex((row) => !heads.has(rowKey(row)));
  return first === -1 ? 0 : first;
}

/**
 * Without a border missing, a row broken by the end of the page shows by going on without its number in mid-sentence. Where no
 * border is drawn at all its first text tells, for a new row begins with all its cells.
 */
function isContinuation(last: FilledRow, next: FilledRow, isDrawn: boolean): boolean {
  if (last.repeatedHead || next.cells.length < 2 || !isSameShape(last, next)) return false;
  const pairs = next.cells.map((cell, index) => ({ text: cell.text, above: last.cells[index]?.text ?? '' }));
  const filled = pairs.filter(({ text }) => text !== '');
  if (filled.length === 0 || filled.some(({ above }) => above === '')) return false;
  const goesOn = ({ text, above }: { text: string; above: string }): boolean =>
    /^\P{L}{0,2}\p{Ll}/u.test(text) && !/[.;:!?]$/u.test(above);
  const noNumber = next.cells[0]?.text === '' && last.cells[0]?.text !== '';
  if (noNumber) return filled.some(goesOn) || (!isDrawn && next.cells[1]?.text === '');
  return isDrawn ? filled.every(goesOn) : pairs.slice(0, 1).every(goesOn);
}

function isSameShape(last: FilledRow, next: FilledRow): boolean {
  return (
    last.cells.length === next.cells.length &&
    next.cells.every((cell, index) => {
      const above = last.cells[index];
      return above?.column === cell.column && above.columnSpan === cell.columnSpan && cell.rowSpan === 1;
    })
  );
}

function continueRow(last: FilledRow, next: FilledRow, vocabulary: Vocabulary): FilledRow {
  const cells = last.cells.map((cell, index) => {
    const more = next.cells[index]?.text ?? '';
    if (more === '') return cell;
    const text = /^\p{Lu}/u.test(more) ? `${cell.text}\n${more}` : appendText(cell.text, more, vocabulary);
    return { ...cell, text };
  });
  return { ...last, cells };
}
