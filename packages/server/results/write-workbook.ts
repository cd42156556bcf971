import type { ResultSheet } from '@opora/domain/results/result-sheet.ts';
import { allowedInNames } from '../platform/docx-answer.ts';
import type { FileAnswer } from '../platform/mount.ts';
import { openWorkerPool } from '../platform/worker-pool.ts';

/** A workbook of a region's list takes less than a second; everything else goes on meanwhile. */
const limits = { workersMax: 1, secondsMax: 60, heapMegabytesMax: 1_000 };

export type WorkbookWriter = {
  /** Sheets as a file under the name, written in a thread of its own. */
  readonly write: (sheets: readonly ResultSheet[], name: string) => Promise<FileAnswer>;
  readonly close: () => Promise<void>;
};

export function openWorkbookWriter(): WorkbookWriter {
  const script = new URL('./write-workbook-worker.ts', import.meta.url);
  const pool = openWorkerPool<readonly ResultSheet[], never, Uint8Array>(script, limits);
  return {
    write: async (sheets, name) => ({
      bytes: await pool.run(async () => sheets),
      name: `${allowedInNames(name)}.xlsx`,
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    }),
    close: () => pool.close(),
  };
}
