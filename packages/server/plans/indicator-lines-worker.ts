import type { DocumentLine } from '@opora/domain/indicators/match-document.ts';
import { readPlanDocument } from '@opora/domain/plans/read-plan-document.ts';
import type { OfficeTools } from '@opora/office/find-tools.ts';
import { readFile } from '@opora/office/read-file.ts';
import { readFilesAsThread } from '../platform/file-reader.ts';

export type DocumentTask = {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly tools: OfficeTools;
};

/** A paper of a school has some dozens; a file with more is none. */
const linesMax = 2000;

readFilesAsThread<DocumentTask, readonly DocumentLine[]>(async ({ bytes, fileName, tools }) => {
  const { indicators } = readPlanDocument(await readFile(bytes, { fileName, tools }));
  return indicators.slice(0, linesMax).map(({ no, group, name, source, values }) => ({
    no,
    group,
    name,
    page: source.page,
    row: source.from,
    values: values.map(({ column, raw }) => ({ column, raw })),
  }));
});
