import type { CalendarDate } from '../basics/calendar-date.ts';

/** What the phrase of an order about time («Февраль/август», «По графику ВГАПО») was taken to mean. */
export type Deadline = {
  /** The phrase letter for letter, torn lines joined. Printed back unchanged. */
  readonly raw: string;
  readonly kind: DeadlineKind;
  /**
   * Dated windows in order of time. «до …» has no start; an open end has no end; a schedule and an event have none.
   * For `recurring` they bound the recurrence («ежемесячно, сентябрь – май»), empty: the whole plan; for `compound`
   * each is an obligation of its own, beside the recurrence if there is one.
   */
  readonly windows: readonly DeadlineWindow[];
  readonly recurrence: Recurrence | null;
  /** External schedule («По графику …»): whose it is as printed, '' when nobody is named. Null: not external. */
  readonly schedule: string | null;
  /** Event that opens the term («По итогам мониторинга»). */
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
  /** One window over several months («сентябрь – декабрь», «II квартал»). */
  | 'months'
  | 'year'
  | 'academic-year'
  | 'recurring'
  | 'by-schedule'
  | 'event'
  | 'continuous'
  /** Two obligations or more: «февраль/август», phases. */
  | 'compound'
  | 'unknown';

export type DeadlineWindow = {
  readonly start: CalendarDate | null;
  /** Inclusive: «до 10.02» includes the tenth. */
  readonly end: CalendarDate | null;
  /** «1 этап», «итоговый мониторинг», as printed; null for most. */
  readonly label: string | null;
};

export type Recurrence = {
  readonly every: Cycle;
  /** «раз в два года»: 2. */
  readonly interval: number;
  /** «не реже 2 раз в год»: 2 instances in each period, 1 otherwise. */
  readonly timesInPeriod: number;
  /** «ежемесячно до 5 числа»: 5. */
  readonly dayOfMonth: number | null;
  /** «до 10 числа месяца, следующего за отчётным»: the day is in the month after the period. */
  readonly followingMonth: boolean;
  /** «каждую среду»: 3 (Monday is 1). */
  readonly weekday: number | null;
  /** «по вторникам и четвергам»: the days after the first, an instance for each. */
  readonly otherWeekdays: readonly number[];
  /** «вторая среда месяца»: 2; «последняя»: -1. */
  readonly weekOfMonth: number | null;
  /** «ежегодно, январь и июнь»: two spans, an instance for each; empty: once in a period. */
  readonly months: readonly MonthSpan[];
};

export type Cycle = 'day' | 'week' | 'month' | 'quarter' | 'school-quarter' | 'half-year' | 'year';

/** Months from 1, both ends included; `to` before `from` runs over New Year. */
export type MonthSpan = { readonly from: number; readonly to: number };

export type DeadlineEvent = {
  /** As printed; '' when the term runs from the act itself («в двухнедельный срок»). */
  readonly name: string;
  /** Days after the event, negative: before it («за 3 дня до начала»); null when not said. */
  readonly offsetDays: number | null;
  readonly workingDays: boolean;
};

export type DeadlineAssumption =
  | 'year-from-plan'
  | 'year-from-range-end'
  /** Nothing names the year, so the window could not be dated. */
  | 'year-unknown'
  | 'school-year'
  /** By the usual dates of quarters and holidays: the territory has not entered its own. */
  | 'school-calendar'
  /** By the school year that the territory entered. */
  | 'school-calendar-entered'
  | 'until-plan-end'
  /** «до мая» was taken as «by 30 April». */
  | 'month-not-included'
  /** «до 5 числа» alone was taken as monthly. */
  | 'every-month'
  /** The printed end is earlier than the start; the window runs between the two. */
  | 'end-before-start'
  | 'letters-mended'
  | 'part-not-read';
