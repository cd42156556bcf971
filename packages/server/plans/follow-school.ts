import { formatDate } from '@opora/domain/basics/format.ts';
import { draftInstances } from '@opora/domain/plans/draft-instances.ts';
import { isNothing } from '@opora/domain/plans/follow-deadline.ts';
import { followSchoolDays, schoolDaysOf } from '@opora/domain/plans/school-days.ts';
import { schoolDaysTexts } from '@opora/domain/plans/school-days-catalog.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { UnitChange } from '../registry/unit-use-queries.ts';
import type { Call } from '../platform/mount.ts';
import { executorsOf, instanceRows } from './activity-rows.ts';
import { followInstances } from './follow-instances.ts';
import { listFollowed } from './following-queries.ts';
import { insertInstances } from './instance-queries.ts';
import { getPartyScopes } from './party-queries.ts';
import { findPlan, type PlanHead } from './plans-queries.ts';
import { getReckoning } from './reckoning-queries.ts';
import { listParticipationsOf, listPerSchool, type PerSchoolActivity } from './school-plan-queries.ts';

type By = Pick<Call, 'tx' | 'actor' | 'now'>;

/** Lets the terms of a school in all plans in force follow its opening and closing day. */
export async function followSchool(by: By, change: UnitChange): Promise<void> {
  const { before, after } = change;
  if (before.openedOn === after.openedOn && before.closedOn === after.closedOn) return;
  const byPlan = Map.groupBy(await listParticipationsOf(by.tx, after.id), ({ planId }) => planId);
  for (const [planId, times] of byPlan) {
    // One after another: they share the transaction's connection, and a school is in a few plans.
    // oxlint-disable-next-line no-await-in-loop
    const plan = await findPlan(by.tx, planId);
    // oxlint-disable-next-line no-await-in-loop
    if (plan !== undefined) await followInPlan(by, plan, { ...change, times });
  }
}

type Times = Awaited<ReturnType<typeof listParticipationsOf>>;
type InPlan = UnitChange & { readonly times: Times };

async function followInPlan(by: By, plan: PlanHead, { before, after, times }: InPlan): Promise<void> {
  const { tx, now } = by;
  const reckoning = await getReckoning(tx, plan.scope);
  const activities = await listPerSchool(tx, plan.id);
  const rows = await listFollowed(
    tx,
    activities.map(({ id }) => id),
    after.id,
  );
  const daysOf = ({ id, openedOn, closedOn }: OrgUnit) =>
    times.map(({ fromOn, untilOn }) => schoolDaysOf({ orgUnitId: id, fromOn, untilOn, openedOn, closedOn }));
  const change = { before: daysOf(before), after: daysOf(after), today: isoDateIn(now) };
  const closedOn = after.closedOn === null ? null : formatDate(after.closedOn);
  const note = closedOn === null ? null : schoolDaysTexts.ru.closed(after.shortName, closedOn);
  for (const activity of activities) {
    const own = rows.get(activity.id) ?? [];
    const drafts = draftInstances(activity.deadline, { ...plan, schoolIds: [after.id], reckoning });
    const following = followSchoolDays(own, drafts, change);
    if (isNothing(following)) continue;
    // oxlint-disable-next-line no-await-in-loop -- as above
    await followInstances(tx, { planId: plan.id, rows: own, following, note }, by);
    // oxlint-disable-next-line no-await-in-loop -- as above
    await addTerms(by, { plan, activity, schoolId: after.id }, following.insert);
  }
}

type Place = { readonly plan: PlanHead; readonly activity: PerSchoolActivity; readonly schoolId: string };

async function addTerms(
  { tx, now }: By,
  { plan, activity, schoolId }: Place,
  drafts: Parameters<typeof instanceRows>[1],
): Promise<void> {
  if (drafts.length === 0) return;
  const units = activity.parties.flatMap(({ orgUnitId }) => orgUnitId ?? []);
  const persons = activity.parties.flatMap(({ personId }) => personId ?? []);
  const known = await getPartyScopes(tx, { orgUnitIds: [...units, schoolId], personIds: persons });
  const key = { id: activity.id, planId: plan.id, scope: plan.scope };
  const executors = executorsOf(activity.parties, known);
  await insertInstances(tx, instanceRows(key, drafts, { executors, known, madeAt: now }));
}
