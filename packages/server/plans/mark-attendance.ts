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
import { executingScope, mayDirect, nodesOf, nodeWith } from '@opora/domain/plans/may-move.ts';
import type { ExpectedResult } from '@opora/domain/plans/plan.ts';
import { seesAllSchools } from '@opora/domain/plans/school-share.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Db, Tx } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import { entryOf, withWholeRegion } from '../platform/transaction.ts';
import { findActivityCard } from './activity-queries.ts';
import {
  deleteCountsOfMarks,
  deleteMarks,
  insertMarks,
  listMarks,
  listPlanSchools,
} from './attendance-queries.ts';
import { insertEvidence } from './evidence-queries.ts';
import { findInstance, growOpenInstance, type KnownInstance, updateInstance } from './instance-queries.ts';
import { listParticipations } from './school-share-queries.ts';

/** What was sent for acceptance stays as it was sent. */
const isOpen = ({ state }: Pick<KnownInstance, 'state'>): boolean =>
  state !== 'submitted' && state !== 'accepted' && state !== 'cancelled';

/**
 * Schools that the actor marks, of those that she sees: all of them when she carries the event out or keeps the plan, otherwise those that
 * she answers for. What others say of theirs stays.
 */
function markable<S extends { readonly scope: string }>(
  actor: Actor,
  instance: KnownInstance,
  schools: readonly S[],
): S[] {
  const carries = executingScope(actor, instance) !== null || mayDirect(actor, instance);
  return carries ? [...schools] : schools.filter((school) => can(actor, 'plans.execute', school));
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
    mayMark:
      isOpen(instance) && markable(by.actor, instance, await listPlanSchools(db, instance.planId)).length > 0,
  };
}

type Marking = {
  readonly instanceId: string;
  readonly version: number;
  readonly marks: readonly AttendanceMark[];
};

/**
 * Replaces the marks of the schools that the actor marks. When every school of the event is marked, by whomever, the share becomes the
 * evidence of what it proves. Who marks only some follows no version: schools that mark themselves on one morning would refuse each other.
 */
export async function markAttendance({ instanceId, version, marks }: Marking, call: Call): Promise<void> {
  const { tx, actor, now } = call;
  const { instance, schools: own } = await getMarkable(instanceId, call);
  const schools = new Map(own.map((school) => [school.id, school]));
  if (marks.some(({ orgUnitId }) => !schools.has(orgUnitId))) throw new Refusal('not-found');
  const isWhole = seesAllSchools(actor, instance.scope);
  // A school may not change the common event; that its version grows tells who has the whole list open.
  const isGrown = await inWholeRegion(call, async (whole) =>
    isWhole
      ? updateInstance(whole, instanceId, version, {})
      : growOpenInstance(whole, instanceId, ['submitted', 'accepted', 'cancelled']),
  );
  if (!isGrown) throw new Refusal('changed-meanwhile');
  const said = new Map(marks.map((mark) => [mark.orgUnitId, mark]));
  const known = (await listMarks(tx, instanceId)).filter(({ orgUnitId }) => schools.has(orgUnitId));
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
  await inWholeRegion(call, (whole) => countMarks(whole, instance, call));
}

/** The count is of all schools, also of those that the actor does not see; it tells her nothing of them. */
const inWholeRegion = <T>({ tx, parts, actor }: Call, work: (tx: Tx) => Promise<T>): Promise<T> =>
  // What is passed on is the transaction itself; `withWholeRegion` only hides its writing methods.
  withWholeRegion(tx, parts.database, entryOf(actor), (db) => work(db as Tx));

const isSame = (one: AttendanceMark, other: AttendanceMark | undefined): boolean =>
  other !== undefined && one.tookPart === other.tookPart && one.people === other.people;

async function getMarkable(instanceId: string, { tx, actor, allow }: Call) {
  const instance = await findInstance(tx, instanceId);
  if (instance === undefined) throw new Refusal('not-found');
  const schools = markable(actor, instance, await listPlanSchools(tx, instance.planId));
  if (schools.length === 0) throw new Refusal('forbidden');
  allow('plans.read', { scope: nodeWith(actor, 'plans.read', nodesOf(instance)) ?? instance.scope });
  if (!isOpen(instance)) throw new Refusal('plans-evidence-closed');
  return { instance, schools };
}

async function countMarks(tx: Tx, instance: KnownInstance, { actor, now }: Call): Promise<void> {
  await deleteCountsOfMarks(tx, instance.id);
  const marks = await listMarks(tx, instance.id);
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
  return (await getMarkable(instanceId, call)).schools;
}
