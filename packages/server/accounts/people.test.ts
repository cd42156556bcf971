import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { addTestPerson, signInOverHttp } from '../testing/people-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';

const start = new Date('2026-03-02T12:00:00+03:00');

let server: TestServer;
let office: TestOffice;

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
});
beforeEach(() => server.setNow(start));
afterAll(() => server.close());

const send = (method: 'GET' | 'POST' | 'PUT', path: string, as: string, body?: object) =>
  server.send(method, `/api${path}`, { as, ...(body === undefined ? {} : { body }) });
const role = (name: string, unit: OrgUnit, change: object = {}) => ({
  role: name,
  orgUnitId: unit.id,
  fromOn: '2026-03-01',
  untilOn: null,
  acting: false,
  ...change,
});
const newPerson = (unit: OrgUnit, change: object = {}) => ({
  orgUnitId: unit.id,
  surname: 'Орлова',
  givenName: 'Зоя',
  patronymic: null,
  post: 'заместитель директора',
  email: null,
  ...change,
});
const statusAndCode = async (answer: Promise<{ status: number; body: { code?: string } }>) => {
  const { status, body } = await answer;
  return [status, body.code];
};

describe('the list of people', () => {
  it('shows those who work at the coordinator’s node and below, and nobody beside or above', async () => {
    const as = await office.signIn('municipal-coordinator', office.north);
    const here = await addTestPerson(server, office.northBranch, [
      { role: 'observer', unit: office.northSchool },
    ]);
    const beside = await addTestPerson(server, office.southSchool);
    const above = await addTestPerson(server, office.region);
    const { body } = await send('GET', '/people', as);
    const ids = body.people.map((person: { id: string }) => person.id);
    expect(ids).toContain(here.id);
    expect(ids).not.toContain(beside.id);
    expect(ids).not.toContain(above.id);
    const found = body.people.find((person: { id: string }) => person.id === here.id);
    expect(found).toMatchObject({
      access: 'active',
      roles: [{ role: 'observer', orgUnitName: 'МБОУ СОШ № 1' }],
    });
  });

  it('is not widened by a role that only observes', async () => {
    const person = await addTestPerson(server, office.north, [
      { role: 'municipal-coordinator', unit: office.north },
      { role: 'observer', unit: office.region },
    ]);
    const beside = await addTestPerson(server, office.southSchool);
    const { cookie } = await signInOverHttp(server, person);
    const { body } = await send('GET', '/people', cookie);
    expect(body.people.map((one: { id: string }) => one.id)).not.toContain(beside.id);
    expect((await send('GET', `/people/${beside.id}`, cookie)).status).toBe(404);
  });

  it('is searched by all words of the name, post and address, and by role and organisation', async () => {
    const as = await office.signIn('municipal-coordinator', office.north);
    const email = 'zoya_100@example.org';
    await send('POST', '/people', as, newPerson(office.northSchool, { surname: 'Журавлёва', email }));
    const find = async (query: string) => (await send('GET', `/people?${query}`, as)).body.people.length;
    expect(await find(`search=${encodeURIComponent('зоя ЖУРАВ')}`)).toBe(1);
    expect(await find(`search=${encodeURIComponent('a_100@')}`)).toBe(1);
    expect(await find('search=z_ya')).toBe(0);
    expect(await find(`search=${encodeURIComponent('журавлёва пётр')}`)).toBe(0);
    expect(await find(`search=${encodeURIComponent('журавлёва')}&role=curator`)).toBe(0);
    expect(await find(`search=${encodeURIComponent('журавлёва')}&orgUnitId=${office.northSchool.id}`)).toBe(
      1,
    );
  });
});

describe('a person', () => {
  it('is added below the coordinator’s node only', async () => {
    const as = await office.signIn('municipal-coordinator', office.north);
    expect((await send('POST', '/people', as, newPerson(office.northBranch))).status).toBe(200);
    expect((await send('POST', '/people', as, newPerson(office.south))).status).toBe(404);
    expect((await send('POST', '/people', as, newPerson(office.region))).status).toBe(403);
  });

  it('may not get an address that another person of the region has, seen or not', async () => {
    const as = await office.signIn('municipal-coordinator', office.north);
    const unseen = await addTestPerson(server, office.southSchool);
    const email = unseen.email.toUpperCase();
    const answer = send('POST', '/people', as, newPerson(office.north, { email }));
    expect(await statusAndCode(answer)).toEqual([409, 'accounts-email-taken']);
  });

  it('keeps her account when she moves to another organisation, and is seen there', async () => {
    const as = await office.signIn('regional-coordinator', office.region);
    const person = await addTestPerson(server, office.northSchool);
    await signInOverHttp(server, person);
    const change = newPerson(office.southSchool, { email: person.email, version: 1 });
    expect((await send('PUT', `/people/${person.id}`, as, change)).status).toBe(200);
    expect((await send('PUT', `/people/${person.id}`, as, change)).body.code).toBe('changed-meanwhile');
    expect((await signInOverHttp(server, person)).status).toBe(200);
    const south = await office.signIn('municipal-coordinator', office.south);
    expect((await send('GET', `/people/${person.id}`, south)).body.lastSeenAt).toBe(start.toISOString());
    const north = await office.signIn('municipal-coordinator', office.north);
    expect((await send('GET', `/people/${person.id}`, north)).status).toBe(404);
  });
});

describe('what a coordinator may not do', () => {
  it.each([
    ['administrator', 'north', 403],
    ['regional-coordinator', 'north', 403],
    ['municipal-coordinator', 'region', 403],
    ['observer', 'region', 403],
    ['school-director', 'southSchool', 404],
    ['municipal-coordinator', 'south', 404],
    ['municipal-coordinator', 'north', 200],
    ['school-director', 'northSchool', 200],
    ['curator', 'northBranch', 200],
  ] as const)('a municipal one gives %s on %s: %i', async (name, unit, status) => {
    const as = await office.signIn('municipal-coordinator', office.north);
    const person = await addTestPerson(server, office.north);
    expect((await send('POST', `/people/${person.id}/roles`, as, role(name, office[unit]))).status).toBe(
      status,
    );
  });

  it('a regional one makes nobody administrator; an administrator of a municipality none of the region', async () => {
    const person = await addTestPerson(server, office.north);
    const give = (as: string, unit: OrgUnit) =>
      statusAndCode(send('POST', `/people/${person.id}/roles`, as, role('administrator', unit)));
    const regional = await office.signIn('regional-coordinator', office.region);
    expect(await give(regional, office.region)).toEqual([403, 'accounts-role-too-strong']);
    const local = await office.signIn('administrator', office.north);
    expect(await give(local, office.region)).toEqual([403, 'forbidden']);
    expect(await give(local, office.north)).toEqual([200, undefined]);
  });

  it('takes over nobody who is more than she: no link, no address, no sessions, no second factor', async () => {
    const as = await office.signIn('municipal-coordinator', office.north);
    const strong = [
      await addTestPerson(server, office.north, [{ role: 'administrator', unit: office.region }]),
      await addTestPerson(server, office.north, [{ role: 'school-director', unit: office.southSchool }]),
      await addTestPerson(server, office.northSchool, [
        { role: 'regional-coordinator', unit: office.region, fromOn: '2026-09-01' },
      ]),
    ];
    for (const { id, email } of strong) {
      const change = newPerson(office.north, { email: `mine-${email}`, version: 1 });
      const answers = [
        send('POST', `/people/${id}/link`, as, {}),
        send('PUT', `/people/${id}`, as, change),
        send('POST', `/people/${id}/revoke-sessions`, as, {}),
        send('POST', `/people/${id}/second-factor/remove`, as, {}),
      ];
      for (const answer of answers) {
        expect(await statusAndCode(answer)).toEqual([403, 'accounts-role-too-strong']);
      }
    }
    const gone = await addTestPerson(server, office.north, [
      { role: 'administrator', unit: office.region, untilOn: '2026-03-01' },
    ]);
    expect((await send('POST', `/people/${gone.id}/link`, as, {})).status).toBe(200);
  });

  it('ends no role above her own or beside her node', async () => {
    const as = await office.signIn('municipal-coordinator', office.north);
    const administrator = await office.signIn('administrator', office.region);
    const person = await addTestPerson(server, office.north, [
      { role: 'administrator', unit: office.north },
      { role: 'observer', unit: office.southSchool },
      { role: 'curator', unit: office.north },
    ]);
    const { body } = await send('GET', `/people/${person.id}`, administrator);
    const end = async (name: string) => {
      const held = body.roles.find((one: { role: string }) => one.role === name);
      return (await send('POST', `/roles/${held.id}/end`, as, { untilOn: '2026-03-02' })).status;
    };
    expect([await end('administrator'), await end('observer'), await end('curator')]).toEqual([
      403, 404, 200,
    ]);
  });
});

describe('a role', () => {
  it('begins and ends with its days', async () => {
    const as = await office.signIn('municipal-coordinator', office.north);
    const person = await addTestPerson(server, office.north);
    const dates = { fromOn: '2026-03-03', untilOn: '2026-03-04' };
    await send('POST', `/people/${person.id}/roles`, as, role('curator', office.north, dates));
    const { cookie } = await signInOverHttp(server, person);
    const grantsOn = async (day: string) => {
      server.setNow(new Date(`${day}T12:00:00+03:00`));
      const again = await signInOverHttp(server, person);
      return (await send('GET', '/me', again.cookie)).body.grants.length;
    };
    expect((await send('GET', '/me', cookie)).body.grants).toEqual([]);
    expect(await grantsOn('2026-03-03')).toBe(1);
    expect(await grantsOn('2026-03-04')).toBe(1);
    expect(await grantsOn('2026-03-05')).toBe(0);
  });

  it('is not given twice for the same days, nor with its days the wrong way round', async () => {
    const as = await office.signIn('municipal-coordinator', office.north);
    const person = await addTestPerson(server, office.north);
    const give = (change: object) =>
      send('POST', `/people/${person.id}/roles`, as, role('curator', office.north, change));
    expect((await give({ untilOn: '2026-03-31' })).status).toBe(200);
    expect((await give({ fromOn: '2026-03-31' })).body.code).toBe('accounts-role-held');
    expect((await give({ fromOn: '2026-04-01' })).status).toBe(200);
    const wrong = { fromOn: '2025-02-02', untilOn: '2025-02-01' };
    expect((await give(wrong)).body.code).toBe('accounts-role-dates');
  });

  it('of the last administrator of the region is not ended', async () => {
    const own = await startTestServer();
    const region = (await openTestOffice(own)).region;
    const person = await addTestPerson(own, region, [{ role: 'administrator', unit: region }]);
    const { cookie } = await signInOverHttp(own, person);
    const { body } = await own.send('GET', `/api/people/${person.id}`, { as: cookie });
    const end = () =>
      own.send('POST', `/api/roles/${body.roles[0].id}/end`, { as: cookie, body: { untilOn: '2026-03-02' } });
    expect((await end()).body.code).toBe('accounts-last-administrator');
    await addTestPerson(own, region, [{ role: 'administrator', unit: region, fromOn: '2026-04-01' }]);
    expect((await end()).body.code).toBe('accounts-last-administrator');
    await addTestPerson(own, region, [{ role: 'administrator', unit: region, fromOn: '2026-03-01' }]);
    expect((await end()).status).toBe(200);
    await own.close();
  });

  it('of the last two administrators are not both ended when each ends the other’s', async () => {
    const own = await startTestServer();
    const region = (await openTestOffice(own)).region;
    const roles = [{ role: 'administrator' as const, unit: region }];
    const people = [await addTestPerson(own, region, roles), await addTestPerson(own, region, roles)];
    const cookies = await Promise.all(
      people.map(async (person) => (await signInOverHttp(own, person)).cookie),
    );
    const ids = await Promise.all(
      people.map(async ({ id }) => {
        const { body } = await own.send('GET', `/api/people/${id}`, { as: cookies[0]! });
        return body.roles[0].id;
      }),
    );
    const answers = await Promise.all(
      ids
        .toReversed()
        .map((id, at) =>
          own.send('POST', `/api/roles/${id}/end`, { as: cookies[at]!, body: { untilOn: '2026-03-01' } }),
        ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 422]));
    await own.close();
  });
});

describe('a handover', () => {
  const two = async () => {
    const roles = [{ role: 'school-director' as const, unit: office.northSchool }];
    return [
      await addTestPerson(server, office.northSchool, roles),
      await addTestPerson(server, office.north),
    ] as const;
  };
  const grants = async (person: { email: string; password: string }, day: string) => {
    server.setNow(new Date(`${day}T12:00:00+03:00`));
    const { cookie } = await signInOverHttp(server, person);
    const { body } = await send('GET', '/me', cookie);
    return body.grants.map(
      (grant: { role: string; acting: boolean }) => `${grant.role}${grant.acting ? ', acting' : ''}`,
    );
  };

  it('for good ends the roles the day before and begins them for the other', async () => {
    const as = await office.signIn('municipal-coordinator', office.north);
    const [from, to] = await two();
    const order = { toPersonId: to.id, fromOn: '2026-03-10', actingUntilOn: null };
    expect((await send('POST', `/people/${from.id}/handover`, as, order)).body).toEqual({ count: 1 });
    expect([await grants(from, '2026-03-09'), await grants(to, '2026-03-09')]).toEqual([
      ['school-director'],
      [],
    ]);
    expect([await grants(from, '2026-03-10'), await grants(to, '2026-03-10')]).toEqual([
      [],
      ['school-director'],
    ]);
  });

  it('for an absence leaves the roles and makes the other acting until the day', async () => {
    const as = await office.signIn('municipal-coordinator', office.north);
    const [from, to] = await two();
    const order = { toPersonId: to.id, fromOn: '2026-03-10', actingUntilOn: '2026-03-20' };
    await send('POST', `/people/${from.id}/handover`, as, order);
    expect(await grants(from, '2026-03-15')).toEqual(['school-director']);
    expect(await grants(to, '2026-03-20')).toEqual(['school-director, acting']);
    expect(await grants(to, '2026-03-21')).toEqual([]);
  });

  it('lasts when the other has held the same role for a shorter time', async () => {
    const as = await office.signIn('municipal-coordinator', office.north);
    const [from] = await two();
    const to = await addTestPerson(server, office.north, [
      { role: 'school-director', unit: office.northSchool, untilOn: '2026-03-15' },
    ]);
    const order = { toPersonId: to.id, fromOn: '2026-03-10', actingUntilOn: null };
    await send('POST', `/people/${from.id}/handover`, as, order);
    expect(await grants(to, '2026-03-16')).toEqual(['school-director']);
  });

  it('of roles above the coordinator’s own is refused as a whole', async () => {
    const as = await office.signIn('municipal-coordinator', office.north);
    const from = await addTestPerson(server, office.north, [
      { role: 'curator', unit: office.north },
      { role: 'methodologist', unit: office.region },
    ]);
    const to = await addTestPerson(server, office.north);
    const order = { toPersonId: to.id, fromOn: '2026-03-10', actingUntilOn: null };
    const answer = send('POST', `/people/${from.id}/handover`, as, order);
    expect(await statusAndCode(answer)).toEqual([403, 'accounts-role-too-strong']);
    expect(await grants(to, '2026-03-11')).toEqual([]);
  });

  it('with nothing to hand over, or to herself, is refused', async () => {
    const as = await office.signIn('municipal-coordinator', office.north);
    const [from, to] = await two();
    const order = (toPersonId: string) => ({ toPersonId, fromOn: '2026-03-10', actingUntilOn: null });
    const empty = await send('POST', `/people/${to.id}/handover`, as, order(from.id));
    expect(empty.body.code).toBe('accounts-handover-nothing');
    const self = await send('POST', `/people/${from.id}/handover`, as, order(from.id));
    expect(self.body.code).toBe('accounts-handover-to-herself');
  });
});
