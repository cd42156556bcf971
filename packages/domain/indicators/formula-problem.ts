import { z } from 'zod';

export const formulaProblems = [
  'syntax',
  'not-allowed',
  'unknown-name',
  'unknown-function',
  'wrong-arguments',
  'count-needed',
  'points-needed',
  'yes-no-needed',
  'number-needed',
  'value-needed',
  'share-of-shares',
  'sum-of-shares',
  'division',
  'kinds-differ',
  'unit-differs',
  'cycle',
  'too-deep',
] as const;

/** Why a formula is refused, and where in its text. */
export const FormulaProblem = z.object({
  code: z.enum(formulaProblems),
  from: z.number().int().min(0),
  to: z.number().int().min(0),
  /** The piece of the text, or the names on the way round of a cycle. */
  text: z.string(),
});
export type FormulaProblem = z.infer<typeof FormulaProblem>;
export type FormulaProblemCode = FormulaProblem['code'];
