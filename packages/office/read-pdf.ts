import type { SourceDocument } from '@opora/domain/basics/source-document.ts';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { makeBlocks } from './pdf-blocks.ts';
import { readPageContent } from './pdf-content.ts';
import { withoutFurniture } from './pdf-furniture.ts';
import { layOut, type PageLayout } from './pdf-layout.ts';

export type ReadPdfOptions = {
  readonly onProgress?: (pagesRead: number, pageCount: number) => void;
  readonly signal?: AbortSignal;
};

/** Text, tables and scanned pages of a PDF file. */
export async function readPdf(bytes: Uint8Array, options: ReadPdfOptions = {}): Promise<SourceDocument> {
  // pdf.js takes the buffer over, and the caller may still need it.
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false });
  try {
    const document = await task.promise;
    const layers = await document.getOptionalContentConfig();
    const layouts: PageLayout[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      options.signal?.throwIfAborted();
      const page = await document.getPage(number);
      layouts.push(layOut(await readPageContent(page, (layer) => !layers.isVisible(layer))));
      page.cleanup();
      options.onProgress?.(number, document.numPages);
    }
    return {
      format: 'pdf',
      blocks: makeBlocks(withoutFurniture(layouts)),
      pageCount: document.numPages,
      notes: [],
    };
  } finally {
    await task.destroy();
  }
}
