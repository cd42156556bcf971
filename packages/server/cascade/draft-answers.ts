import { randomUUID } from 'node:crypto';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import {
  amendmentFromAbove,
  type AskedAbove,
  draftFromAbove,
} from '@opora/domain/cascade/draft-from-above.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import type { Call } from '../platform/mount.ts';
import { addMadeDraft } from '../plans/add-draft.ts';
import { addAmendmentEdits, openOrBeginAmendment } from '../plans/edit-amendment.ts';
import { readAmendment } from '../plans/open-amendment.ts';
import { findPlan } from '../plans/plans-queries.ts';
import { insertAnswers, listAnswersTo } from './answer-queries.ts';
import { getAskedUnit } from './answer-requirement.ts';
import { findOwnBody, listPartiesAbove, lockUnit } from './cascade-plan-queries.ts';
import { deleteDeclines } from './decline-queries.ts';
import { levelOf } from './get-cascade.ts';
import type { KnownRequirement } from './requirement-queries.ts';

type Drafted = { draftId: string | null; amendmentId: string | null };

/**
 * Rows for what is asked, each bound to its requirement: in the draft of a new plan, or in an amendment of the one in force. Refuses what
 * is answered already.
 */
export async function draftAnswers(
  orgUnitId: string,
  wanted: { readonly requirementIds: readonly string[]; readonly planId: string | null },
  call: Call,
): Promise<Drafted> {
  const { unit, asked } = await getAskedUnit(orgUnitId, call);
  const chosen = asked.filter(({ id, state }) => wanted.requirementIds.includes(id) && !state.isCancelled);
  if (chosen.length < new Set(wanted.requirementIds).size) throw new Refusal('cascade-not-asked');
  // Of two at once the second finds the answers of the first.
  await lockUnit(call.tx, unit.id);
  if ((await listAnswersTo(call.tx, wanted.requirementIds, unit.id)).length > 0)
    throw new Refusal('changed-meanwhile');
  await deleteDeclines(call.tx, wanted.requirementIds, unit.id);
  return wanted.planId === null
    ? draftPlan(unit, chosen, call)
    : amendPlan(wanted.planId, unit, chosen, call);
}

async function draftPlan(unit: OrgUnit, asked: readonly KnownRequirement[], call: Call): Promise<Drafted> {
  const body = await findOwnBody(call.tx, unit);
  const own = { level: levelOf(unit), unitName: unit.name, name: body.name } as const;
  const made = draftFromAbove(await asAsked(asked, unit, call), own);
  const name = `Требования сверху: ${unit.shortName}.txt`;
  const draftId = await addMadeDraft(call, { ...made, name, scope: unit.scope, ownerUnitId: body.id });
  await insertAnswers(
    call.tx,
    asked.map((requirement, at) => ({
      ...bindingOf(requirement, unit, call),
      draft_id: draftId,
      draft_line: at + 1,
    })),
  );
  return { draftId, amendmentId: null };
}

async function amendPlan(
  planId: string,
  unit: OrgUnit,
  asked: readonly KnownRequirement[],
  call: Call,
): Promise<Drafted> {
  const plan = await findPlan(call.tx, planId);
  if (plan === undefined || plan.state !== 'in-force') throw new Refusal('not-found');
  if (plan.scope !== unit.scope) throw new Refusal('cascade-not-asked');
  const amendmentId = await openOrBeginAmendment(planId, call);
  const { content } = await readAmendment(amendmentId, call);
  const body = await findOwnBody(call.tx, unit);
  const own = { level: levelOf(unit), unitName: unit.name, name: body.name } as const;
  const given = { own, newId: randomUUID };
  const { edits, rows } = amendmentFromAbove(await asAsked(asked, unit, call), content.definition, given);
  await addAmendmentEdits(amendmentId, edits, call);
  const added = new Map(rows.map(({ requirementId, activityId }) => [requirementId, activityId]));
  await insertAnswers(
    call.tx,
    asked.map((requirement) => ({
      ...bindingOf(requirement, unit, call),
      plan_id: planId,
      amendment_id: amendmentId,
      activity_id: added.get(requirement.id) ?? null,
    })),
  );
  return { draftId: null, amendmentId };
}

const bindingOf = (requirement: KnownRequirement, unit: OrgUnit, { actor, now }: Call) => ({
  id: randomUUID(),
  requirement_id: requirement.id,
  unit_id: unit.id,
  scope: unit.scope,
  seen: JSON.stringify(requirement.state),
  bound_by_id: actor.personId,
  bound_at: now,
});

async function asAsked(
  asked: readonly KnownRequirement[],
  unit: OrgUnit,
  { tx }: Call,
): Promise<AskedAbove[]> {
  const activityIds = asked.map(({ activityId }) => activityId);
  const parties = await listPartiesAbove(tx, activityIds, unit.scope);
  return asked.map((requirement) => ({
    requirementId: requirement.id,
    no: requirement.no,
    section: requirement.section,
    state: requirement.state,
    parties: parties.get(requirement.activityId) ?? [],
    plan: { ...requirement, title: requirement.planTitle },
  }));
}
