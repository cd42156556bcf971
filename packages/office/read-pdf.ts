import { FileRefusal } from '@opora/domain/basics/file-refusal.ts';
import type { SourceDocument, SourceNote } from '@opora/domain/basics/source-document.ts';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { makeBlocks } from './pdf-blocks.ts';
import { readPageContent, type IsHidden } from './pdf-content.ts';
import { withoutFurniture } from './pdf-furniture.ts';
import { brokenPage, type PageContent } from './pdf-geometry.ts';
import { layOut } from './pdf-layout.ts';
import { readLimits, type ReadLimits } from './read-limits.ts';

export type ReadPdfOptions = {
  readonly limits?: Partial<ReadLimits>;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
};

/** A larger picture is not decoded: 40 million points are an A4 sheet at 600 dpi. */
const PICTURE_POINTS_MAX = 40_000_000;

/**
 * Text and tables of a PDF file. Scripts, forms and attachments in it are never run or opened.
 * @throws FileRefusal when the file is broken, locked, or beyond the limits; the signal's reason when it is aborted.
 */
export async function readPdf(bytes: Uint8Array, options: ReadPdfOptions = {}): Promise<SourceDocument> {
  // pdf.js takes its buffer over, and the caller may still need these bytes.
  const task = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: 0,
    maxImageSize: PICTURE_POINTS_MAX,
    useSystemFonts: false,
  });
  let contents: PageContent[];
  try {
    contents = await readContents(await task.promise, options);
  } catch (error) {
    throw refusalOf(error);
  } finally {
    await task.destroy();
  }
  const { blocks, notes } = makeBlocks(withoutFurniture(contents.map(layOut)));
  return { format: 'pdf', blocks, pageCount: contents.length, notes: [...notes, ...notesOf(contents)] };
}

async function readContents(document: PDFDocumentProxy, options: ReadPdfOptions): Promise<PageContent[]> {
  const limits = { ...readLimits, ...options.limits };
  if (document.numPages > limits.pages)
    throw new FileRefusal('too-many-pages', { limit: limits.pages, found: document.numPages });
  const layers = await document.getOptionalContentConfig();
  const isHidden: IsHidden = (layer) => !layers.isVisible(layer);
  const contents: PageContent[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    options.signal?.throwIfAborted();
    contents.push(await within(limits.pageTimeMs, readPage(document, number, isHidden)));
    options.onProgress?.(number, document.numPages);
    // pdf.js only ever yields to its own promises: let the process do something else between pages.
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (contents.every((content) => content.isBroken)) throw new FileRefusal('broken');
  return contents;
}

async function readPage(
  document: PDFDocumentProxy,
  number: number,
  isHidden: IsHidden,
): Promise<PageContent> {
  try {
    const page = await document.getPage(number);
    const content = await readPageContent(page, isHidden);
    page.cleanup();
    return content;
  } catch (error) {
    // One broken page does not keep the others from being read.
    if (isOfPdfJs(error)) return brokenPage(number);
    throw error;
  }
}

async function within<T>(timeMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new FileRefusal('took-too-long', { limit: timeMs / 1000 })), timeMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function notesOf(contents: readonly PageContent[]): SourceNote[] {
  return contents.flatMap(({ page, glyphs, hiddenGlyphs }) => {
    const place = { line: 1, lastLine: 1, page, table: null, row: null };
    const notes: SourceNote[] = [];
    if (glyphs.length === 0) notes.push({ code: 'page-without-text', place, value: page });
    if (hiddenGlyphs > 0) notes.push({ code: 'hidden-content', place, value: page });
    return notes;
  });
}

function refusalOf(error: unknown): unknown {
  if (!isOfPdfJs(error)) return error;
  return new FileRefusal(error.name === 'PasswordException' ? 'password-protected' : 'broken');
}

/** Whatever goes wrong inside pdf.js arrives as one of its exceptions: then the file is at fault. */
function isOfPdfJs(error: unknown): error is Error {
  return error instanceof Error && /Exception$|^FormatError$/u.test(error.name);
}
