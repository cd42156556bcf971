import { z } from 'zod';

/** What a printed name stands for: a node of the organisation tree, a person, or the text itself. */
export const PartyChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unit'), id: z.uuid() }),
  z.object({ kind: z.literal('person'), id: z.uuid() }),
  z.object({ kind: z.literal('text') }),
]);
export type PartyChoice = z.infer<typeof PartyChoice>;

/** Whom a printed name may mean. */
export const PartyOption = z.object({
  choice: PartyChoice,
  name: z.string(),
  /** Where she works, or under whom the organisation stands; null for the top of the tree. */
  place: z.string().nullable(),
});
export type PartyOption = z.infer<typeof PartyOption>;

export const choiceOf = ({
  orgUnitId,
  personId,
}: {
  readonly orgUnitId: string | null;
  readonly personId: string | null;
}): PartyChoice => {
  if (orgUnitId !== null) return { kind: 'unit', id: orgUnitId };
  return personId === null ? { kind: 'text' } : { kind: 'person', id: personId };
};

export const idsOf = (choice: PartyChoice): { orgUnitId: string | null; personId: string | null } => ({
  orgUnitId: choice.kind === 'unit' ? choice.id : null,
  personId: choice.kind === 'person' ? choice.id : null,
});
