import { randomUUID } from 'node:crypto';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { carryOverDraft } from '@opora/domain/cascade/carry-over.ts';
import type { PlanCarryOver } from '@opora/domain/cascade/carry-over-contract.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Call } from '../platform/mount.ts';
import { addMadeDraft } from '../plans/add-draft.ts';
import { getManagedPlan } from '../plans/allowed-plan.ts';
import { readDefinition } from '../plans/definition-queries.ts';
import { holdPlans } from '../plans/hold-plans.ts';
import { insertCarryOvers, listCarried, listUndone } from './carry-over-queries.ts';

export async function getCarryOver(planId: string, call: Call): Promise<PlanCarryOver> {
  const plan = await getManagedPlan(planId, call);
  const undone = await listUndone(call.tx, planId, isoDateIn(call.now));
  const carried = await listCarried(call.tx, planId);
  return {
    planId,
    planTitle: plan.title,
    activities: undone.map((activity) => ({
      ...activity,
      carriedTo: carried.get(activity.activityId) ?? null,
    })),
  };
}

type Wanted = readonly { readonly activityId: string; readonly reason: string }[];

/** The draft of the next year's plan; refuses what was done, and what stands in a draft or a plan of the next year already. */
export async function carryOver(planId: string, wanted: Wanted, call: Call): Promise<{ draftId: string }> {
  const { tx, actor, now } = call;
  const plan = await getManagedPlan(planId, call);
  // Of two at once the second finds what the first has carried.
  await holdPlans(tx, [planId], 'alone');
  const definition = await readDefinition(tx, plan);
  const known = new Map(definition.activities.map((activity) => [activity.id, activity]));
  const undone = await listUndone(tx, planId, isoDateIn(now));
  const carried = await listCarried(tx, planId);
  const reasons = new Map(wanted.map(({ activityId, reason }) => [activityId, reason]));
  const chosen = undone.flatMap((row) => {
    const activity = known.get(row.activityId);
    const reason = reasons.get(row.activityId);
    if (activity === undefined || reason === undefined || carried.has(row.activityId)) return [];
    return { ...row, reason, parties: activity.parties.map(({ raw }) => raw), expected: activity.expected };
  });
  if (chosen.length < reasons.size) throw new Refusal('changed-meanwhile');
  const made = carryOverDraft({ ...plan, schools: definition.schools.map(({ name }) => name) }, chosen);
  const name = `Перенос: ${plan.title.slice(0, 80)}.txt`;
  const { scope, ownerUnitId } = plan;
  const draftId = await addMadeDraft(call, { ...made, name, scope, ownerUnitId });
  await insertCarryOvers(
    tx,
    chosen.map(({ activityId, reason }, at) => ({
      id: randomUUID(),
      plan_id: planId,
      activity_id: activityId,
      scope,
      reason,
      draft_id: draftId,
      draft_line: at + 1,
      made_by_id: actor.personId,
      made_at: now,
    })),
  );
  return { draftId };
}
