import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Refusal } from '@opora/domain/basics/refusal.ts';

export type StoredBytes = {
  /** SHA-256 of the content, lower-case hex: the name under which it is kept. */
  readonly sha256: string;
  readonly bytes: number;
};

/** Keeps the bytes of files by their content. The four verbs are all a bucket of an object store has to offer. */
export type FileStore = {
  /** Takes the whole stream or nothing; throws `too-large` as soon as `bytesMax` is passed. */
  put(content: AsyncIterable<Uint8Array>, bytesMax: number): Promise<StoredBytes>;
  /** Throws `not-found` for content that was never put or was removed. */
  read(sha256: string): Promise<Uint8Array<ArrayBuffer>>;
  has(sha256: string): Promise<boolean>;
  /** Content that is not there is no error. */
  remove(sha256: string): Promise<void>;
};

/** A file store in a directory of the local disk. A file appears under its name only when all of it is on the disk. */
export function openFileStore(directory: string): FileStore {
  const place = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Refusal('not-found');
    return join(directory, sha256.slice(0, 2), sha256);
  };
  return {
    put: async (content, bytesMax) => {
      const draft = join(directory, 'incoming', randomUUID());
      await mkdir(dirname(draft), { recursive: true });
      try {
        const stored = await writeThrough(draft, content, bytesMax);
        const target = place(stored.sha256);
        await mkdir(dirname(target), { recursive: true });
        await rename(draft, target);
        await syncDirectory(dirname(target));
        return stored;
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
    has: (sha256) =>
      access(place(sha256)).then(
        () => true,
        () => false,
      ),
    remove: (sha256) => rm(place(sha256), { force: true }),
  };
}

async function writeThrough(
  path: string,
  content: AsyncIterable<Uint8Array>,
  bytesMax: number,
): Promise<StoredBytes> {
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
