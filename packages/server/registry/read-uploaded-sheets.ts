import type { SheetTable } from '@opora/domain/basics/sheet-table.ts';
import type { UploadCall } from '../platform/mount.ts';
import type { UploadedFile } from '../platform/receive-upload.ts';
import { isStoredContent } from '../platform/stored-file-queries.ts';
import { entryOf, withWholeRegion } from '../platform/transaction.ts';
import type { SheetReader } from './register-sheets.ts';

/** Reads the sheets and takes the bytes out of the file store, unless a record of any person holds the same content as its paper. */
export async function readUploadedSheets(
  { parts: { database, files }, tx, actor }: UploadCall,
  reader: SheetReader,
  { name, sha256 }: UploadedFile,
): Promise<readonly SheetTable[]> {
  try {
    return await reader.read(name, () => files.read(sha256));
  } finally {
    // In the same transaction: one that waits for a second connection while others do the same would wait for ever.
    const isKept = await withWholeRegion(tx, database, entryOf(actor), (db) => isStoredContent(db, sha256));
    if (!isKept) await files.remove(sha256);
  }
}
