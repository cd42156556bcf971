import { z } from 'zod';
import { contract } from '../basics/contract.ts';
import { Plan, PlanSummary } from './plan.ts';
import { PlanDraft } from './plan-draft.ts';

const PlanId = z.object({ planId: z.uuid() });

export const plansContract = contract({
  listPlans: {
    method: 'GET',
    path: '/plans',
    summary: 'Plans that concern the person, the newest act first, with progress',
    permission: { who: 'role', action: 'plans.read' },
    output: z.array(PlanSummary),
  },
  createPlan: {
    method: 'POST',
    path: '/plans',
    summary: 'Put a reviewed plan in force: its activities become dated instances',
    permission: { who: 'role-on-thing', action: 'plans.manage' },
    body: PlanDraft,
    output: z.object({ planId: z.uuid() }),
  },
  getPlan: {
    method: 'GET',
    path: '/plans/:planId',
    summary:
      'A whole plan: sections, activities, parties, expected results, terms with their states, participants, warnings',
    permission: { who: 'role-on-thing', action: 'plans.read' },
    params: PlanId,
    output: Plan,
  },
});
