import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import type { UnitUse } from '@opora/domain/registry/unit-use.ts';
import { openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { addTestPerson } from '../testing/people-for-tests.ts';
import { activityDraft, planDraft, windowDeadline } from '../testing/plan-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';

const server: TestServer = await startTestServer();
const office: TestOffice = await openTestOffice(server);
const as = await office.signIn('administrator', office.region);
let school: OrgUnit;
afterAll(() => server.close());

// The test's clock stands at 2 March 2026.
const nothing = { settlement: null, inn: null, ogrn: null, code: null, openedOn: null, closedOn: null };
let count = 0;

async function add(kind: 'school' | 'branch', parentId: string): Promise<OrgUnit> {
  count += 1;
  const body = { parentId, kind, name: `Новая ${count}`, shortName: `Новая ${count}`, ...nothing };
  return (await server.send('POST', '/api/org-units', { as, body })).body;
}

async function setClosed(unit: OrgUnit, closedOn: string | null, despiteUse?: boolean) {
  const known = (await server.send('GET', `/api/org-units/${unit.id}`, { as })).body;
  const { id: _id, parentId: _parent, scope: _scope, kind: _kind, ...fields } = known;
  const body = { ...fields, closedOn, ...(despiteUse === undefined ? {} : { despiteUse }) };
  const answer = await server.send('PUT', `/api/org-units/${unit.id}`, { as, body });
  return answer.status === 200 ? 'ok' : answer.body.code;
}

const remove = async (unit: OrgUnit) => {
  const { status, body } = await server.send('DELETE', `/api/org-units/${unit.id}`, { as });
  return status === 200 ? 'ok' : body.code;
};

const usesOf = async (unit: OrgUnit): Promise<UnitUse[]> =>
  (await server.send('GET', `/api/org-units/${unit.id}/use?closedOn=2026-03-01`, { as })).body;

async function givePlan(unit: OrgUnit): Promise<void> {
  const deadline = windowDeadline('до 30 мая', { start: null, end: '2026-05-30' }, { perSchool: true });
  const body = planDraft(office.north.id, {
    schoolIds: [unit.id],
    activities: [activityDraft({ deadline })],
  });
  expect((await server.send('POST', '/api/plans', { as, body })).status).toBe(200);
}

beforeEach(async () => {
  school = await add('school', office.north.id);
});

describe('a unit is closed', () => {
  it('at once when nothing is in use, and opened again', async () => {
    expect(await setClosed(school, '2026-03-01')).toBe('ok');
    expect(await setClosed(school, null)).toBe('ok');
  });

  it('only after the branches below it', async () => {
    const branch = await add('branch', school.id);
    expect(await setClosed(school, '2026-03-01', true)).toBe('registry-open-below');
    expect(await setClosed(branch, '2026-03-01')).toBe('ok');
    expect(await setClosed(school, '2026-03-01')).toBe('ok');
    expect(await setClosed(branch, null)).toBe('registry-parent-closed');
    const body = { parentId: school.id, kind: 'branch', name: 'Ещё', shortName: 'Ещё', ...nothing };
    expect((await server.send('POST', '/api/org-units', { as, body })).body.code).toBe(
      'registry-parent-closed',
    );
    expect(await setClosed(school, null)).toBe('ok');
    expect(await setClosed(branch, null)).toBe('ok');
  });

  it('with people, roles, periods and plans on it only by who has seen them', async () => {
    await addTestPerson(server, school, [{ role: 'school-director', unit: school }]);
    const period = { actNumber: null, actOn: null, fromOn: '2026-01-01', untilOn: null };
    const category = { category: 'low-results', ...period };
    await server.send('POST', `/api/org-units/${school.id}/categories`, { as, body: category });
    const project = { project: '500+', fromOn: '2026-01-01', untilOn: null };
    await server.send('POST', `/api/org-units/${school.id}/projects`, { as, body: project });
    await givePlan(school);
    expect(await setClosed(school, '2026-03-01')).toBe('registry-closing-used');
    expect((await usesOf(school)).map(({ kind, count: number }) => [kind, number])).toEqual([
      ['person', 1],
      ['role', 1],
      ['category', 1],
      ['project', 1],
      ['plan', 1],
      ['instance', 1],
    ]);
    expect(await setClosed(school, '2026-03-01', true)).toBe('ok');
  });

  it('and takes no new role, until it is open again', async () => {
    const person = await addTestPerson(server, office.north);
    const role = {
      orgUnitId: school.id,
      role: 'school-coordinator',
      fromOn: '2026-03-02',
      untilOn: null,
      acting: false,
    };
    const give = async () =>
      (await server.send('POST', `/api/people/${person.id}/roles`, { as, body: role })).body.code ?? 'ok';
    await setClosed(school, '2026-03-01');
    expect(await give()).toBe('accounts-unit-closed');
    await setClosed(school, null);
    expect(await give()).toBe('ok');
  });
});

describe('a unit is removed', () => {
  it('when it was entered by mistake', async () => {
    expect(await remove(school)).toBe('ok');
    expect((await server.send('GET', `/api/org-units/${school.id}`, { as })).status).toBe(404);
  });

  it.each([
    ['a branch', () => add('branch', school.id)],
    ['a person', () => addTestPerson(server, school)],
    ['a plan', () => givePlan(school)],
  ])('never while %s refers to it', async (_name, use) => {
    await use();
    expect(await remove(school)).toBe('registry-removing-used');
    expect((await server.send('GET', `/api/org-units/${school.id}`, { as })).status).toBe(200);
  });
});
