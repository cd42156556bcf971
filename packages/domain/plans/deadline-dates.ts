import { addDays, yearOf } from '../basics/calendar-date.ts';
import type { DeadlineAssumption, DeadlineKind, DeadlineWindow } from './deadline.ts';
import type { Item, Mark } from './deadline-syntax.ts';
import { markRange, type DeadlineContext } from './deadline-windows.ts';
import { yearsOfMarks, type MarkYear } from './deadline-years.ts';

/** Items that a calendar can date. */
export type Dated = Extract<Item, { item: 'span' | 'until' | 'since' }>;
export type Shaped = { readonly window: DeadlineWindow; readonly shape: DeadlineKind };

export const marksOf = (item: Dated): readonly Mark[] =>
  item.item === 'span' ? [item.from, item.to] : [item.mark];

/** «2023 г., I квартал»: the year only dates what follows. */
function opensYear(item: Dated, dated: readonly Dated[]): boolean {
  const next = dated[dated.indexOf(item) + 1];
  const isYear =
    item.item === 'span' && item.from === item.to && item.from.mark === 'year' && item.from.year !== null;
  return (
    isYear &&
    next !== undefined &&
    marksOf(next).every((mark) => mark.year === null && mark.mark !== 'year' && mark.mark !== 'years')
  );
}

/** In a plan for a school year «год» and «полугодие» are the school's. */
export function inSchoolPlan(item: Dated, context: DeadlineContext): Dated {
  if (context.schoolYearStart === null) return item;
  if (item.item !== 'span') return { ...item, mark: schoolMark(item.mark) };
  const from = schoolMark(item.from);
  return { item: 'span', from, to: item.from === item.to ? from : schoolMark(item.to) };
}

function schoolMark(mark: Mark): Mark {
  if (mark.year) return mark;
  if (mark.mark === 'year') return { ...mark, school: true };
  return mark.mark === 'half-year' ? { ...mark, year: { of: 'relative', shift: 0, school: true } } : mark;
}

/** Windows of items that follow one another, so that they lend each other years. */
export function windowsOf(
  items: readonly Dated[],
  context: DeadlineContext,
  assumptions: Set<DeadlineAssumption>,
): Shaped[] {
  const years = yearsOfMarks(items.flatMap(marksOf), context);
  let at = 0;
  return items.flatMap((item) => {
    const own = marksOf(item).map(() => years[at++] ?? null);
    if (opensYear(item, items)) return [];
    const shaped = windowOf(item, own, context, assumptions);
    return shaped ? [shaped] : [];
  });
}

function windowOf(
  item: Dated,
  years: readonly (MarkYear | null)[],
  context: DeadlineContext,
  assumptions: Set<DeadlineAssumption>,
): Shaped | null {
  const plan =
    item.item === 'span' && item.from === item.to ? planYearWindow(item.from, context, assumptions) : null;
  if (plan) return plan;
  const dates = marksOf(item).map((mark, index) =>
    dateMark(mark, years[index] ?? null, context, assumptions),
  );
  const [first, second] = [dates[0], dates.at(-1)];
  if (!first || !second) return null;
  switch (item.item) {
    case 'span': {
      const yearUnsaid = item.to.year === null && years[1]?.assumption !== 'year-from-range-end';
      const year = years[1]?.year;
      const crossed = yearUnsaid && second.end < first.start && year !== undefined;
      // «август – сентябрь» of a school plan stands before its first lesson, not after its last.
      const earlier =
        crossed && isBeforeSchoolYear(item.from, years[0]) ? markRange(item.from, year, context) : null;
      if (earlier !== null) return { window: openWindow(earlier.range.start, second.end), shape: 'months' };
      const end = crossed ? (markRange(item.to, year + 1, context)?.range.end ?? second.end) : second.end;
      if (end < first.start) {
        assumptions.add('end-before-start');
        return { window: openWindow(second.start, first.end), shape: 'range' };
      }
      return { window: openWindow(first.start, end), shape: shapeOf(item.from, item.to) };
    }
    case 'until':
      if (item.mark.mark === 'month' && !item.included) assumptions.add('month-not-included');
      return { window: openWindow(null, untilDate(item, first)), shape: 'date' };
    case 'since':
      assumptions.add('until-plan-end');
      return { window: openWindow(first.start, laterEnd(first.start, context)), shape: 'range' };
    default:
      return item satisfies never;
  }
}

const isBeforeSchoolYear = (mark: Mark, year: MarkYear | null | undefined): boolean =>
  year?.assumption === 'school-year' && mark.mark === 'month' && mark.month === 8;

function untilDate(item: Extract<Item, { item: 'until' }>, range: { start: string; end: string }): string {
  const { mark } = item;
  if (mark.part?.part === 'middle' && mark.mark === 'month') return `${range.start.slice(0, 8)}15`;
  return item.included ? range.end : addDays(range.start, -1);
}

function dateMark(
  mark: Mark,
  year: MarkYear | null,
  context: DeadlineContext,
  assumptions: Set<DeadlineAssumption>,
): { readonly start: string; readonly end: string } | null {
  if (!year) {
    assumptions.add('year-unknown');
    return null;
  }
  const dated = markRange(mark, year.year, context);
  if (!dated) {
    assumptions.add('part-not-read');
    return null;
  }
  if (year.assumption) assumptions.add(year.assumption);
  for (const assumption of dated.assumptions) assumptions.add(assumption);
  return dated.range;
}

/** «в течение года» of a plan over several years: its whole period. */
function planYearWindow(
  mark: Mark,
  context: DeadlineContext,
  assumptions: Set<DeadlineAssumption>,
): Shaped | null {
  if (mark.mark !== 'year' || mark.year || mark.school || mark.part) return null;
  const { periodStart, periodEnd } = context;
  if (!periodStart || !periodEnd || yearOf(periodStart) === yearOf(periodEnd)) return null;
  assumptions.add('year-from-plan');
  return { window: openWindow(periodStart, periodEnd), shape: 'range' };
}

/** Items that take their dates from the plan or the act as a whole. */
export function planWindow(
  item: Item,
  context: DeadlineContext,
  assumptions: Set<DeadlineAssumption>,
): Shaped[] {
  const { periodStart, periodEnd, actDate } = context;
  if (item.item === 'whole-plan' && (periodStart || periodEnd)) {
    assumptions.add('until-plan-end');
    return [{ window: openWindow(periodStart, periodEnd), shape: 'range' }];
  }
  if (item.item === 'act-day' && actDate) return [{ window: openWindow(actDate, actDate), shape: 'date' }];
  const base = periodStart ?? actDate;
  if (item.item === 'past-years' && base) {
    assumptions.add('year-from-plan');
    const last = yearOf(base) - 1;
    return [{ window: openWindow(`${last - item.count + 1}-01-01`, `${last}-12-31`), shape: 'range' }];
  }
  return [];
}

const laterEnd = (start: string, context: DeadlineContext): string | null =>
  context.periodEnd && context.periodEnd >= start ? context.periodEnd : null;

export const openWindow = (start: string | null, end: string | null): DeadlineWindow => ({
  start,
  end,
  label: null,
});

function shapeOf(from: Mark, to: Mark): DeadlineKind {
  const one = from === to;
  if ((from.mark === 'day' || from.part?.part === 'weekday') && one) return 'date';
  if (from.mark === 'year' && one && !from.part) return from.school ? 'academic-year' : 'year';
  if (from.mark === 'month' && one && !from.part) return 'month';
  const wholeMonths = (mark: Mark): boolean =>
    ['month', 'quarter', 'half-year', 'season'].includes(mark.mark) && mark.part === null;
  return wholeMonths(from) && wholeMonths(to) ? 'months' : 'range';
}
