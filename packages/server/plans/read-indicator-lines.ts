import type { DocumentLine } from '@opora/domain/indicators/match-document.ts';
import { findTools } from '@opora/office/find-tools.ts';
import { openFileReader } from '../platform/file-reader.ts';
import type { DocumentTask } from './indicator-lines-worker.ts';

const limits = { workersMax: 1, secondsMax: 120, heapMegabytesMax: 1_500 };

/** Reads the tables of indicators of documents (DOCX, PDF, text) by the reader of plans, in a thread of its own. */
export function openIndicatorLineReader() {
  const reader = openFileReader<DocumentTask, readonly DocumentLine[]>(
    new URL('./indicator-lines-worker.ts', import.meta.url),
    limits,
  );
  return {
    close: reader.close,
    /** Throws the refusal that a person can act on. */
    read: async (fileName: string, load: () => Promise<Uint8Array>): Promise<readonly DocumentLine[]> => {
      const tools = await findTools(process.env['PATH'] ?? '');
      return reader.read(fileName, async () => ({ bytes: await load(), fileName, tools }));
    },
  };
}
