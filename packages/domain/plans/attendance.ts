import { z } from 'zod';
import type { CalendarDate } from '../basics/calendar-date.ts';
import { countsSchools } from './counts-schools.ts';
import type { ExpectedResult } from './plan.ts';
import { isParticipant, type Participation } from './school-share.ts';

/** Whether a school took part in an event, and how many people of it. Of people only their number is known, never who. */
export const AttendanceMark = z
  .object({
    orgUnitId: z.uuid(),
    tookPart: z.boolean(),
    /** Null: nobody counted. */
    people: z.number().int().min(1).max(100_000).nullable(),
  })
  .refine(({ tookPart, people }) => tookPart || people === null, { path: ['people'] });
export type AttendanceMark = z.infer<typeof AttendanceMark>;

export const AttendanceShare = z.object({
  /** Schools that took part, of those in the plan that day. */
  n: z.number().int(),
  total: z.number().int(),
  /** Of which it is known whether they did. */
  marked: z.number().int(),
  people: z.number().int(),
});
export type AttendanceShare = z.infer<typeof AttendanceShare>;

export const Attendance = z.object({
  /** The day whose participants are asked about. */
  on: z.string(),
  /** Schools of the plan that the person may see; `tookPart` null: not marked. */
  schools: z.array(
    z.object({
      orgUnitId: z.uuid(),
      name: z.string(),
      tookPart: z.boolean().nullable(),
      people: z.number().int().nullable(),
    }),
  ),
  /** Null for who sees only her own school. */
  share: AttendanceShare.nullable(),
  mayMark: z.boolean(),
});
export type Attendance = z.infer<typeof Attendance>;

type Result = Pick<ExpectedResult, 'kind' | 'raw'>;

/** Is the result a share of schools that took part? A share of teachers is counted otherwise. */
export function isProvenByAttendance({ kind, raw }: Result): boolean {
  return kind === 'participation' || (kind === 'share' && countsSchools(raw));
}

/** Only a whole event is attended; what each school does by itself is an instance of its own. */
export function expectsAttendance(
  instance: { readonly ofSchool: boolean },
  expected: readonly Result[],
): boolean {
  return !instance.ofSchool && expected.some(isProvenByAttendance);
}

/** Schools of the plan on a day with their marks. A mark of a school that was not in the plan that day counts for nothing. */
export function attendanceOn(
  on: CalendarDate,
  participations: readonly Participation[],
  marks: readonly AttendanceMark[],
): { readonly schools: Attendance['schools']; readonly share: AttendanceShare } {
  const known = new Map(marks.map((mark) => [mark.orgUnitId, mark]));
  const taking = new Map(
    participations.filter((school) => isParticipant(school, on)).map((school) => [school.orgUnitId, school]),
  );
  const schools = [...taking.values()].map(({ orgUnitId, name }) => {
    const mark = known.get(orgUnitId);
    return { orgUnitId, name, tookPart: mark?.tookPart ?? null, people: mark?.people ?? null };
  });
  return {
    schools,
    share: {
      n: schools.filter(({ tookPart }) => tookPart === true).length,
      total: schools.length,
      marked: schools.filter(({ tookPart }) => tookPart !== null).length,
      people: schools.reduce((sum, { people }) => sum + (people ?? 0), 0),
    },
  };
}

/** A share is known when every school is: what is not marked is not zero. */
export function isComplete({ marked, total }: AttendanceShare): boolean {
  return total > 0 && marked === total;
}
