import type { ExamReading } from '@opora/domain/results/exam-reading.ts';
import { faultsKept } from '@opora/domain/results/exam-reading.ts';
import { resultBytesMax } from '@opora/domain/results/exam-import-contract.ts';
import { readFlatText } from '@opora/domain/results/reading/read-flat-text.ts';
import { type ReadReports, readReports } from '@opora/domain/results/reading/read-report.ts';
import type { ScoreScale } from '@opora/domain/results/score-scale.ts';
import { detectFormat } from '@opora/office/detect-format.ts';
import { readLimits } from '@opora/office/read-limits.ts';
import { readSheets } from '@opora/office/read-sheets.ts';

/** A region's file of one procedure: 100,000 pupils with forty tasks each, and half as much again. */
const limits = { sheetCells: 6_000_000, expandedBytes: 256 * 1_048_576 };

/** Shares of the work, by what was measured on a workbook of 100,000 pupils. */
const shareOpened = 0.05;
const shareUnpacked = 0.85;

/**
 * What a file of results says, whatever its format; rows of pupils are added up on the way. `tell` is told shares from 0 to 1. Throws `FileRefusal` for what
 * is no table.
 */
export async function readResultBytes(
  bytes: Uint8Array,
  scales: readonly ScoreScale[],
  tell: (share: number) => void = () => undefined,
): Promise<ReadReports> {
  if (bytes.length > 0 && bytes.length <= resultBytesMax) {
    const file = await detectFormat(bytes, { ...readLimits, ...limits, textBytes: resultBytesMax });
    const flat = file.format === 'text' ? readFlatText(file.text, tell) : null;
    if (flat !== null) return { reports: [flat], unknownSheets: [] };
  }
  tell(shareOpened);
  const sheets = await readSheets(bytes, limits, (share) =>
    tell(shareOpened + share * (shareUnpacked - shareOpened)),
  );
  tell(shareUnpacked);
  return readReports(sheets, scales);
}

/** What is kept of it until it is applied: of the faults the first, of the markers how many. */
export function keptReading({ reports, unknownSheets }: ReadReports): ExamReading {
  return {
    reports: reports.map(({ markers, faults, rows, unknownColumns, ...report }) => ({
      ...report,
      rows: rows.map(({ count, ...row }) => ({
        ...row,
        count: {
          ...count,
          marks: count.marks === null ? null : [...count.marks],
          scores: count.scores === null ? null : [...count.scores],
          tasks: count.tasks === null ? null : [...count.tasks],
        },
      })),
      markers: { all: markers.length, marked: markers.filter(({ marked }) => marked).length },
      faults: faults.slice(0, faultsKept),
      faultCount: faults.length,
      unknownColumns: unknownColumns.slice(0, 100),
    })),
    unknownSheets: unknownSheets.slice(0, 100).map(({ number, heads }) => ({ number, heads: [...heads] })),
  };
}
