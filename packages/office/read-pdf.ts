import { FileRefusal } from '@opora/domain/basics/file-refusal.ts';
import type { SourceDocument, SourceNote } from '@opora/domain/basics/source-document.ts';
import type { OfficeTools } from './find-tools.ts';
import { openPdf } from './open-pdf.ts';
import { makeBlocks } from './pdf-blocks.ts';
import { withBorderless } from './pdf-borderless.ts';
import { withoutFurniture } from './pdf-furniture.ts';
import { isOfPdfJs, readPages, type ReadPage } from './pdf-pages.ts';
import { readLimits, type ReadLimits } from './read-limits.ts';

export type ReadPdfOptions = {
  readonly limits?: Partial<ReadLimits>;
  readonly tools?: Pick<OfficeTools, 'tesseract'>;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
};

/**
 * Text and tables of a PDF file; pages that are pictures are recognised. Scripts, forms and attachments are never run or opened.
 * @throws FileRefusal when the file is broken, locked, or beyond the limits; the signal's reason when it is aborted.
 */
export async function readPdf(bytes: Uint8Array, options: ReadPdfOptions = {}): Promise<SourceDocument> {
  const { task, close } = await openPdf(bytes);
  let pages: ReadPage[];
  try {
    pages = await readPages(await task.promise, {
      limits: { ...readLimits, ...options.limits },
      tesseract: options.tools?.tesseract ?? null,
      onProgress: options.onProgress,
      signal: options.signal,
    });
  } catch (error) {
    throw refusalOf(error);
  } finally {
    await close();
  }
  const { blocks, notes } = makeBlocks(withBorderless(withoutFurniture(pages.map((page) => page.layout))));
  const written = pages.filter((page) => !page.isEmpty);
  const isScan = written.length > 0 && written.every((page) => page.confidence !== null);
  return {
    format: isScan ? 'scan' : 'pdf',
    blocks,
    pageCount: pages.length,
    notes: [...notes, ...pages.flatMap(notesOf)],
  };
}

/** Percent; below it a page is likely to have wrong words in most lines. */
const SURE_CONFIDENCE = 80;

function notesOf({ page, isEmpty, hiddenGlyphs, confidence }: ReadPage): SourceNote[] {
  const place = { line: 1, lastLine: 1, page, table: null, row: null };
  const notes: SourceNote[] = [];
  if (isEmpty) notes.push({ code: 'page-without-text', place, value: page });
  else if (confidence !== null && confidence < SURE_CONFIDENCE)
    notes.push({ code: 'low-recognition', place, value: Math.round(confidence) });
  if (hiddenGlyphs > 0) notes.push({ code: 'hidden-content', place, value: page });
  return notes;
}

function refusalOf(error: unknown): unknown {
  if (!isOfPdfJs(error)) return error;
  return new FileRefusal(error.name === 'PasswordException' ? 'password-protected' : 'broken');
}
