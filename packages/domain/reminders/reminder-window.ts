import { addDays, type CalendarDate, weekday } from '../basics/calendar-date.ts';
import type { ReminderRules } from './reminder-settings.ts';

/** Is nothing sent to the person on this day: off by the calendar, quiet by her own choice, or away without a stand-in? */
export type IsQuiet = (day: CalendarDate) => boolean;

/**
 * What one reminding stands for: the quiet days around it. What falls due on a quiet day is told on the last day before it that is not
 * quiet; what began to be late on one is told on the first day after.
 */
export type ReminderWindow = {
  readonly today: CalendarDate;
  /** The day of the reminding before. */
  readonly previous: CalendarDate;
  /** First and last day for which «due today» is told now. */
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  /** The first reminding of the week, or at all: what is not new is told too. */
  readonly opensWeek: boolean;
};

/** Nobody is away or off for longer without anybody noticing; bounds the walk over the calendar. */
const walkMax = 200;

/** Null on a quiet day. `lastRun`: the last day on which reminders were planned at all; null before the first. */
export function reminderWindow(
  today: CalendarDate,
  lastRun: CalendarDate | null,
  isQuiet: IsQuiet,
): ReminderWindow | null {
  if (isQuiet(today)) return null;
  const yesterday = addDays(today, -1);
  const served = lastRun !== null && lastRun < yesterday ? lastRun : yesterday;
  const previous = nearest(served, -1, isQuiet);
  const next = nearest(addDays(today, 1), 1, isQuiet);
  const from = nearest(addDays(previous, 1), 1, isQuiet);
  return {
    today,
    previous,
    from: from < today ? from : today,
    until: addDays(next, -1),
    opensWeek: lastRun === null || previous < addDays(today, 1 - weekday(today)),
  };
}

function nearest(start: CalendarDate, step: 1 | -1, isQuiet: IsQuiet): CalendarDate {
  let day = start;
  for (let walked = 0; walked < walkMax && isQuiet(day); walked += 1) day = addDays(day, step);
  return day;
}

/** Last days of which «due in N days» is told now, without those that are told as late or as due today. */
export function daysDueSoon(window: ReminderWindow, daysBefore: readonly number[]): CalendarDate[] {
  const days = new Set<CalendarDate>();
  for (const before of daysBefore) {
    for (let day = window.from; day <= window.until; day = addDays(day, 1)) days.add(addDays(day, before));
  }
  return [...days].filter((day) => day > window.until).toSorted();
}

/** Is today a day on which people are told of rows without a date: the first of a week, or of the first week that begins in a month? */
export function isUndatedDay(
  { today, opensWeek }: Pick<ReminderWindow, 'today' | 'opensWeek'>,
  every: ReminderRules['undatedEvery'],
): boolean {
  if (!opensWeek || every === 'never') return false;
  const monday = addDays(today, 1 - weekday(today));
  return every === 'week' || Number(monday.slice(8)) <= 7;
}
