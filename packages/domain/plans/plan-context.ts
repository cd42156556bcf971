import { type CalendarDate, monthOf, yearOf } from '../basics/calendar-date.ts';
import type { DeadlineContext } from './deadline-windows.ts';
import type { Reckoning } from './reckoning.ts';

type Dates = {
  readonly periodStartsOn: CalendarDate | null;
  readonly periodEndsOn: CalendarDate | null;
  readonly actOn: CalendarDate | null;
};

/** What the phrases of a plan are read against: its period, its act, and the school year of its territory. */
export function deadlineContextOf(plan: Dates, { schoolTerms }: Reckoning): DeadlineContext {
  return {
    periodStart: plan.periodStartsOn,
    periodEnd: plan.periodEndsOn,
    schoolYearStart: schoolYearOf(plan.periodStartsOn, plan.periodEndsOn),
    actDate: plan.actOn,
    schoolTerms,
  };
}

/** A period from autumn to the next spring or summer is a school year. */
function schoolYearOf(start: CalendarDate | null, end: CalendarDate | null): number | null {
  if (start === null || end === null) return null;
  const overNewYear = yearOf(end) === yearOf(start) + 1;
  return overNewYear && monthOf(start) >= 8 && monthOf(end) <= 8 ? yearOf(start) : null;
}
