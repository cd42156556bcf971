import { randomUUID } from 'node:crypto';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { Call } from '../platform/mount.ts';
import { listAnswersTo } from './answer-queries.ts';
import { getAskedUnit } from './answer-requirement.ts';
import { lockUnit } from './cascade-plan-queries.ts';
import { deleteDecline, findDecline, putDecline } from './decline-queries.ts';
import { findRequirement } from './requirement-queries.ts';

type Declining = { readonly orgUnitId: string; readonly reason: string };

/** The unit says why it answers with no activity; it holds for the requirement as it is now. */
export async function declineRequirement(
  requirementId: string,
  { orgUnitId, reason }: Declining,
  call: Call,
): Promise<{ declineId: string }> {
  const { tx, actor, now } = call;
  if ((await findRequirement(tx, requirementId)) === undefined) throw new Refusal('not-found');
  const { unit, asked } = await getAskedUnit(orgUnitId, call);
  const requirement = asked.find(({ id }) => id === requirementId);
  if (requirement === undefined || requirement.state.isCancelled) throw new Refusal('cascade-not-asked');
  // An answer that somebody gives at the same moment is seen, or sees this.
  await lockUnit(tx, unit.id);
  if ((await listAnswersTo(tx, [requirementId], unit.id)).length > 0) throw new Refusal('changed-meanwhile');
  const declineId = randomUUID();
  await putDecline(tx, {
    id: declineId,
    requirement_id: requirementId,
    unit_id: unit.id,
    scope: unit.scope,
    reason,
    seen: JSON.stringify(requirement.state),
    declined_by_id: actor.personId,
    declined_at: now,
  });
  return { declineId };
}

export async function removeDecline(declineId: string, { tx, allow }: Call): Promise<void> {
  const decline = await findDecline(tx, declineId);
  if (decline === undefined) throw new Refusal('not-found');
  allow('plans.manage', decline);
  await deleteDecline(tx, declineId);
}
