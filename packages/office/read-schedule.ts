import type { ScheduleSource } from '@opora/domain/basics/schedule-source.ts';
import type { SheetCell, SheetTable } from '@opora/domain/basics/sheet-table.ts';
import type { SourceTable } from '@opora/domain/basics/source-document.ts';
import { FileRefusal } from '@opora/domain/basics/file-refusal.ts';
import { detectFormat } from './detect-format.ts';
import { type CalendarBounds, readCalendar } from './read-calendar.ts';
import { readFile, type ReadOptions } from './read-file.ts';
import { readLimits } from './read-limits.ts';
import { readSheets } from './read-sheets.ts';

/**
 * A schedule out of a calendar (ICS), a table file (XLSX, XLS, ODS, CSV) or the tables of a document (DOCX, PDF, ODT, RTF, DOC, HTML).
 * Whatever the bytes are, the answer is a schedule or a `FileRefusal`.
 */
export async function readSchedule(
  bytes: Uint8Array,
  bounds: CalendarBounds,
  options: ReadOptions = {},
): Promise<ScheduleSource> {
  if (bytes.length === 0) throw new FileRefusal('empty-file');
  const limits = { ...readLimits, ...options.limits };
  if (bytes.length > limits.fileBytes) {
    throw new FileRefusal('too-large', { limit: limits.fileBytes, found: bytes.length });
  }
  const file = await detectFormat(bytes, limits);
  switch (file.format) {
    case 'calendar':
      return readCalendar(file.text, bounds);
    case 'text':
    case 'xlsx':
    case 'xls':
    case 'ods':
      return { kind: 'tables', sheets: await readSheets(bytes, limits) };
    case 'picture':
      throw new FileRefusal('picture-not-document');
    case 'docx':
    case 'odt':
    case 'rtf':
    case 'doc':
    case 'pdf':
    case 'html': {
      const { blocks } = await readFile(bytes, options);
      const tables = blocks.filter((block) => block.kind === 'table');
      if (tables.length === 0) throw new FileRefusal('not-a-table');
      return { kind: 'tables', sheets: tables.map(sheetOf) };
    }
  }
}

/** A cell over several rows stands in each of them, as in a table file. */
function sheetOf(table: SourceTable): SheetTable {
  const rows: SheetCell[][] = table.rows.map(() => Array.from({ length: table.columnCount }, () => null));
  table.rows.forEach(({ cells }, at) => {
    for (const cell of cells) {
      const text = cell.text.trim() === '' ? null : cell.text.trim();
      for (const row of rows.slice(at, at + cell.rowSpan)) row[cell.column] = text;
    }
  });
  return { name: '', rows };
}
