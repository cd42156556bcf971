import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';

let server: TestServer;
let office: TestOffice;

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
});
afterAll(() => server.close());

const unit = (id: string) => `/api/org-units/${id}`;
const category = {
  category: 'low-results',
  actNumber: '15-р',
  actOn: '2025-12-20',
  fromOn: '2026-01-01',
  untilOn: null as string | null,
};
const project = { project: '500+', fromOn: '2024-09-01', untilOn: null as string | null };

const details = async (id: string, as: string) =>
  (await server.send('GET', `${unit(id)}/details`, { as })).body;

describe('what is known of a school', () => {
  it('is its line, its branches, aliases, categories and projects', async () => {
    const as = await office.signIn('school-director', office.northSchool);
    const { status, body } = await server.send('GET', `${unit(office.northSchool.id)}/details`, { as });
    expect(status).toBe(200);
    expect(body.line.map((above: { id: string }) => above.id)).toEqual([office.region.id, office.north.id]);
    expect(body.below.map((branch: { id: string }) => branch.id)).toEqual([office.northBranch.id]);
    expect([body.aliases, body.categories, body.projects]).toEqual([[], [], []]);
  });

  it('is hidden from a neighbour', async () => {
    const as = await office.signIn('school-director', office.southSchool);
    expect((await server.send('GET', `${unit(office.northSchool.id)}/details`, { as })).status).toBe(404);
  });
});

describe('a category', () => {
  it('is given by an act, ends, and may be given again', async () => {
    const as = await office.signIn('municipal-coordinator', office.north);
    const path = `${unit(office.northSchool.id)}/categories`;
    const added = await server.send('POST', path, { as, body: category });
    expect(added.status).toBe(200);
    expect(added.body).toMatchObject({ ...category, version: 1 });

    const twice = await server.send('POST', path, { as, body: { ...category, fromOn: '2027-01-01' } });
    expect([twice.status, twice.body.code]).toEqual([409, 'registry-period-overlaps']);

    const ended = await server.send('PUT', `/api/school-categories/${added.body.id}`, {
      as,
      body: { ...category, untilOn: '2026-12-31', version: 1 },
    });
    expect(ended.body.untilOn).toBe('2026-12-31');
    const again = await server.send('POST', path, { as, body: { ...category, fromOn: '2027-01-01' } });
    expect(again.status).toBe(200);
    const known = await details(office.northSchool.id, as);
    expect(known.categories.map((each: { fromOn: string }) => each.fromOn)).toEqual([
      '2027-01-01',
      '2026-01-01',
    ]);
    const all = await server.send('GET', '/api/school-categories', { as });
    expect(all.body).toHaveLength(2);
  });

  it('does not shut out the other one: a school may be in both', async () => {
    const as = await office.signIn('administrator', office.region);
    const path = `${unit(office.southSchool.id)}/categories`;
    expect((await server.send('POST', path, { as, body: category })).status).toBe(200);
    const other = { ...category, category: 'difficult-conditions' };
    expect((await server.send('POST', path, { as, body: other })).status).toBe(200);
  });

  it('entered by mistake is removed; the second of two edits from one version is refused', async () => {
    const as = await office.signIn('administrator', office.region);
    const added = await server.send('POST', `${unit(office.northBranch.id)}/categories`, {
      as,
      body: category,
    });
    const path = `/api/school-categories/${added.body.id}`;
    const change = { ...category, actNumber: '16-р', version: 1 };
    expect((await server.send('PUT', path, { as, body: change })).status).toBe(200);
    expect((await server.send('PUT', path, { as, body: change })).body.code).toBe('changed-meanwhile');
    expect((await server.send('DELETE', path, { as })).status).toBe(200);
    expect((await details(office.northBranch.id, as)).categories).toEqual([]);
    expect((await server.send('DELETE', path, { as })).status).toBe(404);
  });

  it('is of schools and branches only, and its period does not run backwards', async () => {
    const as = await office.signIn('administrator', office.region);
    const onDistrict = await server.send('POST', `${unit(office.north.id)}/categories`, {
      as,
      body: category,
    });
    expect(onDistrict.body.code).toBe('registry-not-a-school');
    const backwards = await server.send('POST', `${unit(office.northBranch.id)}/categories`, {
      as,
      body: { ...category, untilOn: '2025-01-01' },
    });
    expect(backwards.body.code).toBe('registry-period-wrong');
  });

  it('is not given by the school itself', async () => {
    const as = await office.signIn('school-director', office.northSchool);
    const { status } = await server.send('POST', `${unit(office.northSchool.id)}/categories`, {
      as,
      body: category,
    });
    expect(status).toBe(403);
  });
});

describe('a project', () => {
  it('is entered, changed and removed', async () => {
    const as = await office.signIn('municipal-coordinator', office.north);
    const path = `${unit(office.northSchool.id)}/projects`;
    const added = await server.send('POST', path, { as, body: project });
    expect(added.status).toBe(200);
    expect((await server.send('POST', path, { as, body: project })).body.code).toBe(
      'registry-period-overlaps',
    );
    const other = { ...project, project: 'Точка роста' };
    expect((await server.send('POST', path, { as, body: other })).status).toBe(200);
    const changed = await server.send('PUT', `/api/project-memberships/${added.body.id}`, {
      as,
      body: { ...project, untilOn: '2025-08-31', version: 1 },
    });
    expect(changed.body.version).toBe(2);
    await server.send('DELETE', `/api/project-memberships/${added.body.id}`, { as });
    const { projects } = await details(office.northSchool.id, as);
    expect(projects.map((each: { project: string }) => each.project)).toEqual(['Точка роста']);
  });

  it('of a neighbour’s school is not found', async () => {
    const as = await office.signIn('municipal-coordinator', office.north);
    const { status } = await server.send('POST', `${unit(office.southSchool.id)}/projects`, {
      as,
      body: project,
    });
    expect(status).toBe(404);
  });
});

describe('a name that documents use', () => {
  it('is added once, whatever its case, and removed', async () => {
    const as = await office.signIn('administrator', office.region);
    const path = `${unit(office.north.id)}/aliases`;
    const added = await server.send('POST', path, { as, body: { name: 'Отдел «ДО»' } });
    expect(added.status).toBe(200);
    const again = await server.send('POST', path, { as, body: { name: 'отдел до' } });
    expect([again.status, again.body.code]).toEqual([409, 'already-exists']);
    expect((await details(office.north.id, as)).aliases).toEqual([added.body]);
    expect((await server.send('DELETE', `/api/org-unit-aliases/${added.body.id}`, { as })).status).toBe(200);
    expect((await details(office.north.id, as)).aliases).toEqual([]);
  });

  it('is not for a school to give to its municipality', async () => {
    const as = await office.signIn('school-coordinator', office.northSchool);
    const { status } = await server.send('POST', `${unit(office.north.id)}/aliases`, {
      as,
      body: { name: 'РУО' },
    });
    expect(status).toBe(403);
  });
});

describe('the history of a unit', () => {
  it('tells who changed what, from what to what, and what was added', async () => {
    const as = await office.signIn('administrator', office.region);
    const school = (await server.send('GET', unit(office.southSchool.id), { as })).body;
    const { id, parentId, scope, kind, ...fields } = school;
    void [id, parentId, scope, kind];
    await server.send('PUT', unit(school.id), { as, body: { ...fields, settlement: 'с. Новое' } });
    await server.send('POST', `${unit(school.id)}/aliases`, { as, body: { name: 'Вторая школа' } });
    const { body } = await server.send('GET', `${unit(school.id)}/history`, { as });
    expect(body[0]).toMatchObject({
      by: 'Иванова\u00A0А.\u00A0П.',
      subject: 'alias',
      change: 'insert',
      fields: [{ name: 'name', before: null, after: 'Вторая школа' }],
    });
    expect(body[1]).toMatchObject({
      subject: 'unit',
      change: 'update',
      fields: [{ name: 'settlement', before: null, after: 'с. Новое' }],
    });
  });

  it('is not for a school director', async () => {
    const as = await office.signIn('school-director', office.southSchool);
    expect((await server.send('GET', `${unit(office.southSchool.id)}/history`, { as })).status).toBe(403);
  });
});
