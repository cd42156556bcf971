import type { Action } from '@opora/domain/basics/can.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { Call } from '../platform/mount.ts';
import { findPlan, type PlanHead } from './plans-queries.ts';

/** Refuses what is not there or may not be seen, and an actor who may not. */
const getAllowed =
  (action: Action) =>
  async (planId: string, { tx, allow }: Pick<Call, 'tx' | 'allow'>): Promise<PlanHead> => {
    const plan = await findPlan(tx, planId);
    if (plan === undefined) throw new Refusal('not-found');
    allow(action, plan);
    return plan;
  };

export const getReadablePlan = getAllowed('plans.read');
export const getManagedPlan = getAllowed('plans.manage');
