import { z } from 'zod';
import { contract } from '../basics/contract.ts';
import { checkProblems } from './check-finding.ts';
import { IndicatorCode } from './indicator.ts';
import { PeriodCode } from './report-period.ts';
import { readingFindings } from './read-value.ts';
import { sheetProblems } from './value-sheet.ts';

export const valueFileBytesMax = 30 * 1_048_576;
/** Cells and findings that a review names; the rest are counted. */
export const reviewLinesMax = 300;

const Count = z.number().int();

export const ValueImportCounts = z.object({
  schools: Count,
  add: Count,
  change: Count,
  keep: Count,
  /** Of forms that have left the school. */
  sent: Count,
  /** Errors by the checks: not taken. */
  wrong: Count,
  problems: Count,
  warnings: Count,
});
export type ValueImportCounts = z.infer<typeof ValueImportCounts>;

export const ValueImportEntry = z.object({
  id: z.uuid(),
  period: PeriodCode,
  fileName: z.string(),
  state: z.enum(['draft', 'applied', 'undone']),
  counts: ValueImportCounts,
  /** «Иванова А. П.»; null for somebody the person may not see. */
  by: z.string().nullable(),
  createdAt: z.iso.datetime(),
  appliedAt: z.iso.datetime().nullable(),
  version: Count,
});
export type ValueImportEntry = z.infer<typeof ValueImportEntry>;

const Place = z.object({ sheet: z.string(), row: Count, column: Count });

/** A draft with what a person has to see before it is applied; of others only the entry, the lists are empty. */
export const ValueImportReview = z.object({
  entry: ValueImportEntry,
  problems: z.array(
    Place.extend({ text: z.string(), problem: z.enum([...sheetProblems, ...readingFindings]) }),
  ),
  /** Values that are not taken, with the cell: the school has sent them, or a check calls them an error. */
  left: z.array(
    Place.extend({ school: z.string(), indicator: IndicatorCode, reason: z.enum(['sent', 'wrong']) }),
  ),
  findings: z.array(
    z.object({
      school: z.string(),
      severity: z.enum(['error', 'warning', 'note']),
      problem: z.enum(checkProblems),
      indicators: z.array(IndicatorCode),
      facts: z.record(z.string(), z.union([z.number(), z.string()])),
    }),
  ),
});
export type ValueImportReview = z.infer<typeof ValueImportReview>;

const ImportId = z.object({ valueImportId: z.uuid() });
const Version = z.object({ version: Count });
const mayEnter = { who: 'role', action: 'indicators.enter' } as const;
const onImport = { who: 'role-on-thing', action: 'indicators.enter' } as const;

/** Values of many schools out of one table. */
export const valueImportContract = contract({
  listValueImports: {
    method: 'GET',
    path: '/value-imports',
    summary: 'Loaded tables of values, the newest first',
    permission: mayEnter,
    output: z.array(ValueImportEntry),
  },
  uploadValues: {
    method: 'POST',
    path: '/value-imports',
    summary:
      'Bring a table of values of many schools (XLSX, XLS, ODS, CSV; up to 30 MB) as a draft, checked school by school; the file itself is not kept',
    permission: mayEnter,
    uploadBytesMax: valueFileBytesMax,
    body: z.object({ period: PeriodCode }),
    output: ValueImportEntry,
  },
  getValueImport: {
    method: 'GET',
    path: '/value-imports/:valueImportId',
    summary: 'A draft with what would change and what was not understood',
    permission: onImport,
    params: ImportId,
    output: ValueImportReview,
  },
  applyValueImport: {
    method: 'POST',
    path: '/value-imports/:valueImportId/apply',
    summary:
      'Take all values that nothing speaks against at once; one that is applied already changes nothing',
    permission: onImport,
    params: ImportId,
    body: Version,
    output: ValueImportEntry,
  },
  undoValueImport: {
    method: 'POST',
    path: '/value-imports/:valueImportId/undo',
    summary: 'Take an applied import back; values that were changed or sent since stay as they are',
    permission: onImport,
    params: ImportId,
    output: ValueImportEntry,
  },
  discardValueImport: {
    method: 'DELETE',
    path: '/value-imports/:valueImportId',
    summary: 'Throw a draft away',
    permission: onImport,
    params: ImportId,
    output: z.object({}),
  },
});
