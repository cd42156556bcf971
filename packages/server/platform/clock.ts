import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';

/** Made once for each zone: making one takes longer than all that a small request does. */
const formats = new Map<string | undefined, Intl.DateTimeFormat>();

/** The calendar date of an instant in a time zone; by default that of the machine, which is the office's own. */
export function isoDateIn(instant: Date, timeZone?: string): CalendarDate {
  // The Swedish locale writes dates as YYYY-MM-DD.
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone });
  formats.set(timeZone, format);
  return format.format(instant);
}
