import { randomUUID } from 'node:crypto';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { isSameValue } from '@opora/domain/basics/same-value.ts';
import { amendmentOfChanges } from '@opora/domain/cascade/draft-from-above.ts';
import type { RequirementState } from '@opora/domain/cascade/requirement.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import type { Call } from '../platform/mount.ts';
import { findActivity } from '../plans/activity-change-queries.ts';
import { addAmendmentEdits, openOrBeginAmendment } from '../plans/edit-amendment.ts';
import { refuseProtocolRow } from '../plans/refuse-protocol.ts';
import { findOrgUnit } from '../registry/registry-queries.ts';
import {
  deleteAnswer,
  findAnswer,
  insertAnswers,
  type KnownAnswer,
  listAnswersTo,
  setAnswer,
} from './answer-queries.ts';
import { lockUnit } from './cascade-plan-queries.ts';
import { deleteDeclines } from './decline-queries.ts';
import { listAskedOf } from './get-cascade.ts';
import { findRequirement, type KnownRequirement } from './requirement-queries.ts';

/** The unit, whose plans the actor manages, with what is asked of it. */
export async function getAskedUnit(
  orgUnitId: string,
  call: Call,
): Promise<{ readonly unit: OrgUnit; readonly asked: KnownRequirement[] }> {
  const unit = await findOrgUnit(call.tx, orgUnitId);
  if (unit === undefined) throw new Refusal('not-found');
  call.allow('plans.manage', unit);
  return { unit, asked: await listAskedOf(unit, call) };
}

/** Binds an activity of the unit's own plan; the requirement counts as seen as it is now. */
export async function addAnswer(
  requirementId: string,
  answer: { readonly orgUnitId: string; readonly activityId: string },
  call: Call,
): Promise<{ answerId: string }> {
  const { tx, actor, now } = call;
  if ((await findRequirement(tx, requirementId)) === undefined) throw new Refusal('not-found');
  const { unit, asked } = await getAskedUnit(answer.orgUnitId, call);
  const requirement = asked.find(({ id }) => id === requirementId);
  if (requirement === undefined || requirement.state.isCancelled) throw new Refusal('cascade-not-asked');
  const activity = await findActivity(tx, answer.activityId);
  if (activity === undefined || activity.removedOn !== null) throw new Refusal('not-found');
  await refuseProtocolRow(tx, activity.id);
  if (activity.scope !== unit.scope) throw new Refusal('cascade-not-asked');
  await lockUnit(tx, unit.id);
  const known = await listAnswersTo(tx, [requirementId], unit.id);
  if (known.some(({ activityId }) => activityId === activity.id)) throw new Refusal('already-exists');
  await deleteDeclines(tx, [requirementId], unit.id);
  const answerId = randomUUID();
  await insertAnswers(tx, [
    {
      id: answerId,
      requirement_id: requirementId,
      unit_id: unit.id,
      scope: unit.scope,
      plan_id: activity.planId,
      activity_id: activity.id,
      seen: JSON.stringify(requirement.state),
      bound_by_id: actor.personId,
      bound_at: now,
    },
  ]);
  return { answerId };
}

export async function removeAnswer(answerId: string, call: Call): Promise<void> {
  await getAnswer(answerId, call);
  await deleteAnswer(call.tx, answerId);
}

/** «Учтено»: what the person saw of the requirement is what it is now. */
export async function confirmAnswer(answerId: string, seen: RequirementState, call: Call): Promise<void> {
  const { requirement } = await getAnswer(answerId, call);
  if (!isSameValue(requirement.state, seen)) throw new Refusal('changed-meanwhile');
  await setAnswer(call.tx, answerId, { seen: JSON.stringify(seen), taken: null, taken_amendment_id: null });
}

/** «Перенести в мой план»: the open amendment of the plan, or a new one, follows; approved, it counts as seen. */
export async function takeChanges(answerId: string, call: Call): Promise<{ amendmentId: string }> {
  const { answer, requirement } = await getAnswer(answerId, call);
  const { planId, activityId } = answer;
  const edits = activityId === null ? [] : amendmentOfChanges(activityId, answer.seen, requirement.state);
  if (planId === null || edits.length === 0) throw new Refusal('cascade-nothing-changed');
  const amendmentId = await openOrBeginAmendment(planId, call);
  await addAmendmentEdits(amendmentId, edits, call);
  // What was taken before and is in force was seen: the next amendment, put away, must not bring its changes back.
  await setAnswer(call.tx, answerId, {
    seen: JSON.stringify(answer.seen),
    taken: JSON.stringify(requirement.state),
    taken_amendment_id: amendmentId,
  });
  return { amendmentId };
}

async function getAnswer(
  answerId: string,
  { tx, allow }: Call,
): Promise<{ readonly answer: KnownAnswer; readonly requirement: KnownRequirement }> {
  const answer = await findAnswer(tx, answerId);
  const requirement = answer === undefined ? undefined : await findRequirement(tx, answer.requirementId);
  if (answer === undefined || requirement === undefined) throw new Refusal('not-found');
  allow('plans.manage', answer);
  return { answer, requirement };
}
