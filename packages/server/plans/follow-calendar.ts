import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import type { CalendarEffect } from '@opora/domain/plans/calendar-effect.ts';
import type { Deadline } from '@opora/domain/plans/deadline.ts';
import { followSince, type Following, isNothing } from '@opora/domain/plans/follow-deadline.ts';
import { deadlineContextOf } from '@opora/domain/plans/plan-context.ts';
import { type Reckoning, redateDeadline } from '@opora/domain/plans/reckoning.ts';
import { draftAsked, schoolDaysOf } from '@opora/domain/plans/school-days.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import { updateActivity } from './activity-change-queries.ts';
import type { Call } from '../platform/mount.ts';
import { participantsOf } from './change-activity.ts';
import { executorsOf } from './activity-rows.ts';
import { listReckoned, type ReckonedActivity } from './calendar-effect-queries.ts';
import { findAmendedOn } from './edition-queries.ts';
import { followActivity } from './follow-instances.ts';
import { holdPlans } from './hold-plans.ts';
import { type FollowedRow, listFollowed } from './following-queries.ts';
import { listPlansBelow, type PlanHead } from './plans-queries.ts';
import { listParticipations } from './school-share-queries.ts';
import { getReckoning } from './reckoning-queries.ts';

type By = Pick<Call, 'actor' | 'now'>;

/** What the calendar as it is now changes in one activity. */
type Effect = {
  readonly plan: PlanHead;
  readonly activity: ReckonedActivity;
  readonly deadline: Deadline;
  readonly rows: readonly FollowedRow[];
  readonly following: Following;
};

/** Activities at or below the node whose open terms the calendar moves; nothing is changed. */
export async function listCalendarEffects(
  { tx, now }: Pick<Call, 'tx' | 'now'>,
  scope: string,
): Promise<CalendarEffect[]> {
  return (await effectsBelow(tx, scope, isoDateIn(now))).map(({ plan, activity, following }) => ({
    activityId: activity.id,
    planId: plan.id,
    planTitle: plan.title,
    no: activity.no,
    title: activity.title,
    deadline: activity.deadline.raw,
    moves: following.move.map(({ from, to }) => ({ before: from, after: to.dueOn })),
    added: following.insert.length,
    closed: following.remove.length + following.cancel.length,
  }));
}

/** Lets the open instances of the chosen activities follow the calendar. What was accepted stays. */
export async function followCalendar(
  tx: Tx,
  scope: string,
  activityIds: readonly string[],
  by: By,
): Promise<void> {
  const chosen = new Set(activityIds);
  const plans = await listPlansBelow(tx, scope);
  await holdPlans(
    tx,
    plans.map(({ id }) => id),
    'alone',
  );
  for (const effect of await effectsBelow(tx, scope, isoDateIn(by.now))) {
    // One after another: they share the transaction's connection.
    // oxlint-disable-next-line no-await-in-loop
    if (chosen.has(effect.activity.id)) await apply(tx, effect, by);
  }
}

async function apply(tx: Tx, effect: Effect, by: By): Promise<void> {
  const { plan, activity, deadline } = effect;
  await updateActivity(tx, activity.id, activity.version, { deadline: JSON.stringify(deadline) });
  const { known } = await participantsOf(tx, plan, activity);
  const executors = executorsOf(activity.parties, known);
  await followActivity(tx, activity, effect, { ...by, executors, known });
}

async function effectsBelow(tx: Tx, scope: string, today: CalendarDate): Promise<Effect[]> {
  const effects: Effect[] = [];
  const reckonings = new Map<string, Reckoning>();
  for (const plan of await listPlansBelow(tx, scope)) {
    // One plan at a time: a region's instances together would not fit in memory.
    /* oxlint-disable no-await-in-loop */
    const reckoning = reckonings.get(plan.scope) ?? (await getReckoning(tx, plan.scope));
    reckonings.set(plan.scope, reckoning);
    effects.push(...(await effectsOf(tx, plan, { reckoning, today })));
    /* oxlint-enable no-await-in-loop */
  }
  return effects;
}

async function effectsOf(
  tx: Tx,
  plan: PlanHead,
  { reckoning, today }: { readonly reckoning: Reckoning; readonly today: CalendarDate },
): Promise<Effect[]> {
  const activities = await listReckoned(tx, plan.id);
  if (activities.length === 0) return [];
  const followed = await listFollowed(
    tx,
    activities.map(({ id }) => id),
  );
  const days = (await listParticipations(tx, plan.id)).map(schoolDaysOf);
  const amendedOn = await findAmendedOn(tx, plan.id);
  return activities.flatMap((activity) => {
    const deadline = redateDeadline(activity.deadline, deadlineContextOf(plan, reckoning));
    const drafts = draftAsked(deadline, { ...plan, reckoning }, { days, today });
    const rows = followed.get(activity.id) ?? [];
    const following = followSince(rows, drafts, deadline.recurrence === null ? null : amendedOn);
    return isNothing(following) ? [] : [{ plan, activity, deadline, rows, following }];
  });
}
