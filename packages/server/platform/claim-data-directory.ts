import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Marks the data directory as used by this process. Throws in plain words when another living process uses it; the mark of a dead one
 * is taken over. Returns what removes the mark.
 */
export function claimDataDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true });
  const mark = join(directory, 'opora.pid');
  try {
    writeFileSync(mark, String(process.pid), { flag: 'wx' });
  } catch {
    const owner = Number(readFileSync(mark, 'utf8'));
    if (owner !== process.pid && isAlive(owner)) {
      throw new Error(
        `Данные в ${directory} уже используются (процесс ${owner}). Остановите его или задайте OPORA_DATA.`,
      );
    }
    writeFileSync(mark, String(process.pid));
  }
  return () => rmSync(mark, { force: true });
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
