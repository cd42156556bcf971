import { z } from 'zod';
import { contract } from '../basics/contract.ts';
import { ReadFacts } from './exam-reading.ts';
import { droppedSides } from './merge-parts.ts';
import { ExamMapping } from './plan-exam-import.ts';
import { Procedure } from './procedure.ts';
import { reportFactNames, reportLayouts } from './reading/report.ts';
import { reportFaultCodes } from './reading/report-fault.ts';

/** The largest file of results taken: a million rows of the flat form, or a hundred thousand pupils with forty tasks each. */
export const resultBytesMax = 100 * 1_048_576;
/** Counts of one file: all procedures of a large region over several years. */
export const readRowsMax = 100_000;
/** Lines of a list that a person is shown; how many there are is said beside them. */
export const examLinesMax = 300;

const count = z.number().int();

/** What an import came to. */
export const ExamImportCounts = z.object({
  layouts: z.array(z.enum(reportLayouts)),
  schools: count,
  procedures: count,
  /** Counts of schools that it added, changed, and found as they were. */
  added: count,
  changed: count,
  kept: count,
  /** Rows that were left out. */
  leftOut: count,
});
export type ExamImportCounts = z.infer<typeof ExamImportCounts>;

export const examImportStates = ['draft', 'applied', 'undone'] as const;

export const ExamImportEntry = z.object({
  id: z.uuid(),
  fileName: z.string(),
  state: z.enum(examImportStates),
  /** Who brought it; null where the person is not seen. */
  by: z.string().nullable(),
  createdAt: z.iso.datetime(),
  appliedAt: z.iso.datetime().nullable(),
  counts: ExamImportCounts.nullable(),
  version: z.number().int(),
});
export type ExamImportEntry = z.infer<typeof ExamImportEntry>;

const Held = z.object({ participants: count, below: count.nullable(), marks: z.array(count).nullable() });

const ReportReview = z.object({
  sheet: z.string(),
  layout: z.enum(reportLayouts),
  headRow: count,
  schools: count,
  territories: count,
  procedures: z.array(ReadFacts),
  /** What the file does not say of some row, with what is guessed of it. */
  asks: z.array(z.enum(reportFactNames)),
  guess: ReadFacts,
  markers: z.object({ all: count, marked: count }),
  unknownColumns: z.array(z.object({ column: count, head: z.string() })),
  faultCount: count,
});

const UnitReview = z.object({
  key: z.string(),
  login: z.string().nullable(),
  name: z.string(),
  territory: z.string().nullable(),
  rows: count,
  how: z.enum(['code', 'name', 'chosen', 'left-out', 'ambiguous', 'unknown']),
  orgUnitId: z.uuid().nullable(),
  orgUnitName: z.string().nullable(),
  candidates: z.array(z.object({ id: z.uuid(), name: z.string(), about: z.string() })),
});

/** A draft with what would be done if it were applied now. Lists are cut at `examLinesMax`; the counts beside them are of all. */
export const ExamImportReview = ExamImportEntry.extend({
  reports: z.array(ReportReview),
  mapping: ExamMapping,
  unknownSheets: z.array(z.object({ number: count, heads: z.array(z.string()) })),
  /** Those that wait for a person first. */
  units: z.array(UnitReview),
  unitCount: count,
  /** Whose school is not known yet. */
  waitingCount: count,
  faults: z.array(z.object({ sheet: z.string(), row: count, column: count, code: z.enum(reportFaultCodes) })),
  faultCount: count,
  territories: z.array(
    z.object({
      sheet: z.string(),
      row: count,
      name: z.string(),
      participants: count,
      schools: count,
      schoolParticipants: count,
    }),
  ),
  withoutSchool: count,
  withoutFacts: count,
  expected: ExamImportCounts,
  /** Counts of which another number of participants is held, and those numbers together: the file may be of another class of the same grade. */
  replaced: z.object({ counts: count, before: count, after: count }),
  changes: z.array(
    z.object({
      orgUnitId: z.uuid(),
      name: z.string(),
      year: count,
      procedure: Procedure,
      before: Held.nullable(),
      after: Held.nullable(),
      /** What of the import does not add up with the rest and is left out. */
      dropped: z.array(z.enum(droppedSides)),
      /** Tables of the file do not agree about how many took part. */
      differs: z.boolean(),
      /** Told by this version of the scale and not by the file. */
      scaleVersion: count.nullable(),
      /** What the scores alone cannot tell of that scale. */
      condition: z.string().nullable(),
    }),
  ),
  changeCount: count,
});
export type ExamImportReview = z.infer<typeof ExamImportReview>;

const ImportId = z.object({ examImportId: z.uuid() });
const Version = z.object({ version: z.number().int() });
const onImport = { who: 'role-on-thing', action: 'results.import' } as const;
const mayImport = { who: 'role', action: 'results.import' } as const;

export const examImportContract = contract({
  listExamImports: {
    method: 'GET',
    path: '/exam-imports',
    summary: 'Loaded files of results, the newest first',
    permission: mayImport,
    output: z.array(ExamImportEntry),
  },
  uploadExamResults: {
    method: 'POST',
    path: '/exam-imports',
    summary:
      'Bring a file of results (XLSX, XLS, ODS, CSV, a web page; up to 100 MB) as a draft of counts; the bytes stay in memory and rows of pupils are added up while they are read. The very bytes of an applied import give that import.',
    permission: mayImport,
    uploadBytesMax: resultBytesMax,
    uploadInMemory: true,
    output: ExamImportEntry.extend({ isKnown: z.boolean() }),
  },
  getReadingShare: {
    method: 'GET',
    path: '/exam-imports/reading',
    summary: 'How much of the file that the person is sending has been read, from 0 to 1; null for none',
    permission: mayImport,
    output: z.object({ share: z.number().nullable() }),
  },
  getExamImportReview: {
    method: 'GET',
    path: '/exam-imports/:examImportId',
    summary: 'A draft: what was understood, what is asked, and counts before and after',
    permission: onImport,
    params: ImportId,
    output: ExamImportReview,
  },
  changeExamMapping: {
    method: 'PUT',
    path: '/exam-imports/:examImportId/mapping',
    summary: 'Say what the file leaves open: works, years, and whose the names are',
    permission: onImport,
    params: ImportId,
    body: ExamMapping.extend(Version.shape),
    output: ExamImportReview,
  },
  applyExamImport: {
    method: 'POST',
    path: '/exam-imports/:examImportId/apply',
    summary: 'Take all at once what the review shows; an import that is applied already changes nothing',
    permission: onImport,
    params: ImportId,
    body: Version,
    output: ExamImportEntry,
  },
  undoExamImport: {
    method: 'POST',
    path: '/exam-imports/:examImportId/undo',
    summary: 'Take an applied import back as a whole; counts are made anew from the others',
    permission: onImport,
    params: ImportId,
    output: ExamImportEntry,
  },
  discardExamImport: {
    method: 'DELETE',
    path: '/exam-imports/:examImportId',
    summary: 'Throw a draft away',
    permission: onImport,
    params: ImportId,
    output: z.object({}),
  },
});
