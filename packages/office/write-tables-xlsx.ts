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

/** From this width a text is long enough to be wrapped. */
const longWidth = 40;

/** Only where it matters: a style of its own for each of a hundred thousand cells takes longer than all the rest. */
function stylesOf(columns: WrittenSheet['columns'], rows: WrittenSheet['rows']): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  for (const [column, { width, isShare }] of columns.entries()) {
    const alignment = { wrapText: true, vertical: 'top' as const };
    cells.set(`0,${column}`, { style: { font: { bold: true }, alignment } });
    const style = isShare === true ? { numFmt: '0 %' } : width >= longWidth ? { alignment } : null;
    if (style === null) continue;
    for (let row = 1; row <= rows.length; row += 1) cells.set(`${row},${column}`, { style });
  }
  return cells;
}
