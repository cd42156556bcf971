import {
  addDays,
  calendarDate,
  daysBetween,
  daysInMonth,
  monthOf,
  weekday,
  yearOf,
} from '../basics/calendar-date.ts';
import type { CalendarDate, DateRange } from '../basics/calendar-date.ts';
import { findSchoolTerm, schoolYearStartOf, type SchoolTerm } from '../basics/school-calendar.ts';
import type { Recurrence } from './deadline.ts';

/** A period of a recurrence. `key`: `2023-03`, `2023-Q1`, `2023-H1`, `2023`, `2023-03-06` for a week by its Monday. */
export type RecurrencePeriod = DateRange & { readonly key: string };

/**
 * Periods of a recurrence inside the bounds, in order. One that sticks out counts when its middle day is inside, so that
 * a plan from 1 September has no third quarter; it is cut to the bounds.
 */
export function recurrencePeriods(
  recurrence: Recurrence,
  bounds: DateRange,
  schoolTerms: readonly SchoolTerm[],
): RecurrencePeriod[] {
  if (recurrence.every === 'year' && recurrence.months.length > 0)
    return everyNth(yearlyWindows(recurrence, bounds), recurrence);
  const inside = naturalPeriods(recurrence, bounds, schoolTerms).filter((period) => {
    const middle = addDays(period.start, Math.floor(daysBetween(period.start, period.end) / 2));
    return middle >= bounds.start && middle <= bounds.end;
  });
  const cut = joinPeriods(inside, recurrence.interval).map((period) => ({
    ...period,
    ...cutTo(period, bounds),
  }));
  const periods = cut.length > 0 ? cut : [{ ...bounds, key: bounds.end.slice(0, 7) }];
  return periods.flatMap((period) => dividePeriod(period, recurrence.timesInPeriod));
}

/** Windows of «ежегодно, январь и июнь» inside the bounds. */
export function yearlyWindows(recurrence: Recurrence, bounds: DateRange): RecurrencePeriod[] {
  const windows: RecurrencePeriod[] = [];
  for (let year = yearOf(bounds.start) - 1; year <= yearOf(bounds.end); year++)
    for (const { from, to } of recurrence.months) {
      const endYear = to < from ? year + 1 : year;
      const start = calendarDate(year, from, 1);
      const end = calendarDate(endYear, to, Math.min(recurrence.dayOfMonth ?? 31, daysInMonth(endYear, to)));
      if (start && end && end >= bounds.start && start <= bounds.end)
        windows.push({ start, end, key: start.slice(0, 7) });
    }
  return windows;
}

/** «раз в два года, май»: the first of every two. */
function everyNth(windows: readonly RecurrencePeriod[], { interval }: Recurrence): RecurrencePeriod[] {
  const first = windows[0];
  return windows.filter(({ start }) => first && (yearOf(start) - yearOf(first.start)) % interval === 0);
}

function naturalPeriods(
  { every, interval }: Recurrence,
  bounds: DateRange,
  schoolTerms: readonly SchoolTerm[],
): RecurrencePeriod[] {
  switch (every) {
    case 'day':
      // A daily duty is one: it is the plan's days together. «раз в декаду» is every ten days.
      return interval < 7 ? [{ ...bounds, key: bounds.start }] : dayPeriods(bounds.start, bounds.end, 1);
    case 'week':
      return dayPeriods(addDays(bounds.start, 1 - weekday(bounds.start)), bounds.end, 7);
    case 'month':
      return monthPeriods(bounds, 1, (year, number) => `${year}-${String(number).padStart(2, '0')}`);
    case 'quarter':
      return monthPeriods(bounds, 3, (year, number) => `${year}-Q${number}`);
    case 'half-year':
      return monthPeriods(bounds, 6, (year, number) => `${year}-H${number}`);
    case 'year':
      return monthPeriods(bounds, 12, (year) => String(year));
    case 'school-quarter':
      return schoolQuarters(bounds, schoolTerms);
    default:
      return every satisfies never;
  }
}

function dayPeriods(first: CalendarDate, last: CalendarDate, length: number): RecurrencePeriod[] {
  const periods: RecurrencePeriod[] = [];
  for (let start = first; start <= last; start = addDays(start, length))
    periods.push({ start, end: addDays(start, length - 1), key: start });
  return periods;
}

function monthPeriods(
  bounds: DateRange,
  length: 1 | 3 | 6 | 12,
  keyOf: (year: number, number: number) => string,
): RecurrencePeriod[] {
  const periods: RecurrencePeriod[] = [];
  for (let year = yearOf(bounds.start); year <= yearOf(bounds.end); year++)
    for (let last = length; last <= 12; last += length) {
      const start = calendarDate(year, last - length + 1, 1);
      const end = calendarDate(year, last, daysInMonth(year, last));
      if (start && end) periods.push({ start, end, key: keyOf(year, last / length) });
    }
  return periods;
}

/** Four school terms a year: `2023S1` is the first of 2023/24. */
function schoolQuarters(bounds: DateRange, schoolTerms: readonly SchoolTerm[]): RecurrencePeriod[] {
  const periods: RecurrencePeriod[] = [];
  for (let start = schoolYearStartOf(bounds.start); start <= schoolYearStartOf(bounds.end); start++)
    for (const number of [1, 2, 3, 4]) {
      const term = findSchoolTerm(schoolTerms, 'term', number, start)?.term;
      if (term) periods.push({ start: term.start, end: term.end, key: `${start}S${number}` });
    }
  return periods;
}

/** «раз в три месяца»: three periods make one; the key is of the last. */
function joinPeriods(periods: readonly RecurrencePeriod[], interval: number): RecurrencePeriod[] {
  const joined: RecurrencePeriod[] = [];
  for (let at = 0; at < periods.length; at += interval) {
    const [first, last] = [periods[at], periods[Math.min(at + interval, periods.length) - 1]];
    if (first && last) joined.push({ start: first.start, end: last.end, key: last.key });
  }
  return joined;
}

/** «не реже 2 раз в год»: equal parts, of whole months where they divide so; the keys get `.1`, `.2`. */
function dividePeriod(period: RecurrencePeriod, times: number): RecurrencePeriod[] {
  const days = daysBetween(period.start, period.end) + 1;
  const parts = Math.min(times, days);
  if (parts <= 1) return [period];
  const months = wholeMonths(period);
  const startOf = (part: number): CalendarDate =>
    months > 0 && months % parts === 0
      ? addMonths(period.start, (months / parts) * part)
      : addDays(period.start, Math.floor((days * part) / parts));
  return Array.from({ length: parts }, (_, part) => ({
    start: startOf(part),
    end: addDays(startOf(part + 1), -1),
    key: `${period.key}.${part + 1}`,
  }));
}

/** Number of months when the period is made of whole ones, else 0. */
function wholeMonths({ start, end }: DateRange): number {
  if (!start.endsWith('-01') || !addDays(end, 1).endsWith('-01')) return 0;
  return (yearOf(end) - yearOf(start)) * 12 + monthOf(end) - monthOf(start) + 1;
}

/** `date` is the first of a month. */
function addMonths(date: CalendarDate, months: number): CalendarDate {
  const month = monthOf(date) - 1 + months;
  return `${yearOf(date) + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}

function cutTo(period: DateRange, bounds: DateRange): DateRange {
  return {
    start: period.start < bounds.start ? bounds.start : period.start,
    end: period.end > bounds.end ? bounds.end : period.end,
  };
}
