import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Operation } from '@opora/domain/basics/contract.ts';
import { contracts } from '../app.ts';
import { hostileInput } from './hostile-input.ts';
import { officeOn, openTestOffice, type TestOffice } from './office-for-tests.ts';
import { addTestPerson, signInOverHttp } from './people-for-tests.ts';
import { makeSampleThings, type SampleThings } from './sample-things.ts';
import { startTestServer, type TestServer } from './server-for-tests.ts';

/** Requests for each operation; more are sent by hand when something is suspected: `OPORA_HOSTILE_RUNS=1000`. */
const runs = Number(process.env['OPORA_HOSTILE_RUNS'] ?? 4);

/** Uploads have a test of their own: `hostile-uploads.test.ts`. */
const operationsOf = Object.entries(contracts).map(
  ([feature, contract]) =>
    [
      feature,
      Object.entries<Operation>(contract).filter(([, operation]) => operation.uploadBytesMax === undefined),
    ] as const,
);

/** Each feature is attacked in a copy: what one destroys, another still needs. */
let filled: { readonly server: TestServer; readonly office: TestOffice };
let server: TestServer;
let office: TestOffice;
let things: SampleThings;

beforeAll(async () => {
  const source = await startTestServer();
  filled = { server: source, office: await openTestOffice(source) };
  things = await makeSampleThings(source, filled.office);
  await source.rest();
});
afterAll(() => filled.server.close());

const takesInput = ({ params, query, body }: Operation): boolean =>
  [params, query, body].some((part) => part !== undefined);

type Sent = { readonly params: unknown; readonly query: unknown; readonly body: unknown };

function requestsOf(operation: Operation): fc.Arbitrary<Sent> {
  const part = (key: 'params' | 'query' | 'body'): fc.Arbitrary<unknown> =>
    operation[key] === undefined ? fc.constant(undefined) : hostileInput(operation[key], things);
  return fc.record({ params: part('params'), query: part('query'), body: part('body') });
}

const fieldsOf = (value: unknown): [string, string][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).map(([name, field]) => [name, toText(field)])
    : [];

/** As a browser would write it into an address; half of a surrogate pair cannot stand there. */
const toText = (value: unknown): string =>
  (typeof value === 'string' ? value : JSON.stringify(value)).toWellFormed();

async function send(operation: Operation, sent: Sent, as: string, from: string) {
  const params = new Map(fieldsOf(sent.params));
  const path = operation.path.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params.get(name) ?? things.get(name) ?? ''),
  );
  const query = sent.query === undefined ? '' : `?${new URLSearchParams(fieldsOf(sent.query)).toString()}`;
  return server.app.inject({
    method: operation.method,
    url: `/api${path}${query}`,
    remoteAddress: from,
    headers: { cookie: as, ...(operation.body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(operation.body === undefined ? {} : { payload: JSON.stringify(sent.body) ?? '' }),
  });
}

/** Her own account is changed by some of the operations, her session ended by one. */
async function signInFor({ permission }: Operation): Promise<string> {
  if (permission.who !== 'self') return office.signIn('administrator', office.region);
  const roles = [{ role: 'administrator', unit: office.region }] as const;
  return (await signInOverHttp(server, await addTestPerson(server, office.region, roles))).cookie;
}

describe.each(operationsOf)('an administrator who sends to %s what an enemy would', (_, operations) => {
  beforeAll(async () => {
    server = await startTestServer({}, filled.server);
    office = officeOn(server, filled.office);
  });
  afterAll(() => server.close());

  it.each(operations)('breaks nothing by %s', { timeout: 120_000 }, async (name, operation) => {
    // Each operation from an address of its own, or the limit on requests would answer in its place.
    const from = `10.0.0.${operations.findIndex(([one]) => one === name)}`;
    const as = await signInFor(operation);
    await fc.assert(
      fc.asyncProperty(requestsOf(operation), async (sent) => {
        const { statusCode, body } = await send(operation, sent, as, from);
        expect(statusCode, body).toBeLessThan(500);
      }),
      { numRuns: takesInput(operation) ? runs : 1 },
    );
  });

  it('leaves the server at work', async () => {
    const as = await office.signIn('administrator', office.region);
    expect((await server.send('GET', `/api/plans/${things.get('planId')}`, { as })).status).toBe(200);
  });
});
