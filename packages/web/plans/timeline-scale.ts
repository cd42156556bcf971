import {
  addDays,
  type CalendarDate,
  daysBetween,
  daysInMonth,
  monthOf,
  yearOf,
} from '@opora/domain/basics/calendar-date.ts';
import type { Activity, Plan } from '@opora/domain/plans/plan.ts';

/** Whole months from the first to the last that the plan touches. */
export type TimelineScale = {
  readonly months: readonly { readonly month: string; readonly xPx: number; readonly widthPx: number }[];
  readonly quarters: readonly { readonly title: string; readonly xPx: number; readonly widthPx: number }[];
  readonly widthPx: number;
  readonly start: CalendarDate;
  readonly pxPerDay: number;
};

const roman = ['I', 'II', 'III', 'IV'] as const;
/** Beyond this a scale says nothing; a window without an end is drawn to here. */
const monthsMax = 60;

/** `widthMinPx`: the scale fills at least this, and gives each month at least `monthMinPx`. */
export function timelineScale(
  plan: Pick<Plan, 'activities' | 'periodStartsOn' | 'periodEndsOn'>,
  room: { readonly widthMinPx: number; readonly monthMinPx: number; readonly today: CalendarDate },
): TimelineScale {
  const dates = plan.activities
    .flatMap((activity) => activity.terms.flatMap((term) => [term.startsOn, term.dueOn]))
    .concat([plan.periodStartsOn, plan.periodEndsOn])
    .filter((date) => date !== null)
    .toSorted();
  const first = (dates[0] ?? room.today).slice(0, 7);
  const months = monthsFrom(first, (dates.at(-1) ?? room.today).slice(0, 7));
  const days = months.map((month) => daysInMonth(yearOf(month), monthOf(month)));
  const total = days.reduce((sum, count) => sum + count, 0);
  const pxPerDay = Math.max(room.widthMinPx, months.length * room.monthMinPx) / total;
  const start = `${first}-01`;
  const placed = months.map((month, at) => ({
    month,
    xPx: daysBetween(start, `${month}-01`) * pxPerDay,
    widthPx: (days[at] ?? 30) * pxPerDay,
  }));
  return { months: placed, quarters: quartersOf(placed), widthPx: total * pxPerDay, start, pxPerDay };
}

function monthsFrom(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = first; month <= last && months.length < monthsMax;) {
    months.push(month);
    month = addDays(`${month}-28`, 5).slice(0, 7);
  }
  return months;
}

function quartersOf(months: TimelineScale['months']): TimelineScale['quarters'] {
  const quarters = new Map<string, { title: string; xPx: number; widthPx: number }>();
  for (const { month, xPx, widthPx } of months) {
    const title = `${roman[Math.floor((monthOf(month) - 1) / 3)] ?? ''} ${yearOf(month)}`;
    const known = quarters.get(title);
    if (known === undefined) quarters.set(title, { title, xPx, widthPx });
    else known.widthPx += widthPx;
  }
  return [...quarters.values()];
}

/** Left edge and width of a term; a last day alone is a mark of `markPx`. Null without dates. */
export function barOf(
  scale: TimelineScale,
  term: Pick<Activity['terms'][number], 'startsOn' | 'dueOn'>,
): { readonly xPx: number; readonly widthPx: number; readonly isMark: boolean } | null {
  const from = term.startsOn ?? term.dueOn;
  if (from === null) return null;
  const isMark = term.startsOn === null || term.startsOn === term.dueOn;
  const end = term.dueOn === null ? scale.widthPx : xOf(scale, addDays(term.dueOn, 1));
  const x = Math.min(Math.max(0, xOf(scale, from)), scale.widthPx);
  const right = Math.min(end, scale.widthPx);
  return isMark
    ? { xPx: Math.max(0, right - markPx), widthPx: markPx, isMark }
    : { xPx: x, widthPx: Math.max(markPx, right - x), isMark };
}

const markPx = 10;

/** Where the day begins. */
export function xOf(scale: Pick<TimelineScale, 'start' | 'pxPerDay'>, date: CalendarDate): number {
  return daysBetween(scale.start, date) * scale.pxPerDay;
}
