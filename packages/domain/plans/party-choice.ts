import { z } from 'zod';

/** What a printed name stands for: a node of the organisation tree, a person, or the text itself. */
export const PartyChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unit'), id: z.uuid() }),
  z.object({ kind: z.literal('person'), id: z.uuid() }),
  z.object({ kind: z.literal('text') }),
]);
export type PartyChoice = z.infer<typeof PartyChoice>;
