import type { CalendarDate } from '../basics/calendar-date.ts';

/** A plan as it is put on paper or in a sheet: what an office files. Phrases and numbers are those of the approved act. */
export type PrintedPlan = {
  readonly authority: string | null;
  readonly actType: string | null;
  readonly actNumber: string | null;
  readonly actDate: CalendarDate | null;
  /** Amending acts in the genitive, the earliest first: «приказа от 12.05.2026 № 45». */
  readonly amendedBy: readonly string[];
  readonly title: string;
  readonly goal: string | null;
  readonly tasks: readonly string[];
  readonly expectedResults: readonly string[];
  /** Participating schools, each with its branches. */
  readonly schools: readonly { readonly name: string; readonly branches: readonly string[] }[];
  readonly sections: readonly PrintedSection[];
  /** Abbreviation → expansion, printed under the table. */
  readonly abbreviations: Readonly<Record<string, string>>;
};

export type PrintedSection = {
  /** Null for rows before the first section. */
  readonly title: string | null;
  readonly activities: readonly PrintedActivity[];
};

export type PrintedActivity = {
  readonly no: string;
  readonly title: string;
  /** The phrase of the act, letter for letter. */
  readonly deadline: string;
  readonly startsOn: CalendarDate | null;
  readonly dueOn: CalendarDate | null;
  readonly responsible: readonly string[];
  readonly expected: readonly string[];
  /** For the sheet: instances in all (cancelled ones left out), accepted and late ones. */
  readonly instances: number;
  readonly accepted: number;
  readonly late: number;
};

/** A school marked at an event, for the sheet. */
export type PrintedAttendance = {
  readonly no: string;
  readonly title: string;
  readonly dueOn: CalendarDate | null;
  readonly school: string;
  readonly tookPart: boolean;
  readonly people: number | null;
};
