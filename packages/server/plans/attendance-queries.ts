import { type Insertable, sql } from 'kysely';
import type { SchoolAttendance } from '@opora/domain/plans/attendance-contract.ts';
import type { AttendanceMark } from '@opora/domain/plans/attendance.ts';
import type { PrintedAttendance } from '@opora/domain/plans/printed-plan.ts';
import type { KnownUnit } from '@opora/domain/plans/match-parties.ts';
import type { Attendance as AttendanceRow } from '../platform/database.gen.ts';
import type { Db, Tx } from '../platform/database.ts';
import { inBatches } from '../platform/in-batches.ts';

type StoredMark = AttendanceMark & { readonly id: string };

export async function listMarks(db: Db, instanceId: string): Promise<StoredMark[]> {
  const rows = await db
    .selectFrom('attendance')
    .select(['id', 'school_id', 'took_part', 'people'])
    .where('instance_id', '=', instanceId)
    .execute();
  return rows.map(({ id, school_id: orgUnitId, took_part: tookPart, people }) => ({
    id,
    orgUnitId,
    tookPart,
    people,
  }));
}

export async function insertMarks(tx: Tx, rows: Insertable<AttendanceRow>[]): Promise<void> {
  await inBatches(rows, (batch) => tx.insertInto('attendance').values(batch).execute());
}

export async function deleteMarks(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx
    .deleteFrom('attendance')
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
}

/** Counts that were made from earlier marks. */
export async function deleteCountsOfMarks(tx: Tx, instanceId: string): Promise<void> {
  await tx
    .deleteFrom('evidence')
    .where('instance_id', '=', instanceId)
    .where('from_attendance', '=', true)
    .execute();
}

/** Schools of a plan as far as the actor sees them, with what a list may call them. */
export async function listPlanSchools(
  db: Db,
  planId: string,
): Promise<(KnownUnit & { readonly scope: string })[]> {
  return db
    .selectFrom('plan_school')
    .innerJoin('org_unit', 'org_unit.id', 'plan_school.org_unit_id')
    .select(['org_unit.id', 'org_unit.name', 'org_unit.short_name as shortName'])
    .select(['org_unit.settlement', 'org_unit.scope'])
    .distinct()
    .where('plan_id', '=', planId)
    .execute();
}

/** The latest events at which a school was marked. */
export async function listAttendanceOf(db: Db, schoolId: string): Promise<SchoolAttendance[]> {
  const rows = await db
    .selectFrom('attendance')
    .innerJoin('instance', 'instance.id', 'attendance.instance_id')
    .innerJoin('activity', 'activity.id', 'attendance.activity_id')
    .select(['attendance.instance_id', 'attendance.activity_id', 'attendance.plan_id', 'took_part', 'people'])
    .select(['activity.printed_no', 'activity.title', 'instance.due_on'])
    .where('attendance.school_id', '=', schoolId)
    .orderBy('marked_at', 'desc')
    .orderBy('attendance.id')
    .limit(eventsMax)
    .execute();
  return rows.map((row) => ({
    instanceId: row.instance_id,
    activityId: row.activity_id,
    planId: row.plan_id,
    no: row.printed_no,
    title: row.title,
    dueOn: row.due_on,
    tookPart: row.took_part,
    people: row.people,
  }));
}

const eventsMax = 50;

/** All marks of a plan that the actor may see, for its sheet. */
export async function listAttendedEvents(db: Db, planId: string): Promise<PrintedAttendance[]> {
  return db
    .selectFrom('attendance')
    .innerJoin('instance', 'instance.id', 'attendance.instance_id')
    .innerJoin('activity', 'activity.id', 'attendance.activity_id')
    .innerJoin('org_unit', 'org_unit.id', 'attendance.school_id')
    .select(['activity.printed_no as no', 'activity.title', 'instance.due_on as dueOn'])
    .select(['org_unit.short_name as school', 'took_part as tookPart', 'people'])
    .where('attendance.plan_id', '=', planId)
    .orderBy('activity.position')
    .orderBy('instance.due_on')
    .orderBy('org_unit.short_name')
    .execute();
}
