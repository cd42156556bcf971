import type { FastifyInstance } from 'fastify';
import type { Operation, OperationInput, OperationOutput } from '@opora/domain/basics/contract.ts';
import { newSessionSecret, sessionCookie } from '../accounts/session-cookie.ts';
import { insertSession } from '../accounts/session-queries.ts';
import type { ServerParts } from '../platform/server-parts.ts';
import { systemEntry } from '../platform/system-entry.ts';
import { write } from '../platform/transaction.ts';

export type DemoClient = {
  call<O extends Operation>(operation: O, input: OperationInput<O> | Upload): Promise<OperationOutput<O>>;
};

/** A form with a file, in place of the fields that stand in it. */
type Upload = { readonly params: Readonly<Record<string, string>>; readonly body: FormData };

/**
 * Acts for a person of the demonstration through the operations of the product, as her browser would. Her session is opened without her
 * password: hashing it for each of some hundred days would take longer than everything else.
 */
export async function signInForDemo(
  app: FastifyInstance,
  parts: ServerParts,
  email: string,
): Promise<DemoClient> {
  const now = parts.clock();
  const { secret, id } = newSessionSecret();
  await write(parts.database, systemEntry, { name: 'signIn', requestId: 'demo', at: now }, async (tx) => {
    const person = await tx
      .selectFrom('person')
      .select(['id', 'scope'])
      .where('email', '=', email)
      .executeTakeFirstOrThrow();
    await insertSession(tx, {
      id,
      personId: person.id,
      scope: person.scope,
      createdAt: now,
      expiresAt: new Date(now.getTime() + 86_400_000),
      stage: 'open',
      address: '127.0.0.1',
      userAgent: 'demo',
    });
  });
  const cookie = `${sessionCookie}=${secret}`;
  return { call: (operation, input) => callAs(app, cookie, operation, input) };
}

type Parts = {
  readonly params?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly body?: unknown;
};

async function callAs<O extends Operation>(
  app: FastifyInstance,
  cookie: string,
  operation: O,
  input: OperationInput<O> | Upload,
): Promise<OperationOutput<O>> {
  // What the parts hold is checked by the server against the operation's own schemas.
  const { params, query, body } = input as Parts;
  const path = operation.path.replaceAll(/:(\w+)/g, (_, name: string) => params?.[name] ?? '');
  const url = `/api${path}${query === undefined ? '' : `?${new URLSearchParams(query).toString()}`}`;
  const sent =
    body === undefined ? null : new Response(body instanceof FormData ? body : JSON.stringify(body));
  const answer = await app.inject({
    method: operation.method,
    url,
    headers: {
      cookie,
      ...(sent === null
        ? {}
        : {
            'content-type':
              body instanceof FormData ? (sent.headers.get('content-type') ?? '') : 'application/json',
          }),
    },
    ...(sent === null ? {} : { payload: Buffer.from(await sent.arrayBuffer()) }),
  });
  if (answer.statusCode !== 200) {
    throw new Error(
      `Демонстрация: ${operation.method} ${url}: ${answer.statusCode} ${answer.body.slice(0, 300)}`,
    );
  }
  return operation.output.parse(answer.json()) as OperationOutput<O>;
}
