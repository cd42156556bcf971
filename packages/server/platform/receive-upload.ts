import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { mediaTypeHeadBytes, mediaTypeOf } from '@opora/office/media-type.ts';
import type { FileStore, StoredBytes } from './file-store.ts';

/** A file of a request, already in the file store. */
export type UploadedFile = StoredBytes & {
  readonly name: string;
  /** Told by the content. */
  readonly mediaType: string;
};

export type Upload = {
  /** Text fields of the form. */
  readonly fields: Readonly<Record<string, string>>;
  readonly files: readonly UploadedFile[];
};

/** Reads a multipart request to its end, its files into the store. Throws `too-large` when a file passes the limit. */
export async function receiveUpload(
  request: FastifyRequest,
  store: FileStore,
  bytesMax: number,
): Promise<Upload> {
  const files: UploadedFile[] = [];
  const fields = await receiveParts(
    request,
    bytesMax,
    async (part) => void files.push(await keep(store, part, bytesMax)),
  ).catch(async (error: unknown) => {
    await takeBack(store, files);
    throw error;
  });
  return { fields, files };
}

/** A file of a request that is nowhere but in memory. */
export type FileInMemory = { readonly name: string; readonly sha256: string; readonly bytes: Uint8Array };

/** Files at once, being sent or read: each may be as large as its operation lets it. */
const inMemoryMax = 3;
let inMemory = 0;

/**
 * As `receiveUpload`, with the bytes in memory for as long as `work` takes and never on a disk. Throws `try-again` while others send or read theirs.
 */
export async function receiveInMemory<T>(
  request: FastifyRequest,
  bytesMax: number,
  work: (fields: Upload['fields'], files: readonly FileInMemory[]) => Promise<T>,
): Promise<T> {
  if (inMemory >= inMemoryMax) {
    request.raw.resume();
    throw new Refusal('try-again');
  }
  inMemory += 1;
  try {
    const files: FileInMemory[] = [];
    const fields = await receiveParts(request, bytesMax, async (part) => {
      // One file a request: the bound is of all that is held.
      if (files.length > 0) throw new Refusal('input-invalid');
      files.push(await hold(part, bytesMax));
    });
    return await work(fields, files);
  } finally {
    inMemory -= 1;
  }
}

async function hold(part: FilePart, bytesMax: number): Promise<FileInMemory> {
  const chunks: Uint8Array[] = [];
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of part.file) {
    size += chunk.byteLength;
    if (size > bytesMax) throw tooLarge(bytesMax);
    hash.update(chunk);
    chunks.push(chunk);
  }
  return { name: fileName(part.filename), sha256: hash.digest('hex'), bytes: Buffer.concat(chunks) };
}

const tooLarge = (bytesMax: number): Refusal =>
  new Refusal('too-large', { megabytes: Math.floor(bytesMax / 1_048_576) });

/** Gives each file to `take` and answers with the text fields; the request is read to its end whatever happens. */
async function receiveParts(
  request: FastifyRequest,
  bytesMax: number,
  take: (part: FilePart) => Promise<void>,
): Promise<Record<string, string>> {
  if (!request.isMultipart()) throw new Refusal('input-invalid');
  const fields: Record<string, string> = {};
  try {
    // One byte more than allowed, so that the taker and not the parser meets the limit and names it.
    for await (const part of request.parts({ limits: { fileSize: bytesMax + 1 } })) {
      if (part.type === 'field') fields[part.fieldname] = String(part.value);
      else await take(part);
    }
  } catch (error) {
    // The rest of the body is let flow away, so that the sender comes to read the answer.
    request.raw.unpipe();
    request.raw.resume();
    if (error instanceof Error && 'statusCode' in error && error.statusCode === 413) throw tooLarge(bytesMax);
    throw isTornForm(error) ? new Refusal('input-invalid') : error;
  }
  return fields;
}

/** Removes the bytes of files that no record is going to hold. */
export async function takeBack(store: FileStore, files: readonly UploadedFile[]): Promise<void> {
  await Promise.all(files.map((file) => store.takeBack(file)));
}

/** The parser of forms throws plain errors; those of the disk and of the network carry a code. */
const isTornForm = (error: unknown): boolean =>
  error instanceof Error && (!('code' in error) || error.code === 'ERR_STREAM_PREMATURE_CLOSE');

type FilePart = { readonly filename: string; readonly file: AsyncIterable<Uint8Array> };

async function keep(store: FileStore, part: FilePart, bytesMax: number): Promise<UploadedFile> {
  const head: Uint8Array[] = [];
  const stored = await store.put(withHead(part.file, head), bytesMax);
  return { ...stored, name: fileName(part.filename), mediaType: await mediaTypeOf(Buffer.concat(head)) };
}

async function* withHead(content: AsyncIterable<Uint8Array>, head: Uint8Array[]): AsyncIterable<Uint8Array> {
  let kept = 0;
  for await (const chunk of content) {
    if (kept < mediaTypeHeadBytes) {
      head.push(chunk.subarray(0, mediaTypeHeadBytes - kept));
      kept += chunk.byteLength;
    }
    yield chunk;
  }
}

/** The last part of a path, without control characters, at most 200 characters. */
function fileName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
  return last.replaceAll(/[\0-\x1f\x7f]/g, '').slice(-200);
}
