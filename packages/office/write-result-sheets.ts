import type { Cell, CellStyle, CellValue, ColumnDef } from 'hucre';
import { rangeRef, writeXlsx } from 'hucre/xlsx';
import type { ResultSheet } from '@opora/domain/results/result-sheet.ts';

/** Tables as a workbook: notes over each head, counts and shares as numbers, everything else as text that is never run as a formula. */
export function writeResultSheets(sheets: readonly ResultSheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map((sheet) => {
      const head = sheet.notes.length;
      const rows: CellValue[][] = [
        ...sheet.notes.map((note) => [note]),
        sheet.columns.map(({ title }) => title),
        ...sheet.rows.map((row) => [...row]),
      ];
      return {
        name: sheet.name,
        columns: sheet.columns.map(columnOf),
        rows,
        cells: headStyles(sheet),
        freezePane: { rows: head + 1, columns: sheet.columns.length > 1 ? 1 : 0 },
        ...(sheet.columns.length < 2
          ? {}
          : { autoFilter: { range: rangeRef(head, 0, rows.length - 1, sheet.columns.length - 1) } }),
        pageSetup: {
          paperSize: 'a4',
          orientation: 'landscape',
          fitToWidth: 1,
          fitToHeight: 0,
          printTitlesRow: `${head + 1}:${head + 1}`,
        },
      };
    }),
  });
}

const widths = { text: 36, count: 14, share: 14, number: 14 } as const;
const formats = { text: '@', count: '0', share: '0.0%', number: '0.00' } as const;

/** A style for a column and not for each of its cells: those of a hundred thousand cells take longer than all the rest. */
function columnOf({ kind, width = widths[kind] }: ResultSheet['columns'][number]): ColumnDef {
  const alignment: CellStyle['alignment'] =
    kind === 'text' ? { wrapText: true, vertical: 'top' } : { horizontal: 'right', vertical: 'top' };
  return { width, style: { numFmt: formats[kind], alignment } };
}

function headStyles({ notes, columns }: ResultSheet): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  notes.forEach((_, row) => cells.set(`${row},0`, { style: { font: { italic: true } } }));
  columns.forEach((_, at) =>
    cells.set(`${notes.length},${at}`, {
      style: { font: { bold: true }, alignment: { wrapText: true, vertical: 'top' } },
    }),
  );
  return cells;
}
