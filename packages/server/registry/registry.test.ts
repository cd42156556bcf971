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

const school = (parentId: string) => ({
  parentId,
  kind: 'school',
  name: 'МБОУ ООШ № 7',
  shortName: 'ООШ № 7',
  settlement: 'с. Луговое',
  inn: null,
  ogrn: null,
  code: null,
  openedOn: null,
  closedOn: null,
});

describe('the organisation tree', () => {
  it('shows a municipal coordinator her own line and nothing of the neighbour', async () => {
    const as = await office.signIn('municipal-coordinator', office.north);
    const { status, body } = await server.send('GET', '/api/org-units', { as });
    expect(status).toBe(200);
    const seen = body.map((unit: { name: string }) => unit.name);
    expect(seen).toContain(office.region.name);
    expect(seen).toContain(office.northBranch.name);
    expect(seen).not.toContain(office.southSchool.name);
  });

  it('takes a new school below the coordinator’s municipality and gives it back', async () => {
    const as = await office.signIn('municipal-coordinator', office.north);
    const added = await server.send('POST', '/api/org-units', { as, body: school(office.north.id) });
    expect(added.status).toBe(200);
    expect(added.body.scope.startsWith(`${office.north.scope}.`)).toBe(true);
    const again = await server.send('GET', `/api/org-units/${added.body.id}`, { as });
    expect(again.body).toEqual(added.body);
  });

  it('hides a neighbour’s municipality: adding below it finds nothing', async () => {
    const as = await office.signIn('municipal-coordinator', office.north);
    const { status, body } = await server.send('POST', '/api/org-units', {
      as,
      body: school(office.south.id),
    });
    expect([status, body.code]).toEqual([404, 'not-found']);
  });

  it('refuses a school director who would add a school', async () => {
    const as = await office.signIn('school-director', office.northSchool);
    const { status, body } = await server.send('POST', '/api/org-units', {
      as,
      body: school(office.north.id),
    });
    expect([status, body.code]).toEqual([403, 'forbidden']);
    expect(body.title).toContain('нет прав');
  });

  it('refuses a school below a branch, and an INN whose check digit does not fit', async () => {
    const as = await office.signIn('administrator', office.region);
    const below = await server.send('POST', '/api/org-units', { as, body: school(office.northBranch.id) });
    expect(below.body.code).toBe('registry-parent-kind');
    const inn = { ...school(office.north.id), inn: '7707083894' };
    expect((await server.send('POST', '/api/org-units', { as, body: inn })).body.code).toBe(
      'registry-inn-wrong',
    );
  });

  it('refuses the second of two edits that began from one version', async () => {
    const as = await office.signIn('administrator', office.region);
    const { kind, ...fields } = school(office.north.id);
    void kind;
    const change = { ...fields, name: 'МБОУ СОШ № 1 имени Героя', version: office.northSchool.version };
    const path = `/api/org-units/${office.northSchool.id}`;
    expect((await server.send('PUT', path, { as, body: change })).status).toBe(200);
    expect((await server.send('PUT', path, { as, body: change })).body.code).toBe('changed-meanwhile');
  });

  it('names the fields that do not fit', async () => {
    const as = await office.signIn('administrator', office.region);
    const { status, body } = await server.send('POST', '/api/org-units', {
      as,
      body: { ...school(office.north.id), name: '' },
    });
    expect(status).toBe(400);
    expect(body.fields).toEqual([{ path: 'name', message: 'too_small' }]);
  });

  it('answers nobody with 401', async () => {
    expect((await server.send('GET', '/api/org-units')).status).toBe(401);
  });
});
