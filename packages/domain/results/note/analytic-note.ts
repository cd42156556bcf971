import type { Procedure } from '../procedure.ts';
import type { ShareInterval } from '../wilson-interval.ts';

/** Shares by year, a line for each procedure. */
export type LinesChart = {
  readonly kind: 'lines';
  /** The finding, as a sentence. */
  readonly title: string;
  readonly years: readonly number[];
  /** Shares of 0 to 1; null where there is none or it is kept back. */
  readonly lines: readonly { readonly name: string; readonly shares: readonly (number | null)[] }[];
};

/** Shares with their bounds, one under another in the order of the names. */
export type IntervalsChart = {
  readonly kind: 'intervals';
  readonly title: string;
  readonly rows: readonly {
    readonly name: string;
    readonly participants: number;
    readonly share: number;
    readonly interval: ShareInterval;
  }[];
  /** The share of the whole territory, drawn across; null: not shown. */
  readonly whole: number | null;
};

export type NoteChart = LinesChart | IntervalsChart;

export type NoteTable = {
  readonly title: string;
  /** Widths in percent, 100 in all. */
  readonly columns: readonly {
    readonly title: string;
    readonly width: number;
    readonly isNumber?: boolean;
  }[];
  readonly rows: readonly (readonly string[])[];
};

export type NoteBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'items'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly table: NoteTable }
  | { readonly kind: 'chart'; readonly chart: NoteChart };

/** «Аналитическая справка»: a document of the office, always in Russian. */
export type AnalyticNote = {
  readonly title: string;
  readonly requisites: readonly (readonly [label: string, value: string])[];
  readonly sections: readonly { readonly title: string; readonly blocks: readonly NoteBlock[] }[];
};

/** A count as it may be shown: null is not known, `hidden` is kept back. */
type Count = number | 'hidden' | null;

/** Counts of a unit as they may be shown to whoever asks for the note: nothing here is worked out from what may not. */
export type NoteCounts = {
  readonly assessed: Count;
  readonly below: Count;
};

export type NoteProcedure = {
  readonly procedure: Procedure;
  readonly whole: NoteCounts;
  /** Municipalities of the region, or schools of the municipality, by name. */
  readonly parts: readonly (NoteCounts & { readonly name: string })[];
  /** Of the whole, the year of the note among them. */
  readonly years: readonly (NoteCounts & { readonly year: number })[];
};

/** A school with signs that ask for a closer look. */
export type SignedSchool = {
  readonly municipality: string;
  readonly school: string;
  readonly signs: readonly string[];
};

/** A list of schools that was approved by an act. */
export type NoteList = {
  readonly act: string;
  readonly rule: readonly string[];
  readonly schools: readonly {
    readonly municipality: string;
    readonly school: string;
    readonly certainty: string;
    /** Procedures with low results in the year of the list. */
    readonly low: readonly string[];
  }[];
};

export type NoteInput = {
  readonly territory: string;
  readonly partKind: 'municipality' | 'school';
  readonly year: number;
  readonly madeOn: string;
  readonly procedures: readonly NoteProcedure[];
  readonly signed: readonly SignedSchool[];
  readonly list: NoteList | null;
};
