import { createHash, randomUUID } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import { link, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '@opora/domain/basics/refusal.ts';

export type StoredBytes = {
  /** SHA-256 of the content, lower-case hex: the name under which it is kept. */
  readonly sha256: string;
  readonly bytes: number;
  /** Tells this copy from one that is put later; null when the same content was there already. */
  readonly copy: string | null;
};

/** Keeps the bytes of files by their content. */
export type FileStore = {
  /** Takes the whole stream or nothing; throws `too-large` as soon as `bytesMax` is passed. */
  put(content: AsyncIterable<Uint8Array>, bytesMax: number): Promise<StoredBytes>;
  /** Throws `not-found` for content that was never put or was removed. */
  read(sha256: string): Promise<Uint8Array<ArrayBuffer>>;
  has(sha256: string): Promise<boolean>;
  /** Removes what was put, unless it was there before or somebody has put the same since: then it may be hers. */
  takeBack(stored: Pick<StoredBytes, 'sha256' | 'copy'>): Promise<void>;
  /** Content that was last put before the instant, and what breaking uploads left. */
  listPutBefore(instant: Date): Promise<string[]>;
  /** Unless it was put again since the instant. */
  removePutBefore(sha256: string, instant: Date): Promise<void>;
};

/** A file store in a directory of the local disk. A file appears under its name only when all of it is on the disk. */
export function openFileStore(directory: string): FileStore {
  const incoming = join(directory, 'incoming');
  const place = (sha256: string): string => {
    if (!isContentName(sha256)) throw new Refusal('not-found');
    return join(directory, sha256.slice(0, 2), sha256);
  };
  // Taken out of its place first and looked at then: between a look and a removal the same content could be put again.
  const removeIf = async (sha256: string, isIt: (found: BigIntStats) => boolean): Promise<void> => {
    const [target, aside] = [place(sha256), join(incoming, randomUUID())];
    const found = await lookAt(target);
    if (found === null || !isIt(found)) return;
    await mkdir(incoming, { recursive: true });
    try {
      await rename(target, aside);
    } catch (error) {
      // Somebody else has just removed it.
      if (isMissing(error)) return;
      throw error;
    }
    if (isIt(await stat(aside, { bigint: true }))) await rm(aside, { force: true });
    else await rename(aside, target);
  };
  return {
    put: async (content, bytesMax) => {
      const draft = join(incoming, randomUUID());
      await mkdir(incoming, { recursive: true });
      try {
        const stored = await writeThrough(draft, content, bytesMax);
        const target = place(stored.sha256);
        await mkdir(dirname(target), { recursive: true });
        const isNew = await link(draft, target).then(
          () => true,
          () => false,
        );
        const copy = isNew ? copyName(await stat(draft, { bigint: true })) : null;
        // Over what is there, so that it counts as put now.
        if (!isNew) await rename(draft, target);
        await syncDirectory(dirname(target));
        return { ...stored, copy };
      } finally {
        await rm(draft, { force: true });
      }
    },
    read: async (sha256) => {
      try {
        return await readFile(place(sha256));
      } catch (error) {
        if (isMissing(error)) throw new Refusal('not-found');
        throw error;
      }
    },
    has: async (sha256) => (await lookAt(place(sha256))) !== null,
    takeBack: ({ sha256, copy }) => removeIf(sha256, (found) => copyName(found) === copy),
    listPutBefore: async (instant) => {
      const files = await readdir(directory, { recursive: true }).catch(() => []);
      const old: string[] = [];
      for (const file of files) {
        // One after another: there may be very many.
        // oxlint-disable-next-line no-await-in-loop
        const found = await lookAt(join(directory, file));
        if (found === null || !found.isFile() || found.mtime >= instant) continue;
        if (isContentName(basename(file))) old.push(basename(file));
        // oxlint-disable-next-line no-await-in-loop
        else if (dirname(file) === basename(incoming)) await rm(join(directory, file), { force: true });
      }
      return old;
    },
    removePutBefore: (sha256, instant) => removeIf(sha256, (found) => found.mtime < instant),
  };
}

const isContentName = (name: string): boolean => /^[0-9a-f]{64}$/.test(name);

/** The same content put twice lies in two files of the disk. */
const copyName = ({ ino, mtimeNs }: BigIntStats): string => `${ino} ${mtimeNs}`;

async function lookAt(path: string): Promise<BigIntStats | null> {
  try {
    return await stat(path, { bigint: true });
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function writeThrough(
  path: string,
  content: AsyncIterable<Uint8Array>,
  bytesMax: number,
): Promise<Omit<StoredBytes, 'copy'>> {
  const hash = createHash('sha256');
  const file = await open(path, 'wx', 0o600);
  let bytes = 0;
  try {
    for await (const chunk of content) {
      bytes += chunk.byteLength;
      if (bytes > bytesMax) throw new Refusal('too-large', { megabytes: Math.floor(bytesMax / megabyte) });
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), bytes };
}

const megabyte = 1_048_576;

/** The new name itself must reach the disk; Windows has no such call and does without. */
async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';
