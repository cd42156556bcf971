import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { activityDraft, planDraft } from '../testing/plan-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';

let server: TestServer;
let office: TestOffice;
let as: string;

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  as = await office.signIn('municipal-coordinator', office.north);
});
afterAll(() => server.close());

const printed = 'Школа № 1';
const asText = { kind: 'text' };
const school = () => ({ kind: 'unit', id: office.northSchool.id });

/** Two activities where the school answers, one where another does. */
async function newPlan(): Promise<string> {
  const party = (raw: string) => ({ raw, role: 'lead' as const, orgUnitId: null, personId: null });
  const activities = [printed, printed, 'ИМЦ'].map((raw) => activityDraft({ parties: [party(raw)] }));
  return (await server.send('POST', '/api/plans', { as, body: planDraft(office.north.id, { activities }) }))
    .body.planId;
}

const activitiesOf = async (planId: string) =>
  (await server.send('GET', `/api/plans/${planId}`, { as })).body.activities;

const match = (planId: string, body: object) =>
  server.send('PUT', `/api/plans/${planId}/parties`, {
    as,
    body: { printed, seen: asText, choice: school(), activityIds: null, ...body },
  });

describe('a printed name is said to mean a school', () => {
  it('wherever it stands, and its people may act at once', async () => {
    const planId = await newPlan();
    const director = await office.signIn('school-director', office.northSchool);
    const [first] = await activitiesOf(planId);
    const { body: list } = await server.send('GET', `/api/activities/${first.id}/instances`, { as });
    const start = () =>
      server.send('POST', `/api/instances/${list[0].id}/start`, { as: director, body: { version: 1 } });
    expect((await start()).body.code).toBe('forbidden');
    expect((await match(planId, {})).body.activityIds).toHaveLength(2);
    expect((await start()).body.state).toBe('in-progress');
    const after = await activitiesOf(planId);
    expect(
      after.map((row: { parties: { orgUnitId: string | null }[] }) => row.parties[0]?.orgUnitId),
    ).toEqual([office.northSchool.id, office.northSchool.id, null]);
    expect(after.map((row: { version: number }) => row.version)).toEqual([2, 2, 1]);
  });

  it('in one activity only, when that is asked', async () => {
    const planId = await newPlan();
    const [first] = await activitiesOf(planId);
    expect((await match(planId, { activityIds: [first.id] })).body.activityIds).toEqual([first.id]);
  });

  it('and back, in the same activities', async () => {
    const planId = await newPlan();
    const { activityIds } = (await match(planId, {})).body;
    expect((await match(planId, { seen: school(), choice: asText, activityIds })).status).toBe(200);
    const [first] = await activitiesOf(planId);
    expect(first.parties[0].orgUnitId).toBeNull();
  });
});

describe('the matching is refused', () => {
  it('when somebody has matched the name otherwise meanwhile', async () => {
    const planId = await newPlan();
    await match(planId, {});
    const other = { kind: 'unit', id: office.northBranch.id };
    expect((await match(planId, { choice: other })).body.code).toBe('changed-meanwhile');
  });

  it('to a school that the person does not see, and nothing is kept', async () => {
    const planId = await newPlan();
    expect((await match(planId, { choice: { kind: 'unit', id: office.southSchool.id } })).status).toBe(404);
    const [first] = await activitiesOf(planId);
    expect([first.version, first.parties[0].orgUnitId]).toEqual([1, null]);
  });
});

describe('whom a name may mean', () => {
  const options = async (query: string) =>
    (await server.send('GET', `/api/party-options?${query}`, { as })).body as {
      name: string;
      place: string | null;
    }[];

  it('is offered by likeness', async () => {
    const found = await options(`printed=${encodeURIComponent('СОШ № 1')}`);
    expect(found).toEqual([expect.objectContaining({ name: 'МБОУ СОШ № 1', place: 'Северный район' })]);
  });

  it('is found by its words among organisations and people that the person sees', async () => {
    const found = await options(`printed=x&question=${encodeURIComponent('иванова')}`);
    expect(found[0]).toMatchObject({ name: 'Иванова Анна Петровна', choice: { kind: 'person' } });
    expect(await options(`printed=x&question=${encodeURIComponent('ООШ № 2')}`)).toEqual([]);
  });
});

describe('who may be named as the one who does it', () => {
  it('works with the executors or above them; whoever works there comes first, words narrow', async () => {
    const planId = await newPlan();
    await office.signIn('curator', office.south);
    await office.signIn('school-coordinator', office.northSchool);
    await match(planId, {});
    const [first] = await activitiesOf(planId);
    const { body: list } = await server.send('GET', `/api/activities/${first.id}/instances`, { as });
    const path = `/api/instances/${list[0].id}/assignees`;
    const { body } = await server.send('GET', path, { as });
    const places: string[] = body.map(({ orgUnitName }: { orgUnitName: string }) => orgUnitName);
    expect([places[0], places.includes('Южный район')]).toEqual(['МБОУ СОШ № 1', false]);
    expect(places).toContain('Северный район');
    const narrowed = await server.send('GET', `${path}?search=${encodeURIComponent('иван северный')}`, {
      as,
    });
    expect(new Set(narrowed.body.map((one: { orgUnitName: string }) => one.orgUnitName))).toEqual(
      new Set(['Северный район']),
    );
    const stranger = await office.signIn('school-director', office.southSchool);
    expect((await server.send('GET', path, { as: stranger })).status).toBe(404);
  });
});
