import { yearOf, type CalendarDate } from '../basics/calendar-date.ts';
import type { Deadline, Recurrence } from './deadline.ts';
import { yearlyWindows } from './deadline-periods.ts';

/** A deadline in the form that leaves the program: fewer kinds, and windows for whatever the plan's period bounds. */
export type DeadlineJson = {
  readonly raw: string;
  readonly kind:
    | 'date'
    | 'range'
    | 'month'
    | 'months'
    | 'year'
    | 'academic-year'
    | 'recurring'
    | 'by-schedule'
    | 'compound'
    | 'unknown';
  readonly windows: readonly { readonly start: CalendarDate | null; readonly end: CalendarDate | null }[];
  readonly recurrence: 'weekly' | 'monthly' | 'quarterly' | 'half-yearly' | 'yearly' | null;
};

type Period = { readonly periodStart: CalendarDate | null; readonly periodEnd: CalendarDate | null };

/**
 * An event comes out as `by-schedule`: like a schedule it has no date of its own. «Постоянно» is the plan's period;
 * «индивидуально» alone has no window. A recurrence without bounds is bounded by the plan.
 */
export function deadlineJson(deadline: Deadline, period: Period): DeadlineJson {
  const { raw } = deadline;
  const recurrence = deadline.recurrence && recurrenceName(deadline.recurrence);
  const own = deadline.windows.map(({ start, end }) => ({ start, end }));
  switch (deadline.kind) {
    case 'event':
      return { raw, kind: 'by-schedule', windows: [], recurrence: null };
    case 'continuous': {
      const windows = deadline.perSchool ? [] : wholePeriod(period);
      return { raw, kind: windows.length > 0 ? periodKind(period) : 'unknown', windows, recurrence: null };
    }
    case 'recurring':
      return { raw, kind: 'recurring', windows: own.length > 0 ? own : wholePeriod(period), recurrence };
    case 'compound': {
      const repeated = deadline.recurrence ? repeatedWindows(deadline.recurrence, period) : [];
      const windows = [...repeated, ...own].sort((a, b) =>
        (a.start ?? a.end ?? '') < (b.start ?? b.end ?? '') ? -1 : 1,
      );
      return { raw, kind: 'compound', windows, recurrence };
    }
    case 'date':
    case 'range':
    case 'month':
    case 'months':
    case 'year':
    case 'academic-year':
    case 'by-schedule':
    case 'unknown':
      return { raw, kind: deadline.kind, windows: own, recurrence };
    default:
      return deadline.kind satisfies never;
  }
}

function repeatedWindows(
  recurrence: Recurrence,
  { periodStart, periodEnd }: Period,
): DeadlineJson['windows'] {
  if (!periodStart || !periodEnd) return [];
  return yearlyWindows(recurrence, { start: periodStart, end: periodEnd }).map(({ start, end }) => ({
    start,
    end,
  }));
}

function wholePeriod({ periodStart, periodEnd }: Period): DeadlineJson['windows'] {
  return periodStart || periodEnd ? [{ start: periodStart, end: periodEnd }] : [];
}

function periodKind({ periodStart, periodEnd }: Period): 'year' | 'range' {
  if (!periodStart?.endsWith('-01-01') || !periodEnd?.endsWith('-12-31')) return 'range';
  return yearOf(periodStart) === yearOf(periodEnd) ? 'year' : 'range';
}

/** «2 раза в год» is half-yearly, «раз в 3 месяца» quarterly; a rhythm without a name keeps that of its unit. */
function recurrenceName(recurrence: Recurrence): DeadlineJson['recurrence'] {
  const { every, interval, timesInPeriod } = recurrence;
  const perYear = (yearly[every] * timesInPeriod) / interval;
  return names.get(perYear) ?? names.get(yearly[every]) ?? 'weekly';
}

const yearly: Readonly<Record<Recurrence['every'], number>> = {
  day: 365,
  week: 52,
  month: 12,
  quarter: 4,
  'school-quarter': 4,
  'half-year': 2,
  year: 1,
};

const names: ReadonlyMap<number, NonNullable<DeadlineJson['recurrence']>> = new Map([
  [52, 'weekly'],
  [12, 'monthly'],
  [4, 'quarterly'],
  [2, 'half-yearly'],
  [1, 'yearly'],
]);
