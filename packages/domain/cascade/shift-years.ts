import { daysInMonth } from '../basics/calendar-date.ts';
import { monthWord } from '../basics/month-word.ts';

/**
 * Years in a phrase moved forward, the day as printed: «до 10.02.2026» → «до 10.02.2027», «2025/26 учебный год» → «2026/27 учебный год».
 * A phrase without a year stays; so do numbers of acts. 29 February of a year that has none becomes the 28th.
 */
export function shiftYears(text: string, by: number): string {
  return text.replaceAll(years, (...found: unknown[]) => {
    const whole = String(found[0]);
    // The last argument: the named groups of `years`.
    const { day, month, dateYear, isoYear, isoRest, first, dash, second } = found.at(-1) as Found;
    if (day !== undefined && month !== undefined && dateYear !== undefined) {
      return shiftDate({ day, month, year: dateYear }, by) ?? whole;
    }
    if (isoYear !== undefined && isoRest !== undefined) {
      const [isoMonth = '', isoDay = ''] = isoRest.split('-');
      const shifted = shiftDate({ day: isoDay, month: isoMonth, year: isoYear }, by);
      return shifted?.split('.').toReversed().join('-') ?? whole;
    }
    if (first !== undefined && dash !== undefined && second !== undefined) {
      const isNext = Number(second) === (Number(first) + 1) % 100;
      return `${Number(first) + by}${dash}${isNext ? lastTwo(Number(second) + by) : second}`;
    }
    return String(Number(whole) + by);
  });
}

type Group = 'day' | 'month' | 'dateYear' | 'isoYear' | 'isoRest' | 'first' | 'dash' | 'second';
type Found = Readonly<Record<Group, string | undefined>>;

const notNumbered = String.raw`(?<!№\s?)`;
const date = String.raw`(?<![\d.])(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<dateYear>\d{4}|\d{2})(?!\d)`;
const isoDate = String.raw`(?<![\d-])${notNumbered}(?<isoYear>20\d{2})-(?<isoRest>\d{2}-\d{2})(?![\d-])`;
/** «2025/26», «2025–26»; in «2025 – 26 января» the second number is a day. */
const shortSchoolYear = String.raw`(?<![\d.])${notNumbered}(?<first>20\d{2})(?<dash>\s?[/–-]\s?)(?<second>\d{2})(?!\d|[.-]\d|\s*${monthWord})`;
const year = String.raw`(?<![\d.,/-])${notNumbered}20\d{2}(?!\d)`;
/** «09.2025». */
const yearOfMonth = String.raw`(?<=(?<![\d.]|№\s?)(?:0?[1-9]|1[0-2])\.)20\d{2}(?!\d)`;
/** «/2026» of «2025/2026». */
const secondYear = String.raw`(?<=20\d{2}\s?[/–-]\s?)20\d{2}(?!\d)`;
const years = new RegExp([date, isoDate, shortSchoolYear, year, yearOfMonth, secondYear].join('|'), 'giu');

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
