import type { CalendarDate, DateRange } from './calendar-date.ts';
import { addDays, monthOf, yearOf } from './calendar-date.ts';

/** A part of a school year by a school's own calendar. */
export type SchoolTerm = DateRange & {
  readonly kind: 'term' | 'trimester' | 'half-year' | 'holidays';
  /** Of a term, trimester or half-year: from 1. Of holidays: 1 autumn, 2 winter, 3 spring, 4 summer. */
  readonly number: number;
  /** 2022 for 2022/23. */
  readonly schoolYearStart: number;
};

/** 2022 for any day from 1 September 2022 to 31 August 2023. */
export function schoolYearStartOf(date: CalendarDate): number {
  return monthOf(date) >= 9 ? yearOf(date) : yearOf(date) - 1;
}

/** From 1 September to 31 August: the school year as plans count it, holidays included. */
export function schoolYear(start: number): DateRange {
  return { start: `${start}-09-01`, end: `${start + 1}-08-31` };
}

/**
 * Terms of a school year whose calendar nobody entered: the dates most schools keep within a few days of, after the yearly
 * recommendation of the Ministry of Education. What is reckoned by them must be shown as an assumption.
 */
export function usualSchoolTerms(schoolYearStart: number): SchoolTerm[] {
  const next = schoolYearStart + 1;
  const spans: readonly (readonly [SchoolTerm['kind'], number, CalendarDate, CalendarDate])[] = [
    ['term', 1, `${schoolYearStart}-09-01`, `${schoolYearStart}-10-26`],
    ['holidays', 1, `${schoolYearStart}-10-27`, `${schoolYearStart}-11-04`],
    ['term', 2, `${schoolYearStart}-11-05`, `${schoolYearStart}-12-30`],
    ['holidays', 2, `${schoolYearStart}-12-31`, `${next}-01-11`],
    ['term', 3, `${next}-01-12`, `${next}-03-27`],
    ['holidays', 3, `${next}-03-28`, `${next}-04-05`],
    ['term', 4, `${next}-04-06`, `${next}-05-26`],
    ['holidays', 4, `${next}-05-27`, `${next}-08-31`],
    ['trimester', 1, `${schoolYearStart}-09-01`, `${schoolYearStart}-11-30`],
    ['trimester', 2, `${schoolYearStart}-12-01`, addDays(`${next}-03-01`, -1)],
    ['trimester', 3, `${next}-03-01`, `${next}-05-26`],
    ['half-year', 1, `${schoolYearStart}-09-01`, `${schoolYearStart}-12-31`],
    ['half-year', 2, `${next}-01-01`, `${next}-05-31`],
  ];
  return spans.map(([kind, number, start, end]) => ({ kind, number, start, end, schoolYearStart }));
}

/** The term of the entered calendar, or of the usual one with `assumed`. */
export function findSchoolTerm(
  terms: readonly SchoolTerm[],
  kind: SchoolTerm['kind'],
  number: number,
  schoolYearStart: number,
): { readonly term: SchoolTerm; readonly assumed: boolean } | null {
  const same = (term: SchoolTerm): boolean =>
    term.kind === kind && term.number === number && term.schoolYearStart === schoolYearStart;
  const entered = terms.find(same);
  if (entered) return { term: entered, assumed: false };
  const usual = usualSchoolTerms(schoolYearStart).find(same);
  return usual ? { term: usual, assumed: true } : null;
}
