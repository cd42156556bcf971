import { createHash } from 'node:crypto';
import { makeReportSheets } from '@opora/domain/indicators/make-report-sheets.ts';
import type { ReportContent, ReportParameters } from '@opora/domain/indicators/report-contract.ts';

/** SHA-256 of what a report keeps and of the tables that are made of it: the same wherever and whenever they are made again. */
export function reportDigest(parameters: ReportParameters, content: ReportContent): string {
  const sheets = makeReportSheets(parameters, content, 'ru');
  return createHash('sha256').update(inOrder({ parameters, content, sheets })).digest('hex');
}

/** JSON with keys in one order: the database keeps them in its own. */
function inOrder(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}
