import { FileRefusal } from '@opora/domain/basics/file-refusal.ts';
import type { SourceDocument, SourceNote } from '@opora/domain/basics/source-document.ts';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { OfficeTools } from './find-tools.ts';
import { makeBlocks } from './pdf-blocks.ts';
import { withoutFurniture } from './pdf-furniture.ts';
import type { PageContent } from './pdf-geometry.ts';
import { layOut } from './pdf-layout.ts';
import { isOfPdfJs, readPages } from './pdf-pages.ts';
import { readLimits, type ReadLimits } from './read-limits.ts';

export type ReadPdfOptions = {
  readonly limits?: Partial<ReadLimits>;
  readonly tools?: Pick<OfficeTools, 'tesseract'>;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
};

/** A larger picture is not decoded: 40 million points are an A4 sheet at 600 dpi. */
const PICTURE_POINTS_MAX = 40_000_000;

/** What pdf.js needs for old fonts and pictures lies in its package: nothing is fetched. */
const libraryFolder = join(dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json'))), '/');

/**
 * Text and tables of a PDF file; pages that are pictures are recognised. Scripts, forms and attachments are never run or opened.
 * @throws FileRefusal when the file is broken, locked, or beyond the limits; the signal's reason when it is aborted.
 */
export async function readPdf(bytes: Uint8Array, options: ReadPdfOptions = {}): Promise<SourceDocument> {
  // pdf.js takes its buffer over, and the caller may still need these bytes.
  const task = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: 0,
    maxImageSize: PICTURE_POINTS_MAX,
    useSystemFonts: false,
    cMapUrl: join(libraryFolder, 'cmaps/'),
    standardFontDataUrl: join(libraryFolder, 'standard_fonts/'),
    wasmUrl: join(libraryFolder, 'wasm/'),
  });
  let contents: PageContent[];
  try {
    contents = await readPages(await task.promise, {
      limits: { ...readLimits, ...options.limits },
      tesseract: options.tools?.tesseract ?? null,
      onProgress: options.onProgress,
      signal: options.signal,
    });
  } catch (error) {
    throw refusalOf(error);
  } finally {
    await task.destroy();
  }
  const { blocks, notes } = makeBlocks(withoutFurniture(contents.map(layOut)));
  const written = contents.filter((content) => content.glyphs.length > 0);
  const isScan = written.length > 0 && written.every((content) => content.confidence !== null);
  return {
    format: isScan ? 'scan' : 'pdf',
    blocks,
    pageCount: contents.length,
    notes: [...notes, ...contents.flatMap(notesOf)],
  };
}

/** Percent; below it a page is likely to have wrong words in most lines. */
const SURE_CONFIDENCE = 80;

function notesOf({ page, glyphs, hiddenGlyphs, confidence }: PageContent): SourceNote[] {
  const place = { line: 1, lastLine: 1, page, table: null, row: null };
  const notes: SourceNote[] = [];
  if (glyphs.length === 0) notes.push({ code: 'page-without-text', place, value: page });
  else if (confidence !== null && confidence < SURE_CONFIDENCE)
    notes.push({ code: 'low-recognition', place, value: Math.round(confidence) });
  if (hiddenGlyphs > 0) notes.push({ code: 'hidden-content', place, value: page });
  return notes;
}

function refusalOf(error: unknown): unknown {
  if (!isOfPdfJs(error)) return error;
  return new FileRefusal(error.name === 'PasswordException' ? 'password-protected' : 'broken');
}
