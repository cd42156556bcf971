import { randomUUID } from 'node:crypto';
import type { Actor } from '@opora/domain/basics/actor.ts';
import { formatDate } from '@opora/domain/basics/format.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { type AwaitedInstance, termOfEvent } from '@opora/domain/plans/awaited-row.ts';
import { instancesFor } from '@opora/domain/plans/match-schedule.ts';
import { workPlace } from '@opora/domain/plans/may-move.ts';
import { datingChanges, type DatingCounts, type InstanceDating } from '@opora/domain/plans/plan-dating.ts';
import { reviewSchedule, type ScheduleReviewed } from '@opora/domain/plans/schedule-review.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Call } from '../platform/mount.ts';
import { type Awaited, dateInstances, listAwaited } from './awaited-queries.ts';
import { holdPlans } from './hold-plans.ts';
import {
  type Dating,
  insertDating,
  insertDatingChanges,
  listDatingChanges,
  updateDating,
} from './dating-queries.ts';
import { insertInstanceEvents } from './instance-queries.ts';
import type { PlanHead } from './plans-queries.ts';
import { getReckoning } from './reckoning-queries.ts';

type By = Pick<Call, 'tx' | 'now' | 'actor'>;

/** What the schedule would do now, and the rows that it is compared with. */
export async function reviewDating(
  { tx, now }: Pick<Call, 'tx' | 'now'>,
  dating: Dating,
): Promise<ScheduleReviewed & { readonly awaited: Awaited }> {
  const awaited = await listAwaited(tx, dating.planId);
  const { events, answers } = dating;
  const reviewed = reviewSchedule({ events, rows: awaited.rows, chosen: answers, today: isoDateIn(now) });
  return { ...reviewed, awaited };
}

/** Does in one transaction what the review says, reckoned anew at this moment. */
export async function applyDating(by: By, draft: Dating): Promise<void> {
  if (draft.state !== 'draft') throw new Refusal('plans-dating-closed');
  await holdPlans(by.tx, [draft.planId], 'alone');
  const { datings, expected, awaited } = await reviewDating(by, draft);
  const changes = datingChanges(datings);
  if (changes.length === 0) throw new Refusal('plans-nothing-waits');
  await updateDating(by.tx, { ...draft, state: 'applied', counts: expected, version: draft.version + 1 });
  await give(by, draft, { changes, awaited, note: draft.title });
}

type EventDay = {
  readonly title: string;
  readonly on: string;
  readonly activityIds: readonly string[];
  readonly schoolIds: readonly string[] | null;
  readonly dueOn: string | null;
};

/** Dates what waits for the event and has no date yet; each row by its own phrase. */
export async function openByEvent(by: By, plan: PlanHead, day: EventDay): Promise<string> {
  await holdPlans(by.tx, [plan.id], 'alone');
  const awaited = await listAwaited(by.tx, plan.id);
  const { calendar } = await getReckoning(by.tx, plan.scope);
  const schoolIds = day.schoolIds === null ? null : [...day.schoolIds];
  const changes = awaited.rows.flatMap((row): InstanceDating[] => {
    const { event } = row.deadline;
    if (event === null || !day.activityIds.includes(row.activityId)) return [];
    const undated = instancesFor(row, { activityId: row.activityId, schoolIds }).filter(isUndated);
    const term = termOfEvent(event, day.on, calendar);
    const dueOn = term.dueOn ?? day.dueOn;
    if (undated.length === 0) return [];
    if (dueOn === null) throw new Refusal('plans-event-without-term');
    if (term.startsOn !== null && dueOn < term.startsOn) throw new Refusal('plans-date-before-start');
    return undated.map((before) => ({ before, startsOn: term.startsOn, dueOn }));
  });
  if (changes.length === 0) throw new Refusal('plans-nothing-waits');
  const dating: Dating = {
    id: randomUUID(),
    planId: plan.id,
    scope: plan.scope,
    kind: 'event',
    title: `${day.title}, ${formatDate(day.on)}`,
    state: 'applied',
    events: [],
    unread: { rows: [], count: 0 },
    answers: {},
    counts: eventCounts(changes.length),
    createdBy: by.actor.personId,
    createdAt: by.now,
    version: 1,
  };
  await insertDating(by.tx, dating);
  await give(by, dating, { changes, awaited, note: dating.title });
  return dating.id;
}

const isUndated = ({ dueOn }: AwaitedInstance): boolean => dueOn === null;
const eventCounts = (dated: number): DatingCounts => ({ events: 1, dated, changed: 0, kept: 0 });

/** Takes back the dates that still stand as they were given, where work was not sent for acceptance meanwhile. */
export async function undoDating(by: By, applied: Dating): Promise<{ restored: number; kept: number }> {
  if (applied.state !== 'applied') throw new Refusal('plans-dating-closed');
  await holdPlans(by.tx, [applied.planId], 'alone');
  const awaited = await listAwaited(by.tx, applied.planId);
  const known = new Map(awaited.rows.flatMap(({ instances }) => instances.map((each) => [each.id, each])));
  const made = await listDatingChanges(by.tx, applied.id);
  const back = made.flatMap((change) => {
    const before = known.get(change.instanceId);
    const stands = before?.dueOn === change.dueOn && before.startsOn === change.startsOn;
    return before === undefined || !stands ? [] : [{ before, ...change.before }];
  });
  await updateDating(by.tx, { ...applied, state: 'undone', version: applied.version + 1 });
  await date(by, applied, { changes: back, awaited, note: applied.title });
  return { restored: back.length, kept: made.length - back.length };
}

type Giving<Change> = {
  readonly changes: readonly Change[];
  readonly awaited: Awaited;
  readonly note: string;
};

async function give(by: By, dating: Dating, giving: Giving<InstanceDating>): Promise<void> {
  await date(by, dating, giving);
  await insertDatingChanges(
    by.tx,
    dating,
    giving.changes.map(({ before, startsOn, dueOn }) => ({
      id: randomUUID(),
      instanceId: before.id,
      before: { startsOn: before.startsOn, dueOn: before.dueOn },
      startsOn,
      dueOn,
    })),
  );
}

type Redating = Pick<InstanceDating, 'before' | 'startsOn'> & { readonly dueOn: string | null };

/** Each instance tells in its history where the date came from. */
async function date(
  { tx, actor, now }: By,
  { planId }: Dating,
  { changes, awaited, note }: Giving<Redating>,
): Promise<void> {
  await dateInstances(
    tx,
    changes.map(({ before, startsOn, dueOn }) => ({
      id: before.id,
      version: before.version,
      startsOn,
      dueOn,
    })),
  );
  const activities = new Map(
    awaited.rows.flatMap((row) => row.instances.map(({ id }) => [id, row.activityId] as const)),
  );
  await insertInstanceEvents(
    tx,
    changes.map(({ before, dueOn }) => ({
      id: randomUUID(),
      instance_id: before.id,
      activity_id: activities.get(before.id) ?? '',
      plan_id: planId,
      ...placeOf(actor, awaited.scopes.get(before.id)),
      from_state: before.state,
      to_state: before.state,
      note,
      due_on_before: before.dueOn,
      due_on_after: dueOn,
      actor_id: actor.personId,
      at: now,
    })),
  );
}

function placeOf(actor: Actor, scope: string | undefined): { scope: string; author_scope: string } {
  const place = scope === undefined ? null : workPlace(actor, scope);
  if (place === null) throw new Refusal('forbidden');
  return { scope: place.scope, author_scope: place.authorScope };
}
