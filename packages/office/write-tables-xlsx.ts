import type { Cell, CellValue } from 'hucre';
import { rangeRef, writeXlsx } from 'hucre/xlsx';

/** A sheet as it is to be written; a number stays a number, null is an empty cell. */
export type WrittenSheet = {
  /** At most 31 letters, none of []:*?/\. */
  readonly name: string;
  /** `width` in characters. */
  readonly columns: readonly { readonly title: string; readonly width: number; readonly isShare?: boolean }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
};

/** Tables as sheets of one workbook: the head stays in sight and filters, texts are never run as formulas. */
export async function writeTablesXlsx(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(({ name, columns, rows }) => ({
      name,
      columns: columns.map(({ width }) => ({ width })),
      rows: [columns.map(({ title }) => title), ...rows.map((row): CellValue[] => [...row])],
      cells: stylesOf(columns, rows),
      freezePane: { rows: 1 },
      ...(columns.length < 2
        ? {}
        : { autoFilter: { range: rangeRef(0, 0, rows.length, columns.length - 1) } }),
      pageSetup: {
        paperSize: 'a4' as const,
        orientation: 'landscape' as const,
        fitToWidth: 1,
        fitToHeight: 0,
        printTitlesRow: '1:1',
      },
    })),
  });
}

function stylesOf(columns: WrittenSheet['columns'], rows: WrittenSheet['rows']): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  for (const [row, values] of [columns.map(({ title }) => title), ...rows].entries())
    for (const [column, value] of values.entries())
      cells.set(`${row},${column}`, {
        style: {
          font: { bold: row === 0 },
          alignment: { wrapText: true, vertical: 'top' },
          ...(typeof value === 'string' ? { numFmt: '@' } : {}),
          ...(typeof value === 'number' && columns[column]?.isShare === true ? { numFmt: '0 %' } : {}),
        },
      });
  return cells;
}
