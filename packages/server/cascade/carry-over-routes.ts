import type { FastifyInstance } from 'fastify';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { carryOverContract } from '@opora/domain/cascade/carry-over-contract.ts';
import type { Tx } from '../platform/database.ts';
import { mount } from '../platform/mount.ts';
import type { Identify, ServerParts } from '../platform/server-parts.ts';
import { findActivity } from '../plans/activity-change-queries.ts';
import { bindDraftRows } from './answer-queries.ts';
import { carryOver, getCarryOver } from './carry-over.ts';
import { bindCarriedRows, findTrace } from './carry-over-queries.ts';

export function mountCarryOver(
  app: FastifyInstance,
  means: { parts: ServerParts; identify: Identify },
): void {
  mount(app, means, carryOverContract, {
    getCarryOver: ({ params }, call) => getCarryOver(params.planId, call),
    carryOver: ({ params, body }, call) => carryOver(params.planId, body.activities, call),
    getActivityTrace: async ({ params }, { tx, allow }) => {
      const activity = await findActivity(tx, params.activityId);
      if (activity === undefined) throw new Refusal('not-found');
      allow('plans.read', activity);
      return findTrace(tx, params.activityId);
    },
  });
}

/** What a draft that the product wrote came from is told what has become of it. */
export async function bindApprovedDraft(
  tx: Tx,
  approved: { readonly draftId: string; readonly planId: string },
): Promise<void> {
  await bindDraftRows(tx, approved);
  await bindCarriedRows(tx, approved);
}
