import { federalCalendar, type ProductionCalendar } from '../basics/production-calendar.ts';
import type { SchoolTerm } from '../basics/school-calendar.ts';
import { schoolTermsOf } from '../registry/school-year.ts';
import { productionCalendarOf, type TerritoryCalendar } from '../registry/territory-calendar.ts';
import type { Deadline } from './deadline.ts';
import type { DeadlineContext } from './deadline-windows.ts';
import { readDeadline } from './read-deadline.ts';

/** By what the terms of a plan are reckoned on its territory. */
export type Reckoning = {
  readonly calendar: ProductionCalendar;
  readonly schoolTerms: readonly SchoolTerm[];
};

/** Where nothing was entered: the shipped years and the usual dates of school terms. */
export const usualReckoning: Reckoning = { calendar: federalCalendar, schoolTerms: [] };

export function reckoningOf(calendar: TerritoryCalendar): Reckoning {
  return { calendar: productionCalendarOf(calendar), schoolTerms: schoolTermsOf(calendar.schoolYears) };
}

/** The deadline by the school year of the context, when that is what dated it. Dates that a person typed stay. */
export function redateDeadline(deadline: Deadline, context: DeadlineContext): Deadline {
  const bySchoolYear = deadline.assumptions.some((assumption) => schoolYearAssumptions.has(assumption));
  return bySchoolYear ? readDeadline(deadline.raw, context) : deadline;
}

const schoolYearAssumptions: ReadonlySet<string> = new Set(['school-calendar', 'school-calendar-entered']);
