import { type FieldProblem, Refusal } from '@opora/domain/basics/refusal.ts';

type Issue = { readonly path: readonly PropertyKey[]; readonly code: string };

/** Input that does not fit the contract, with the fields that do not. */
export class InvalidInput extends Refusal {
  readonly fields: readonly FieldProblem[];

  constructor(part: 'params' | 'query' | 'body', issues: readonly Issue[]) {
    super('input-invalid');
    const prefix = part === 'body' ? [] : [part];
    this.fields = issues.map((issue) => ({
      path: [...prefix, ...issue.path.map(String)].join('.'),
      message: issue.code,
    }));
  }
}
