import { addDays, calendarDate, yearOf, type CalendarDate } from '../basics/calendar-date.ts';
import { foldText } from '../basics/fold-text.ts';
import { parseTypedDate } from '../basics/format.ts';
import { type ProductionDay, shippedDay } from '../basics/production-calendar.ts';
import type { SheetCell, SheetTable } from '../basics/sheet-table.ts';
import type { CalendarDayFields } from './territory-calendar.ts';

export type ReadProductionYear = {
  /** Days that depart from weekends and public holidays. */
  readonly days: readonly CalendarDayFields[];
  /** What was not understood: the row of the file, from 1, and what stands there. */
  readonly notRead: readonly { readonly row: number; readonly value: string }[];
};

type Kind = ProductionDay['kind'];
type Listed = Pick<CalendarDayFields, 'kind' | 'movedFrom' | 'title'>;

/**
 * A production calendar of one year out of a table. Two layouts are met: a row for each special day (date, kind, name, the day it
 * was moved from), and a row for each year with twelve columns of days off, as the open data of the Ministry of Labour
 * («1,2,8*,31+»: a star is a short day, a plus a day off that was moved there). Null when the table holds neither for the year.
 */
export function readProductionYear(sheets: readonly SheetTable[], year: number): ReadProductionYear | null {
  for (const { rows } of sheets) {
    const read = readMonths(rows, year) ?? readDays(rows, year);
    if (read !== null) return read;
  }
  return null;
}

function readMonths(rows: SheetTable['rows'], year: number): ReadProductionYear | null {
  const head = rows.findIndex((cells) => cells.filter((cell) => monthOfHead(cell) !== null).length === 12);
  const months = (rows[head] ?? []).map(monthOfHead);
  const at = rows.findIndex(
    (cells, row) => row > head && cells.some((cell) => wordOf(cell) === String(year)),
  );
  const cells = rows[at];
  if (head < 0 || cells === undefined) return null;
  const listed = new Map<CalendarDate, Listed>();
  const notRead: { row: number; value: string }[] = [];
  for (const [column, month] of months.entries()) {
    if (month === null) continue;
    for (const part of wordOf(cells[column] ?? null)
      .split(/[,;\s]+/)
      .filter(Boolean)) {
      const [, day, mark] = /^(\d{1,2})([*+]?)$/.exec(part) ?? [];
      const date = day === undefined ? null : calendarDate(year, month, Number(day));
      if (date === null) notRead.push({ row: at + 1, value: part });
      else listed.set(date, { kind: mark === '*' ? 'short' : 'off', movedFrom: null, title: null });
    }
  }
  const days = daysOf(year).flatMap((date) =>
    departure(date, listed.get(date) ?? { kind: 'working', movedFrom: null, title: null }),
  );
  return { days, notRead };
}

function readDays(rows: SheetTable['rows'], year: number): ReadProductionYear | null {
  const days: CalendarDayFields[] = [];
  const notRead: { row: number; value: string }[] = [];
  let found = false;
  for (const [at, cells] of rows.entries()) {
    const [dateCell, ...rest] = cells;
    const date = parseTypedDate(wordOf(dateCell ?? null));
    if (date === null || yearOf(date) !== year) continue;
    found = true;
    const kind = rest.map(kindOf).find((word) => word !== null) ?? null;
    if (kind === null) {
      notRead.push({ row: at + 1, value: rest.map(wordOf).join(' ').trim() || date });
      continue;
    }
    const movedFrom = rest.map((cell) => parseTypedDate(wordOf(cell))).find((day) => day !== null) ?? null;
    const title =
      rest
        .filter((cell) => kindOf(cell) === null)
        .map(wordOf)
        .find(isTitle) ?? null;
    days.push(...departure(date, { kind, movedFrom, title }));
  }
  return found ? { days, notRead } : null;
}

/** Nothing when the day is so by weekends and holidays alone. */
function departure(date: CalendarDate, listed: Listed): CalendarDayFields[] {
  const usual = shippedDay(date);
  return usual.kind === listed.kind && listed.movedFrom === null ? [] : [{ on: date, ...listed }];
}

const kindWords: readonly (readonly [RegExp, Kind])[] = [
  [/^(short|сокращ|предпраздн)/, 'short'],
  [/^(off|holiday|нерабоч|выходн|праздн)/, 'off'],
  [/^(work|рабоч)/, 'working'],
];

function kindOf(cell: SheetCell): Kind | null {
  const word = foldText(wordOf(cell));
  return kindWords.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

const isTitle = (word: string): boolean => /[а-яa-z]{3}/i.test(word) && parseTypedDate(word) === null;

const monthStems = ['янв', 'фев', 'мар', 'апр', 'мая|май', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];

function monthOfHead(cell: SheetCell): number | null {
  const word = foldText(wordOf(cell));
  const at = monthStems.findIndex((stem) => new RegExp(`^(${stem})`).test(word));
  return at < 0 ? null : at + 1;
}

const wordOf = (cell: SheetCell): string => (cell === null ? '' : String(cell).trim());

function daysOf(year: number): CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let date = `${year}-01-01`; date.startsWith(`${year}`); date = addDays(date, 1)) days.push(date);
  return days;
}
