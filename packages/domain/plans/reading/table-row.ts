import type { SourcePlace, SourceTable } from '../../basics/source-document.ts';
import { cleanText } from './printed-text.ts';

/** A row with every merged cell written out: what a vertical merge covers is repeated in each row it covers. */
export type TableRow = {
  readonly cells: readonly RowCell[];
  readonly repeatedHead: boolean;
  readonly place: SourcePlace;
};

export type RowCell = {
  readonly column: number;
  readonly span: number;
  readonly text: string;
  /** True where the text stands in a row above and reaches here by a vertical merge. */
  readonly inherited: boolean;
};

export function tableRows(table: SourceTable): TableRow[] {
  let open: { cell: RowCell; rowsLeft: number }[] = [];
  return table.rows.map((row) => {
    const printed = row.cells.map((cell) => ({
      cell: { column: cell.column, span: cell.columnSpan, text: cleanText(cell.text), inherited: false },
      rowsLeft: cell.rowSpan - 1,
    }));
    const covered = open.filter(({ cell }) => !printed.some((other) => other.cell.column === cell.column));
    open = [...printed, ...covered.map(({ cell, rowsLeft }) => ({ cell, rowsLeft: rowsLeft - 1 }))].filter(
      ({ rowsLeft }) => rowsLeft > 0,
    );
    const cells = [
      ...printed.map(({ cell }) => cell),
      ...covered.map(({ cell }) => ({ ...cell, inherited: true })),
    ];
    return {
      cells: cells.sort((a, b) => a.column - b.column),
      repeatedHead: row.repeatedHead,
      place: row.place,
    };
  });
}

/** The cell whose grid columns include `column`. */
export function cellAt(row: TableRow, column: number): RowCell | null {
  return row.cells.find((cell) => cell.column <= column && column < cell.column + cell.span) ?? null;
}

export const textAt = (row: TableRow, column: number): string => cellAt(row, column)?.text ?? '';

export const filledCells = (row: TableRow | undefined): RowCell[] =>
  (row?.cells ?? []).filter((cell) => cell.text !== '');

export const isBlankRow = (row: TableRow): boolean =>
  row.cells.every((cell) => cell.text === '' || cell.inherited);
