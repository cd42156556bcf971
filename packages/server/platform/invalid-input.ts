import type { ZodError } from 'zod';
import { type FieldProblem, Refusal } from '@opora/domain/basics/refusal.ts';

/** Input that does not fit the contract, with the fields that do not. */
export class InvalidInput extends Refusal {
  readonly fields: readonly FieldProblem[];

  constructor(part: 'params' | 'query' | 'body', error: ZodError) {
    super('input-invalid');
    const prefix = part === 'body' ? [] : [part];
    this.fields = error.issues.map((issue) => ({
      path: [...prefix, ...issue.path.map(String)].join('.'),
      message: issue.code,
    }));
  }
}
