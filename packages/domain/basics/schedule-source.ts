import type { CalendarDate } from './calendar-date.ts';
import type { SheetTable } from './sheet-table.ts';

/** An event of somebody's calendar, as whole days. */
export type CalendarEntry = {
  readonly title: string;
  readonly startsOn: CalendarDate;
  /** Inclusive. */
  readonly endsOn: CalendarDate;
  /** Place, description and organiser, as written. */
  readonly about: string;
};

/** A schedule as it was found in a file, before anything is understood. */
export type ScheduleSource =
  | {
      readonly kind: 'calendar';
      readonly entries: readonly CalendarEntry[];
      /** Events without a readable day, and repetitions past the bound. */
      readonly unread: number;
    }
  | { readonly kind: 'tables'; readonly sheets: readonly SheetTable[] };
