import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getDocument, PDFWorker, type PDFDocumentLoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A larger picture is not decoded: 40 million points are an A4 sheet at 600 dpi. */
const PICTURE_POINTS_MAX = 40_000_000;

/** What pdf.js needs for old fonts and pictures lies in its package: nothing is fetched. */
const libraryFolder = join(dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json'))), '/');

/** The package has no types for its other half; of it only this is used. */
type WorkerModule = {
  readonly WorkerMessageHandler: { initializeFromPort(port: InstanceType<typeof MessagePort>): void };
};

async function loadWorker(): Promise<WorkerModule> {
  return (await import(import.meta.resolve('pdfjs-dist/legacy/build/pdf.worker.mjs'))) as WorkerModule;
}

export type OpenPdf = { readonly task: PDFDocumentLoadingTask; readonly close: () => Promise<void> };

/**
 * Opens a file with both halves of pdf.js in this thread. By itself pdf.js would then pass messages as promises, and a file
 * made to be endless would keep every timer from firing; over a channel the process breathes between any two messages.
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const { WorkerMessageHandler } = await loadWorker();
  const { port1, port2 } = new MessageChannel();
  WorkerMessageHandler.initializeFromPort(port1);
  // Node's port does all that pdf.js asks of a browser's worker.
  const worker = new PDFWorker({ port: port2 as unknown as null });
  const task = getDocument({
    // pdf.js takes its buffer over, and the caller may still need these bytes.
    data: Uint8Array.from(bytes),
    worker,
    verbosity: 0,
    maxImageSize: PICTURE_POINTS_MAX,
    useSystemFonts: false,
    cMapUrl: join(libraryFolder, 'cmaps/'),
    standardFontDataUrl: join(libraryFolder, 'standard_fonts/'),
    wasmUrl: join(libraryFolder, 'wasm/'),
  });
  const close = async (): Promise<void> => {
    await task.destroy();
    worker.destroy();
    port1.close();
    port2.close();
  };
  return { task, close };
}
