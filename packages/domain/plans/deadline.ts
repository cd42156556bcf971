import type { CalendarDate } from '../basics/calendar-date.ts';

/** What the phrase of an order about time («Февраль/август», «По графику ВГАПО») was taken to mean. */
export type Deadline = {
  /** The phrase letter for letter, torn lines joined. Printed back unchanged. */
  readonly raw: string;
  readonly kind: DeadlineKind;
  /** Dated windows in order of time. «до …» has no start; an open end has no end; a schedule and an event have none. */
  readonly windows: readonly DeadlineWindow[];
  readonly recurrence: Recurrence | null;
  /** External schedule («По графику …»): whose it is as printed, '' when nobody is named. Null: not external. */
  readonly schedule: string | null;
  /** Event that opens the term («По итогам мониторинга»): its name as printed, with an offset when one is given. */
  readonly event: DeadlineEvent | null;
  /** «Индивидуально», «по школам»: an instance for each participating school. */
  readonly perSchool: boolean;
  /** 1: said in so many words; lower: something was taken from the context (the year, the school calendar) or assumed. */
  readonly confidence: number;
  /** What was assumed and not printed. */
  readonly assumptions: readonly DeadlineAssumption[];
};

export type DeadlineKind =
  | 'date'
  | 'range'
  | 'month'
  | 'months'
  | 'year'
  | 'academic-year'
  | 'recurring'
  | 'by-schedule'
  | 'event'
  | 'continuous'
  | 'compound'
  | 'unknown';

export type DeadlineWindow = {
  readonly start: CalendarDate | null;
  /** Inclusive: «до 10.02» includes the tenth. */
  readonly end: CalendarDate | null;
};

export type Recurrence = {
  readonly every: 'day' | 'week' | 'month' | 'quarter' | 'half-year' | 'year';
  /** «раз в два года»: 2. */
  readonly interval: number;
  /** «не реже 2 раз в год»: 2 instances in each period, 1 otherwise. */
  readonly timesInPeriod: number;
  /** «ежемесячно до 5 числа»: 5. */
  readonly dayOfMonth: number | null;
  /** «каждую среду»: 3 (Monday is 1). */
  readonly weekday: number | null;
  /** «ежегодно, май»: [5]; empty: every period. */
  readonly months: readonly number[];
};

export type DeadlineEvent = {
  readonly name: string;
  readonly offsetDays: number | null;
  readonly workingDays: boolean;
};

export type DeadlineAssumption =
  | 'year-from-plan'
  | 'year-from-range-end'
  | 'school-year'
  | 'school-calendar'
  | 'until-plan-end'
  | 'letters-mended'
  | 'part-not-read';
