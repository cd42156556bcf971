import { parentPort } from 'node:worker_threads';
import type { ResultSheet } from '@opora/domain/results/result-sheet.ts';
import { writeResultSheets } from '@opora/office/write-result-sheets.ts';
import type { WorkerMessage } from '../platform/worker-pool.ts';

parentPort?.on('message', (sheets: readonly ResultSheet[]) => void answer(sheets));

/** What throws here is a defect: it ends the thread, and the pool tells that it crashed. */
async function answer(sheets: readonly ResultSheet[]): Promise<void> {
  const message: WorkerMessage<never, Uint8Array> = { answer: await writeResultSheets(sheets) };
  parentPort?.postMessage(message);
}
