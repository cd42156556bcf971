import type { CalendarDate } from '../basics/calendar-date.ts';
import { isSameValue } from '../basics/same-value.ts';
import { draftInstances, type InstanceDraft } from './draft-instances.ts';
import { type FollowedInstance, followDeadline, type Following } from './follow-deadline.ts';
import { isSettled } from './instance-state.ts';
import type { ActivityDefinition, PlanDefinition } from './plan-definition.ts';

/** What becomes of the instances of one activity. */
export type ActivityFollowing = { readonly activityId: string; readonly following: Following };

type Given = {
  readonly before: PlanDefinition;
  readonly after: PlanDefinition;
  /** Day of the plan's own act. */
  readonly planActOn: CalendarDate | null;
  readonly inForceOn: CalendarDate;
};

/** Activities whose instances an amendment may touch: those that mean other dates or other schools than before. */
export function redatedActivities({ before, after, planActOn }: Given): string[] {
  const old = new Map(before.activities.map((activity) => [activity.id, activity]));
  const kept = new Set(after.activities.map(({ id }) => id));
  const changed = after.activities.filter((activity) => {
    const known = old.get(activity.id);
    return (
      known === undefined ||
      !isSameValue(draftsOf(known, before, planActOn), draftsOf(activity, after, planActOn))
    );
  });
  const removed = before.activities.filter(({ id }) => !kept.has(id));
  return [...changed, ...removed].map(({ id }) => id);
}

/**
 * How instances follow an amendment. Beside what `followDeadline` keeps: what becomes due before the amendment is in force is asked
 * only for its evidence; what a recurrence or a school that leaves owed before that day stays as it was; a school that joins is not
 * asked for what was before it.
 */
export function followAmendment(
  given: Given,
  existing: ReadonlyMap<string, readonly FollowedInstance[]>,
): ActivityFollowing[] {
  const { before, after, inForceOn } = given;
  const old = new Map(before.activities.map((activity) => [activity.id, activity]));
  const fresh = new Map(after.activities.map((activity) => [activity.id, activity]));
  const had = new Set(before.schools.map(({ id }) => id));
  const has = new Set(after.schools.map(({ id }) => id));
  const hasLeft = (schoolId: string | null): boolean =>
    schoolId !== null && had.has(schoolId) && !has.has(schoolId);
  return redatedActivities(given).map((activityId) => {
    const activity = fresh.get(activityId);
    const known = existing.get(activityId) ?? [];
    if (activity === undefined) return { activityId, following: followDeadline(known, []) };
    const isAdded = !old.has(activityId);
    const drafts = draftsOf(activity, after, inForceOn).filter(
      ({ schoolId, dueOn }) =>
        isAdded || schoolId === null || had.has(schoolId) || dueOn === null || dueOn >= inForceOn,
    );
    const isRepeated = [old.get(activityId), activity].some((each) => each?.deadline.recurrence);
    const isOver = ({ state, dueOn, schoolId }: FollowedInstance): boolean =>
      (isRepeated || hasLeft(schoolId)) && !isSettled(state) && dueOn !== null && dueOn < inForceOn;
    const wanted = isRepeated ? drafts.filter(({ dueOn }) => dueOn === null || dueOn >= inForceOn) : drafts;
    const following = followDeadline(
      known.filter((instance) => !isOver(instance)),
      wanted,
    );
    return { activityId, following };
  });
}

function draftsOf(
  activity: ActivityDefinition,
  plan: PlanDefinition,
  actOn: CalendarDate | null,
): InstanceDraft[] {
  const { periodStartsOn, periodEndsOn, schools } = plan;
  const schoolIds = schools.map(({ id }) => id);
  return draftInstances(activity.deadline, { actOn, periodStartsOn, periodEndsOn, schoolIds });
}

export type FollowingCounts = Readonly<Record<'added' | 'moved' | 'removed' | 'cancelled', number>>;

export function countFollowing({ insert, move, remove, cancel }: Following): FollowingCounts {
  return {
    added: insert.length,
    moved: move.length,
    removed: remove.length,
    cancelled: cancel.length,
  };
}
