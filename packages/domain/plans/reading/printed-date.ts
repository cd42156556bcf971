import { type CalendarDate, calendarDate } from '../../basics/calendar-date.ts';

const monthStems = ['янв', 'фев', 'мар', 'апр', 'ма', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];

const printedDate =
  /(?<!\d)(\d{1,2})\s?\.\s?(\d{1,2})\s?\.\s?(\d{4}|\d{2}(?!\d))|[«"]?(\d{1,2})[»"]?\s+(янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)\p{L}*\s+(\d{4})/iu;

export type FoundDate = { readonly date: CalendarDate; readonly at: number; readonly length: number };

/** The first whole date of a text: «19.02.2021», «19.02.21», «19 февраля 2021 года», ««19» февраля 2021 г.». */
export function firstDate(text: string): FoundDate | null {
  const match = printedDate.exec(text);
  if (match === null) return null;
  const named = match[4] !== undefined;
  const stem = (match[5] ?? '').toLowerCase().slice(0, 3);
  const month = named ? monthStems.findIndex((name) => stem.startsWith(name)) + 1 : Number(match[2]);
  const year = Number(named ? match[6] : match[3]);
  const date = calendarDate(year < 100 ? 2000 + year : year, month, Number(named ? match[4] : match[1]));
  return date === null ? null : { date, at: match.index, length: match[0].length };
}

const number = /№\s*((?:\p{Lu}{1,4}\s?[-–]?\s?)?\d[\d\p{L}]*(?:\s?[-–/.]\s?[\d\p{L}]+)*)/u;

/** Number of an act after the sign: «28-п», «169/23», «01-12/345». */
export function actNumber(text: string): string | null {
  return number.exec(text)?.[1]?.replace(/\s+/g, '').replace(/–/g, '-') ?? null;
}
