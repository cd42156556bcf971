import type {
  SourceBlock,
  SourceCell,
  SourceDocument,
  SourcePlace,
  SourceTable,
} from '../../basics/source-document.ts';

/** A cell of a test table: its text, or text with the columns and rows it covers. */
export type TestCell = string | { readonly text: string; readonly columns?: number; readonly rows?: number };

const place = (line: number, table: number | null = null, row: number | null = null): SourcePlace => ({
  line,
  lastLine: line,
  page: null,
  table,
  row,
});

/** A document of lines and tables, numbered in their order. */
export function testDocument(...parts: readonly (string | SourceTable)[]): SourceDocument {
  const blocks = parts.flatMap((part, index): SourceBlock[] =>
    typeof part === 'string'
      ? part.split('\n').map((text) => ({
          kind: 'paragraph',
          text,
          label: null,
          headingLevel: null,
          alignment: null,
          place: place(index + 1),
        }))
      : [part],
  );
  return { format: 'docx', blocks, pageCount: null, notes: [] };
}

/** A table as a file keeps it: spans laid out, covered cells left out. `pages` gives the page of each row. */
export function gridTable(
  rows: readonly (readonly TestCell[])[],
  pages: readonly number[] = [],
): SourceTable {
  let covered: { column: number; rowsLeft: number }[] = [];
  const laidOut = rows.map((row, index) => {
    const taken = new Set(covered.map(({ column }) => column));
    covered = covered
      .map(({ column, rowsLeft }) => ({ column, rowsLeft: rowsLeft - 1 }))
      .filter(({ rowsLeft }) => rowsLeft > 0);
    let column = 0;
    const cells = row.map((given): SourceCell => {
      const { text, columns = 1, rows: down = 1 } = typeof given === 'string' ? { text: given } : given;
      while (taken.has(column)) column += 1;
      const cell = { column, columnSpan: columns, rowSpan: down, text };
      for (let at = column; at < column + columns; at++)
        if (down > 1) covered.push({ column: at, rowsLeft: down - 1 });
      column += columns;
      return cell;
    });
    return {
      cells,
      repeatedHead: false,
      place: { ...place(index + 1, 1, index + 1), page: pages[index] ?? null },
    };
  });
  return sourceTable(laidOut, 'grid');
}

/** A table out of a scan: a line for each row, `|` between the cells. */
export function tornTable(text: string): SourceTable {
  const rows = text.split('\n').map((line, index) => ({
    cells: line.split('|').map((cell, column) => ({ column, columnSpan: 1, rowSpan: 1, text: cell.trim() })),
    repeatedHead: false,
    place: place(index + 1, 1, index + 1),
  }));
  return sourceTable(rows, 'torn');
}

function sourceTable(rows: SourceTable['rows'], structure: SourceTable['structure']): SourceTable {
  const columnCount = Math.max(
    0,
    ...rows.flatMap((row) => row.cells.map((cell) => cell.column + cell.columnSpan)),
  );
  return { kind: 'table', rows, columnCount, structure, sheet: null, place: place(1, 1) };
}
