import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { instancesMax, refuseTooMany } from '@opora/domain/plans/draft-instances.ts';
import { comparePlans, type PlanComparison } from '@opora/domain/plans/compare-plans.ts';
import { followAmendment, redatedActivities } from '@opora/domain/plans/follow-amendment.ts';
import type { ActivityDefinition, PlanDefinition } from '@opora/domain/plans/plan-definition.ts';
import type { Reckoning } from '@opora/domain/plans/reckoning.ts';
import { type SchoolDays, schoolDaysOf } from '@opora/domain/plans/school-days.ts';
import type { Tx } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import { replaceExpected, replaceParties } from './activity-change-queries.ts';
import { insertActivities } from './activity-queries.ts';
import {
  type ActivityKey,
  executorsOf,
  expectedRows,
  instanceRows,
  namedIn,
  partyRows,
} from './activity-rows.ts';
import {
  amendActivity,
  amendPlan,
  amendSchools,
  amendSections,
  placeActivities,
  removeActivities,
} from './amend-plan-queries.ts';
import { followInstances } from './follow-instances.ts';
import { listFollowed, setExecutors } from './following-queries.ts';
import { insertInstances } from './instance-queries.ts';
import { getPartyScopes, type PartyScopes } from './party-queries.ts';
import type { PlanHead } from './plans-queries.ts';
import { listParticipations } from './school-share-queries.ts';

/** Who amends, and when. */
export type By = Pick<Call, 'tx' | 'actor' | 'now'>;

type Amending = {
  readonly plan: PlanHead;
  readonly before: PlanDefinition;
  readonly after: PlanDefinition;
  readonly reckoning: Reckoning;
  readonly inForceOn: CalendarDate;
  /** «приказ от … № …»: stands in the history of the instances that follow. */
  readonly note: string;
};

/** Makes the plan what the amendment says, and lets its instances follow. */
export async function amendPlanTo(amending: Amending, call: By): Promise<void> {
  const { plan, before, after, inForceOn } = amending;
  const { tx } = call;
  const comparison = comparePlans(before, after);
  const days = (await listParticipations(tx, plan.id)).map(schoolDaysOf);
  await amendPlan(tx, plan, after);
  await amendSections(tx, plan, comparison.sections);
  const removed = comparison.activities.flatMap(({ id, to }) => (to === null ? id : []));
  await removeActivities(tx, removed, inForceOn);
  await writeActivities(tx, plan, comparison);
  await placeActivities(tx, after.activities);
  await amendSchools(tx, plan, comparison, inForceOn);
  await follow({ ...amending, days }, comparison, call);
}

async function writeActivities(tx: Tx, plan: PlanHead, { activities }: PlanComparison): Promise<void> {
  for (const { from, to, fields } of activities) {
    if (to === null || (from !== null && fields.length === 0)) continue;
    const key = { id: to.id, planId: plan.id, scope: plan.scope };
    // As many as an act changes by hand.
    // oxlint-disable-next-line no-await-in-loop
    await writeActivity(tx, key, { to, isNew: from === null });
  }
}

async function writeActivity(
  tx: Tx,
  key: ActivityKey,
  { to, isNew }: { readonly to: ActivityDefinition; readonly isNew: boolean },
): Promise<void> {
  const fields = {
    printed_no: to.no,
    title: to.title,
    deadline: JSON.stringify(to.deadline),
    per_school: to.deadline.perSchool,
  };
  if (isNew) {
    // `placeActivities` gives it its section and its place.
    const place = { section_id: null, position: 0, source: null, removed_on: null };
    await insertActivities(tx, [
      { id: key.id, plan_id: key.planId, scope: key.scope, ...fields, ...place, version: 1 },
    ]);
  } else {
    await amendActivity(tx, key.id, fields);
  }
  await replaceParties(tx, key.id, partyRows(key, to.parties));
  await replaceExpected(tx, key.id, expectedRows(key, to.expected));
}

async function follow(
  amending: Amending & { readonly days: readonly SchoolDays[] },
  comparison: PlanComparison,
  call: By,
): Promise<void> {
  const { plan, before, after, reckoning, inForceOn, days, note } = amending;
  const { tx, now } = call;
  const known = await knownTo(tx, after);
  const fresh = new Map(after.activities.map((activity) => [activity.id, activity]));
  for (const { id, to, fields } of comparison.activities) {
    if (to === null || !fields.includes('parties')) continue;
    // oxlint-disable-next-line no-await-in-loop -- as many as an act changes by hand
    await setExecutors(tx, id, executorsOf(to.parties, known));
  }
  const given = { before, after, planActOn: plan.actOn, reckoning, inForceOn, days };
  const existing = await listFollowed(tx, redatedActivities(given));
  const followed = followAmendment(given, existing);
  const added = followed.flatMap(({ activityId, following }) => {
    const parties = fresh.get(activityId)?.parties ?? [];
    const key = { id: activityId, planId: plan.id, scope: plan.scope };
    const by = { executors: executorsOf(parties, known), known, madeAt: now };
    return instanceRows(key, following.insert, by);
  });
  if (added.length > instancesMax) refuseTooMany();
  const following = {
    move: followed.flatMap((each) => each.following.move),
    remove: followed.flatMap((each) => each.following.remove),
    cancel: followed.flatMap((each) => each.following.cancel),
  };
  const rows = [...existing.values()].flat();
  await followInstances(tx, { planId: plan.id, rows, following, note }, call);
  await insertInstances(tx, added);
}

/** Everybody whom the plan names; refuses an organisation or a person that the actor may not see. */
async function knownTo(tx: Tx, plan: PlanDefinition): Promise<PartyScopes> {
  const named = namedIn(plan.activities.flatMap(({ parties }) => parties));
  const controllers = plan.controllerId === null ? [] : [plan.controllerId];
  return getPartyScopes(tx, {
    orgUnitIds: [...named.orgUnitIds, ...plan.schools.map(({ id }) => id)],
    personIds: [...named.personIds, ...controllers],
  });
}
