import type { ServerParts } from './server-parts.ts';
import { listStoredContents } from './stored-file-queries.ts';
import { systemEntry } from './system-entry.ts';
import { read } from './transaction.ts';

const dayMs = 86_400_000;
const batchSize = 1_000;

type Parts = Pick<ServerParts, 'database' | 'files' | 'clock'>;

/**
 * Removes bytes that no record holds: uploads whose transaction was rolled back, or that broke with the server. Only those put more than
 * a day ago: no request lives so long. Gives how many. When not one of the bytes is known, the directory belongs to another database,
 * and nothing is removed.
 */
export async function sweepFiles({ database, files, clock }: Parts): Promise<number> {
  const before = new Date(clock().getTime() - dayMs);
  const found = await files.listPutBefore(before);
  const unheld: string[] = [];
  for (let from = 0; from < found.length; from += batchSize) {
    const batch = found.slice(from, from + batchSize);
    // oxlint-disable-next-line no-await-in-loop -- a connection of its own for each would starve the requests
    const held = await read(database, systemEntry, (db) => listStoredContents(db, batch));
    unheld.push(...batch.filter((sha256) => !held.has(sha256)));
  }
  if (unheld.length === found.length) return 0;
  // oxlint-disable-next-line no-await-in-loop -- as above
  for (const sha256 of unheld) await files.removePutBefore(sha256, before);
  return unheld.length;
}

/** Sweeps now and once a day. Returns what ends it; a failure waits for the next time. */
export function startSweeping(parts: Parts): () => void {
  const sweep = (): void => void sweepFiles(parts).catch(() => undefined);
  sweep();
  const timer = setInterval(sweep, dayMs).unref();
  return () => clearInterval(timer);
}
