import { findTools } from '@opora/office/find-tools.ts';
import type { Tx } from '../platform/database.ts';
import type { ServerParts } from '../platform/server-parts.ts';
import { listStoredFiles } from '../platform/stored-file-queries.ts';
import { systemEntry } from '../platform/system-entry.ts';
import { write } from '../platform/transaction.ts';
import { openWorkerPool, WorkerStopped, type WorkerPool } from '../platform/worker-pool.ts';
import type { DraftFailure } from './draft-content.ts';
import { deleteEdits } from './draft-edit-queries.ts';
import { findDraft, setDraft } from './draft-queries.ts';
import type { ReadingAnswer, ReadingProgress, ReadingTask } from './import-worker.ts';
import {
  claimReading,
  dequeueReading,
  isQueued,
  keepReading,
  type Queued,
  saveContent,
} from './reading-queries.ts';

/** Reads waiting documents in the background, each in a thread of its own. */
export type DraftReading = {
  /** Looks into the queue now: something was put there. */
  wake(): void;
  /** Stops reading this document if it is being read here. */
  cancel(draftId: string): void;
  /** Stops all reading; what was begun is taken up again by the next server. */
  close(): Promise<void>;
};

/** A server that has not spoken for so long is taken for dead, and its document is read by another. */
const leaseMs = 30_000;
/** How often the queue is looked into for what another server left behind, and a lease is renewed. */
const beatMs = 10_000;
const progressMs = 700;
const attemptsMax = 3;

type Pool = WorkerPool<ReadingTask, ReadingProgress, ReadingAnswer>;

export function startDraftReading(parts: ServerParts): DraftReading {
  const { reading: limits } = parts.settings;
  const pool: Pool = openWorkerPool(new URL('./import-worker.ts', import.meta.url), limits);
  const active = new Map<string, AbortController>();
  const work = new Set<Promise<void>>();
  let closed = false;
  let looking = false;

  const look = async (): Promise<void> => {
    if (closed || looking || active.size >= limits.workersMax) return;
    looking = true;
    try {
      const queued = await inSystem(parts, 'claimReading', (tx) => claimReading(tx, leaseFrom(parts)));
      if (queued === undefined || active.has(queued.draftId)) return;
      const control = new AbortController();
      active.set(queued.draftId, control);
      const done = readOne(parts, pool, queued, control.signal).finally(() => {
        active.delete(queued.draftId);
        work.delete(done);
        wake();
      });
      work.add(done);
    } finally {
      looking = false;
    }
    wake();
  };
  // The database may be away for a moment: the beat looks again.
  const wake = (): void => void look().catch(() => undefined);
  const beat = setInterval(wake, beatMs);

  return {
    wake,
    cancel: (draftId) => active.get(draftId)?.abort(),
    close: async () => {
      closed = true;
      clearInterval(beat);
      await pool.close();
      await Promise.allSettled(work);
    },
  };
}

const leaseFrom = (parts: ServerParts): { readonly now: Date; readonly until: Date } => {
  const now = parts.clock();
  return { now, until: new Date(now.getTime() + leaseMs) };
};

async function readOne(parts: ServerParts, pool: Pool, queued: Queued, signal: AbortSignal): Promise<void> {
  if (queued.attempts > attemptsMax) {
    return fail(parts, queued, { code: 'reading-interrupted', limit: null, found: null });
  }
  const progress = followProgress(parts, queued);
  try {
    await inSystem(parts, 'beginReading', (tx) =>
      setDraft(tx, queued.draftId, { state: 'reading', failure: null, changedAt: parts.clock() }),
    );
    const answer = await pool.run(() => loadTask(parts, queued), { onProgress: progress.seen, signal });
    await progress.stop();
    if ('refused' in answer) await fail(parts, queued, answer.refused);
    else await succeed(parts, queued, answer);
  } catch (error) {
    await progress.stop();
    if (error instanceof WorkerStopped && error.reason === 'cancelled') return;
    const outOfTime = error instanceof WorkerStopped && error.reason === 'time';
    await fail(parts, queued, {
      code: outOfTime ? 'took-too-long' : 'reader-stopped',
      limit: outOfTime ? parts.settings.reading.secondsMax : null,
      found: null,
    });
  }
}

async function loadTask(parts: ServerParts, { draftId, fileName }: Queued): Promise<ReadingTask> {
  const files = await inSystem(parts, 'loadReading', (tx) =>
    listStoredFiles(tx, { kind: 'plan-draft', id: draftId }),
  );
  const sha256 = files.at(-1)?.sha256 ?? '';
  return {
    bytes: await parts.files.read(sha256),
    fileName,
    tools: await findTools(process.env['PATH'] ?? ''),
  };
}

/** Renews the lease and writes down the pages, at most once in `progressMs`. */
function followProgress(
  parts: ServerParts,
  { draftId }: Queued,
): { readonly seen: (progress: ReadingProgress) => void; readonly stop: () => Promise<void> } {
  let latest: ReadingProgress | null = null;
  let written: ReadingProgress | null = null;
  let saving: Promise<unknown> = Promise.resolve();
  let beats = 0;
  const save = (): void => {
    beats += 1;
    if (latest === written && (beats * progressMs) % beatMs >= progressMs) return;
    written = latest;
    const kept = {
      until: leaseFrom(parts).until,
      pagesDone: latest?.done ?? null,
      pagesTotal: latest?.total ?? null,
    };
    saving = inSystem(parts, 'keepReading', (tx) => keepReading(tx, draftId, kept)).catch(() => undefined);
  };
  const timer = setInterval(save, progressMs);
  return {
    seen: (progress) => {
      latest = progress;
    },
    stop: async () => {
      clearInterval(timer);
      await saving;
    },
  };
}

type Read = Exclude<ReadingAnswer, { readonly refused: DraftFailure }>;

async function succeed(parts: ServerParts, queued: Queued, answer: Read): Promise<void> {
  await inSystem(parts, 'finishReading', async (tx) => {
    // Put away, or taken over by another server, while it was read here.
    if (!(await isQueued(tx, queued.draftId))) return;
    await dequeueReading(tx, queued.draftId);
    await saveContent(tx, queued, answer);
    await deleteEdits(tx, queued.draftId);
    const { title, activities, doubts } = answer;
    const version = ((await findDraft(tx, queued.draftId))?.version ?? 0) + 1;
    await setDraft(tx, queued.draftId, {
      state: 'read',
      failure: null,
      title,
      activities,
      doubts,
      version,
      changedAt: parts.clock(),
    });
  });
}

async function fail(parts: ServerParts, { draftId }: Queued, failure: DraftFailure): Promise<void> {
  await inSystem(parts, 'failReading', async (tx) => {
    if (!(await isQueued(tx, draftId))) return;
    await dequeueReading(tx, draftId);
    await setDraft(tx, draftId, { state: 'failed', failure, changedAt: parts.clock() });
  });
}

function inSystem<T>(parts: ServerParts, name: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return write(parts.database, systemEntry, { name, requestId: 'reading', at: parts.clock() }, work);
}
