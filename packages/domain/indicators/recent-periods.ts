import type { CalendarDate } from '../basics/calendar-date.ts';
import { schoolYearStartOf } from '../basics/school-calendar.ts';
import type { ReportPeriod } from './report-period.ts';

const yearsBack = 4;

/** Periods that values may be of, as of a day: this school year with its parts, then the years before, each with its calendar year. */
export function recentPeriods(today: CalendarDate): ReportPeriod[] {
  const now = schoolYearStartOf(today);
  return Array.from({ length: yearsBack }, (_, back) => now - back).flatMap((start): ReportPeriod[] => [
    { kind: 'school-year', start },
    ...[1, 2].map((part) => ({ kind: 'half-year' as const, start, part })),
    ...[1, 2, 3, 4].map((part) => ({ kind: 'quarter' as const, start, part })),
    ...[1, 2, 3].map((part) => ({ kind: 'trimester' as const, start, part })),
    { kind: 'calendar-year', year: start },
  ]);
}
