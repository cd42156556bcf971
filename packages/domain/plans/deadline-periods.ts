import {
  calendarDate,
  daysInMonth,
  yearOf,
  type CalendarDate,
  type DateRange,
} from '../basics/calendar-date.ts';
import type { Recurrence } from './deadline.ts';

type Period = { readonly periodStart: CalendarDate | null; readonly periodEnd: CalendarDate | null };

/** Windows of «ежегодно, январь и июнь» inside the plan's period; none without months or without a period. */
export function yearlyWindows(recurrence: Recurrence, { periodStart, periodEnd }: Period): DateRange[] {
  if (!periodStart || !periodEnd) return [];
  const windows: DateRange[] = [];
  for (let year = yearOf(periodStart) - 1; year <= yearOf(periodEnd); year += 1)
    for (const { from, to } of recurrence.months) {
      const start = calendarDate(year, from, 1);
      const endYear = to < from ? year + 1 : year;
      const end = calendarDate(endYear, to, Math.min(recurrence.dayOfMonth ?? 31, daysInMonth(endYear, to)));
      if (start && end && end >= periodStart && start <= periodEnd) windows.push({ start, end });
    }
  return windows;
}
