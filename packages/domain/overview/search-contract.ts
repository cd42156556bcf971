import { z } from 'zod';
import { contract } from '../basics/contract.ts';
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
});
export type FoundPerson = z.infer<typeof FoundPerson>;

export const searchContract = contract({
  search: {
    method: 'GET',
    path: '/search',
    summary: `Organisations and people by any words of their names, ${searchFoundMax} of each at most; only what the person may see`,
    permission: { who: 'role', action: 'registry.read' },
    query: z.object({ question: z.string().trim().min(1).max(200) }),
    output: z.object({
      units: z.array(FoundUnit),
      /** Nothing had all the words: these are alike. */
      isAlike: z.boolean(),
      people: z.array(FoundPerson),
    }),
  },
});
