import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Operation } from '@opora/domain/basics/contract.ts';
import { importContract } from '@opora/domain/plans/import-contract.ts';
import { plansContract } from '@opora/domain/plans/plans-contract.ts';
import { registryContract } from '@opora/domain/registry/registry-contract.ts';
import { openTestOffice, type TestOffice } from './office-for-tests.ts';
import { activityDraft, planDraft, windowDeadline } from './plan-for-tests.ts';
import { startTestServer, type TestServer } from './server-for-tests.ts';

let server: TestServer;
let office: TestOffice;
let as: string;

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  as = await office.signIn('administrator', office.region);
});
afterAll(() => server.close());

const send = async ({ method, path }: Operation, body: object, orgUnitId = '') => {
  const address = `/api${path.replace(':orgUnitId', orgUnitId)}`;
  const answer = await server.send(method, address, { as, body });
  return [answer.status, answer.body.code];
};

/** Zero bytes, which no column keeps, and halves of surrogate pairs, which `jsonb` refuses. */
const texts = ['а\0б', 'а\ud800'];

describe('a text that the database cannot keep is refused before it gets there', () => {
  const refused = [400, 'input-invalid'];

  it.each(texts)('in a name: %j', async (name) => {
    expect(await send(registryContract.addAlias, { name }, office.north.id)).toEqual(refused);
  });

  it.each(texts)('deep in a plan, as a value and as a key: %j', async (text) => {
    const plan = planDraft(office.north.id);
    expect(await send(plansContract.createPlan, { ...plan, tasks: ['задача', text] })).toEqual(refused);
    expect(await send(plansContract.createPlan, { ...plan, abbreviations: { [text]: 'а' } })).toEqual(
      refused,
    );
  });

  it.each(texts)('in a pasted document: %j', async (text) => {
    expect(await send(importContract.pastePlanDraft, { text })).toEqual(refused);
  });

  it('in a query', async () => {
    const { status, body } = await server.send('GET', '/api/people?search=%00', { as });
    expect([status, body.code]).toEqual(refused);
  });
});

describe('a number that its column cannot hold', () => {
  it.each([2 ** 31, -(2 ** 31) - 1, Number.MAX_SAFE_INTEGER])(
    'is refused as a version: %d',
    async (version) => {
      const { kind, id, parentId, scope, ...fields } = office.northSchool;
      void [kind, id, parentId, scope];
      expect(await send(registryContract.changeOrgUnit, { ...fields, version }, id)).toEqual([
        400,
        'input-invalid',
      ]);
    },
  );
});

it('a term that ends before it begins is refused with the plan', async () => {
  const deadline = windowDeadline('март', { start: '2026-03-02', end: '2024-02-29' });
  const plan = planDraft(office.north.id, { activities: [activityDraft({ deadline })] });
  expect(await send(plansContract.createPlan, plan)).toEqual([400, 'input-invalid']);
});
