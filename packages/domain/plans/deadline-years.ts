import { yearOf } from '../basics/calendar-date.ts';
import type { DeadlineAssumption } from './deadline.ts';
import type { Mark, YearRef } from './deadline-syntax.ts';
import { firstMonthOf, markRange, planYear, type DeadlineContext } from './deadline-windows.ts';

/** The year a mark is read in; `assumption` tells where an unprinted one came from. */
export type MarkYear = { readonly year: number; readonly assumption: DeadlineAssumption | null };

/**
 * Years of marks that follow one another in a phrase. A printed year serves the marks before it («20.02-3.03.2023»)
 * and, failing that, those after it; months that run backwards cross New Year («ноябрь – январь 2024»). Without any
 * printed year the plan gives it: in a plan for a school year September–December lie in its first year.
 */
export function yearsOfMarks(marks: readonly Mark[], context: DeadlineContext): (MarkYear | null)[] {
  const years: (MarkYear | null)[] = marks.map((mark) => printedYear(mark, context));
  lend(marks, years, -1);
  lend(marks, years, 1);
  return years.map((year, index) => year ?? yearFromPlan(marks[index] as Mark, context)); // same length
}

function printedYear(mark: Mark, context: DeadlineContext): MarkYear | null {
  if (mark.mark === 'years') return { year: mark.first, assumption: null };
  if (!mark.year) return null;
  const year = yearOfReference(mark.year, mark, context);
  return year === null ? null : { year, assumption: mark.year.of === 'relative' ? 'year-from-plan' : null };
}

function yearOfReference(reference: YearRef, mark: Mark, context: DeadlineContext): number | null {
  const plan = planYear(context);
  switch (reference.of) {
    case 'calendar':
      return reference.year;
    case 'school':
      return yearInSchoolYear(reference.start, mark);
    case 'relative': {
      if (reference.school) {
        const start = plan.schoolYearStart;
        return start === null ? null : yearInSchoolYear(start + reference.shift, mark);
      }
      const atAct = context.schoolYearStart !== null && context.actDate ? yearOf(context.actDate) : null;
      const current = atAct ?? plan.calendarYear;
      return current === null ? null : current + reference.shift;
    }
    default:
      return reference satisfies never;
  }
}

/** September–December of a school year belong to its first calendar year. */
function yearInSchoolYear(start: number, mark: Mark): number {
  return firstMonthOf(mark) >= 9 ? start : start + 1;
}

/** `step` -1: from a mark to those before it; 1: to those after it. */
function lend(marks: readonly Mark[], years: (MarkYear | null)[], step: -1 | 1): void {
  const order = marks.map((_, index) => index);
  for (const index of step < 0 ? order.reverse() : order) {
    const lender = years[index - step];
    const [mark, neighbour] = [marks[index], marks[index - step]];
    if (years[index] || !lender || !mark || !neighbour) continue;
    const backwards = (firstMonthOf(mark) - firstMonthOf(neighbour)) * step < 0 && neighbour.mark !== 'year';
    const ofSchool =
      neighbour.mark === 'year' && neighbour.year?.of === 'school' ? neighbour.year.start : null;
    const year = ofSchool === null ? lender.year + (backwards ? step : 0) : yearInSchoolYear(ofSchool, mark);
    years[index] = { year, assumption: 'year-from-range-end' };
  }
}

function yearFromPlan(mark: Mark, context: DeadlineContext): MarkYear | null {
  const school = context.schoolYearStart;
  if (school !== null) return { year: yearInSchoolYear(school, mark), assumption: 'school-year' };
  const plan = planYear(context);
  if (mark.mark === 'year' && mark.school && plan.schoolYearStart !== null) {
    const first = mark.part ? firstYearInPeriod(mark, plan.schoolYearStart, context) : plan.schoolYearStart;
    return { year: first, assumption: 'school-year' };
  }
  if (plan.calendarYear === null) return null;
  return { year: firstYearInPeriod(mark, plan.calendarYear, context), assumption: 'year-from-plan' };
}

function firstYearInPeriod(mark: Mark, first: number, context: DeadlineContext): number {
  const { periodStart, periodEnd } = context;
  if (!periodStart || !periodEnd) return first;
  for (let year = first; year <= yearOf(periodEnd); year++) {
    const range = markRange(mark, year, context)?.range;
    if (range && range.start <= periodEnd && range.end >= periodStart) return year;
  }
  return first;
}
