import type { ReportFault } from './report-fault.ts';

/** Tables of results that are known by their heads. */
export const reportLayouts = [
  'flat',
  'individual',
  'marks',
  'journal',
  'scores',
  'tasks',
  'planned',
  'markers',
  'exam-sheet',
  'subject-summary',
  'class-summary',
] as const;
export type ReportLayout = (typeof reportLayouts)[number];

/** What a result is of, as far as the file says; the rest is asked of the person. */
export type ReportFacts = {
  readonly kind: string | null;
  readonly grade: number | null;
  readonly subject: string | null;
  readonly year: number | null;
};

export const reportFactNames = ['kind', 'grade', 'subject', 'year'] as const satisfies (keyof ReportFacts)[];
export type ReportFactName = (typeof reportFactNames)[number];

/** Whose line it is. A school by its login where there is one: the same name is borne by many schools. */
export type ReportUnit = {
  readonly level: 'school' | 'territory';
  readonly login: string | null;
  readonly name: string;
  readonly territory: string | null;
};

/** Counts of one report; null is what it does not hold. Several reports together make an `ExamCount`. */
export type PartialCount = {
  readonly participants: number | null;
  readonly below: number | null;
  readonly marks: readonly [number, number, number, number] | null;
  /** Pupils by primary score, from 0 up. */
  readonly scores: readonly number[] | null;
  readonly journal: Readonly<Record<'lowered' | 'confirmed' | 'raised', number>> | null;
  /** Of those lowered and raised against the journal: by two marks or more. */
  readonly gaps: Readonly<Record<'lowered' | 'raised', number>> | null;
  /** Points of all participants together, of as many as they could get. */
  readonly tasks:
    | readonly { readonly task: string; readonly points: number; readonly pointsMax: number }[]
    | null;
};

export const noCount: PartialCount = {
  participants: null,
  below: null,
  marks: null,
  scores: null,
  journal: null,
  gaps: null,
  tasks: null,
};

export type ReportRow = {
  /** Row of the sheet where it begins, from 1. */
  readonly row: number;
  readonly unit: ReportUnit;
  readonly facts: ReportFacts;
  readonly count: PartialCount;
  /** The version of the scale that told the reader what is below; absent where the file says it itself. */
  readonly scaleVersion?: number;
};

/** A sign of one school in the regional file of markers, as it was set there. */
export type ReportMarker = {
  readonly row: number;
  readonly unit: ReportUnit;
  readonly facts: ReportFacts;
  readonly marked: boolean;
};

/** One table of a file as it was understood. Nothing in it tells one pupil from another. */
export type Report = {
  readonly sheet: string;
  readonly layout: ReportLayout;
  /** Row of the heads, from 1. */
  readonly headRow: number;
  readonly rows: readonly ReportRow[];
  readonly markers: readonly ReportMarker[];
  readonly faults: readonly ReportFault[];
  /** Heads that no rule understands, with their column from 1; their values are passed over. */
  readonly unknownColumns: readonly { readonly column: number; readonly head: string }[];
};
