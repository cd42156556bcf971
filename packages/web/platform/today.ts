import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';

/** Today on the person's own calendar. */
export function today(): CalendarDate {
  // The Swedish locale writes dates as YYYY-MM-DD.
  return new Date().toLocaleDateString('sv-SE');
}
