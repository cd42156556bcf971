import { randomUUID } from 'node:crypto';
import { isWithin } from '@opora/domain/basics/actor.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { RequirementFields } from '@opora/domain/cascade/requirement.ts';
import type { Call } from '../platform/mount.ts';
import { findActivity } from '../plans/activity-change-queries.ts';
import { getPartyScopes } from '../plans/party-queries.ts';
import {
  findRequirement,
  insertRequirement,
  requirementColumns,
  updateRequirement,
} from './requirement-queries.ts';

export async function addRequirement(
  activityId: string,
  fields: RequirementFields,
  call: Call,
): Promise<{ requirementId: string }> {
  const { tx, allow, actor, now } = call;
  const activity = await findActivity(tx, activityId);
  if (activity === undefined || activity.removedOn !== null) throw new Refusal('not-found');
  allow('plans.manage', activity);
  await requireBelow(fields, activity.scope, call);
  const requirementId = randomUUID();
  await insertRequirement(tx, {
    id: requirementId,
    plan_id: activity.planId,
    activity_id: activityId,
    scope: activity.scope,
    ...requirementColumns(fields),
    made_by_id: actor.personId,
    made_at: now,
    version: 1,
  });
  return { requirementId };
}

export async function changeRequirement(
  requirementId: string,
  { version, ...fields }: RequirementFields & { readonly version: number },
  call: Call,
): Promise<void> {
  const { tx, allow } = call;
  const requirement = await findRequirement(tx, requirementId);
  if (requirement === undefined) throw new Refusal('not-found');
  allow('plans.manage', requirement);
  await requireBelow(fields, requirement.scope, call);
  const isSaved = await updateRequirement(tx, requirementId, version, requirementColumns(fields));
  if (!isSaved) throw new Refusal('changed-meanwhile');
}

/** Refuses units that are not there or do not stand below the plan. */
async function requireBelow({ who }: RequirementFields, scope: string, { tx }: Call): Promise<void> {
  if (who.choice !== 'chosen') return;
  const { units } = await getPartyScopes(tx, { orgUnitIds: who.unitIds, personIds: [] });
  const isBelow = [...units.values()].every((unit) => unit.scope !== scope && isWithin(unit.scope, scope));
  if (!isBelow) throw new Refusal('not-found');
}
