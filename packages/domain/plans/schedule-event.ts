import { z } from 'zod';
import { CalendarDateText } from '../registry/org-unit.ts';

/** What is not sure about an event itself, as it was read of the file. */
export const EventDoubt = z.enum([
  /** The file names no year; that of the plan was taken. */
  'year-assumed',
  /** Only a month is named: the whole of it was taken. */
  'whole-month',
]);
export type EventDoubt = z.infer<typeof EventDoubt>;

/** An event of somebody's schedule, as a person sees it in the file. */
export const ScheduleEvent = z.object({
  /** Its place in the file: the same file gives the same keys. */
  key: z.string().max(60),
  title: z.string().max(2000),
  /** Number of the plan's row, when the schedule names it. */
  no: z.string().max(60).nullable(),
  /** Place, participants, organiser, as written: schools may be named there. */
  about: z.string().max(4000),
  startsOn: CalendarDateText,
  /** Inclusive. */
  endsOn: CalendarDateText,
  doubts: z.array(EventDoubt),
});
export type ScheduleEvent = z.infer<typeof ScheduleEvent>;

/** More an institute does not hold in a year. */
export const scheduleEventsMax = 5000;

export type ReadSchedule = {
  readonly events: readonly ScheduleEvent[];
  /** Rows that hold a title and no readable day, the first of them by their words. */
  readonly unread: readonly string[];
  readonly unreadCount: number;
};

/** As many rows without a day as a person would look up. */
export const unreadShownMax = 20;
