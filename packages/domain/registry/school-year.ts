import { z } from 'zod';
import { addDays, daysBetween } from '../basics/calendar-date.ts';
import { schoolYear, type SchoolTerm } from '../basics/school-calendar.ts';
import type { SchoolYearProblem } from '../basics/school-year-problem.ts';
import { CalendarDateText } from './org-unit.ts';

/** A part of a school year as a territory enters it. */
export const SchoolTermFields = z.object({
  kind: z.enum(['term', 'trimester', 'half-year', 'holidays']),
  number: z.number().int().min(1).max(6),
  startsOn: CalendarDateText,
  endsOn: CalendarDateText,
});
export type SchoolTermFields = z.infer<typeof SchoolTermFields>;

/** How the school year is divided; holidays stand beside each. */
export const schoolYearSchemes = ['term', 'trimester', 'half-year'] as const;
export type SchoolYearScheme = (typeof schoolYearSchemes)[number];
export const partsOf: Readonly<Record<SchoolYearScheme, number>> = { term: 4, trimester: 3, 'half-year': 2 };

/** What is wrong with a school year's parts, with the part; null when nothing is. Parts of one division may not overlap. */
export function problemOfSchoolYear(
  schoolYearStart: number,
  terms: readonly SchoolTermFields[],
): { readonly problem: SchoolYearProblem; readonly term: SchoolTermFields | null } | null {
  const year = schoolYear(schoolYearStart);
  if (!terms.some(({ kind }) => kind !== 'holidays')) return { problem: 'no-parts', term: null };
  for (const [at, term] of terms.entries()) {
    if (term.endsOn < term.startsOn) return { problem: 'end-before-start', term };
    if (term.startsOn < year.start || term.endsOn > year.end) return { problem: 'outside-year', term };
    const before = terms.slice(0, at).filter((other) => isComparable(term, other));
    if (before.some((other) => other.kind === term.kind && other.number === term.number)) {
      return { problem: 'twice', term };
    }
    if (before.some((other) => other.startsOn <= term.endsOn && term.startsOn <= other.endsOn)) {
      return { problem: 'overlap', term };
    }
  }
  return null;
}

/** Half-years hold quarters and their holidays; trimesters often hold holidays. Only parts of one division exclude each other. */
const isComparable = (left: SchoolTermFields, right: SchoolTermFields): boolean =>
  left.kind === right.kind ||
  (left.kind === 'holidays' && right.kind === 'term') ||
  (left.kind === 'term' && right.kind === 'holidays');

/** The days between the parts, as holidays: autumn 1, winter 2, spring 3 between four quarters, and summer 4 after the last. */
export function holidaysBetween(
  schoolYearStart: number,
  parts: readonly SchoolTermFields[],
): SchoolTermFields[] {
  const sorted = parts
    .filter(({ kind }) => kind !== 'holidays')
    .toSorted((left, right) => left.startsOn.localeCompare(right.startsOn));
  const ends = schoolYear(schoolYearStart).end;
  return sorted.flatMap((part, at) => {
    const next = sorted[at + 1];
    const startsOn = addDays(part.endsOn, 1);
    const endsOn = next === undefined ? ends : addDays(next.startsOn, -1);
    // A weekend between two quarters is no holiday.
    if (daysBetween(startsOn, endsOn) < 2) return [];
    const number = sorted.length === 4 ? at + 1 : next === undefined ? 4 : at + 1;
    return [{ kind: 'holidays' as const, number, startsOn, endsOn }];
  });
}

/** As the grammar of deadlines takes them. */
export function schoolTermsOf(
  years: readonly { readonly schoolYearStart: number; readonly terms: readonly SchoolTermFields[] }[],
): SchoolTerm[] {
  return years.flatMap(({ schoolYearStart, terms }) =>
    terms.map(({ kind, number, startsOn, endsOn }) => ({
      kind,
      number,
      schoolYearStart,
      start: startsOn,
      end: endsOn,
    })),
  );
}
