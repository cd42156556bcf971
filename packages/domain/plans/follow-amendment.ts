import type { CalendarDate } from '../basics/calendar-date.ts';
import { isSameValue } from '../basics/same-value.ts';
import { draftInstances, type InstanceDraft } from './draft-instances.ts';
import { type FollowedInstance, followDeadline, type Following } from './follow-deadline.ts';
import { isSettled } from './instance-state.ts';
import type { ActivityDefinition, PlanDefinition } from './plan-definition.ts';
import type { Reckoning } from './reckoning.ts';
import { askedTerms, type SchoolDays } from './school-days.ts';

/** What becomes of the instances of one activity. */
export type ActivityFollowing = { readonly activityId: string; readonly following: Following };

type Given = {
  readonly before: PlanDefinition;
  readonly after: PlanDefinition;
  /** Day of the plan's own act. */
  readonly planActOn: CalendarDate | null;
  readonly inForceOn: CalendarDate;
  /** When schools took part until now, those that left included. */
  readonly days: readonly SchoolDays[];
  /** Of the plan's territory. */
  readonly reckoning: Reckoning;
};

/** Activities whose instances an amendment may touch: those that mean other dates or other schools than before. */
export function redatedActivities({
  before,
  after,
  planActOn: actOn,
  reckoning,
}: Omit<Given, 'days'>): string[] {
  const by = { actOn, reckoning };
  const old = new Map(before.activities.map((activity) => [activity.id, activity]));
  const kept = new Set(after.activities.map(({ id }) => id));
  const changed = after.activities.filter((activity) => {
    const known = old.get(activity.id);
    return known === undefined || !isSameValue(draftsOf(known, before, by), draftsOf(activity, after, by));
  });
  const removed = before.activities.filter(({ id }) => !kept.has(id));
  return [...changed, ...removed].map(({ id }) => id);
}

/**
 * How instances follow an amendment. Beside what `followDeadline` keeps: what becomes due before the amendment is in force is asked
 * only for its evidence; what a recurrence or a school that leaves owed before that day stays as it was; a school that joins is not
 * asked for what was before it; an obligation that was met is not asked for again when only its day moves.
 */
export function followAmendment(
  given: Given,
  existing: ReadonlyMap<string, readonly FollowedInstance[]>,
): ActivityFollowing[] {
  const { before, after, planActOn, inForceOn, days, reckoning } = given;
  const old = new Map(before.activities.map((activity) => [activity.id, activity]));
  const fresh = new Map(after.activities.map((activity) => [activity.id, activity]));
  const had = new Set(before.schools.map(({ id }) => id));
  const has = new Set(after.schools.map(({ id }) => id));
  // In this edition or in one before.
  const hasLeft = (schoolId: string | null): boolean => schoolId !== null && !has.has(schoolId);
  const joining = [...has].filter((schoolId) => !had.has(schoolId));
  const daysAfter = [...days, ...joining.map((schoolId) => ({ schoolId, firstOn: inForceOn, lastOn: null }))];
  return redatedActivities(given).map((activityId) => {
    const activity = fresh.get(activityId);
    const known = existing.get(activityId) ?? [];
    if (activity === undefined) return { activityId, following: followDeadline(known, []) };
    const meant = draftsOf(activity, after, { actOn: inForceOn, reckoning });
    const drafts = askedTerms(meant, daysAfter, inForceOn);
    const isRepeated = [old.get(activityId), activity].some((each) => each?.deadline.recurrence);
    const isOver = ({ state, dueOn, schoolId }: FollowedInstance): boolean =>
      (isRepeated || hasLeft(schoolId)) && !isSettled(state) && dueOn !== null && dueOn < inForceOn;
    const wanted = isRepeated
      ? drafts.filter(({ dueOn }) => dueOn === null || dueOn >= inForceOn)
      : unanswered(
          drafts,
          askedTerms(
            draftsOf(old.get(activityId) ?? activity, before, { actOn: planActOn, reckoning }),
            days,
            inForceOn,
          ),
          known,
        );
    const following = followDeadline(
      known.filter((instance) => !isOver(instance)),
      wanted,
    );
    return { activityId, following };
  });
}

/** As many terms as before are the same obligations on other days: what settled one of them is not asked for again. */
function unanswered(
  drafts: readonly InstanceDraft[],
  former: readonly InstanceDraft[],
  known: readonly FollowedInstance[],
): InstanceDraft[] {
  const settled = known.filter(({ state }) => isSettled(state));
  return [...Map.groupBy(drafts, ({ schoolId }) => schoolId)].flatMap(([schoolId, own]) => {
    const old = former.filter((draft) => draft.schoolId === schoolId);
    if (old.length !== own.length) return own;
    const isAnswered = (at: number): boolean =>
      settled.some(
        (instance) =>
          instance.schoolId === schoolId &&
          instance.startsOn === old[at]?.startsOn &&
          instance.printedDueOn === old[at]?.dueOn,
      );
    return own.filter((_draft, at) => !isAnswered(at));
  });
}

function draftsOf(
  activity: ActivityDefinition,
  plan: PlanDefinition,
  by: { readonly actOn: CalendarDate | null; readonly reckoning: Reckoning },
): InstanceDraft[] {
  const { periodStartsOn, periodEndsOn, schools } = plan;
  const schoolIds = schools.map(({ id }) => id);
  return draftInstances(activity.deadline, { ...by, periodStartsOn, periodEndsOn, schoolIds });
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
