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
  if (!request.isMultipart()) throw new Refusal('input-invalid');
  const fields: Record<string, string> = {};
  const files: UploadedFile[] = [];
  try {
    // One byte more than allowed, so that the store and not the parser meets the limit and names it.
    for await (const part of request.parts({ limits: { fileSize: bytesMax + 1 } })) {
      if (part.type === 'field') fields[part.fieldname] = String(part.value);
      else files.push(await keep(store, part, bytesMax));
    }
  } catch (error) {
    await takeBack(store, files);
    // The rest of the body is let flow away, so that the sender comes to read the answer.
    request.raw.unpipe();
    request.raw.resume();
    const tooLarge = error instanceof Error && 'statusCode' in error && error.statusCode === 413;
    if (tooLarge) throw new Refusal('too-large', { megabytes: Math.floor(bytesMax / 1_048_576) });
    throw isTornForm(error) ? new Refusal('input-invalid') : error;
  }
  return { fields, files };
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
