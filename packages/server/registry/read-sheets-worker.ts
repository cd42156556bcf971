import { parentPort } from 'node:worker_threads';
import type { SheetTable } from '@opora/domain/basics/sheet-table.ts';
import { readSheets } from '@opora/office/read-sheets.ts';
import { answerOf, type FileAnswer } from '../platform/file-reader.ts';
import type { WorkerMessage } from '../platform/worker-pool.ts';

export type SheetsTask = { readonly bytes: Uint8Array; readonly cellsMax: number };
export type Sheets = readonly SheetTable[];

const post = (message: WorkerMessage<never, FileAnswer<Sheets>>): void => parentPort?.postMessage(message);

// The script of a thread: reading a hundred thousand rows takes seconds.
parentPort?.on('message', async ({ bytes, cellsMax }: SheetsTask) => {
  post({ answer: await answerOf(() => readSheets(bytes, { sheetCells: cellsMax })) });
});
