import {
  inSchoolPlan,
  marksOf,
  openWindow,
  planWindow,
  windowsOf,
  type Dated,
  type Shaped,
} from './deadline-dates.ts';
import type { DeadlineAssumption, DeadlineEvent, DeadlineKind, DeadlineWindow } from './deadline.ts';
import type { MonthSpan, Recurrence } from './deadline.ts';
import { onWeekdays, plainRecurrence } from './deadline-frequency.ts';
import type { Item, Mark, Phase } from './deadline-syntax.ts';
import { firstMonthOf, type DeadlineContext } from './deadline-windows.ts';

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
    ...phase.items
      // «однократно, май»: once, and the month is said.
      .filter((item) => item.item !== 'whole-plan' || bounds.length === 0)
      .flatMap((item) => planWindow(item, context, assumptions)),
  ].map(({ window, shape }) => ({ window: { ...window, label: phase.label }, shape }));
  return {
    shape: pick('act-day').length > 0 && bounds.length > 0 ? 'range' : (shaped[0]?.shape ?? null),
    windows: distinct(
      fromActDay(
        phase,
        shaped.map(({ window }) => window),
      ),
    ),
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
  const first = said.sort((a, b) => finest.indexOf(a.every) - finest.indexOf(b.every))[0] ?? weeklyOf(phase);
  if (!first && !day) return null;
  if (!first) assumptions.add('every-month');
  const plain = first ?? plainRecurrence;
  const same = said.filter((other) => other.every === plain.every);
  const days = same.find((other) => other.weekday !== null) ?? weekdaysBeside(phase, plain);
  return {
    ...plain,
    timesInPeriod: Math.max(days.timesInPeriod, ...same.map((other) => other.timesInPeriod)),
    weekday: days.weekday,
    otherWeekdays: days.otherWeekdays,
    weekOfMonth: same.find((other) => other.weekOfMonth !== null)?.weekOfMonth ?? null,
    dayOfMonth: day?.day ?? same.find((other) => other.dayOfMonth !== null)?.dayOfMonth ?? null,
    followingMonth: day?.followingMonth ?? same.some((other) => other.followingMonth),
  };
}

/** «понедельник, среда, пятница» and nothing else: on those days of each week. */
function weeklyOf(phase: Phase): Recurrence | undefined {
  const days = weekdaysOf(phase);
  const only = days.length > 0 && phase.items.every((item) => item.item === 'weekday');
  return only ? { ...plainRecurrence, every: 'week', ...onWeekdays(days) } : undefined;
}

const weekdaysOf = (phase: Phase): number[] =>
  phase.items.flatMap((item) => (item.item === 'weekday' ? [item.weekday] : []));

function weekdaysBeside(phase: Phase, plain: Recurrence): ReturnType<typeof onWeekdays> {
  return onWeekdays(plain.every === 'week' ? weekdaysOf(phase) : []);
}

const isYearItself = (mark: Mark): boolean => mark.mark === 'year' || mark.mark === 'years';

/** «до 1 апреля 2023 г., далее ежегодно»: the printed year opens the recurrence. */
function firstYearWindow(item: Dated): Shaped[] {
  const year = marksOf(item).find((mark) => mark.year?.of === 'calendar')?.year;
  return year?.of === 'calendar' ? [{ window: openWindow(`${year.year}-01-01`, null), shape: 'range' }] : [];
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

/** «со дня подписания до 31 декабря» is one stretch. */
function fromActDay(phase: Phase, windows: readonly DeadlineWindow[]): readonly DeadlineWindow[] {
  const [until, day] = windows;
  const both = windows.length === 2 && phase.items.some((item) => item.item === 'act-day');
  if (!both || !until || !day || until.start !== null || day.start === null) return windows;
  return until.end === null || until.end < day.start ? windows : [{ ...until, start: day.start }];
}

/** A scan prints some words twice; a day is repeated in words. */
function distinct(windows: readonly DeadlineWindow[]): DeadlineWindow[] {
  const seen = new Set<string>();
  return windows.filter(({ start, end, label }) => {
    const key = `${start} ${end} ${label}`;
    return seen.has(key) ? false : seen.add(key);
  });
}
