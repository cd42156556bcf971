import { z } from 'zod';
import { PlanDefinition } from './plan-definition.ts';
import { Term } from './plan.ts';

/** A state of a plan that an act made law. */
export const Edition = z.object({
  id: z.uuid(),
  /** From 1: the plan as its own act put it in force. */
  number: z.number().int(),
  actType: z.string().nullable(),
  actNumber: z.string().nullable(),
  actOn: z.string().nullable(),
  actAuthority: z.string().nullable(),
  inForceOn: z.string(),
  reasons: z.string().nullable(),
  /** Null when the person works where the reader may not look, or was not written down. */
  approvedBy: z.string().nullable(),
  approvedAt: z.string(),
});
export type Edition = z.infer<typeof Edition>;

/** A plan as it was on a day: the edition in force, and how far it had come. */
export const PlanAt = z.object({
  planId: z.uuid(),
  scope: z.string(),
  on: z.string(),
  edition: Edition,
  definition: PlanDefinition,
  /** Activities without instances are left out. */
  terms: z.array(z.object({ activityId: z.uuid(), terms: z.array(Term) })),
});
export type PlanAt = z.infer<typeof PlanAt>;

/** The edition that is law on the day; undefined before the first. Of two of one day the later rules. */
export function editionOn<E extends Pick<Edition, 'number' | 'inForceOn'>>(
  editions: readonly E[],
  day: string,
): E | undefined {
  return editions
    .filter(({ inForceOn }) => inForceOn <= day)
    .toSorted((one, other) => one.number - other.number)
    .at(-1);
}
