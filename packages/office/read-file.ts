import { FileRefusal } from '@opora/domain/basics/file-refusal.ts';
import type { SourceDocument } from '@opora/domain/basics/source-document.ts';
import { convertByLibreOffice } from './convert-by-libreoffice.ts';
import { detectFormat } from './detect-format.ts';
import { noTools, type OfficeTools } from './find-tools.ts';
import { readDocx } from './read-docx.ts';
import { readHtml } from './read-html.ts';
import { readLimits, refuseTooLarge, type ReadLimits } from './read-limits.ts';
import { readTableText } from './read-table-text.ts';
import { readText } from './read-text.ts';
import { readWorkbook } from './read-workbook.ts';
import { openZip } from './zip-parts.ts';

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
  refuseTooLarge(bytes.length, options.fileName ?? null, limits);
  const tools = options.tools ?? noTools;
  const file = await detectFormat(bytes, limits);
  switch (file.format) {
    case 'text':
      return readTableText(file.text, limits) ?? readText(file.text, limits);
    case 'docx':
      return readDocx(file.parts, limits);
    case 'odt':
    case 'rtf':
    case 'doc':
      return { ...(await readConverted(bytes, file.format, limits, tools)), format: file.format };
    case 'pdf': {
      // pdf.js takes longer to load than most documents take to read.
      const { readPdf } = await import('./read-pdf.ts');
      return readPdf(bytes, options);
    }
    case 'xlsx':
    case 'ods':
      return readWorkbook(bytes, file, limits);
    case 'xls':
      return readOldWorkbook(bytes, limits, tools);
    case 'html':
      return readHtml(file.text, limits);
    case 'calendar':
      throw new FileRefusal('unknown-format');
    case 'picture':
      throw new FileRefusal('picture-not-document');
  }
}

async function readConverted(
  bytes: Uint8Array,
  from: 'odt' | 'rtf' | 'doc',
  limits: ReadLimits,
  { soffice }: OfficeTools,
): Promise<SourceDocument> {
  if (soffice === null) throw new FileRefusal('needs-libreoffice');
  const docx = await convertByLibreOffice(bytes, { soffice, from, to: 'docx', timeMs: limits.toolTimeMs });
  return readDocx(await openZip(docx, limits), limits);
}

/** Excel 97 files are read without LibreOffice too, but then a percentage is shown as a fraction and a note says so. */
async function readOldWorkbook(
  bytes: Uint8Array,
  limits: ReadLimits,
  { soffice }: OfficeTools,
): Promise<SourceDocument> {
  if (soffice === null) {
    const document = await readWorkbook(bytes, { format: 'xls' }, limits);
    return {
      ...document,
      notes: [...document.notes, { code: 'number-formats-unread', place: null, value: null }],
    };
  }
  const xlsx = await convertByLibreOffice(bytes, {
    soffice,
    from: 'xls',
    to: 'xlsx',
    timeMs: limits.toolTimeMs,
  });
  const document = await readWorkbook(xlsx, { format: 'xlsx', parts: await openZip(xlsx, limits) }, limits);
  return { ...document, format: 'xls' };
}
