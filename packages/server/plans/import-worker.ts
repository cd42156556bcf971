import { gzip } from 'node:zlib';
import { promisify } from 'node:util';
import { parentPort } from 'node:worker_threads';
import { FileRefusal } from '@opora/domain/basics/file-refusal.ts';
import { readPlanDocument } from '@opora/domain/plans/read-plan-document.ts';
import { readFile } from '@opora/office/read-file.ts';
import type { OfficeTools } from '@opora/office/find-tools.ts';
import { startDraft } from '@opora/domain/plans/draft-document.ts';
import { summarise } from '@opora/domain/plans/draft-summary.ts';
import type { WorkerMessage } from '../platform/worker-pool.ts';
import type { DraftFailure } from './draft-content.ts';

export type ReadingTask = {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly tools: OfficeTools;
};

export type ReadingProgress = { readonly done: number; readonly total: number };

export type ReadingAnswer =
  | {
      /** Compressed as they are kept (`draft-content.ts`). */
      readonly source: Uint8Array;
      readonly reading: Uint8Array;
      readonly title: string | null;
      readonly activities: number;
      readonly doubts: number;
    }
  | { readonly refused: DraftFailure };

const post = (message: WorkerMessage<ReadingProgress, ReadingAnswer>): void =>
  parentPort?.postMessage(message);
const compress = promisify(gzip);

// The script of a reading thread: documents in one by one, what was read of them out.
parentPort?.on('message', (task: ReadingTask) => void readDocument(task));

async function readDocument(task: ReadingTask): Promise<void> {
  try {
    post({ answer: await read(task) });
  } catch (error) {
    // Anything else is a defect: it ends the thread, and the pool tells that it crashed.
    if (!(error instanceof FileRefusal)) throw error;
    const { limit, found } = error.facts;
    post({ answer: { refused: { code: error.code, limit, found } } });
  }
}

async function read(task: ReadingTask): Promise<ReadingAnswer> {
  const source = await readFile(task.bytes, {
    fileName: task.fileName,
    tools: task.tools,
    onProgress: (done, total) => post({ progress: { done, total } }),
  });
  const reading = readPlanDocument(source);
  const { activities, doubts } = summarise(startDraft(reading));
  return {
    source: await compress(JSON.stringify(source)),
    reading: await compress(JSON.stringify(reading)),
    title: reading.requisites.title,
    activities,
    doubts,
  };
}
