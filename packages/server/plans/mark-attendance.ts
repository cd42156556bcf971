import { randomUUID } from 'node:crypto';
import { can } from '@opora/domain/basics/can.ts';
import type { Actor } from '@opora/domain/basics/actor.ts';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import {
  type Attendance,
  type AttendanceMark,
  attendanceOn,
  expectsAttendance,
  isComplete,
  isProvenByAttendance,
} from '@opora/domain/plans/attendance.ts';
import { executingScope } from '@opora/domain/plans/may-move.ts';
import type { ExpectedResult } from '@opora/domain/plans/plan.ts';
import { seesAllSchools } from '@opora/domain/plans/school-share.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Db, Tx } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import { findActivityCard } from './activity-queries.ts';
import {
  deleteCountsOfMarks,
  deleteMarks,
  insertMarks,
  listMarks,
  listPlanSchools,
} from './attendance-queries.ts';
import { insertEvidence } from './evidence-queries.ts';
import { findInstance, type KnownInstance, updateInstance } from './instance-queries.ts';
import { listParticipations } from './school-share-queries.ts';

/** What was sent for acceptance stays as it was sent. */
const isOpen = ({ state }: Pick<KnownInstance, 'state'>): boolean =>
  state !== 'submitted' && state !== 'accepted' && state !== 'cancelled';

/** Who carries the event out or keeps the plan, and sees every school of it: the marks of the others would be lost otherwise. */
function mayMark(actor: Actor, instance: KnownInstance): boolean {
  const carries = executingScope(actor, instance) !== null || can(actor, 'plans.manage', instance);
  return carries && seesAllSchools(actor, instance.scope);
}

/** The day of the event. */
const dayOf = (instance: Pick<KnownInstance, 'dueOn' | 'startsOn'>, today: CalendarDate): CalendarDate =>
  instance.dueOn ?? instance.startsOn ?? today;

/** Null for an instance that asks for no attendance. */
export async function getAttendance(
  db: Db,
  instance: KnownInstance,
  expected: readonly ExpectedResult[],
  by: Pick<Call, 'actor' | 'now'>,
): Promise<Attendance | null> {
  if (!expectsAttendance(instance, expected)) return null;
  const on = dayOf(instance, isoDateIn(by.now));
  const marks = await listMarks(db, instance.id);
  const { schools, share } = attendanceOn(on, await listParticipations(db, instance.planId), marks);
  if (schools.length === 0) return null;
  return {
    on,
    schools,
    share: seesAllSchools(by.actor, instance.scope) ? share : null,
    mayMark: isOpen(instance) && mayMark(by.actor, instance),
  };
}

type Marking = {
  readonly instanceId: string;
  readonly version: number;
  readonly marks: readonly AttendanceMark[];
};

/** Replaces the marks of an event. When every school is marked, the share becomes the evidence of what it proves. */
export async function markAttendance({ instanceId, version, marks }: Marking, call: Call): Promise<void> {
  const { tx, actor, now } = call;
  const instance = await getMarkable(instanceId, call);
  const schools = new Map((await listPlanSchools(tx, instance.planId)).map((school) => [school.id, school]));
  if (marks.some(({ orgUnitId }) => !schools.has(orgUnitId))) throw new Refusal('not-found');
  if (!(await updateInstance(tx, instanceId, version, {}))) throw new Refusal('changed-meanwhile');
  const said = new Map(marks.map((mark) => [mark.orgUnitId, mark]));
  const known = await listMarks(tx, instanceId);
  const kept = new Set(
    known.filter((mark) => isSame(mark, said.get(mark.orgUnitId))).map(({ orgUnitId }) => orgUnitId),
  );
  await deleteMarks(
    tx,
    known.filter(({ orgUnitId }) => !kept.has(orgUnitId)).map(({ id }) => id),
  );
  const fresh = [...said.values()].filter(({ orgUnitId }) => !kept.has(orgUnitId));
  await insertMarks(
    tx,
    fresh.map(({ orgUnitId, tookPart, people }) => ({
      id: randomUUID(),
      instance_id: instanceId,
      activity_id: instance.activityId,
      plan_id: instance.planId,
      school_id: orgUnitId,
      scope: schools.get(orgUnitId)?.scope ?? instance.scope,
      took_part: tookPart,
      people,
      marked_by_id: actor.personId,
      marked_at: now,
    })),
  );
  await countMarks(tx, instance, [...said.values()], call);
}

const isSame = (one: AttendanceMark, other: AttendanceMark | undefined): boolean =>
  other !== undefined && one.tookPart === other.tookPart && one.people === other.people;

async function getMarkable(instanceId: string, { tx, actor, allow }: Call): Promise<KnownInstance> {
  const instance = await findInstance(tx, instanceId);
  if (instance === undefined) throw new Refusal('not-found');
  if (!mayMark(actor, instance)) throw new Refusal('forbidden');
  allow('plans.read', instance);
  if (!isOpen(instance)) throw new Refusal('plans-evidence-closed');
  return instance;
}

async function countMarks(
  tx: Tx,
  instance: KnownInstance,
  marks: readonly AttendanceMark[],
  { actor, now }: Call,
): Promise<void> {
  await deleteCountsOfMarks(tx, instance.id);
  const card = await findActivityCard(tx, instance.activityId);
  const participations = await listParticipations(tx, instance.planId);
  const { share } = attendanceOn(dayOf(instance, isoDateIn(now)), participations, marks);
  if (!isComplete(share)) return;
  for (const { id } of (card?.expected ?? []).filter(isProvenByAttendance)) {
    // An activity has one or two such results.
    // oxlint-disable-next-line no-await-in-loop
    await insertEvidence(tx, {
      id: randomUUID(),
      instance_id: instance.id,
      activity_id: instance.activityId,
      plan_id: instance.planId,
      scope: instance.scope,
      author_scope: instance.scope,
      expected_result_id: id,
      kind: 'count',
      count_n: share.n,
      count_total: share.total,
      from_attendance: true,
      given_by_id: actor.personId,
      given_at: now,
    });
  }
}

/** The schools that a list is matched to. */
export async function listMatchable(instanceId: string, call: Call) {
  const { planId } = await getMarkable(instanceId, call);
  return listPlanSchools(call.tx, planId);
}
