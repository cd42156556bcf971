import { FileRefusal } from '@opora/domain/basics/file-refusal.ts';
import type {
  SourceCell,
  SourcePlace,
  SourceRow,
  SourceTable,
} from '@opora/domain/basics/source-document.ts';

export type HtmlCell = { text: string; readonly columnSpan: number; readonly rowSpan: number };

export type HtmlRow = { readonly cells: HtmlCell[]; readonly head: boolean };

/** Wider tables are not read: the time to lay them out grows with the width. */
const mostColumns = 1000;

/** Lays out the cells of a web page's table on a grid, moving each past the cells that reach down from the rows above. */
export function htmlTable(rows: readonly HtmlRow[], number: number, firstLine: number): SourceTable {
  const reach: number[] = [];
  const laid = rows.map((row, r): SourceRow => {
    let column = 0;
    const cells = row.cells.map((cell): SourceCell => {
      while ((reach[column] ?? 0) > r) column += 1;
      const at = column;
      if (at + cell.columnSpan > mostColumns) throw new FileRefusal('too-many-cells', { limit: mostColumns });
      const rowSpan = Math.min(cell.rowSpan, rows.length - r);
      for (let i = 0; i < cell.columnSpan; i += 1) reach[at + i] = r + rowSpan;
      column = at + cell.columnSpan;
      return { column: at, columnSpan: cell.columnSpan, rowSpan, text: cell.text };
    });
    return { cells, repeatedHead: row.head, place: place(firstLine + r, number, r + 1) };
  });
  return {
    kind: 'table',
    rows: laid,
    columnCount: reach.length,
    structure: 'grid',
    sheet: null,
    place: { ...place(firstLine, number, null), lastLine: firstLine + Math.max(rows.length - 1, 0) },
  };
}

function place(line: number, table: number, row: number | null): SourcePlace {
  return { line, lastLine: line, page: null, table, row };
}
