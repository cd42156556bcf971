import type { Cell, CellValue } from 'hucre';
import { rangeRef, writeXlsx } from 'hucre/xlsx';
import type { SeenTable } from './delimited-text.ts';
import type { GridColumnKind, GridValue } from './grid-column.ts';

/** As a spreadsheet counts widths: characters of the digit 0. */
const widths: Readonly<Record<GridColumnKind, number>> = { text: 40, choice: 24, number: 14, date: 13 };

/**
 * The table as a sheet: numbers and days as typed cells, everything else as text that is never run as a formula. Loaded when somebody
 * asks for it.
 */
export async function writeTableXlsx(table: SeenTable, title: string): Promise<Uint8Array<ArrayBuffer>> {
  const { columns, rows } = table;
  const cells = rows.map((row) => row.map((value, at) => typed(value, columns[at]?.kind ?? 'text')));
  const bytes = await writeXlsx({
    sheets: [
      {
        name: sheetName(title),
        columns: columns.map(({ kind }) => ({ width: widths[kind] })),
        rows: [columns.map((column) => column.title), ...cells],
        cells: styles(table),
        freezePane: { rows: 1, columns: 1 },
        autoFilter: { range: rangeRef(0, 0, rows.length, Math.max(0, columns.length - 1)) },
        pageSetup: {
          paperSize: 'a4',
          orientation: 'landscape',
          fitToWidth: 1,
          fitToHeight: 0,
          printTitlesRow: '1:1',
        },
      },
    ],
  });
  // A browser's Blob takes bytes of an own buffer only, which the writer's type does not say.
  return new Uint8Array(bytes);
}

/** The sheet holds a date as a day; midnight UTC keeps it that day in every time zone. */
function typed(value: GridValue, kind: GridColumnKind): CellValue {
  return kind === 'date' && typeof value === 'string' ? new Date(`${value}T00:00:00Z`) : value;
}

function styles({ columns, rows }: SeenTable): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  for (let row = 0; row <= rows.length; row += 1) {
    for (const [at, { kind }] of columns.entries()) {
      cells.set(`${row},${at}`, {
        style: {
          font: { bold: row === 0 },
          alignment: { wrapText: true, vertical: 'top' },
          ...(row > 0 && kind === 'date' ? { numFmt: 'dd.mm.yyyy' } : {}),
          ...(row > 0 && (kind === 'text' || kind === 'choice') ? { numFmt: '@' } : {}),
        },
      });
    }
  }
  return cells;
}

/** Without what a spreadsheet refuses in the name of a sheet, at most 31 characters. */
function sheetName(title: string): string {
  const name = title
    .replaceAll(/[\\/?*:[\]]/g, ' ')
    .slice(0, 31)
    .replace(/^'+|'+$/g, '')
    .trim();
  return name === '' ? '1' : name;
}
