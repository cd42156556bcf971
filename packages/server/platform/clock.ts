import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';

/** The calendar date of an instant in a time zone; by default that of the machine, which is the office's own. */
export function isoDateIn(instant: Date, timeZone?: string): CalendarDate {
  // The Swedish locale writes dates as YYYY-MM-DD.
  return instant.toLocaleDateString('sv-SE', timeZone === undefined ? {} : { timeZone });
}
