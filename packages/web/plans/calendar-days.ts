import {
  addDays,
  type CalendarDate,
  daysInMonth,
  monthOf,
  weekday,
  yearOf,
} from '@opora/domain/basics/calendar-date.ts';
import type { Activity, Term } from '@opora/domain/plans/plan.ts';

export type DayItem = { readonly activity: Activity; readonly term: Term };

/** Weeks of a month from Monday; days of the neighbouring months are null. */
export function weeksOf(month: string): (CalendarDate | null)[][] {
  const first = `${month}-01`;
  const count = daysInMonth(yearOf(first), monthOf(first));
  const before = Array.from({ length: weekday(first) - 1 }, () => null);
  const days = Array.from({ length: count }, (_, day) => addDays(first, day));
  const cells = [...before, ...days];
  const after = Array.from({ length: (7 - (cells.length % 7)) % 7 }, () => null);
  const all = [...cells, ...after];
  return Array.from({ length: all.length / 7 }, (_, week) => all.slice(week * 7, week * 7 + 7));
}

/** Terms by their last day within the month. */
export function itemsByDay(activities: readonly Activity[], month: string): Map<CalendarDate, DayItem[]> {
  const days = new Map<CalendarDate, DayItem[]>();
  for (const activity of activities) {
    for (const term of activity.terms) {
      if (term.dueOn?.startsWith(`${month}-`) !== true) continue;
      const items = days.get(term.dueOn) ?? [];
      days.set(term.dueOn, items);
      items.push({ activity, term });
    }
  }
  return days;
}

/** `step` of 1 is the next month. */
export function otherMonth(month: string, step: 1 | -1): string {
  return addDays(`${month}-01`, step === 1 ? 31 : -1).slice(0, 7);
}
