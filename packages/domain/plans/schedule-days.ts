import { addDays, calendarDate, daysInMonth, type CalendarDate } from '../basics/calendar-date.ts';
import type { SheetCell } from '../basics/sheet-table.ts';
import type { DeadlineContext } from './deadline-windows.ts';
import { readDeadline } from './read-deadline.ts';
import type { EventDoubt } from './schedule-event.ts';

/** The month that a heading, a column or the row itself names; `year` null: not named there. */
export type NamedMonth = { readonly month: number; readonly year: number | null };

/** A day or a window that a cell names. */
export type ScheduleDays = {
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly doubts: EventDoubt[];
};

const names = [
  'январь', 'февраль', 'март', 'апрель', 'май', 'июнь', 'июль', 'август', 'сентябрь', 'октябрь', 'ноябрь', 'декабрь',
] as const; // prettier-ignore
const genitives = [
  'января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря',
] as const; // prettier-ignore
const numbers = new Map<string, number>(
  [names, genitives].flatMap((forms) => forms.map((form, at) => [form, at + 1])),
);

/** «Март», «марта 2026 г.»: a text that is a month and nothing else. */
export function monthNamed(cell: SheetCell): NamedMonth | null {
  if (typeof cell !== 'string') return null;
  const match = /^(\p{L}+),?\s*(?:(20\d\d)\s*(?:г\.?|год\p{L}*)?)?$/u.exec(cell.toLowerCase().trim());
  const month = numbers.get(match?.[1] ?? '');
  return month === undefined ? null : { month, year: match?.[2] === undefined ? null : Number(match[2]) };
}

/** Serial numbers of Excel for the years 2000–2099. */
const serials = { first: 36_526, last: 73_050 };

/**
 * The days that a cell names: a date, an Excel serial, «12.03.2026», «12–14 марта», «12, 26» under a month. Nothing for what names
 * no day.
 */
export function daysOfCell(
  cell: SheetCell,
  month: NamedMonth | null,
  context: DeadlineContext,
): ScheduleDays[] {
  if (cell === null) return [];
  if (typeof cell === 'number') {
    if (cell >= serials.first && cell < serials.last + 1)
      return exactly(addDays('1899-12-30', Math.floor(cell)));
    return month !== null && Number.isInteger(cell) && cell >= 1 && cell <= 31
      ? phrase(String(cell), month, context)
      : [];
  }
  return phrase(cell, month, context);
}

const exactly = (day: CalendarDate): ScheduleDays[] => [{ startsOn: day, endsOn: day, doubts: [] }];

function phrase(text: string, month: NamedMonth | null, context: DeadlineContext): ScheduleDays[] {
  const days = withoutHours(text);
  const isBare = /^\d{1,2}(?:\s*(?:[-–—,;и]|по)\s*\d{1,2})*$/.test(days);
  if (isBare && month === null) return [];
  const { windows, assumptions } = readDeadline(
    isBare ? `${days} ${nameOf(month, genitives)}` : days,
    context,
  );
  const isYearAssumed = assumptions.some((each) => each === 'year-from-plan' || each === 'school-year');
  return windows.flatMap(({ start, end }) => {
    const startsOn = start ?? end;
    const endsOn = end ?? start;
    if (startsOn === null || endsOn === null || endsOn < startsOn) return [];
    const doubts: EventDoubt[] = [];
    if (isYearAssumed) doubts.push('year-assumed');
    if (isWholeMonth(startsOn, endsOn)) doubts.push('whole-month');
    return { startsOn, endsOn, doubts };
  });
}

/** «12 марта (четверг), 14:00–16:00» names one day. */
const withoutHours = (text: string): string =>
  text
    .replaceAll(/\([^()]*\)/g, ' ')
    .replaceAll(/(?:\b[вс]\s+|\bдо\s+)?\b\d{1,2}:\d{2}\b(?::\d{2})?\s*[-–—]?/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\s,;.–—-]+$/g, '')
    .trim();

const nameOf = (month: NamedMonth | null, forms: readonly string[]): string =>
  month === null ? '' : [forms[month.month - 1], month.year].filter((part) => part !== null).join(' ');

/** The month as one window, in the year that the plan gives it. */
export function wholeMonth(month: NamedMonth, context: DeadlineContext): ScheduleDays[] {
  return phrase(nameOf(month, names), null, context);
}

function isWholeMonth(startsOn: CalendarDate, endsOn: CalendarDate): boolean {
  const [year, month] = [Number(startsOn.slice(0, 4)), Number(startsOn.slice(5, 7))];
  return startsOn.endsWith('-01') && endsOn === calendarDate(year, month, daysInMonth(year, month));
}
