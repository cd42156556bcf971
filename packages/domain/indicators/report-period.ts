import { z } from 'zod';
import type { CalendarDate, DateRange } from '../basics/calendar-date.ts';
import { findSchoolTerm, schoolYear, type SchoolTerm } from '../basics/school-calendar.ts';

export const examWaves = ['early', 'main', 'additional'] as const;
export type ExamWave = (typeof examWaves)[number];

/** Points at which a programme is measured: before it begins, on the way, and at its end. */
export const programmePoints = ['start', 'control', 'final'] as const;
export type ProgrammePoint = (typeof programmePoints)[number];

/**
 * What span or day a value is of, as schools reckon time. `start` of a school year is 2022 for 2022/23. A point of a programme is a day: a
 * programme has as many control points as it names.
 */
export type ReportPeriod =
  | { readonly kind: 'school-year'; readonly start: number }
  | { readonly kind: 'half-year' | 'quarter' | 'trimester'; readonly start: number; readonly part: number }
  | { readonly kind: 'calendar-year'; readonly year: number }
  | { readonly kind: 'exam-wave'; readonly year: number; readonly wave: ExamWave }
  | { readonly kind: 'point'; readonly point: ProgrammePoint; readonly on: CalendarDate };

export const periodKinds = [
  'school-year',
  'half-year',
  'quarter',
  'trimester',
  'calendar-year',
  'exam-wave',
  'point',
] as const;
export type PeriodKind = (typeof periodKinds)[number];

const partLetters = { 'half-year': 'H', quarter: 'Q', trimester: 'T' } as const;
const partsMax = { 'half-year': 2, quarter: 4, trimester: 3 } as const;
const day = String.raw`\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;
const year = String.raw`20\d\d`;

/** `SY2022`, `SY2022-H1`, `SY2022-Q4`, `SY2022-T3`, `CY2022`, `EW2022-main`, `P2022-09-01-start`. */
export const PeriodCode = z
  .string()
  .regex(
    new RegExp(
      `^(?:SY${year}(?:-(?:H[12]|Q[1-4]|T[1-3]))?|CY${year}|EW${year}-(?:${examWaves.join('|')})|P${day}-(?:${programmePoints.join('|')}))$`,
    ),
  );
export type PeriodCode = z.infer<typeof PeriodCode>;

/** The text by which a period is kept and compared for being the same. */
export function periodCode(period: ReportPeriod): PeriodCode {
  switch (period.kind) {
    case 'school-year':
      return `SY${period.start}`;
    case 'half-year':
    case 'quarter':
    case 'trimester':
      return `SY${period.start}-${partLetters[period.kind]}${period.part}`;
    case 'calendar-year':
      return `CY${period.year}`;
    case 'exam-wave':
      return `EW${period.year}-${period.wave}`;
    case 'point':
      return `P${period.on}-${period.point}`;
  }
}

/** The period of a code that `PeriodCode` accepts. Throws a RangeError for anything else: codes come from the database or a parsed input. */
export function periodOfCode(code: PeriodCode): ReportPeriod {
  const point = /^P(\d{4}-\d\d-\d\d)-(\w+)$/.exec(code);
  if (point !== null) {
    return { kind: 'point', on: point[1] ?? '', point: z.enum(programmePoints).parse(point[2]) };
  }
  const wave = /^EW(\d{4})-(\w+)$/.exec(code);
  if (wave !== null) {
    return { kind: 'exam-wave', year: Number(wave[1]), wave: z.enum(examWaves).parse(wave[2]) };
  }
  const calendar = /^CY(\d{4})$/.exec(code);
  if (calendar !== null) return { kind: 'calendar-year', year: Number(calendar[1]) };
  const school = /^SY(\d{4})(?:-([HQT])(\d))?$/.exec(code);
  if (school === null) throw new RangeError(`no period: ${code}`);
  const start = Number(school[1]);
  const kind = (['half-year', 'quarter', 'trimester'] as const).find((one) => partLetters[one] === school[2]);
  return kind === undefined ? { kind: 'school-year', start } : { kind, start, part: Number(school[3]) };
}

/** First and last day. Parts of a school year by the terms given, else by the usual ones; waves of exams by the months they are held in. */
export function periodDates(period: ReportPeriod, terms: readonly SchoolTerm[] = []): DateRange {
  switch (period.kind) {
    case 'school-year':
      return schoolYear(period.start);
    case 'half-year':
    case 'quarter':
    case 'trimester': {
      const kind = period.kind === 'quarter' ? 'term' : period.kind;
      const found = findSchoolTerm(terms, kind, period.part, period.start);
      return found === null ? schoolYear(period.start) : { start: found.term.start, end: found.term.end };
    }
    case 'calendar-year':
      return { start: `${period.year}-01-01`, end: `${period.year}-12-31` };
    case 'exam-wave':
      return waveDates(period.year, period.wave);
    case 'point':
      return { start: period.on, end: period.on };
  }
}

/** Months of the yearly timetable of ОГЭ and ЕГЭ: early from March, main from May, additional in September. */
function waveDates(ofYear: number, wave: ExamWave): DateRange {
  if (wave === 'early') return { start: `${ofYear}-03-01`, end: `${ofYear}-05-15` };
  if (wave === 'main') return { start: `${ofYear}-05-16`, end: `${ofYear}-07-31` };
  return { start: `${ofYear}-08-15`, end: `${ofYear}-09-30` };
}

/** In time: by the last day, then the first, then the code. */
export function comparePeriods(left: PeriodCode, right: PeriodCode): number {
  const [one, other] = [periodDates(periodOfCode(left)), periodDates(periodOfCode(right))];
  return (
    one.end.localeCompare(other.end) || one.start.localeCompare(other.start) || left.localeCompare(right)
  );
}

/** The period of the same kind before this one; a programme's point has none that could be reckoned. */
export function periodBefore(period: ReportPeriod): ReportPeriod | null {
  switch (period.kind) {
    case 'school-year':
      return { ...period, start: period.start - 1 };
    case 'half-year':
    case 'quarter':
    case 'trimester':
      return period.part > 1
        ? { ...period, part: period.part - 1 }
        : { ...period, start: period.start - 1, part: partsMax[period.kind] };
    case 'calendar-year':
    case 'exam-wave':
      return { ...period, year: period.year - 1 };
    case 'point':
      return null;
  }
}

/** The school year a period lies in, by its first year: what registers of other features are asked for. */
export function schoolYearOf(period: ReportPeriod): number {
  if (period.kind === 'calendar-year') return period.year - 1;
  if (period.kind === 'exam-wave') return period.wave === 'additional' ? period.year : period.year - 1;
  if (period.kind === 'point') {
    const [ofYear, month] = [Number(period.on.slice(0, 4)), Number(period.on.slice(5, 7))];
    return month >= 9 ? ofYear : ofYear - 1;
  }
  return period.start;
}
