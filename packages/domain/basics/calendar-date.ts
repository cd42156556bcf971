/** A calendar date as `YYYY-MM-DD`. Dates stay strings from database to screen; a JavaScript `Date` shifts by time zone. */
export type CalendarDate = string;

export type DateRange = {
  readonly start: CalendarDate;
  /** Inclusive. */
  readonly end: CalendarDate;
};

const dayMs = 86_400_000;

/** The date, or null when there is no such day (31 February) or the year is outside 1900–2199. `month` is from 1. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | null {
  if (!Number.isInteger(year) || year < 1900 || year > 2199) return null;
  if (!Number.isInteger(month) || month < 1 || month > 12) return null;
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return null;
  return `${year}-${two(month)}-${two(day)}`;
}

export function isCalendarDate(text: string): text is CalendarDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && calendarDate(Number(match[1]), Number(match[2]), Number(match[3])) !== null;
}

/** `month` is from 1; 0 and 13 roll over as in `Date.UTC`. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
}

/** 1 for Monday … 7 for Sunday (ISO 8601). */
export function weekday(date: CalendarDate): number {
  return ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}

export function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4));
}

/** 1 for January. */
export function monthOf(date: CalendarDate): number {
  return Number(date.slice(5, 7));
}

const two = (value: number): string => String(value).padStart(2, '0');
