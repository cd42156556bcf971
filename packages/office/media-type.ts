import { fileTypeFromBuffer } from 'file-type';

/** As many bytes of the file's beginning as tell its type. */
export const mediaTypeHeadBytes = 65_536;

/**
 * The media type told by the content, out of the few that a browser may be given to save; anything else, and so everything that
 * could run (a page, a script, a vector picture), is `application/octet-stream`.
 */
export async function mediaTypeOf(head: Uint8Array): Promise<string> {
  const mime = (await fileTypeFromBuffer(head).catch(() => undefined))?.mime;
  if (mime === undefined) return isPlainText(head) ? 'text/plain; charset=utf-8' : unknownType;
  return safeTypes.some((type) => type.test(mime)) ? mime : unknownType;
}

const unknownType = 'application/octet-stream';

const safeTypes: readonly RegExp[] = [
  /^application\/(?:pdf|rtf|zip|x-cfb)$/,
  /^application\/vnd\.openxmlformats-officedocument\./,
  /^application\/vnd\.oasis\.opendocument\./,
  /^image\/(?:jpeg|png|tiff|bmp|gif|webp|heic|jp2)$/,
];

/** UTF-8 without control characters that begins like no mark-up; the last character may be cut by the end of the head. */
function isPlainText(head: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    return !/[\0-\x08\x0e-\x1f]/.test(text) && !/^\s*</.test(text);
  } catch {
    return false;
  }
}
