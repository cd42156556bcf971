import { FileRefusal } from '@opora/domain/basics/file-refusal.ts';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import type { ReadLimits } from './read-limits.ts';

/** The parts of a zip file by name, none of them unpacked yet. */
export type ZipParts = {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** Unpacks one part; null when there is none. Throws a refusal when the parts unpacked so far exceed the limit. */
  read(name: string): Promise<Uint8Array | null>;
};

/**
 * Reads the list of parts. Sizes are believed only as bounds: a part that is larger than its header says is refused as
 * broken the moment it grows past it, so what a file can make us allocate is known before anything is unpacked.
 */
export async function openZip(bytes: Uint8Array, limits: ReadLimits): Promise<ZipParts> {
  const entries = new Map<string, Entry>();
  let zip: ZipFile;
  try {
    zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
    });
    if (zip.entryCount > limits.zipEntries) {
      throw new FileRefusal('too-many-entries', { limit: limits.zipEntries, found: zip.entryCount });
    }
    for await (const entry of zip.eachEntry()) {
      if (entries.size >= limits.zipEntries)
        throw new FileRefusal('too-many-entries', { limit: limits.zipEntries });
      if (entry.isEncrypted()) throw new FileRefusal('password-protected');
      entries.set(entry.fileName.toLowerCase(), entry);
    }
  } catch (error) {
    throw refusalOf(error);
  }
  let expanded = 0;
  return {
    names: [...entries.values()].map((entry) => entry.fileName),
    has: (name) => entries.has(name.toLowerCase()),
    read: async (name) => {
      const entry = entries.get(name.toLowerCase());
      if (!entry) return null;
      expanded += entry.uncompressedSize;
      if (expanded > limits.expandedBytes) {
        throw new FileRefusal('expands-too-much', { limit: limits.expandedBytes, found: expanded });
      }
      return inflate(zip, entry);
    },
  };
}

async function inflate(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  try {
    const chunks: Uint8Array[] = [];
    // yauzl's stream yields Buffers; its type is the untyped Node stream.
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Uint8Array);
    return Buffer.concat(chunks);
  } catch (error) {
    throw refusalOf(error);
  }
}

function refusalOf(error: unknown): FileRefusal {
  if (error instanceof FileRefusal) return error;
  const lostEnd = error instanceof Error && /end of central directory/i.test(error.message);
  return new FileRefusal(lostEnd ? 'truncated' : 'broken');
}
