import type { CalendarDate } from '../basics/calendar-date.ts';
import type { Deadline } from './deadline.ts';

/** What was understood of a document: the input of the review page and, approved, the plan. Nothing in it is guessed silently. */
export type ReadDocument = {
  readonly requisites: Requisites;
  readonly goal: string | null;
  readonly tasks: readonly string[];
  readonly expectedResults: readonly string[];
  readonly schools: readonly ReadSchool[];
  readonly people: readonly ReadPerson[];
  /** Abbreviation → expansion, from the document's own legend and from «(далее – …)». */
  readonly abbreviations: Readonly<Record<string, string>>;
  readonly sections: readonly string[];
  readonly activities: readonly ReadActivity[];
  readonly indicators: readonly ReadIndicator[];
  readonly warnings: readonly ReadWarning[];
};

export type Requisites = {
  /** «приказ», «распоряжение», «дорожная карта», «положение», «муниципальная программа» …; null when not found. */
  readonly type: string | null;
  readonly number: string | null;
  readonly date: CalendarDate | null;
  readonly place: string | null;
  readonly authority: string | null;
  readonly title: string | null;
  /** The title of the annex when the act above it has one of its own; null: there is one title. */
  readonly annexTitle: string | null;
  readonly signatory: ReadPerson | null;
  /** Who controls execution, as printed; «оставляю за собой» gives the signatory. */
  readonly controller: string | null;
  readonly basis: readonly string[];
  readonly region: string | null;
  readonly municipality: string | null;
  readonly periodStart: CalendarDate | null;
  readonly periodEnd: CalendarDate | null;
};

export type ReadPerson = { readonly name: string | null; readonly post: string | null };

export type ReadSchool = {
  readonly name: string;
  /** Name of the legal entity when this is a branch (филиал). */
  readonly branchOf: string | null;
};

export type ReadActivity = {
  /** As printed, '' where none is printed. */
  readonly no: string;
  readonly section: string | null;
  readonly title: string;
  readonly deadline: Deadline;
  /** Each party by itself, as printed. */
  readonly responsible: readonly string[];
  /** Each expected result by itself, as printed. */
  readonly expected: readonly string[];
  readonly source: ReadSource;
};

/** Lines of a text, or page and row of the table: what to highlight beside the field. */
export type ReadSource = {
  readonly from: number;
  readonly to: number;
  readonly page: number | null;
  readonly table: number | null;
  readonly row: number | null;
};

export type ReadIndicator = {
  readonly no: string;
  readonly group: string | null;
  readonly name: string;
  readonly unit: IndicatorUnit;
  /** How and when the value is collected, as printed. */
  readonly collection: string | null;
  readonly values: readonly ReadIndicatorValue[];
  readonly source: ReadSource;
};

export type IndicatorUnit =
  | 'count'
  | 'share'
  | 'count/share'
  | 'score'
  | 'yes-no'
  | 'per-unit'
  | 'area'
  | 'unknown';

export type ReadIndicatorValue = {
  /** Head of the column: a school or a year. */
  readonly column: string;
  readonly raw: string;
  readonly count: number | null;
  /** 0.21 for «21 %». */
  readonly share: number | null;
  readonly value: number | null;
  readonly yes: boolean | null;
};

export type ReadWarning = {
  readonly code: ReadWarningCode;
  /** Number or title of the row, '' for the document as a whole. */
  readonly where: string;
  readonly activity: number | null;
  /** Facts for the message, such as the two numbers that differ. */
  readonly values: readonly string[];
  readonly source: ReadSource | null;
};

export type ReadWarningCode =
  | 'date-before-act'
  | 'end-before-start'
  | 'outside-period'
  | 'day-off'
  | 'act-number-differs'
  | 'act-date-differs'
  | 'number-repeated'
  | 'number-missing'
  | 'result-empty'
  | 'theme-repeated'
  | 'abbreviation-unknown'
  | 'deadline-unread'
  | 'deadline-empty'
  | 'deadline-assumed'
  | 'responsible-empty'
  | 'responsible-doubtful'
  | 'row-joined'
  | 'row-unclear'
  | 'text-torn'
  | 'column-unknown'
  | 'share-differs'
  | 'page-unread'
  | 'page-faint'
  | 'activities-unread'
  | 'indicators-unread'
  | 'not-recognised';
