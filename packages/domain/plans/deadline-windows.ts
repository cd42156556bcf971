import { addDays, calendarDate, daysInMonth, weekday, yearOf } from '../basics/calendar-date.ts';
import type { CalendarDate, DateRange } from '../basics/calendar-date.ts';
import { findSchoolTerm, schoolYear, schoolYearStartOf, type SchoolTerm } from '../basics/school-calendar.ts';
import type { DeadlineAssumption } from './deadline.ts';
import type { Mark, Part, YearRef } from './deadline-syntax.ts';
import type { Season } from './deadline-words.ts';

/** What is known of the plan that a phrase stands in. */
export type DeadlineContext = {
  readonly periodStart: CalendarDate | null;
  readonly periodEnd: CalendarDate | null;
  /** 2022 when the plan is for the school year 2022/23, else null. */
  readonly schoolYearStart: number | null;
  readonly actDate: CalendarDate | null;
  /** Terms and holidays where the school calendar is entered; others are assumed usual. */
  readonly schoolTerms: readonly SchoolTerm[];
};

export type DatedMark = { readonly range: DateRange; readonly assumptions: readonly DeadlineAssumption[] };

/** The year in which a phrase without one is to be read, and why. */
export type PlanYear = {
  readonly calendarYear: number | null;
  readonly schoolYearStart: number | null;
};

/** The calendar year of the plan and its school year; of a plan over several years the first. */
export function planYear(context: DeadlineContext): PlanYear {
  const day = context.periodStart ?? context.actDate ?? context.periodEnd;
  const calendarYear = context.schoolYearStart ?? (day ? yearOf(day) : null);
  const reckoned = context.actDate && isInPeriod(context.actDate, context) ? context.actDate : day;
  const schoolYearStart = context.schoolYearStart ?? (reckoned ? schoolYearStartOf(reckoned) : null);
  return { calendarYear, schoolYearStart };
}

function isInPeriod(date: CalendarDate, context: DeadlineContext): boolean {
  return date >= (context.periodStart ?? date) && date <= (context.periodEnd ?? date);
}

/** The window of a mark in a given calendar year; null for a day that the year does not have. */
export function markRange(mark: Mark, year: number, context: DeadlineContext): DatedMark | null {
  const dated = (range: DateRange | null, ...assumptions: DeadlineAssumption[]): DatedMark | null =>
    range && { range, assumptions };
  switch (mark.mark) {
    case 'day': {
      const date = calendarDate(year, mark.month, mark.day);
      return dated(date === null ? null : { start: date, end: date });
    }
    case 'month':
      return dated(monthPart(year, mark.month, mark.part));
    case 'quarter':
      return dated(edges(monthsRange(year, mark.number * 3 - 2, mark.number * 3), mark.part));
    case 'season':
      return dated(seasonRange(year, mark.season));
    case 'half-year':
      return mark.year && isSchoolYear(mark.year)
        ? schoolTermRange('half-year', mark.number, mark.number === 1 ? year : year - 1, context)
        : dated(edges(monthsRange(year, mark.number * 6 - 5, mark.number * 6), mark.part));
    case 'term':
      return schoolTermRange(
        mark.kind,
        mark.number,
        schoolYearStartOf(`${year}-${termMonth(mark)}-01`),
        context,
      );
    case 'holidays': {
      const start = mark.season === 'autumn' || mark.season === 'winter' ? year : year - 1;
      return schoolTermRange('holidays', holidayNumber[mark.season], start, context);
    }
    case 'year':
      return mark.school
        ? schoolYearPart(year, mark.part)
        : dated(edges(monthsRange(year, 1, 12), mark.part));
    case 'years':
      return dated({ start: `${mark.first}-01-01`, end: `${mark.last}-12-31` });
    case 'bare':
      return null;
    default:
      return mark satisfies never;
  }
}

export const isSchoolYear = (year: YearRef): boolean =>
  year.of === 'school' || (year.of === 'relative' && year.school);

const holidayNumber: Readonly<Record<Season, number>> = { autumn: 1, winter: 2, spring: 3, summer: 4 };
const termMonths = { term: ['09', '11', '01', '04'], trimester: ['09', '12', '03', '03'] } as const;
const termMonth = (mark: Extract<Mark, { mark: 'term' }>): string =>
  termMonths[mark.kind][mark.number - 1] ?? '09';

/** Month of the mark's beginning, from 1: tells which half of a school year it falls in. */
export function firstMonthOf(mark: Mark): number {
  switch (mark.mark) {
    case 'day':
    case 'month':
      return mark.month;
    case 'quarter':
      return mark.number * 3 - 2;
    case 'half-year':
      return mark.year && isSchoolYear(mark.year) ? (mark.number === 1 ? 9 : 1) : mark.number * 6 - 5;
    case 'term':
      return Number(termMonth(mark));
    case 'holidays':
    case 'season':
      return { autumn: 10, winter: 12, spring: 3, summer: 6 }[mark.season];
    case 'year':
      return mark.school ? 9 : 1;
    case 'years':
    case 'bare':
      return 1;
    default:
      return mark satisfies never;
  }
}

function schoolTermRange(
  kind: SchoolTerm['kind'],
  number: number,
  schoolYearStart: number,
  context: DeadlineContext,
): DatedMark | null {
  const found = findSchoolTerm(context.schoolTerms, kind, number, schoolYearStart);
  if (!found) return null;
  const { start, end } = found.term;
  return {
    range: { start, end },
    assumptions: [found.assumed ? 'school-calendar' : 'school-calendar-entered'],
  };
}

/** `start` is the first year; the end of a school year for teaching is May. */
function schoolYearPart(start: number, part: Part | null): DatedMark {
  if (part?.part === 'start') return { range: monthsRange(start, 9, 9), assumptions: ['school-calendar'] };
  if (part?.part === 'middle')
    return {
      range: { start: `${start}-12-01`, end: `${start + 1}-01-31` },
      assumptions: ['school-calendar'],
    };
  if (part?.part === 'end') return { range: monthsRange(start + 1, 5, 5), assumptions: ['school-calendar'] };
  return { range: schoolYear(start), assumptions: [] };
}

function monthsRange(year: number, first: number, last: number): DateRange {
  return { start: day(year, first, 1), end: day(year, last, daysInMonth(year, last)) };
}

const day = (year: number, month: number, dayOfMonth: number): CalendarDate =>
  `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;

function seasonRange(year: number, season: Season): DateRange {
  switch (season) {
    case 'winter':
      return { start: day(year, 12, 1), end: day(year + 1, 2, daysInMonth(year + 1, 2)) };
    case 'spring':
      return monthsRange(year, 3, 5);
    case 'summer':
      return monthsRange(year, 6, 8);
    case 'autumn':
      return monthsRange(year, 9, 11);
    default:
      return season satisfies never;
  }
}

/** First, middle or last month of a longer stretch. */
function edges(range: DateRange, part: Part | null): DateRange {
  if (!part || 'number' in part) return range;
  const year = yearOf(range.start);
  const [first, last] = [Number(range.start.slice(5, 7)), Number(range.end.slice(5, 7))];
  const month = part.part === 'start' ? first : part.part === 'end' ? last : Math.ceil((first + last) / 2);
  return monthsRange(year, month, month);
}

function monthPart(year: number, month: number, part: Part | null): DateRange | null {
  const whole = monthsRange(year, month, month);
  if (!part) return whole;
  const tens = (number: number): DateRange => ({
    start: day(year, month, number * 10 - 9),
    end: number === 3 ? whole.end : day(year, month, number * 10),
  });
  switch (part.part) {
    case 'start':
      return tens(1);
    case 'middle':
      return tens(2);
    case 'end':
      return tens(3);
    case 'decade':
      return tens(part.number === -1 ? 3 : Math.min(Math.max(part.number, 1), 3));
    case 'half':
      return part.number === 1
        ? { start: whole.start, end: day(year, month, 15) }
        : { start: day(year, month, 16), end: whole.end };
    case 'week':
      return weekOfMonth(whole, part.number);
    case 'weekday':
      return weekdayOfMonth(whole, part);
    default:
      return part satisfies never;
  }
}

function weekdayOfMonth(
  month: DateRange,
  { number, weekday: day }: Extract<Part, { part: 'weekday' }>,
): DateRange | null {
  const first = addDays(month.start, (day - weekday(month.start) + 7) % 7);
  const last = addDays(month.end, -((weekday(month.end) - day + 7) % 7));
  const date = number === -1 ? last : addDays(first, (number - 1) * 7);
  return date > month.end ? null : { start: date, end: date };
}

/** Monday to Sunday; a week belongs to the month that has its Thursday (ISO 8601). -1 is the last one. */
function weekOfMonth(month: DateRange, number: number): DateRange | null {
  const weeks: DateRange[] = [];
  for (
    let monday = addDays(month.start, 1 - weekday(month.start));
    monday <= month.end;
    monday = addDays(monday, 7)
  ) {
    const thursday = addDays(monday, 3);
    if (thursday >= month.start && thursday <= month.end)
      weeks.push({ start: monday, end: addDays(monday, 6) });
  }
  return weeks.at(number === -1 ? -1 : number - 1) ?? null;
}
