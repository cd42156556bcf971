import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Role, roles } from '@opora/domain/basics/actor.ts';
import { type Action, canSomewhere } from '@opora/domain/basics/can.ts';
import { shippedIndicators } from '@opora/domain/indicators/shipped-indicators.ts';
import type { Operation } from '@opora/domain/basics/contract.ts';
import { contracts } from '../app.ts';
import { openTestOffice, type TestOffice } from './office-for-tests.ts';
import { addTestPerson, signInOverHttp } from './people-for-tests.ts';
import { planDraft } from './plan-for-tests.ts';
import { sampleInput } from './sample-input.ts';
import { makeSampleThings, pathOf, sampleCampaign, type SampleThings } from './sample-things.ts';
import { sampleUpload } from './sample-upload.ts';
import { type Answer, startTestServer, type TestServer } from './server-for-tests.ts';

/** Open to everybody. A line more here is a decision, and is reviewed as one. */
const openOperations = [
  'getSignInPage',
  'addFirstAdministrator',
  'signIn',
  'openLink',
  'useLink',
  'requestReset',
  'startOidc',
  'finishOidc',
  'openFeed',
];

/** Bodies that cannot be made from the schema alone, by the operation's name. */
const writtenBodies: Readonly<Record<string, (things: SampleThings) => object>> = {
  createPlan: (things) => planDraft(things.get('ownerUnitId')!),
  matchParty: () => ({
    printed: 'Школа',
    seen: { kind: 'text' },
    choice: { kind: 'text' },
    activityIds: null,
  }),
  planHearings: (things) => ({
    onDate: '2026-03-02',
    place: null,
    schools: [{ orgUnitId: things.get('orgUnitId'), startsAt: '10:00' }],
  }),
  changeHearing: () => ({ onDate: '2026-03-02', startsAt: '10:00', place: null, version: 1 }),
  addIndicator: () => ({ ...shippedIndicators[0]! }),
  addIndicatorVersion: () => ({ version: 1, fields: shippedIndicators[0]! }),
  saveCells: () => ({ cells: [{ indicator: 'M07', base: null, value: null }] }),
  makeCampaign: (things) => ({ ...campaignBody(things), orgUnitId: things.get('ownerUnitId') }),
  changeCampaign: (things) => ({ ...campaignBody(things), version: 1 }),
  changeCampaignDates: () => ({ lateAfter: '2026-03-11', closedAfter: '2026-03-20', version: 1 }),
  weighCampaign: (things) => ({
    ...campaignBody(things),
    orgUnitId: things.get('ownerUnitId'),
    campaignId: null,
  }),
  openByEvent: (things) => ({
    title: 'Мониторинг',
    on: '2026-03-02',
    activityIds: [things.get('activityId')],
    schoolIds: null,
    dueOn: null,
  }),
};

const campaignBody = (things: SampleThings) => ({ ...sampleCampaign, schoolIds: [things.get('orgUnitId')] });

const operations = Object.values(contracts).flatMap((contract) => Object.entries<Operation>(contract));
const withPermission = (...who: readonly Operation['permission']['who'][]) =>
  operations.filter(([, operation]) => who.includes(operation.permission.who));

let server: TestServer;
let office: TestOffice;
let things: SampleThings;

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  things = await makeSampleThings(server, office);
});
afterAll(() => server.close());

const holds = (role: Role, action: Action): boolean =>
  canSomewhere({ personId: '', grants: [{ role, scope: 'region' }] }, action);

function actionOf(operation: Operation): Action {
  if (!('action' in operation.permission)) throw new Error(`${operation.path} asks for no action`);
  return operation.permission.action;
}

/** Sends the operation as the northern municipality's own people would: only who asks is wrong. */
async function attempt(name: string, operation: Operation, as?: string): Promise<Answer> {
  const path = pathOf(operation, things) + queryOf(operation);
  const sender = as === undefined ? {} : { as };
  if (operation.uploadBytesMax !== undefined)
    return server.send(operation.method, path, { ...sender, ...sampleUpload('a.txt', 'текст') });
  if (operation.body === undefined) return server.send(operation.method, path, sender);
  const body = writtenBodies[name]?.(things) ?? sampleInput(operation.body, things);
  if (!operation.body.safeParse(body).success) {
    throw new Error(`${name}: no sample of its body could be made; write one in strangers.test.ts`);
  }
  return server.send(operation.method, path, { ...sender, body: body as object });
}

function queryOf(operation: Operation): string {
  if (operation.query === undefined) return '';
  const query = sampleInput(operation.query, things) as Record<string, string>;
  return `?${new URLSearchParams(query).toString()}`;
}

describe('nobody signed in', () => {
  it('finds open only what is meant to be', () => {
    expect(withPermission('anyone').map(([name]) => name)).toEqual(openOperations);
  });

  it.each(withPermission('anyone'))('breaks nothing by %s', async (name, operation) => {
    expect((await attempt(name, operation)).status).toBeLessThan(500);
  });

  it.each(withPermission('signed-in', 'self', 'role', 'role-on-thing'))(
    'is refused %s',
    async (name, operation) => {
      expect((await attempt(name, operation)).status).toBe(401);
    },
  );

  it.each(['/api/../packages/server/main.ts', '/api/nothing', '/%2e%2e/package.json', '/data/opora.pid'])(
    'gets no file of the server by %s',
    async (path) => {
      const { status, body } = await server.send('GET', path);
      const isPage = status === 200 && String(body).startsWith('<!doctype html>');
      expect(isPage || status === 404 || status === 400).toBe(true);
    },
  );
});

describe('somebody whose sign-in still wants a second factor', () => {
  const whole = operations.filter(
    ([, { permission }]) =>
      permission.who !== 'anyone' && !(permission.who === 'self' && permission.beforeSecondFactor),
  );
  let cookie = '';
  beforeAll(async () => {
    const as = await office.signIn('administrator', office.region);
    const body = { secondFactorRoles: ['observer'], version: 0 };
    await server.send('PUT', '/api/sign-in-policy', { as, body });
    const strong = await addTestPerson(server, office.region, [
      { role: 'administrator', unit: office.region },
      { role: 'observer', unit: office.region },
    ]);
    const answer = await signInOverHttp(server, strong);
    expect(answer.body).toEqual({ step: 'enrolment' });
    cookie = answer.cookie;
  });

  it.each(whole)('is refused %s', async (name, operation) => {
    const { status, body } = await attempt(name, operation, cookie);
    expect([status, body.code]).toEqual([401, 'second-factor-needed']);
  });
});

describe('a stranger from another municipality, as strong as the action allows', () => {
  const strongestHere = (operation: Operation): Promise<string> => {
    const role = roles.find((one) => holds(one, actionOf(operation)));
    if (role === undefined) throw new Error(`nobody may ${actionOf(operation)}`);
    return office.signIn(role, office.south);
  };

  it.each(withPermission('role-on-thing'))('is refused %s', async (name, operation) => {
    const { status } = await attempt(name, operation, await strongestHere(operation));
    expect([403, 404]).toContain(status);
  });

  it.each(withPermission('role'))('learns nothing of the other by %s', async (name, operation) => {
    const answer = await attempt(name, operation, await strongestHere(operation));
    expect(answer.status).toBeLessThan(500);
    const text = JSON.stringify(answer.body);
    // A year («2031») stands by chance in any moment of time.
    const ids = [...things.values(), office.northBranch.id].filter((id) => id.length > 4);
    for (const id of ids) expect(text).not.toContain(id);
  });

  it.each(withPermission('signed-in', 'self').filter(([, { params }]) => params !== undefined))(
    'is refused %s of another person',
    async (name, operation) => {
      const as = await office.signIn('administrator', office.south);
      expect([403, 404]).toContain((await attempt(name, operation, as)).status);
    },
  );
});

describe('somebody on the spot whose role lacks the right', () => {
  // Each is refused everything that is asked for here, so nothing that happens to one operation changes what the next is asked by.
  const cookies = new Map<Role, string>();
  let withoutRole = '';
  beforeAll(async () => {
    for (const role of roles) cookies.set(role, await office.signIn(role, office.north));
    withoutRole = (await signInOverHttp(server, await addTestPerson(server, office.north))).cookie;
  });

  it.each(withPermission('role', 'role-on-thing'))('is refused %s', async (name, operation) => {
    const without = roles.filter((role) => !holds(role, actionOf(operation)));
    for (const role of without) {
      expect([role, (await attempt(name, operation, cookies.get(role))).status]).toEqual([role, 403]);
    }
    expect((await attempt(name, operation, withoutRole)).status).toBe(403);
  });
});

describe('what was refused', () => {
  it('has changed nothing: everything is still there for an administrator', async () => {
    const as = await office.signIn('administrator', office.region);
    const reads = withPermission('role-on-thing').filter(([, operation]) => operation.method === 'GET');
    for (const [name, operation] of reads) {
      expect([name, (await attempt(name, operation, as)).status]).toEqual([name, 200]);
    }
  });
});
