import { parentPort } from 'node:worker_threads';
import { FileRefusal, type FileRefusalCode } from '@opora/domain/basics/file-refusal.ts';
import type { SheetTable } from '@opora/domain/basics/sheet-table.ts';
import { readSheets } from '@opora/office/read-sheets.ts';
import type { WorkerMessage } from '../platform/worker-pool.ts';

export type SheetsTask = { readonly bytes: Uint8Array; readonly cellsMax: number };

export type SheetsAnswer =
  | { readonly sheets: readonly SheetTable[] }
  | {
      readonly refused: {
        readonly code: FileRefusalCode;
        readonly limit: number | null;
        readonly found: number | null;
      };
    };

// The script of a thread: reading a hundred thousand rows takes seconds, in which the server must go on answering.
parentPort?.on('message', (task: SheetsTask) => void answer(task));

async function answer({ bytes, cellsMax }: SheetsTask): Promise<void> {
  const post = (message: WorkerMessage<never, SheetsAnswer>): void => parentPort?.postMessage(message);
  try {
    post({ answer: { sheets: await readSheets(bytes, { sheetCells: cellsMax }) } });
  } catch (error) {
    // Anything else is a defect: it ends the thread, and the pool tells that it crashed.
    if (!(error instanceof FileRefusal)) throw error;
    const { code, facts } = error;
    post({ answer: { refused: { code, limit: facts.limit, found: facts.found } } });
  }
}
