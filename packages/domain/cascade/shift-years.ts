import { daysInMonth } from '../basics/calendar-date.ts';

/**
 * Years in a phrase moved forward, the day as printed: «до 10.02.2026» → «до 10.02.2027», «2025/26 учебный год» → «2026/27 учебный год».
 * A phrase without a year stays; so do numbers of acts. 29 February of a year that has none becomes the 28th.
 */
export function shiftYears(text: string, by: number): string {
  return text.replaceAll(years, (...found: unknown[]) => {
    // The groups of `years`, in their order.
    const [whole, day, month, dateYear, first, dash, second] = found as (string | undefined)[];
    if (day !== undefined && month !== undefined && dateYear !== undefined) {
      return shiftDate({ day, month, year: dateYear }, by) ?? whole ?? '';
    }
    if (first !== undefined && dash !== undefined && second !== undefined) {
      return `${Number(first) + by}${dash}${lastTwo(Number(second) + by)}`;
    }
    return String(Number(whole) + by);
  });
}

const date = String.raw`(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?!\d)`;
/** «2025/26», «2025–26». */
const shortSchoolYear = String.raw`(?<![\d№.]|№ )(20\d{2})(\s?[/–-]\s?)(\d{2})(?![\d.])`;
const year = String.raw`(?<![\d.,/№-]|№ )20\d{2}(?!\d)`;
/** «/2026» of «2025/2026». */
const secondYear = String.raw`(?<=20\d{2}\s?[/–-]\s?)20\d{2}(?!\d)`;
const years = new RegExp([date, shortSchoolYear, year, secondYear].join('|'), 'gu');

type PrintedDate = { readonly day: string; readonly month: string; readonly year: string };

/** Null when it is no date. */
function shiftDate({ day, month, year }: PrintedDate, by: number): string | null {
  const isShort = year.length === 2;
  const next = (isShort ? 2000 : 0) + Number(year) + by;
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return null;
  const last = daysInMonth(next, Number(month));
  const shifted = Number(day) > last ? String(last) : day;
  return `${shifted}.${month}.${isShort ? lastTwo(next) : next}`;
}

const lastTwo = (year: number): string => String(year % 100).padStart(2, '0');
