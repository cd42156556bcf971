import { z } from 'zod';
import { contract } from '../basics/contract.ts';
import { PlanSummary } from '../plans/plan.ts';
import { OrgUnitKind } from '../registry/org-unit.ts';

/** Of each kind of thing at most. */
export const searchFoundMax = 10;

export const FoundUnit = z.object({
  id: z.uuid(),
  kind: OrgUnitKind,
  name: z.string(),
  settlement: z.string().nullable(),
  /** Short name of the unit above, which tells two schools № 1 apart. */
  above: z.string().nullable(),
  isClosed: z.boolean(),
});
export type FoundUnit = z.infer<typeof FoundUnit>;

export const FoundPerson = z.object({
  id: z.uuid(),
  name: z.string(),
  post: z.string().nullable(),
  unitId: z.uuid(),
  unitKind: OrgUnitKind,
  unitName: z.string(),
  /** Where she works; who may open her card is asked of this. */
  scope: z.string(),
});
export type FoundPerson = z.infer<typeof FoundPerson>;

/** A plan and the act that put it in force: one is looked for by the other. */
export const FoundPlan = PlanSummary.pick({
  id: true,
  title: true,
  actType: true,
  actNumber: true,
  actOn: true,
  ownerName: true,
});
export type FoundPlan = z.infer<typeof FoundPlan>;

export const FoundActivity = FoundPlan.pick({ actType: true, actNumber: true, actOn: true }).extend({
  id: z.uuid(),
  no: z.string(),
  title: z.string(),
  planId: z.uuid(),
  planTitle: z.string(),
});
export type FoundActivity = z.infer<typeof FoundActivity>;

export const searchContract = contract({
  search: {
    method: 'GET',
    path: '/search',
    summary: `Organisations, people, plans with their acts and activities by any words of their names, numbers and dates, ${searchFoundMax} of each at most; only what the person may see`,
    permission: { who: 'role', action: 'registry.read' },
    query: z.object({ question: z.string().trim().min(1).max(200) }),
    output: z.object({
      units: z.array(FoundUnit),
      people: z.array(FoundPerson),
      plans: z.array(FoundPlan),
      activities: z.array(FoundActivity),
      /** Nothing had all the words: these are alike. */
      isAlike: z.boolean(),
      /** The question as the other keyboard layout writes it, when only that was found; else null. */
      readAs: z.string().nullable(),
    }),
  },
});
