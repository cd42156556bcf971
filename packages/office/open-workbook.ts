import { FileRefusal } from '@opora/domain/basics/file-refusal.ts';
import { EncryptedFileError, type Workbook } from 'hucre';
import { readOds } from 'hucre/ods';
import { readXls, readXlsb, readXlsx } from 'hucre/xlsx';
import type { ReadLimits } from './read-limits.ts';
import type { ZipParts } from './zip-parts.ts';

export type WorkbookFile =
  | { readonly format: 'xlsx' | 'ods'; readonly parts: ZipParts }
  | { readonly format: 'xls' };

/** Shares of the work before the first sheet, measured on a workbook of 60,000 rows of 14 columns: unpacking, then styles and the words of all sheets. */
const [shareChecked, shareBeforeSheets] = [0.1, 0.35];

/** Opens a workbook within the limits. `tell` is told shares from 0 to 1: as parts are unpacked, and before the sheets. */
export async function openWorkbook(
  bytes: Uint8Array,
  file: WorkbookFile,
  limits: ReadLimits,
  tell: (share: number) => void = () => undefined,
): Promise<Workbook> {
  if (file.format !== 'xls') await checkParts(file.parts, limits, (share) => tell(share * shareChecked));
  const workbook = await open(bytes, file, tell);
  const cells = workbook.sheets.reduce(
    (sum, { rows }) => sum + rows.reduce((all, row) => all + row.length, 0),
    0,
  );
  if (cells > limits.sheetCells)
    throw new FileRefusal('too-many-cells', { limit: limits.sheetCells, found: cells });
  return workbook;
}

/**
 * The library unpacks the file by itself and trusts it more than we do, so every part is unpacked and looked at first: no
 * DOCTYPE, and no more tags than a workbook within the limit of cells can have (a cell has four).
 */
async function checkParts(parts: ZipParts, limits: ReadLimits, tell: (share: number) => void): Promise<void> {
  for (const [at, name] of parts.names.entries()) {
    tell(at / parts.names.length);
    if (!/\.(?:xml|rels|bin)$/i.test(name)) continue;
    const part = await parts.read(name);
    if (part === null) continue;
    if (Buffer.from(part.buffer, part.byteOffset, part.byteLength).includes('<!DOCTYPE')) {
      throw new FileRefusal('xml-forbidden');
    }
    const holdsCells = /worksheets\/|^content\.xml$/i.test(name);
    const limit = holdsCells ? 5 * limits.sheetCells : limits.xmlNodes;
    const tags = countTags(part);
    if (tags > limit) throw new FileRefusal(holdsCells ? 'too-many-cells' : 'too-many-entries', { limit });
  }
}

function countTags(part: Uint8Array): number {
  let tags = 0;
  for (let at = part.indexOf(0x3c); at >= 0; at = part.indexOf(0x3c, at + 1)) tags += 1;
  return tags;
}

async function open(bytes: Uint8Array, file: WorkbookFile, tell: (share: number) => void): Promise<Workbook> {
  try {
    if (file.format === 'xls') return await readXls(bytes, { readStyles: true });
    if (file.format === 'ods') return await readOds(bytes, { readStyles: true });
    const binary = file.parts.has('xl/workbook.bin');
    // Asked when styles and words are read, and of every sheet before the first: all are, the hidden ones too.
    const beforeSheets = (): boolean => {
      tell(shareBeforeSheets);
      return true;
    };
    return await (binary ? readXlsb : readXlsx)(bytes, { readStyles: true, sheets: beforeSheets });
  } catch (error) {
    if (error instanceof EncryptedFileError) throw new FileRefusal('password-protected');
    // The file passed as a zip, so whatever the library stumbles over is inside the file.
    if (error instanceof Error)
      throw new FileRefusal(/over .* limit/.test(error.message) ? 'too-many-cells' : 'broken');
    throw error;
  }
}
