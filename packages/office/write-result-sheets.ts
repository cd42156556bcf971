import type { Cell, CellValue } from 'hucre';
import { rangeRef, writeXlsx } from 'hucre/xlsx';
import type { ResultSheet } from '@opora/domain/results/result-sheet.ts';

const widths = { text: 36, count: 14, share: 14 } as const;
const formats = { text: '@', count: '0', share: '0.0%' } as const;

/** Tables of results as a workbook: notes over each head, counts and shares as numbers, everything else as text that is never run as a formula. */
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
        columns: sheet.columns.map(({ kind }) => ({ width: widths[kind] })),
        rows,
        cells: styles(sheet),
        freezePane: { rows: head + 1, columns: 1 },
        autoFilter: { range: rangeRef(head, 0, rows.length - 1, Math.max(0, sheet.columns.length - 1)) },
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

function styles({ notes, columns, rows }: ResultSheet): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  notes.forEach((_, row) => cells.set(`${row},0`, { style: { font: { italic: true } } }));
  for (const [at, { kind }] of columns.entries()) {
    cells.set(`${notes.length},${at}`, {
      style: { font: { bold: true }, alignment: { wrapText: true, vertical: 'top' } },
    });
    for (let row = 0; row < rows.length; row += 1) {
      const isNumber = typeof rows[row]?.[at] === 'number';
      cells.set(`${notes.length + 1 + row},${at}`, {
        style: isNumber
          ? { numFmt: formats[kind] }
          : { numFmt: '@', ...(kind === 'text' ? {} : { alignment: { horizontal: 'right' } }) },
      });
    }
  }
  return cells;
}
