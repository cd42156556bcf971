import type { SourceDocument, SourceNote } from '@opora/domain/basics/source-document.ts';
import type { Sheet, Workbook } from 'hucre';
import { openWorkbook, type WorkbookFile } from './open-workbook.ts';
import type { ReadLimits } from './read-limits.ts';
import { sheetBlocks } from './sheet-blocks.ts';
import { isHiddenColumn, isHiddenRow } from './sheet-grid.ts';

/** Reads the sheets of a workbook one after another; hidden sheets, rows and columns are left out with a note. */
export async function readWorkbook(
  bytes: Uint8Array,
  file: WorkbookFile,
  limits: ReadLimits,
): Promise<SourceDocument> {
  const workbook = await openWorkbook(bytes, file, limits);
  let tables = 0;
  const blocks = workbook.sheets.filter(isShown).flatMap((sheet) => {
    const found = sheetBlocks(sheet, tables);
    tables += found.filter((block) => block.kind === 'table').length;
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

const isShown = (sheet: Sheet): boolean => sheet.hidden !== true && sheet.veryHidden !== true;

function hiddenThings(sheet: Sheet): number {
  if (!isShown(sheet)) return 1;
  const columns = (sheet.columns ?? []).filter((_, column) => isHiddenColumn(sheet, column)).length;
  return columns + [...(sheet.rowDefs?.keys() ?? [])].filter((row) => isHiddenRow(sheet, row)).length;
}
