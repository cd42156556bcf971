import type { SourceDocument, SourceNote } from '@opora/domain/basics/source-document.ts';
import type { Sheet, Workbook } from 'hucre';
import { openWorkbook, type WorkbookFile } from './open-workbook.ts';
import type { ReadLimits } from './read-limits.ts';
import { sheetBlocks } from './sheet-blocks.ts';

/** Reads all sheets of a workbook, the hidden ones too, each as the paragraphs over its table, the table and what is under it. */
export async function readWorkbook(
  bytes: Uint8Array,
  file: WorkbookFile,
  limits: ReadLimits,
): Promise<SourceDocument> {
  const workbook = await openWorkbook(bytes, file, limits);
  let tables = 0;
  const blocks = workbook.sheets.flatMap((sheet) => {
    const found = sheetBlocks(sheet, tables);
    if (found.some((block) => block.kind === 'table')) tables += 1;
    return found;
  });
  return { format: file.format, blocks, pageCount: null, notes: workbookNotes(workbook) };
}

function workbookNotes({ sheets }: Workbook): SourceNote[] {
  const hidden = sheets.reduce((sum, sheet) => sum + hiddenThings(sheet), 0);
  const pictures = sheets.reduce((sum, sheet) => sum + (sheet.images?.length ?? 0), 0);
  const counts: [SourceNote['code'], number][] = [
    ['hidden-content', hidden],
    ['images-skipped', pictures],
  ];
  return counts.filter(([, count]) => count > 0).map(([code, value]) => ({ code, place: null, value }));
}

function hiddenThings(sheet: Sheet): number {
  const columns = (sheet.columns ?? []).filter((column) => column.hidden === true).length;
  const rows = [...(sheet.rowDefs?.values() ?? [])].filter((row) => row.hidden === true).length;
  return columns + rows + (sheet.hidden === true || sheet.veryHidden === true ? 1 : 0);
}
