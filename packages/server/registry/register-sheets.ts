import { Refusal } from '@opora/domain/basics/refusal.ts';
import { registerRowsMax } from '@opora/domain/registry/register-import-contract.ts';
import { openFileReader } from '../platform/file-reader.ts';
import type { Sheets, SheetsTask } from './read-sheets-worker.ts';

const limits = { workersMax: 1, secondsMax: 60, heapMegabytesMax: 1_500 };
const cellsMax = 2_000_000;

/** Reads sheets of registers in a thread of its own. */
export function openSheetReader() {
  const reader = openFileReader<SheetsTask, Sheets>(
    new URL('./read-sheets-worker.ts', import.meta.url),
    limits,
  );
  return {
    close: reader.close,
    /** Throws the refusal that a person can act on. */
    read: async (fileName: string, load: () => Promise<Uint8Array>): Promise<Sheets> => {
      const read = await reader.read(fileName, async () => ({ bytes: await load(), cellsMax }));
      const sheets = read.filter(({ rows }) => rows.length > 1);
      if (sheets.length === 0) throw new Refusal('registry-import-no-rows');
      if (sheets.some(({ rows }) => rows.length > registerRowsMax)) {
        throw new Refusal('registry-import-too-long', { rows: registerRowsMax });
      }
      return sheets;
    },
  };
}

export type SheetReader = ReturnType<typeof openSheetReader>;
