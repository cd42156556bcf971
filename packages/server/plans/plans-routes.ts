import type { FastifyInstance } from 'fastify';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { plansContract } from '@opora/domain/plans/plans-contract.ts';
import { isoDateIn } from '../platform/clock.ts';
import { mount } from '../platform/mount.ts';
import type { Identify, ServerParts } from '../platform/server-parts.ts';
import { createPlan } from './create-plan.ts';
import { getPlan } from './get-plan.ts';
import { summarisePlans } from './summarise-plans.ts';

export function mountPlans(app: FastifyInstance, means: { parts: ServerParts; identify: Identify }): void {
  mount(app, means, plansContract, {
    listPlans: (_input, { tx, now }) => summarisePlans(tx, isoDateIn(now)),
    createPlan: async ({ body }, { tx, allow, now }) => ({
      planId: await createPlan(tx, body, { allow, now }),
    }),
    getPlan: async ({ params }, { tx, allow }) => {
      const plan = await getPlan(tx, params.planId);
      if (plan === undefined) throw new Refusal('not-found');
      allow('plans.read', plan);
      return plan;
    },
  });
}
