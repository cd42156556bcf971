import { randomUUID } from 'node:crypto';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { ActivityFields } from '@opora/domain/plans/activity-fields.ts';
import { instancesMax, refuseTooMany } from '@opora/domain/plans/draft-instances.ts';
import { deadlineContextOf } from '@opora/domain/plans/plan-context.ts';
import { readDeadline } from '@opora/domain/plans/read-deadline.ts';
import { draftAsked } from '@opora/domain/plans/school-days.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import { insertActivities, insertExpected, insertParties } from './activity-queries.ts';
import { lastPosition, requireSection } from './activity-change-queries.ts';
import { executorsOf, expectedRows, instanceRows, partyRows } from './activity-rows.ts';
import { participantsOf } from './change-activity.ts';
import { countInstancesBeside, insertInstances } from './instance-queries.ts';
import { getReckoning } from './reckoning-queries.ts';
import { findPlan } from './plans-queries.ts';

/** Adds an activity after all others; `moveActivity` puts it elsewhere. Gives its id. */
export async function addActivity(
  tx: Tx,
  planId: string,
  fields: ActivityFields,
  { allow, now, newId = randomUUID() }: Pick<Call, 'allow' | 'now'> & { readonly newId?: string },
): Promise<string> {
  const plan = await findPlan(tx, planId);
  if (plan === undefined) throw new Refusal('not-found');
  allow('plans.manage', plan);
  await requireSection(tx, planId, fields.sectionId);
  const reckoning = await getReckoning(tx, plan.scope);
  const deadline = readDeadline(fields.deadline, deadlineContextOf(plan, reckoning));
  const activity = { id: newId, planId, scope: plan.scope };
  await insertActivities(tx, [
    {
      id: activity.id,
      plan_id: planId,
      scope: plan.scope,
      section_id: fields.sectionId,
      position: (await lastPosition(tx, planId)) + 1,
      printed_no: fields.no,
      title: fields.title,
      deadline: JSON.stringify(deadline),
      per_school: deadline.perSchool,
      source: null,
      removed_on: null,
      version: 1,
    },
  ]);
  await insertParties(tx, partyRows(activity, fields.parties));
  await insertExpected(tx, expectedRows(activity, fields.expected));
  const { known, days } = await participantsOf(tx, plan, fields);
  const drafts = draftAsked(deadline, { ...plan, reckoning }, { days, today: isoDateIn(now) });
  if ((await countInstancesBeside(tx, activity)) + drafts.length > instancesMax) refuseTooMany();
  const executors = executorsOf(fields.parties, known);
  await insertInstances(tx, instanceRows(activity, drafts, { executors, known, madeAt: now }));
  return activity.id;
}
