import type { SheetTable } from '@opora/domain/basics/sheet-table.ts';
import type { UploadCall } from '../platform/mount.ts';
import type { UploadedFile } from '../platform/receive-upload.ts';
import type { SheetReader } from './register-sheets.ts';

/** Reads the sheets and takes the bytes out of the file store; those that were there before stay. */
export async function readUploadedSheets(
  { parts: { files } }: UploadCall,
  reader: SheetReader,
  file: UploadedFile,
): Promise<readonly SheetTable[]> {
  try {
    return await reader.read(file.name, () => files.read(file.sha256));
  } finally {
    await files.takeBack(file);
  }
}
