import type { Cell, CellStyle, CellValue } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import type { FormSheet } from '@opora/domain/indicators/form-sheet.ts';

const widths = [9, 60, 22, 14, 14, 18, 60];

/** The form as a workbook to be filled in a spreadsheet: only the cells of values are open, numbers are numbers. */
export function writeFormXlsx(sheets: readonly FormSheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map((sheet) => {
      const head = sheet.notes.length;
      const rows: CellValue[][] = [
        ...sheet.notes.map((note): CellValue[] => [note]),
        [...sheet.titles],
        ...sheet.rows.map((row) => row.map(({ value }) => value)),
      ];
      return {
        name: sheet.name,
        columns: widths.map((width) => ({ width })),
        rows,
        cells: stylesOf(sheet),
        freezePane: { rows: head + 1, columns: 2 },
        // Rows may be moved and widths changed: the codes tell where each belongs.
        protection: { sheet: true, formatColumns: false, formatRows: false, sort: false, deleteRows: false },
        pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 },
      };
    }),
  });
}

function stylesOf({ notes, titles, rows }: FormSheet): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  const put = (row: number, column: number, style: CellStyle) => cells.set(`${row},${column}`, { style });
  notes.forEach((_, row) => put(row, 0, { font: { italic: true } }));
  titles.forEach((_, at) => put(notes.length, at, { font: { bold: true }, fill: grey, alignment: wrap }));
  for (const [row, line] of rows.entries()) {
    for (const [column, { isOpen, isText }] of line.entries())
      put(notes.length + 1 + row, column, isText ? textStyle : isOpen ? openStyle : lockedStyle);
  }
  return cells;
}

const wrap = { wrapText: true, vertical: 'top' } as const;
const grey = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF1F3F5' } } as const;
const lockedStyle: CellStyle = { alignment: wrap, fill: grey };
const openStyle: CellStyle = {
  alignment: { horizontal: 'right', vertical: 'top' },
  protection: { locked: false },
};
const textStyle: CellStyle = { ...openStyle, numFmt: '@' };
