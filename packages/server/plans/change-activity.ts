import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { ActivityFields } from '@opora/domain/plans/activity-fields.ts';
import type { PartyFields } from '@opora/domain/plans/plan.ts';
import { instancesMax, refuseTooMany } from '@opora/domain/plans/draft-instances.ts';
import { followSince } from '@opora/domain/plans/follow-deadline.ts';
import { deadlineContextOf } from '@opora/domain/plans/plan-context.ts';
import { readDeadline } from '@opora/domain/plans/read-deadline.ts';
import { draftAsked, type SchoolDays, schoolDaysOf } from '@opora/domain/plans/school-days.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import {
  findActivity,
  replaceExpected,
  replaceParties,
  requireSection,
  updateActivity,
} from './activity-change-queries.ts';
import { executorsOf, expectedRows, namedIn, partyRows } from './activity-rows.ts';
import { findAmendedOn } from './edition-queries.ts';
import { followActivity } from './follow-instances.ts';
import { holdPlans } from './hold-plans.ts';
import { listFollowed, setExecutors } from './following-queries.ts';
import { countInstancesBeside } from './instance-queries.ts';
import { getPartyScopes, type PartyScopes } from './party-queries.ts';
import { getReckoning } from './reckoning-queries.ts';
import { findPlan, type PlanHead } from './plans-queries.ts';
import { listParticipations } from './school-share-queries.ts';

type Change = ActivityFields & { readonly version: number };

/** Changes an activity; its deadline is read anew and the open instances follow it. What was accepted stays as it was. */
export async function changeActivity(tx: Tx, id: string, change: Change, by: Call): Promise<void> {
  const activity = await findActivity(tx, id);
  if (activity === undefined || activity.removedOn !== null) throw new Refusal('not-found');
  by.allow('plans.manage', activity);
  const plan = await findPlan(tx, activity.planId);
  if (plan === undefined) throw new Refusal('not-found');
  await holdPlans(tx, [plan.id], 'alone');
  await requireSection(tx, plan.id, change.sectionId);
  const reckoning = await getReckoning(tx, plan.scope);
  // Dates that were typed for the phrase stay with it.
  const isSamePhrase = change.deadline === activity.deadline.raw;
  const deadline = isSamePhrase
    ? activity.deadline
    : readDeadline(change.deadline, deadlineContextOf(plan, reckoning));
  const saved = await updateActivity(tx, id, change.version, {
    printed_no: change.no,
    section_id: change.sectionId,
    title: change.title,
    deadline: JSON.stringify(deadline),
    per_school: deadline.perSchool,
  });
  if (!saved) throw new Refusal('changed-meanwhile');
  await replaceParties(tx, id, partyRows(activity, change.parties));
  await replaceExpected(tx, id, expectedRows(activity, change.expected));
  const { known, days } = await participantsOf(tx, plan, change);
  const executors = executorsOf(change.parties, known);
  await setExecutors(tx, id, executors);
  const drafts = draftAsked(deadline, { ...plan, reckoning }, { days, today: isoDateIn(by.now) });
  if ((await countInstancesBeside(tx, activity)) + drafts.length > instancesMax) refuseTooMany();
  const rows = (await listFollowed(tx, [id])).get(id) ?? [];
  const isRepeated = activity.deadline.recurrence !== null || deadline.recurrence !== null;
  const since = isRepeated ? await findAmendedOn(tx, plan.id) : null;
  const followed = { rows, following: followSince(rows, drafts, since) };
  await followActivity(tx, activity, followed, { ...by, executors, known });
}

export async function participantsOf(
  tx: Tx,
  plan: PlanHead,
  fields: { readonly parties: readonly PartyFields[] },
): Promise<{ known: PartyScopes; days: SchoolDays[] }> {
  const days = (await listParticipations(tx, plan.id)).map(schoolDaysOf);
  const named = namedIn(fields.parties);
  const known = await getPartyScopes(tx, {
    ...named,
    orgUnitIds: [...named.orgUnitIds, ...days.map(({ schoolId }) => schoolId)],
  });
  return { known, days };
}
