import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { Db } from '../platform/database.ts';
import { findActivity } from './activity-change-queries.ts';
import { findPlan, type PlanHead } from './plans-queries.ts';

/** Rows of a protocol change with its minutes alone: the paper says the same, and who carries a decision out is let in to read it. */
export function refuseProtocol({ kind }: Pick<PlanHead, 'kind'>): void {
  if (kind === 'protocol') throw new Refusal('plans-of-hearing');
}

export async function refuseProtocolRow(db: Db, activityId: string): Promise<void> {
  const activity = await findActivity(db, activityId);
  const plan = activity === undefined ? undefined : await findPlan(db, activity.planId);
  if (plan !== undefined) refuseProtocol(plan);
}
