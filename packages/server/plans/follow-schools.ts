import { formatDate } from '@opora/domain/basics/format.ts';
import { draftInstances } from '@opora/domain/plans/draft-instances.ts';
import type { InstanceState } from '@opora/domain/plans/instance-state.ts';
import { isNothing } from '@opora/domain/plans/follow-deadline.ts';
import { followSchoolDays, reopenedTerms, schoolDaysOf } from '@opora/domain/plans/school-days.ts';
import { schoolDaysTexts } from '@opora/domain/plans/school-days-catalog.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import { entryOf, withWholeRegion } from '../platform/transaction.ts';
import type { UnitChange } from '../registry/unit-use-queries.ts';
import { executorsOf, instanceRows } from './activity-rows.ts';
import { followInstances } from './follow-instances.ts';
import { holdPlans } from './hold-plans.ts';
import { type FollowedRow, listClosedWithSchool, listFollowed } from './following-queries.ts';
import { insertInstances } from './instance-queries.ts';
import { getPartyScopes } from './party-queries.ts';
import { findPlan, type PlanHead } from './plans-queries.ts';
import { getReckoning } from './reckoning-queries.ts';
import { listParticipationsOf, listPerSchool, type PerSchoolActivity } from './school-plan-queries.ts';

type By = Pick<Call, 'tx' | 'actor' | 'now' | 'parts'>;

/** Lets the terms of schools in all plans in force follow their opening and closing days. Gives the plans. */
export async function followSchools(by: By, changes: readonly UnitChange[]): Promise<string[]> {
  const { tx } = by;
  const moved = changes.filter(
    ({ before, after }) => before.openedOn !== after.openedOn || before.closedOn !== after.closedOn,
  );
  const ofSchools = await listParticipationsOf(
    tx,
    moved.map(({ after }) => after.id),
  );
  const planIds = [...new Set(ofSchools.map(({ planId }) => planId))];
  await holdPlans(tx, planIds, 'alone');
  // One after another: they share the transaction's connection.
  /* oxlint-disable no-await-in-loop */
  for (const planId of planIds) {
    const plan = await findPlan(tx, planId);
    if (plan === undefined) continue;
    for (const change of moved) {
      const times = ofSchools.filter((time) => time.planId === planId && time.schoolId === change.after.id);
      if (times.length > 0) await followInPlan(by, plan, { ...change, times });
    }
  }
  /* oxlint-enable no-await-in-loop */
  return planIds;
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
  const note = closingOf(after);
  const closed = await closedWith(tx, closingOf(before), [...rows.values()].flat());
  for (const activity of activities) {
    const own = rows.get(activity.id) ?? [];
    const drafts = draftInstances(activity.deadline, { ...plan, schoolIds: [after.id], reckoning });
    const following = followSchoolDays(own, drafts, change);
    const reopen = reopenedTerms(
      own.filter(({ id }) => closed.has(id)),
      change,
    ).flatMap(({ id }) => ({ id, state: closed.get(id) ?? 'planned' }));
    if (isNothing(following) && reopen.length === 0) continue;
    // oxlint-disable-next-line no-await-in-loop -- as above, they share the connection
    await followInstances(
      tx,
      {
        planId: plan.id,
        rows: own,
        following,
        reopen,
        cause: 'school-closed',
        note: reopen.length === 0 ? note : schoolDaysTexts.ru.reopened(after.shortName),
      },
      by,
    );
    // oxlint-disable-next-line no-await-in-loop -- as above
    await addTerms(by, { plan, activity, schoolId: after.id }, following.insert);
  }
}

/** What stands in the history of a term that was closed with the school. */
const closingOf = ({ shortName, closedOn }: OrgUnit): string | null =>
  closedOn === null ? null : schoolDaysTexts.ru.closed(shortName, formatDate(closedOn));

/** Instances that the closing had cancelled, by the state in which it found them; what a person cancelled is not among them. */
async function closedWith(
  tx: Tx,
  closing: string | null,
  rows: readonly FollowedRow[],
): Promise<ReadonlyMap<string, InstanceState>> {
  const cancelled = rows.flatMap(({ id, state }) => (state === 'cancelled' ? id : []));
  return cancelled.length === 0 ? new Map() : listClosedWithSchool(tx, cancelled, closing);
}

type Place = { readonly plan: PlanHead; readonly activity: PerSchoolActivity; readonly schoolId: string };

/** Who changes the school may not see all who carry its terms out. */
async function addTerms(
  { tx, actor, now, parts }: By,
  { plan, activity, schoolId }: Place,
  drafts: Parameters<typeof instanceRows>[1],
): Promise<void> {
  if (drafts.length === 0) return;
  const units = activity.parties.flatMap(({ orgUnitId }) => orgUnitId ?? []);
  const persons = activity.parties.flatMap(({ personId }) => personId ?? []);
  const known = await withWholeRegion(tx, parts.database, entryOf(actor), (db) =>
    getPartyScopes(db, { orgUnitIds: [...units, schoolId], personIds: persons }),
  );
  const key = { id: activity.id, planId: plan.id, scope: plan.scope };
  const executors = executorsOf(activity.parties, known);
  await insertInstances(tx, instanceRows(key, drafts, { executors, known, madeAt: now }));
}
