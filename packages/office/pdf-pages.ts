import { FileRefusal } from '@opora/domain/basics/file-refusal.ts';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { UNREADABLE } from './pdf-characters.ts';
import { readPageContent, type IsHidden } from './pdf-content.ts';
import { brokenPage, type PageContent } from './pdf-geometry.ts';
import { layOut, type PageLayout } from './pdf-layout.ts';
import type { ReadLimits } from './read-limits.ts';

export type PagesReading = {
  readonly limits: ReadLimits;
  readonly tesseract: string | null;
  readonly onProgress: ((done: number, total: number) => void) | undefined;
  readonly signal: AbortSignal | undefined;
};

/** Fewer characters on a page that a picture fills are a stamp of the scanner, not the text. */
const TEXT_MIN = 40;
const PICTURE_SHARE = 0.5;
/** A smaller picture on a page without text is a coat of arms or a logo; drawings of lines are never searched for text. */
const SCAN_SHARE_MIN = 0.1;

/** A page laid out, and what is to be said about it. Its single glyphs are no longer kept: a long document has millions. */
export type ReadPage = Pick<
  PageContent,
  'page' | 'hiddenGlyphs' | 'isBroken' | 'isPicture' | 'confidence'
> & {
  readonly layout: PageLayout;
  readonly isEmpty: boolean;
};

/** Every page, recognised where it is a picture. */
export async function readPages(document: PDFDocumentProxy, reading: PagesReading): Promise<ReadPage[]> {
  const { limits, signal } = reading;
  if (document.numPages > limits.pages)
    throw new FileRefusal('too-many-pages', { limit: limits.pages, found: document.numPages });
  const layers = await document.getOptionalContentConfig();
  const isHidden: IsHidden = (layer) => !layers.isVisible(layer);
  const pages: ReadPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    signal?.throwIfAborted();
    pages.push(digest(await readPage(document, number, { ...reading, isHidden })));
    reading.onProgress?.(number, document.numPages);
    // pdf.js only ever yields to its own promises: let the process do something else between pages.
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (pages.every((page) => page.isBroken)) throw new FileRefusal('broken');
  if (pages.every((page) => page.isEmpty) && pages.some((page) => page.isPicture))
    throw new FileRefusal('needs-tesseract');
  return pages;
}

function digest(content: PageContent): ReadPage {
  const { page, hiddenGlyphs, isBroken, isPicture, confidence } = content;
  const isEmpty = content.glyphs.length === 0;
  return { page, hiddenGlyphs, isBroken, isPicture, confidence, isEmpty, layout: layOut(content) };
}

async function readPage(
  document: PDFDocumentProxy,
  number: number,
  reading: PagesReading & { isHidden: IsHidden },
): Promise<PageContent> {
  try {
    const page = await document.getPage(number);
    const content = await within(reading.limits.pageTimeMs, readPageContent(page, reading.isHidden));
    const seen = await lookAtPicture(page, content, reading);
    page.cleanup();
    return seen;
  } catch (error) {
    // One broken page does not keep the others from being read.
    if (isOfPdfJs(error)) return brokenPage(number);
    throw error;
  }
}

async function lookAtPicture(
  page: PDFPageProxy,
  content: PageContent,
  { limits, tesseract, signal }: PagesReading,
): Promise<PageContent> {
  const filled = pictureShare(content);
  const readable = content.glyphs.filter(
    (glyph) => glyph.text !== UNREADABLE && glyph.text.trim() !== '',
  ).length;
  const unreadable = content.glyphs.filter((glyph) => glyph.text === UNREADABLE).length;
  const hasText = readable >= (filled > PICTURE_SHARE ? TEXT_MIN : 1) && unreadable < readable / 2;
  if (hasText && (filled <= PICTURE_SHARE || content.rules.vertical.length > 0)) return content;
  if (filled < SCAN_SHARE_MIN && unreadable === 0) return content;
  // Drawing and recognition take much memory: they are loaded for the files that need them.
  const { findDrawnRules, recognisePage } = await import('./scan-recognition.ts');
  if (!hasText && tesseract === null) return { ...content, glyphs: [], isPicture: true };
  const late = AbortSignal.timeout(limits.toolTimeMs);
  const until = signal ? AbortSignal.any([signal, late]) : late;
  try {
    if (hasText || tesseract === null) return { ...content, rules: await findDrawnRules(page, until) };
    return (await recognisePage(page, { tesseract, signal: until })) ?? { ...content, glyphs: [] };
  } catch (error) {
    if (!late.aborted || signal?.aborted) throw error;
    throw new FileRefusal('took-too-long', { limit: Math.round(limits.toolTimeMs / 1000) });
  }
}

/** Share of the page that its largest picture fills. */
function pictureShare({ images, width, height }: PageContent): number {
  const areas = images.map((box) => (box.right - box.left) * (box.bottom - box.top));
  return Math.max(0, ...areas) / Math.max(1, width * height);
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

/** Whatever goes wrong inside pdf.js arrives as one of its exceptions: then the file is at fault. */
export function isOfPdfJs(error: unknown): error is Error {
  return error instanceof Error && /Exception$|^FormatError$/u.test(error.name);
}
