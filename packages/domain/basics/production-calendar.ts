import { addDays, calendarDate, daysInMonth, weekday, yearOf, type CalendarDate } from './calendar-date.ts';
import { productionYears } from './production-years.ts';

/** What an administrator entered beside the years that the product ships. */
export type ProductionCalendar = {
  /** Days that depart from weekends, holidays and the shipped decrees: those of a region, and those of a later year's decree. */
  readonly days: ReadonlyMap<CalendarDate, EnteredDay>;
  /** Years whose decree was entered: nothing in them is an estimate. */
  readonly years: ReadonlySet<number>;
};

export type EnteredDay = {
  readonly kind: ProductionDay['kind'];
  readonly movedFrom: CalendarDate | null;
};

/** The shipped years alone. */
export const federalCalendar: ProductionCalendar = { days: new Map(), years: new Set() };

export type ProductionDay = {
  readonly kind: 'working' | 'short' | 'off';
  readonly holiday: Holiday | null;
  /** The day off stands for this one, which was a weekend or a holiday on a weekend. */
  readonly movedFrom: CalendarDate | null;
  /** No decree for the year is known: reckoned by weekends and public holidays alone. */
  readonly estimated: boolean;
};

/** Public holidays by article 112 of the Labour Code. */
export type Holiday =
  | 'new-year'
  | 'christmas'
  | 'defender'
  | 'women'
  | 'labour'
  | 'victory'
  | 'russia'
  | 'unity';

const holidays: ReadonlyMap<string, Holiday> = new Map([
  ...['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-08'].map((day) => [day, 'new-year'] as const),
  ['01-07', 'christmas'],
  ['02-23', 'defender'],
  ['03-08', 'women'],
  ['05-01', 'labour'],
  ['05-09', 'victory'],
  ['06-12', 'russia'],
  ['11-04', 'unity'],
]);

type KnownYear = {
  /** Day off → the day it was moved from, null when it was not moved. */
  readonly off: ReadonlyMap<string, string | null>;
  readonly short: ReadonlySet<string>;
  readonly work: ReadonlySet<string>;
};

const knownYears: ReadonlyMap<number, KnownYear> = new Map(
  Object.entries(productionYears).map(([year, days]) => [
    Number(year),
    {
      off: new Map(daysOf(days.off).map((day) => [day.slice(0, 5), day.split('<')[1] ?? null])),
      short: new Set(daysOf(days.short)),
      work: new Set(daysOf(days.work)),
    },
  ]),
);

function daysOf(text: string): string[] {
  return text.split(' ').filter(Boolean);
}

export function productionDay(date: CalendarDate, calendar: ProductionCalendar): ProductionDay {
  const shipped = shippedDay(date);
  const entered = calendar.days.get(date);
  const estimated = !knownYears.has(yearOf(date)) && !calendar.years.has(yearOf(date));
  return { ...shipped, ...entered, estimated };
}

/** Years whose decree the product ships. */
export const shippedYears: readonly number[] = [...knownYears.keys()];

/** The day by weekends, holidays and the shipped decree of its year. */
export function shippedDay(date: CalendarDate): Omit<ProductionDay, 'estimated'> {
  const known = knownYears.get(yearOf(date));
  const day = date.slice(5);
  const holiday = holidays.get(day) ?? null;
  const moved = known?.off.get(day);
  const movedFrom = moved ? `${date.slice(0, 5)}${moved}` : null;
  const weekend = weekday(date) >= 6;
  // Before a decree is known, the day before a holiday is short when it is a working day at all.
  const short = known ? known.short.has(day) : beforeHoliday(date) && !weekend;
  const weekendOff = weekend && !known?.work.has(day) && !short;
  const off = holiday !== null || moved !== undefined || weekendOff;
  return { kind: off ? 'off' : short ? 'short' : 'working', holiday, movedFrom };
}

const beforeHoliday = (date: CalendarDate): boolean => holidays.has(addDays(date, 1).slice(5));

export function isDayOff(date: CalendarDate, calendar: ProductionCalendar): boolean {
  return productionDay(date, calendar).kind === 'off';
}

/** A working day shortened by an hour. */
export function isShortDay(date: CalendarDate, calendar: ProductionCalendar): boolean {
  return productionDay(date, calendar).kind === 'short';
}

/** A reckoned day. `estimated`: a year without a known decree was crossed. */
export type ReckonedDay = { readonly date: CalendarDate; readonly estimated: boolean };

/**
 * The working day that is `days` after `date` (before it when negative). The day itself does not count, so that a term
 * of 10 working days from Friday ends on a Friday. 0: the day itself, off or not.
 */
export function addWorkingDays(date: CalendarDate, days: number, calendar: ProductionCalendar): ReckonedDay {
  const step = days < 0 ? -1 : 1;
  let [reached, estimated] = [date, false];
  for (let left = Math.abs(Math.trunc(days)); left > 0;) {
    reached = addDays(reached, step);
    const day = productionDay(reached, calendar);
    estimated ||= day.estimated;
    if (day.kind !== 'off') left--;
  }
  return { date: reached, estimated };
}

/** The day itself when it is a working one, else the last working day before it. */
export function previousWorkingDay(date: CalendarDate, calendar: ProductionCalendar): ReckonedDay {
  const day = productionDay(date, calendar);
  return day.kind === 'off' ? addWorkingDays(date, -1, calendar) : { date, estimated: day.estimated };
}

/** `month` from 1. Null for a month that is not in the calendar. */
export function lastWorkingDayOfMonth(
  year: number,
  month: number,
  calendar: ProductionCalendar,
): ReckonedDay | null {
  const last = calendarDate(year, month, daysInMonth(year, month));
  return last === null ? null : previousWorkingDay(last, calendar);
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier. */
export function workingDaysBetween(
  from: CalendarDate,
  to: CalendarDate,
  calendar: ProductionCalendar,
): { readonly days: number; readonly estimated: boolean } {
  if (to < from) {
    const back = workingDaysBetween(to, from, calendar);
    return { days: -back.days, estimated: back.estimated };
  }
  let [days, estimated] = [0, false];
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
    const day = productionDay(date, calendar);
    estimated ||= day.estimated;
    if (day.kind !== 'off') days++;
  }
  return { days, estimated };
}
