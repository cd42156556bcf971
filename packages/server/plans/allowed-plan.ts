import { manageAction } from '@opora/domain/plans/may-move.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { Call } from '../platform/mount.ts';
import { findPlan, type PlanHead } from './plans-queries.ts';

type By = Pick<Call, 'tx' | 'allow'>;

/** Refuses what is not there or may not be seen, and an actor who may not read it. */
export async function getReadablePlan(planId: string, { tx, allow }: By): Promise<PlanHead> {
  const plan = await getVisible(planId, tx);
  allow('plans.read', plan);
  return plan;
}

/** As `getReadablePlan`, for an actor who keeps the plan. */
export async function getManagedPlan(planId: string, { tx, allow }: By): Promise<PlanHead> {
  const plan = await getVisible(planId, tx);
  allow(manageAction(plan), plan);
  return plan;
}

async function getVisible(planId: string, tx: Call['tx']): Promise<PlanHead> {
  const plan = await findPlan(tx, planId);
  if (plan === undefined) throw new Refusal('not-found');
  return plan;
}
