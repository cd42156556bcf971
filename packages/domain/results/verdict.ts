import { z } from 'zod';

/** `insufficient`: no procedure of the year has enough participants. `excluded`: the methodology leaves out schools of this type. */
export const Verdict = z.enum(['listed', 'not-listed', 'insufficient', 'excluded']);
export type Verdict = z.infer<typeof Verdict>;
