import type {
  SourceBlock,
  SourceCell,
  SourceParagraph,
  SourcePlace,
  SourceRow,
  SourceTable,
} from '@opora/domain/basics/source-document.ts';
import type { Sheet } from 'hucre';
import { gridRows, type GridRow } from './sheet-grid.ts';
import { tableEnd } from './sheet-table.ts';

/** What a grid is besides its rows: the name of its sheet, rows printed on each page, how a cell is aligned. */
export type GridLook = {
  readonly sheet: string | null;
  readonly titles: { readonly from: number; readonly to: number };
  readonly alignmentAt: (row: number, column: number) => string | undefined;
};

export function sheetBlocks(sheet: Sheet, tablesBefore: number): SourceBlock[] {
  const look: GridLook = {
    sheet: sheet.name,
    titles: printTitles(sheet),
    alignmentAt: (row, column) => sheet.cells?.get(`${row - 1},${column}`)?.style?.alignment?.horizontal,
  };
  return gridBlocks(gridRows(sheet), look, tablesBefore);
}

/**
 * Divides a grid into words and tables in their order: rows of several cells that keep the same columns are a table with the
 * titles inside it, everything else is words. `tablesBefore` is the number of tables in the sheets before.
 */
export function gridBlocks(rows: readonly GridRow[], look: GridLook, tablesBefore: number): SourceBlock[] {
  const blocks: SourceBlock[] = [];
  let tables = tablesBefore;
  for (let at = 0; at < rows.length;) {
    const end = tableEnd(rows, at);
    const run = rows.slice(at, end);
    if (isTable(run)) {
      for (const part of partsBeside(run)) {
        tables += 1;
        blocks.push(table(part, look, tables));
      }
    } else blocks.push(...run.flatMap((row) => rowParagraph(row, look)));
    at = end;
  }
  return blocks;
}

const HEAD_ROWS_MAX = 3;

/** Tables side by side on one sheet: a blank column between them, and the numbers of the rows begin anew after it. */
function partsBeside(run: readonly GridRow[]): (readonly GridRow[])[] {
  const width = run.reduce((most, row) => Math.max(most, rowWidth(row)), 0);
  const isFilled = Array.from({ length: width }, (_, column) =>
    run.some(({ filled }) =>
      filled.some((cell) => cell.column <= column && column < cell.column + cell.columnSpan),
    ),
  );
  const starts = isFilled.flatMap((filled, column) =>
    filled && column > 0 && !isFilled[column - 1] && beginsTable(run, column) ? [column] : [],
  );
  return [0, ...starts].map((from, index) => {
    const next = starts[index];
    const to = next === undefined ? width : isFilled.lastIndexOf(true, next - 1) + 1;
    const within = (cell: SourceCell): boolean => cell.column >= from && cell.column < to;
    const moved = (cell: SourceCell): SourceCell => ({ ...cell, column: cell.column - from });
    return run
      .map((row) => ({
        ...row,
        cells: row.cells.filter(within).map(moved),
        filled: row.filled.filter(within).map(moved),
      }))
      .filter(({ filled }) => filled.length > 0 || starts.length === 0);
  });
}

const beginsTable = (run: readonly GridRow[], column: number): boolean =>
  run
    .slice(0, HEAD_ROWS_MAX)
    .some(({ filled }) => filled.some((cell) => cell.column === column && /^(?:№|п\/п)/u.test(cell.text)));

/** One row by itself is a line, unless its cells hold blocks of lines that stand side by side. */
const isTable = (run: readonly GridRow[]): boolean =>
  run.length > 1 || (run[0]?.filled ?? []).filter(({ text }) => text.includes('\n')).length > 1;

function table(run: readonly GridRow[], look: GridLook, number: number): SourceTable {
  const { titles } = look;
  return {
    kind: 'table',
    rows: run.map((row, i): SourceRow => ({
      cells: row.cells,
      repeatedHead: row.number >= titles.from && row.number <= titles.to,
      place: rowPlace(row.number, number, i + 1),
    })),
    columnCount: run.reduce((most, row) => Math.max(most, rowWidth(row)), 0),
    structure: 'grid',
    sheet: look.sheet,
    place: { ...rowPlace(run[0]?.number ?? 1, number, null), lastLine: run.at(-1)?.number ?? 1 },
  };
}

/** Rows that are printed on each page, as «$4:$5»; an empty span when there are none. */
function printTitles(sheet: Sheet): { readonly from: number; readonly to: number } {
  const rows = /^\$?(\d+):\$?(\d+)$/.exec(sheet.pageSetup?.printTitlesRow ?? '');
  return { from: Number(rows?.[1] ?? 1), to: Number(rows?.[2] ?? 0) };
}

function rowParagraph({ number, filled }: GridRow, look: GridLook): SourceParagraph[] {
  const first = filled[0];
  if (first === undefined) return [];
  const align = look.alignmentAt(number, first.column);
  return [
    {
      kind: 'paragraph',
      text: filled.map((cell) => cell.text).join('\t'),
      label: null,
      headingLevel: null,
      alignment: align === 'left' || align === 'center' || align === 'right' ? align : null,
      place: rowPlace(number, null, null),
    },
  ];
}

function rowWidth(row: GridRow): number {
  const last = row.cells.at(-1);
  return last ? last.column + last.columnSpan : 0;
}

/** `line` is the row of the sheet, so that it can be found there; `row` that of the table. */
function rowPlace(line: number, table: number | null, row: number | null): SourcePlace {
  return { line, lastLine: line, page: null, table, row };
}
