import { FileRefusal } from '@opora/domain/basics/file-refusal.ts';
import type { SheetCell, SheetTable } from '@opora/domain/basics/sheet-table.ts';
import type { SourceDocument, SourceTable } from '@opora/domain/basics/source-document.ts';
import type { CellValue, Sheet } from 'hucre';
import { detectFormat } from './detect-format.ts';
import { openWorkbook } from './open-workbook.ts';
import { readDelimited } from './read-delimited.ts';
import { readHtml } from './read-html.ts';
import { readLimits, type ReadLimits } from './read-limits.ts';

/**
 * The cells of a table file (XLSX, XLS, ODS, CSV, a web page of tables as journals save it under the name of a workbook) as values, for data and not for documents: a number keeps all its digits, a date is
 * `YYYY-MM-DD`, and a cell merged downwards stands in each of its rows. Throws `FileRefusal` for anything else. `tell` is told shares
 * of a workbook from 0 to 1 while it is opened.
 */
export async function readSheets(
  bytes: Uint8Array,
  own: Partial<ReadLimits> = {},
  tell: (share: number) => void = () => undefined,
): Promise<readonly SheetTable[]> {
  const limits = { ...readLimits, ...own };
  if (bytes.length === 0) throw new FileRefusal('empty-file');
  if (bytes.length > limits.fileBytes) {
    throw new FileRefusal('too-large', { limit: limits.fileBytes, found: bytes.length });
  }
  const file = await detectFormat(bytes, limits);
  switch (file.format) {
    case 'xlsx':
    case 'ods':
    case 'xls': {
      const { sheets } = await openWorkbook(bytes, file, limits, tell);
      return sheets.filter(isShown).map((sheet) => ({ name: sheet.name, rows: rowsOf(sheet) }));
    }
    case 'text':
      return [{ name: '', rows: readDelimited(file.text).map((row) => row.map(plainText)) }];
    case 'html':
      return [{ name: '', rows: pageRows(readHtml(file.text, limits)) }];
    case 'calendar':
      throw new FileRefusal('not-a-table');
    case 'picture':
      throw new FileRefusal('picture-not-document');
    case 'docx':
    case 'odt':
    case 'rtf':
    case 'doc':
    case 'pdf':
      throw new FileRefusal('not-a-table');
  }
}

const isShown = (sheet: Sheet): boolean => sheet.hidden !== true && sheet.veryHidden !== true;

function rowsOf(sheet: Sheet): SheetCell[][] {
  const rows = Array.from(sheet.rows, (row, at) =>
    Array.from(row ?? [], (value, column) =>
      value === 1 && isPercent(sheet, at, column) ? '100 %' : plain(value ?? null),
    ),
  );
  for (const { startRow, startCol, endRow } of sheet.merges ?? []) {
    const value = rows[startRow]?.[startCol] ?? null;
    for (let row = startRow + 1; row <= Math.min(endRow, rows.length - 1); row += 1) {
      const cells = rows[row];
      if (cells !== undefined) cells[startCol] = value;
    }
  }
  return withoutEmptyEnd(rows);
}

/** 0,5 in a percent format is a share whatever is read; 1 would be taken for one. */
const isPercent = ({ cells }: Sheet, row: number, column: number): boolean =>
  cells?.get(`${row},${column}`)?.style?.numFmt?.includes('%') ?? false;

/** Tables of a page and the words between them, one below another: what a table is of stands above it. */
function pageRows({ blocks }: SourceDocument): SheetCell[][] {
  return blocks.flatMap((block) => (block.kind === 'table' ? tableRows(block) : [[plainText(block.text)]]));
}

/** A cell that reaches down stands in each of its rows. */
function tableRows({ rows, columnCount }: SourceTable): SheetCell[][] {
  const laid = rows.map(() => Array.from({ length: columnCount }, (): SheetCell => null));
  for (const [at, { cells }] of rows.entries()) {
    for (const { column, rowSpan, text } of cells) {
      for (const row of laid.slice(at, at + rowSpan)) row[column] = plainText(text);
    }
  }
  return laid;
}

/** A format laid over a whole sheet makes a million empty rows. */
function withoutEmptyEnd(rows: SheetCell[][]): SheetCell[][] {
  return rows.slice(0, rows.findLastIndex((row) => row.some((cell) => cell !== null)) + 1);
}

function plain(value: CellValue): SheetCell {
  if (typeof value === 'string') return plainText(value);
  if (typeof value === 'boolean') return value ? 'да' : 'нет';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  return value;
}

/** Null for nothing but spaces. No database keeps a zero character or half of a surrogate pair. */
function plainText(text: string): string | null {
  const clean = text.replaceAll('\0', '').toWellFormed().trim();
  return clean === '' ? null : clean;
}
