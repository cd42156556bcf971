import { FileRefusal } from '@opora/domain/basics/file-refusal.ts';

const megabyte = 1_048_576;

/** Bounds on what reading one file may cost. */
export type ReadLimits = {
  readonly fileBytes: number;
  /** Sum over the parts of a zip file that are unpacked. */
  readonly expandedBytes: number;
  /** Plain text and web pages; a larger one is a dump and not a document. */
  readonly textBytes: number;
  /** Lines of plain text that are not blank: some ten thousand pages. */
  readonly textLines: number;
  readonly zipEntries: number;
  readonly xmlDepth: number;
  /** Elements and attributes of one XML part: a Word table of 20,000 rows has half of this. */
  readonly xmlNodes: number;
  /** Tables inside tables below this level are left out with a note. */
  readonly tableNesting: number;
  readonly sheetCells: number;
  readonly pages: number;
  /** For reading one page of a PDF, in milliseconds. */
  readonly pageTimeMs: number;
  /** For an external program, in milliseconds. */
  readonly toolTimeMs: number;
};

export const readLimits: ReadLimits = {
  fileBytes: 100 * megabyte,
  expandedBytes: 100 * megabyte,
  textBytes: 20 * megabyte,
  textLines: 300_000,
  zipEntries: 10_000,
  xmlDepth: 400,
  xmlNodes: 2_000_000,
  tableNesting: 4,
  sheetCells: 2_000_000,
  pages: 2000,
  pageTimeMs: 20_000,
  toolTimeMs: 60_000,
};

/** For a caller that knows the size before it holds the bytes (an upload, a file on disk): a huge file is never loaded. */
export function refuseTooLarge(
  bytes: number,
  fileName: string | null,
  limits: Pick<ReadLimits, 'fileBytes'> = readLimits,
): void {
  if (bytes > limits.fileBytes) {
    throw new FileRefusal('too-large', { fileName, limit: limits.fileBytes, found: bytes });
  }
}
