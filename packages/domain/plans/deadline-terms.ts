import { addDays, yearOf } from '../basics/calendar-date.ts';
import type { DeadlineAssumption, DeadlineEvent, DeadlineKind, DeadlineWindow } from './deadline.ts';
import type { MonthSpan, Recurrence } from './deadline.ts';
import { plainRecurrence } from './deadline-frequency.ts';
import type { Item, Mark, Phase } from './deadline-syntax.ts';
import { firstMonthOf, markRange, type DeadlineContext } from './deadline-windows.ts';
import { yearsOfMarks, type MarkYear } from './deadline-years.ts';

/** What a phase comes to: the parts of a deadline before they are joined. */
export type Term = {
  readonly shape: DeadlineKind | null;
  readonly windows: readonly DeadlineWindow[];
  readonly recurrence: Recurrence | null;
  readonly schedule: string | null;
  readonly event: DeadlineEvent | null;
  readonly perSchool: boolean;
  readonly continuous: boolean;
  readonly assumptions: readonly DeadlineAssumption[];
};

type Dated = Extract<Item, { item: 'span' | 'until' | 'since' }>;
type Shaped = { readonly window: DeadlineWindow; readonly shape: DeadlineKind };

export function termOf(phase: Phase, context: DeadlineContext): Term {
  const assumptions = new Set<DeadlineAssumption>();
  const pick = <K extends Item['item']>(kind: K) =>
    phase.items.filter((item): item is Extract<Item, { item: K }> => item.item === kind);
  const frequency = frequencyOf(phase, assumptions);
  const dated = phase.items
    .filter((item): item is Dated => ['span', 'until', 'since'].includes(item.item))
    .map((item) => inSchoolPlan(item, context));
  const yearly = frequency?.every === 'year' ? dated.filter((item) => !marksOf(item).some(isYearItself)) : [];
  const bounds = dated.filter((item) => !yearly.includes(item));
  const shaped = [
    ...windowsOf(bounds, context, assumptions),
    ...yearly.flatMap(firstYearWindow),
    ...phase.items.flatMap((item) => planWindow(item, context, assumptions)),
  ].map(({ window, shape }) => ({ window: { ...window, label: phase.label }, shape }));
  return {
    shape: shaped[0]?.shape ?? null,
    windows: distinct(shaped.map(({ window }) => window)),
    recurrence: frequency && inYear(frequency, yearly),
    schedule: pick('schedule')[0]?.owner ?? null,
    event: pick('event')[0]?.event ?? null,
    perSchool: pick('per-school').length > 0,
    continuous: pick('continuous').length > 0,
    assumptions: [...assumptions],
  };
}

const finest: readonly Recurrence['every'][] = [
  'day',
  'week',
  'month',
  'quarter',
  'school-quarter',
  'half-year',
  'year',
];

/** One frequency of several said: the finest, with the days that the others add («еженедельно, по средам»). */
function frequencyOf(phase: Phase, assumptions: Set<DeadlineAssumption>): Recurrence | null {
  const said = phase.items.flatMap((item) => (item.item === 'frequency' ? [item.recurrence] : []));
  const day = phase.items.find((item) => item.item === 'month-day');
  const first = said.sort((a, b) => finest.indexOf(a.every) - finest.indexOf(b.every))[0];
  if (!first && !day) return null;
  if (!first) assumptions.add('every-month');
  const plain = first ?? plainRecurrence;
  const same = said.filter((other) => other.every === plain.every);
  return {
    ...plain,
    timesInPeriod: Math.max(plain.timesInPeriod, ...same.map((other) => other.timesInPeriod)),
    weekday: same.find((other) => other.weekday !== null)?.weekday ?? null,
    weekOfMonth: same.find((other) => other.weekOfMonth !== null)?.weekOfMonth ?? null,
    dayOfMonth: day?.day ?? same.find((other) => other.dayOfMonth !== null)?.dayOfMonth ?? null,
    followingMonth: day?.followingMonth ?? plain.followingMonth,
  };
}

const marksOf = (item: Dated): readonly Mark[] => (item.item === 'span' ? [item.from, item.to] : [item.mark]);

const isYearItself = (mark: Mark): boolean => mark.mark === 'year' || mark.mark === 'years';

/** «до 1 апреля 2023 г., далее ежегодно»: the printed year opens the recurrence. */
function firstYearWindow(item: Dated): Shaped[] {
  const year = marksOf(item).find((mark) => mark.year?.of === 'calendar')?.year;
  return year?.of === 'calendar' ? [{ window: window(`${year.year}-01-01`, null), shape: 'range' }] : [];
}

/** In a plan for a school year «год» and «полугодие» are the school's. */
function inSchoolPlan(item: Dated, context: DeadlineContext): Dated {
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

/** «ежегодно, август – сентябрь», «ежегодно до 1 марта»: the months and the day within each year. */
function inYear(recurrence: Recurrence, items: readonly Dated[]): Recurrence {
  const months: MonthSpan[] = items
    .filter((item) => marksOf(item).every((mark) => mark.mark !== 'year'))
    .map((item) => {
      const marks = marksOf(item);
      const [from, to] = [marks[0] as Mark, marks.at(-1) as Mark]; // an item has one mark or two
      return { from: firstMonthOf(from), to: lastMonthOf(to) };
    });
  const last = items.map((item) => marksOf(item).at(-1)).find((mark) => mark?.mark === 'day');
  return { ...recurrence, months, dayOfMonth: last?.mark === 'day' ? last.day : recurrence.dayOfMonth };
}

function lastMonthOf(mark: Mark): number {
  const length = { quarter: 3, 'half-year': 6, season: 3, day: 1, month: 1, term: 1, holidays: 1 } as const;
  const months = mark.mark in length ? length[mark.mark as keyof typeof length] : 1; // the key was just looked up
  return ((firstMonthOf(mark) + months - 2) % 12) + 1;
}

function windowsOf(
  items: readonly Dated[],
  context: DeadlineContext,
  assumptions: Set<DeadlineAssumption>,
): Shaped[] {
  const years = yearsOfMarks(items.flatMap(marksOf), context);
  let at = 0;
  return items.flatMap((item) => {
    const own = marksOf(item).map(() => years[at++] ?? null);
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
      const end = crossed ? (markRange(item.to, year + 1, context)?.range.end ?? second.end) : second.end;
      if (end < first.start) {
        assumptions.add('end-before-start');
        return { window: window(second.start, first.end), shape: 'range' };
      }
      return { window: window(first.start, end), shape: shapeOf(item.from, item.to) };
    }
    case 'until':
      if (item.mark.mark === 'month' && !item.included) assumptions.add('month-not-included');
      return { window: window(null, untilDate(item, first)), shape: 'date' };
    case 'since':
      assumptions.add('until-plan-end');
      return { window: window(first.start, laterEnd(first.start, context)), shape: 'range' };
    default:
      return item satisfies never;
  }
}

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
  return { window: window(periodStart, periodEnd), shape: 'range' };
}

/** Items that take their dates from the plan or the act as a whole. */
function planWindow(item: Item, context: DeadlineContext, assumptions: Set<DeadlineAssumption>): Shaped[] {
  const { periodStart, periodEnd, actDate } = context;
  if (item.item === 'whole-plan' && (periodStart || periodEnd)) {
    assumptions.add('until-plan-end');
    return [{ window: window(periodStart, periodEnd), shape: 'range' }];
  }
  if (item.item === 'act-day' && actDate) return [{ window: window(actDate, actDate), shape: 'date' }];
  const base = periodStart ?? actDate;
  if (item.item === 'past-years' && base) {
    assumptions.add('year-from-plan');
    const last = yearOf(base) - 1;
    return [{ window: window(`${last - item.count + 1}-01-01`, `${last}-12-31`), shape: 'range' }];
  }
  return [];
}

const laterEnd = (start: string, context: DeadlineContext): string | null =>
  context.periodEnd && context.periodEnd >= start ? context.periodEnd : null;

const window = (start: string | null, end: string | null): DeadlineWindow => ({ start, end, label: null });

function shapeOf(from: Mark, to: Mark): DeadlineKind {
  const one = from === to;
  if (from.mark === 'day' && one) return 'date';
  if (from.mark === 'year' && one && !from.part) return from.school ? 'academic-year' : 'year';
  if (from.mark === 'month' && one && !from.part) return 'month';
  const wholeMonths = (mark: Mark): boolean =>
    ['month', 'quarter', 'half-year', 'season'].includes(mark.mark) && mark.part === null;
  return wholeMonths(from) && wholeMonths(to) ? 'months' : 'range';
}

/** A scan prints some words twice; a day is repeated in words. */
function distinct(windows: readonly DeadlineWindow[]): DeadlineWindow[] {
  const seen = new Set<string>();
  return windows.filter(({ start, end, label }) => {
    const key = `${start} ${end} ${label}`;
    return seen.has(key) ? false : seen.add(key);
  });
}
