import { FileRefusal } from '@opora/domain/basics/file-refusal.ts';
import type { SourceDocument } from '@opora/domain/basics/source-document.ts';
import { detectFormat } from './detect-format.ts';
import { readDocx } from './read-docx.ts';
import { readLimits, type ReadLimits } from './read-limits.ts';
import { readPdf } from './read-pdf.ts';
import { readText } from './read-text.ts';
import { readWorkbook } from './read-workbook.ts';

/** Paths of the programs of the machine that were found; null where one is missing. */
export type OfficeTools = { readonly soffice: string | null; readonly tesseract: string | null };

export type ReadOptions = {
  /** For messages only: the format is told by the content. */
  readonly fileName?: string | null;
  readonly limits?: Partial<ReadLimits>;
  readonly tools?: OfficeTools;
  /** Called with pages done and in all, where the format has pages. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
};

/**
 * Reads an office file of any supported format. Whatever the bytes are, the answer is a document or a `FileRefusal`, within
 * the limits of memory and time.
 */
export async function readFile(bytes: Uint8Array, options: ReadOptions = {}): Promise<SourceDocument> {
  try {
    return await read(bytes, { ...readLimits, ...options.limits }, options);
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    throw new FileRefusal(error.code, { ...error.facts, fileName: options.fileName ?? null });
  }
}

async function read(bytes: Uint8Array, limits: ReadLimits, options: ReadOptions): Promise<SourceDocument> {
  if (bytes.length === 0) throw new FileRefusal('empty-file');
  if (bytes.length > limits.fileBytes) {
    throw new FileRefusal('too-large', { limit: limits.fileBytes, found: bytes.length });
  }
  const file = await detectFormat(bytes, limits);
  switch (file.format) {
    case 'text':
      return readText(file.text);
    case 'docx':
      return readDocx(file.parts, limits);
    case 'odt':
    case 'rtf':
    case 'doc':
      throw new FileRefusal('needs-libreoffice');
    case 'pdf':
      return readPdf(bytes, options);
    case 'xlsx':
    case 'xls':
    case 'ods':
      return readWorkbook(bytes, file, limits);
    case 'html':
      throw new FileRefusal('web-page');
    case 'picture':
      throw new FileRefusal('picture-not-document');
  }
}
