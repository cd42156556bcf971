import { z } from 'zod';

/** What proves that an activity was carried out. */
export const ExpectedKind = z.enum(['document', 'share', 'participation', 'publication', 'statement']);
export type ExpectedKind = z.infer<typeof ExpectedKind>;
