import type { CalendarDate } from './calendar-date.ts';

/** An event that lasts whole days, as calendar programs exchange it. */
export type CalendarEvent = {
  /** The same event keeps it through every change, so that a subscriber moves it and does not see it twice. */
  readonly uid: string;
  readonly startsOn: CalendarDate;
  /** Inclusive. */
  readonly endsOn: CalendarDate;
  readonly title: string;
  readonly description: string;
  /** Page of the product. */
  readonly address: string | null;
};
