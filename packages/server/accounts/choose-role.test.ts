import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Grant } from '@opora/domain/accounts/accounts-contract.ts';
import { openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { addTestPerson, signInOverHttp, type TestPerson } from '../testing/people-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';

let server: TestServer;
let office: TestOffice;
let person: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  person = await addTestPerson(server, office.north, [
    { role: 'municipal-coordinator', unit: office.north },
    { role: 'school-director', unit: office.southSchool },
  ]);
});
afterAll(() => server.close());

const cookieOf = async (one: TestPerson) => (await signInOverHttp(server, one)).cookie;
const meOf = async (as: string) => (await server.send('GET', '/api/me', { as })).body;
const unitsOf = async (as: string): Promise<string[]> =>
  (await server.send('GET', '/api/org-units', { as })).body.map(({ id }: { id: string }) => id);
const choose = (as: string, roleId: string | null) =>
  server.send('PUT', '/api/me/role', { as, body: { roleId } });

it('a chosen role is the only one in force, for what is seen and for what may be done, until all are taken again', async () => {
  const as = await cookieOf(person);
  const { held } = await meOf(as);
  const director: Grant = held.find(({ role }: Grant) => role === 'school-director');
  expect(await unitsOf(as)).toContain(office.northSchool.id);
  expect((await choose(as, director.id)).status).toBe(200);
  const me = await meOf(as);
  expect([me.grants, me.held.length]).toEqual([[director], 2]);
  expect(await unitsOf(as)).not.toContain(office.northSchool.id);
  expect((await server.send('GET', '/api/audit/people', { as })).status).toBe(403);
  await choose(as, null);
  expect(await unitsOf(as)).toContain(office.northSchool.id);
});

it('another session of the same person keeps all her roles', async () => {
  const as = await cookieOf(person);
  const other = await cookieOf(person);
  const { held } = await meOf(as);
  await choose(as, held[1].id);
  expect((await meOf(other)).grants).toHaveLength(2);
});

it('nobody takes a role that somebody else holds', async () => {
  const as = await cookieOf(person);
  const stranger = await addTestPerson(server, office.region, [
    { role: 'regional-coordinator', unit: office.region },
  ]);
  const theirs = (await meOf(await cookieOf(stranger))).held[0].id;
  expect((await choose(as, theirs)).status).toBe(404);
  expect((await meOf(as)).grants).toHaveLength(2);
});

it('a chosen role that has ended no longer narrows', async () => {
  const short = await addTestPerson(server, office.north, [
    { role: 'curator', unit: office.north },
    { role: 'observer', unit: office.south, untilOn: '2026-03-02' },
  ]);
  server.setNow(new Date('2026-03-02T20:30:00Z'));
  const as = await cookieOf(short);
  const { held } = await meOf(as);
  await choose(as, held.find(({ role }: Grant) => role === 'observer').id);
  server.setNow(new Date('2026-03-03T03:30:00Z'));
  expect((await meOf(as)).grants).toMatchObject([{ role: 'curator' }]);
});
