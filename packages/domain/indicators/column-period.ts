import { type CalendarDate, calendarDate, daysBetween } from '../basics/calendar-date.ts';
import { foldText } from '../basics/fold-text.ts';
import { monthWord } from '../basics/month-word.ts';
import { periodDates, type ProgrammePoint, type ReportPeriod } from './report-period.ts';

type Part = { readonly kind: 'half-year' | 'quarter' | 'trimester'; readonly part: number };

/** What the head of a column says of when its numbers are from. What it leaves out is null: nothing is filled in. */
export type ColumnTime = {
  readonly date: CalendarDate | null;
  /** A day without its year: «на 1 сентября». */
  readonly day: { readonly month: number; readonly day: number } | null;
  /** First year of a school year. */
  readonly schoolYear: number | null;
  readonly calendarYear: number | null;
  readonly part: Part | null;
  /** «на начало», «входной»: start; «промежуточный»: control; «на конец», «итоговый»: final. */
  readonly point: ProgrammePoint | null;
  /** What is aimed at: no number of what is. */
  readonly isPlan: boolean;
  /** Several years at once, which are no school year. */
  readonly isSpan: boolean;
};

const months = 'янв фев мар апр ма июн июл авг сен окт ноя дек'.split(' ');
const ordinals = ['перв', 'втор', 'трет', 'четв'];
const romans = ['i', 'ii', 'iii', 'iv'];
const partsMax = { 'half-year': 2, quarter: 4, trimester: 3 } as const;

const printedDay = /(?<![\d.])(\d{1,2})\. ?(\d{1,2})(?:\. ?(\d{4}|\d{2}))?(?![\d.,]\d|\d)/u;
const namedDay = new RegExp(String.raw`(?<!\d)(\d{1,2}) (${monthWord})\p{L}*(?: (\d{4}))?`, 'u');
const yearPair = /(?<![\d.])(?:20)?(\d\d) ?[-/] ?(?:20)?(\d\d)(?![\d.])/u;
const oneYear = /(?<![\d./-])(20\d\d)(?![\d/-])/u;
const partWord =
  /(?<![\p{L}\d])(i{1,3}|iv|[1-4]|перв\p{L}*|втор\p{L}*|трет\p{L}*|четверт(?:ая|ой|ую))(?: ?- ?(?:е|ое|й|я|ая|ой))? (полуг|четв|тримес|квартал)/u;
const planWord = /(?<!\p{L})(?:план(?:\p{L}{0,2}|ов\p{L}*|ируем\p{L}*)|прогноз\p{L}*|целев\p{L}*)(?!\p{L})/u;
const startWord =
  /(?<!\p{L})(?:на|в) начал|(?<!\p{L})(?:старт|входн|исходн|базов\p{L}+ (?:знач|уров|показ)|первичн|до начал)/u;
const finalWord =
  /(?<!\p{L})(?:на|в) (?:конец|конце|окончани)|(?<!\p{L})(?:итог|выходн|финал|заключительн|по окончании)/u;
const controlWord = /(?<!\p{L})(?:промежуточн|контрольн|контроль(?!\p{L})|текущ|рубежн)/u;

/** Reads «на 01.09.2025», «на начало 2025/26 уч. г.», «I полугодие», «входной контроль», «2025 (план)» as such tables write them; null: nothing of time. */
export function readColumnTime(head: string): ColumnTime | null {
  // The Cyrillic letters that are typed for the Roman number one.
  const text = foldText(head).replaceAll(/(?<!\p{L})[іi]+v?(?!\p{L})/gu, (one) => one.replaceAll('і', 'i'));
  const { date, day, rest } = dayIn(text);
  const years = yearsIn(rest);
  const time: ColumnTime = {
    date,
    day,
    ...years,
    part: partIn(rest),
    point: startWord.test(rest)
      ? 'start'
      : finalWord.test(rest)
        ? 'final'
        : controlWord.test(rest)
          ? 'control'
          : null,
    isPlan: planWord.test(rest),
  };
  const isSaid = Object.values(time).some((one) => one !== null && one !== false);
  return isSaid ? time : null;
}

function dayIn(text: string): Pick<ColumnTime, 'date' | 'day'> & { readonly rest: string } {
  const none = { date: null, day: null, rest: text };
  const numbers = printedDay.exec(text);
  const named = namedDay.exec(text);
  const found = numbers ?? named;
  if (found === null) return none;
  const month =
    numbers === null
      ? months.findIndex((stem) => (named?.[2] ?? '').startsWith(stem)) + 1
      : Number(numbers[2]);
  const day = Number(found[1]);
  // 2024 is a leap year: 29 February may be meant.
  if (calendarDate(2024, month, day) === null) return none;
  const rest = text.replace(found[0], ' ');
  if (found[3] === undefined) return { date: null, day: { month, day }, rest };
  const year = Number(found[3]);
  return { date: calendarDate(year < 100 ? 2000 + year : year, month, day), day: null, rest };
}

function yearsIn(text: string): Pick<ColumnTime, 'schoolYear' | 'calendarYear' | 'isSpan'> {
  const pair = yearPair.exec(text);
  const [first, second] = [Number(pair?.[1]), Number(pair?.[2])];
  // «24/25» may be a share; with a year of four digits or the word it is none.
  if (pair !== null && (/20\d\d/.test(pair[0]) || /уч/.test(text))) {
    const isSchoolYear = second === first + 1;
    return { schoolYear: isSchoolYear ? 2000 + first : null, calendarYear: null, isSpan: !isSchoolYear };
  }
  const year = oneYear.exec(text);
  return { schoolYear: null, calendarYear: year === null ? null : Number(year[1]), isSpan: false };
}

function partIn(text: string): Part | null {
  const [, which = '', what = ''] = partWord.exec(text) ?? [];
  if (what === '') return null;
  const at = [romans.indexOf(which), ordinals.findIndex((stem) => which.startsWith(stem)), Number(which) - 1];
  const part = (at.find((one) => one >= 0) ?? -1) + 1;
  // Quarters of a calendar year are no period of schools.
  const kind = what === 'полуг' ? 'half-year' : what === 'четв' ? 'quarter' : 'trimester';
  return what === 'квартал' || part === 0 || part > partsMax[kind] ? null : { kind, part };
}

/** `this`: the head says the whole of the period; `maybe`: nothing it says is against it; `other`: something is; `unsaid`: it says nothing of time. */
export const columnFits = ['this', 'maybe', 'other', 'plan', 'unsaid'] as const;
export type ColumnFit = (typeof columnFits)[number];

/** Is a column of this head of the period that a form asks? A year that is not printed is not taken from anywhere: such a column is a `maybe`. */
export function columnFit(head: string, period: ReportPeriod): ColumnFit {
  const time = readColumnTime(head);
  if (time === null) return 'unsaid';
  if (time.isPlan) return 'plan';
  if (!liesIn(time, period)) return 'other';
  if (time.isSpan) return 'maybe';
  switch (period.kind) {
    case 'point':
      return fitOfPoint(time, period);
    case 'half-year':
    case 'quarter':
    case 'trimester':
      if (time.part === null) return isWholeYear(time) ? 'other' : 'maybe';
      if (time.part.kind !== period.kind || time.part.part !== period.part) return 'other';
      return time.schoolYear === period.start && time.point === null ? 'this' : 'maybe';
    case 'school-year':
      if (time.part !== null) return 'other';
      return isWholeYear(time) && time.schoolYear === period.start ? 'this' : 'maybe';
    case 'calendar-year':
      if (time.part !== null) return 'other';
      return isWholeYear(time) && time.calendarYear === period.year ? 'this' : 'maybe';
    case 'exam-wave':
      return time.part === null ? 'maybe' : 'other';
  }
}

const isWholeYear = ({ date, day, point, part, schoolYear, calendarYear }: ColumnTime): boolean =>
  date === null && day === null && point === null && part === null && (schoolYear ?? calendarYear) !== null;

/** A point of a programme and a printed day may be some days apart: the day of counting and the day that the programme names. */
const nearDaysMax = 45;

function fitOfPoint(time: ColumnTime, { point, on }: ReportPeriod & { readonly kind: 'point' }): ColumnFit {
  const { date, day, part, schoolYear } = time;
  if (part !== null) return 'other';
  if (date !== null)
    return date === on ? 'this' : Math.abs(daysBetween(date, on)) <= nearDaysMax ? 'maybe' : 'other';
  if (day !== null) {
    const printed = calendarDate(Number(on.slice(0, 4)), day.month, day.day) ?? '';
    return printed === on ? 'maybe' : 'other';
  }
  if (time.point === null) return 'maybe';
  // The last count of a sheet of two is called its control and its end.
  const isLast = time.point !== 'start' && point !== 'start';
  if (time.point !== point) return isLast ? 'maybe' : 'other';
  return schoolYear === null ? 'maybe' : 'this';
}

/** Do the years and days that are printed touch the period? A count of the last day is often dated the next. */
function liesIn({ date, schoolYear, calendarYear }: ColumnTime, period: ReportPeriod): boolean {
  const { start, end } = periodDates(period);
  const [first, last] = [Number(start.slice(0, 4)), Number(end.slice(0, 4))];
  if (date !== null && period.kind !== 'point') {
    const isBefore = daysBetween(date, start) > nearDaysMax;
    return !isBefore && daysBetween(end, date) <= nearDaysMax;
  }
  if (schoolYear !== null) {
    const years = periodDates({ kind: 'school-year', start: schoolYear });
    return years.start <= end && years.end >= start;
  }
  return calendarYear === null || (calendarYear >= first && calendarYear <= last);
}

/** The only column that says the whole of the period, or null: then a person chooses. A single column of no time is hers as it is. */
export function columnOfPeriod(fits: readonly ColumnFit[]): number | null {
  const sure = fits.flatMap((fit, at) => (fit === 'this' ? [at] : []));
  if (sure.length === 1) return sure[0] ?? null;
  return fits.length === 1 && fits[0] === 'unsaid' ? 0 : null;
}
