import { type CalendarDate, calendarDate } from '../../basics/calendar-date.ts';
import { firstDate } from './printed-date.ts';
import { plainText } from './printed-text.ts';

export type PlanPeriod = {
  readonly start: CalendarDate | null;
  readonly end: CalendarDate | null;
  /** From 1 September to 31 August. */
  readonly schoolYear: boolean;
};

const year = '(20\\d\\d)';
const years = `${year}\\s?(?:г\\.?|год\\p{L}*)?\\s?[-–—/]\\s?(20\\d\\d|\\d\\d)(?!\\d)`;
const schoolYears = new RegExp(`${years}\\s?(?:-?й|-?м|-?го)?\\s*(?:уч\\p{L}*\\.?)`, 'u');
const calendarYears = new RegExp(`${years}\\s*(?:г\\.?|гг|год)`, 'u');
const listedYears = new RegExp(`${year}\\s?(?:г\\.?|год\\p{L}*)?\\s+и\\s+${year}\\s*(?:г|год)`, 'u');
const oneYear = new RegExp(`(?:на|в|за|до конца)\\s+(?:период\\s+)?${year}\\s*(?:г\\.|год|календарн)`, 'u');
const bareYears = new RegExp(`^\\D*${years}\\D*$`, 'u');
const bareYear = new RegExp(`^\\D*${year}\\D*$`, 'u');
const monthStems = [
  'январ',
  'феврал',
  'март',
  'апрел',
  'ма[йя]',
  'июн',
  'июл',
  'август',
  'сентябр',
  'октябр',
  'ноябр',
  'декабр',
];

/** The period a title or a passport names: «на 2021 год», «2022-2023 учебный год», «2020-2023», «с 01.09.2023 по 31.05.2024». */
export function periodIn(text: string): PlanPeriod | null {
  const plain = plainText(text);
  return (
    datedPeriod(plain) ??
    schoolPeriod(plain) ??
    monthPeriod(plain) ??
    halfYear(plain) ??
    calendarPeriod(plain)
  );
}

/** A cell or line that is nothing but a period: «2020-2023». */
export function barePeriodIn(text: string): PlanPeriod | null {
  const plain = plainText(text);
  const span = bareYears.exec(plain);
  if (span !== null) return wholeYears(Number(span[1]), secondYear(span[1], span[2]));
  const one = bareYear.exec(plain);
  return one === null ? null : wholeYears(Number(one[1]), Number(one[1]));
}

function datedPeriod(text: string): PlanPeriod | null {
  const span = /с\s+(\S+(?:\s+\p{L}+\s+20\d\d)?(?:\s+г\S*)?)\s+(?:по|до)\s+(.{5,30})/u.exec(text);
  const start = span === null ? null : firstDate(span[1] ?? '');
  const end = span === null ? null : firstDate(span[2] ?? '');
  return start === null || end === null ? null : { start: start.date, end: end.date, schoolYear: false };
}

function schoolPeriod(text: string): PlanPeriod | null {
  const span = schoolYears.exec(text);
  if (span === null) return null;
  const [first, last] = [Number(span[1]), secondYear(span[1], span[2])];
  return last <= first
    ? null
    : { start: calendarDate(first, 9, 1), end: calendarDate(last, 8, 31), schoolYear: true };
}

function calendarPeriod(text: string): PlanPeriod | null {
  const span = calendarYears.exec(text) ?? listedYears.exec(text);
  if (span !== null) return wholeYears(Number(span[1]), secondYear(span[1], span[2]));
  const one = oneYear.exec(text);
  return one === null ? null : wholeYears(Number(one[1]), Number(one[1]));
}

/** «на январь–июнь 2024 года», «на сентябрь 2023 – май 2024». */
function monthPeriod(text: string): PlanPeriod | null {
  const month = `(${monthStems.join('|')})\\p{L}*`;
  const span = new RegExp(
    `${month}\\s*(20\\d\\d)?(?:\\s*г\\S*)?\\s?[-–—]\\s?${month}\\s*(20\\d\\d)`,
    'u',
  ).exec(text);
  if (span === null) return null;
  const [, from = '', fromYear, to = '', toYear] = span;
  const [start, end] = [monthOf(from), monthOf(to)];
  const lastYear = Number(toYear);
  const firstYear = fromYear === undefined ? (start > end ? lastYear - 1 : lastYear) : Number(fromYear);
  return { start: calendarDate(firstYear, start, 1), end: lastOf(lastYear, end), schoolYear: false };
}

const monthOf = (text: string): number =>
  monthStems.findIndex((stem) => new RegExp(`^${stem}`, 'u').test(text)) + 1;

function halfYear(text: string): PlanPeriod | null {
  const half =
    /(?:на|в|за)\s+(i{1,2}|перв\S+|втор\S+|1|2)(?:-?\S{1,2})?\s+полугоди\S*\s+(20\d\d)(?!\s?[-–/])/u.exec(
      text,
    );
  if (half === null) return null;
  const second = /^(?:ii|втор|2)/.test(half[1] ?? '');
  const numbered = Number(half[2]);
  return {
    start: calendarDate(numbered, second ? 7 : 1, 1),
    end: lastOf(numbered, second ? 12 : 6),
    schoolYear: false,
  };
}

const lastOf = (inYear: number, month: number): CalendarDate | null =>
  calendarDate(inYear, month, 31) ??
  calendarDate(inYear, month, 30) ??
  calendarDate(inYear, month, 29) ??
  calendarDate(inYear, month, 28);

/** «2022-23»: the century is that of the first year. */
function secondYear(first: string | undefined, last: string | undefined): number {
  const number = Number(last);
  return number < 100 ? Math.floor(Number(first) / 100) * 100 + number : number;
}

const wholeYears = (first: number, last: number): PlanPeriod | null =>
  last < first
    ? null
    : { start: calendarDate(first, 1, 1), end: calendarDate(last, 12, 31), schoolYear: false };
