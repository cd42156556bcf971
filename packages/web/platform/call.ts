import type { Operation, OperationInput, OperationOutput } from '@opora/domain/basics/contract.ts';
import type { FieldProblem, RefusalCode } from '@opora/domain/basics/refusal.ts';
import { setSessionEnded } from './session-ended.ts';

/** The server's refusal: `message` is already in the person's language. */
export class ServerRefusal extends Error {
  readonly code: RefusalCode;
  readonly status: number;
  readonly fields: readonly FieldProblem[];

  constructor(
    status: number,
    problem: { code: RefusalCode; title: string; fields?: readonly FieldProblem[] },
  ) {
    super(problem.title);
    this.code = problem.code;
    this.status = status;
    this.fields = problem.fields ?? [];
  }
}

type Parts = {
  readonly params?: Record<string, unknown>;
  readonly query?: Record<string, string | number | boolean | null | undefined>;
  readonly body?: unknown;
};

/** Address of an operation, for links and downloads. */
export function addressOf<O extends Operation>(operation: O, input: OperationInput<O>): string {
  // The three parts are what the operation's schemas declare; here only their names matter.
  const { params, query } = input as Parts;
  const path = operation.path.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params?.[name])),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null) search.append(name, String(value));
  }
  return `/api${path}${search.size > 0 ? `?${search.toString()}` : ''}`;
}

/** The refusal of a problem document; one that says the session is over also asks for the sign-in dialog. */
export function refusalOf(
  status: number,
  problem: ConstructorParameters<typeof ServerRefusal>[1],
): ServerRefusal {
  if (problem.code === 'not-signed-in') setSessionEnded(true);
  return new ServerRefusal(status, problem);
}

/** Calls an operation of a contract; the answer is parsed by the same contract. Throws `ServerRefusal` when the server refuses. */
export async function call<O extends Operation>(
  operation: O,
  input: OperationInput<O>,
): Promise<OperationOutput<O>> {
  const { body } = input as Parts;
  const isForm = body instanceof FormData;
  const response = await fetch(addressOf(operation, input), {
    method: operation.method,
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    ...(body === undefined || isForm ? {} : { headers: { 'content-type': 'application/json' } }),
  });
  if (!response.ok) throw refusalOf(response.status, await response.json());
  // The schema of this very operation gives the type that the caller is promised.
  return operation.output.parse(await response.json()) as OperationOutput<O>;
}
