import { z } from 'zod';
import { registerFields } from './register-layout.ts';

/** Why a row of a register is refused. The words are in `register-problem-catalog.ts`. */
export const registerProblemCodes = [
  'name-missing',
  'too-long',
  'formula',
  'kind-unknown',
  'school-type-unknown',
  'inn-wrong',
  'inn-of-person',
  'ogrn-wrong',
  'date-wrong',
  'closed-before-opened',
  'municipality-missing',
  'municipality-unknown',
  'parent-missing',
  'parent-unknown',
  'parent-ambiguous',
  'parent-cycle',
  'parent-not-school',
  'duplicate',
  'ambiguous',
  'kind-differs',
  'place-differs',
  'not-yours',
] as const;
export type RegisterProblemCode = (typeof registerProblemCodes)[number];

export const RegisterProblem = z.object({
  /** Row of the sheet, from 1, as a spreadsheet shows it. */
  row: z.number().int(),
  field: z.enum(registerFields).nullable(),
  /** What stands in the cell. */
  value: z.string(),
  code: z.enum(registerProblemCodes),
  /** The other row of a duplicate. */
  otherRow: z.number().int().nullable(),
});
export type RegisterProblem = z.infer<typeof RegisterProblem>;
