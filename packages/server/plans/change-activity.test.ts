import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { activityDraft, planDraft } from '../testing/plan-for-tests.ts';
import { type Answer, startTestServer, type TestServer } from '../testing/server-for-tests.ts';

let server: TestServer;
let office: TestOffice;
let as: string;
let second: string;

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  as = await office.signIn('municipal-coordinator', office.north);
  second = await office.signIn('municipal-coordinator', office.north);
});
afterAll(() => server.close());

async function newPlan(count = 1): Promise<string> {
  const activities = Array.from({ length: count }, (_, at) =>
    activityDraft({ no: `1.${at + 1}`, expected: [] }),
  );
  const body = planDraft(office.north.id, { schoolIds: [office.northSchool.id], activities });
  return (await server.send('POST', '/api/plans', { as, body })).body.planId;
}

async function activitiesOf(planId: string) {
  return (await server.send('GET', `/api/plans/${planId}`, { as })).body.activities;
}

async function change(planId: string, changes: object): Promise<Answer> {
  const [activity] = await activitiesOf(planId);
  const { id, no, sectionId, title, deadline, version } = activity;
  const body = {
    no,
    sectionId,
    title,
    deadline: deadline.raw,
    parties: [],
    expected: [],
    version,
    ...changes,
  };
  return server.send('PUT', `/api/activities/${id}`, { as, body });
}

describe('an activity is changed', () => {
  it('and its phrase is read anew: an open instance takes the new term', async () => {
    const planId = await newPlan();
    expect((await change(planId, { deadline: 'до 20.04.2026', title: 'Вебинар' })).status).toBe(200);
    const [activity] = await activitiesOf(planId);
    expect([activity.title, activity.deadline.raw]).toEqual(['Вебинар', 'до 20.04.2026']);
    expect(activity.terms).toMatchObject([{ dueOn: '2026-04-20', counts: { planned: 1 } }]);
  });

  it('and is refused a term that comes to more things to do than a plan can have', async () => {
    const body = planDraft(office.north.id, { periodStartsOn: '1900-01-01', periodEndsOn: '2199-12-31' });
    const planId = (await server.send('POST', '/api/plans', { as, body })).body.planId;
    expect((await change(planId, { deadline: '10 раз в неделю' })).body.code).toBe(
      'plans-too-many-instances',
    );
    const [activity] = await activitiesOf(planId);
    expect([activity.deadline.raw, activity.terms.length]).toEqual(['март 2026', 1]);
  });

  it('and the days that its instances were given stay while its phrase does', async () => {
    const planId = await newPlan();
    const [{ id }] = await activitiesOf(planId);
    const { body: list } = await server.send('GET', `/api/activities/${id}/instances`, { as });
    const postponed = { version: 1, note: 'Паводок', dueOn: '2026-06-15' };
    await server.send('POST', `/api/instances/${list[0].id}/postpone`, { as, body: postponed });
    expect((await change(planId, { title: 'Вебинар' })).status).toBe(200);
    const [activity] = await activitiesOf(planId);
    expect(activity.terms).toMatchObject([{ dueOn: '2026-06-15', counts: { postponed: 1 } }]);
  });

  it('and what was accepted stays as it was', async () => {
    const planId = await newPlan();
    const [{ id }] = await activitiesOf(planId);
    const { body: list } = await server.send('GET', `/api/activities/${id}/instances`, { as });
    const path = `/api/instances/${list[0].id}`;
    await server.send('POST', `${path}/submit`, { as, body: { version: 1, note: null } });
    const accepted = await server.send('POST', `${path}/accept`, {
      as: second,
      body: { version: 2, note: null },
    });
    expect(accepted.body.state).toBe('accepted');
    await change(planId, { deadline: 'до 20.02.2026' });
    const [activity] = await activitiesOf(planId);
    expect(activity.terms).toMatchObject([{ dueOn: '2026-03-31', counts: { accepted: 1 } }]);
  });

  it('and a new party may act at once', async () => {
    const planId = await newPlan();
    const school = await office.signIn('school-director', office.northSchool);
    const [{ id }] = await activitiesOf(planId);
    const { body: list } = await server.send('GET', `/api/activities/${id}/instances`, { as });
    const start = () =>
      server.send('POST', `/api/instances/${list[0].id}/start`, { as: school, body: { version: 1 } });
    expect((await start()).body.code).toBe('forbidden');
    const party = { raw: 'Школа', role: 'lead', orgUnitId: office.northSchool.id, personId: null };
    await change(planId, { parties: [party] });
    expect((await start()).body.state).toBe('in-progress');
  });

  it('and evidence stays with the expected result whose words stay', async () => {
    const planId = await newPlan();
    await change(planId, { expected: ['Приказ', 'Протокол'] });
    const before = (await activitiesOf(planId))[0].expected;
    await change(planId, { expected: ['Отчёт', 'Приказ'] });
    const after = (await activitiesOf(planId))[0].expected;
    expect(after.map((row: { raw: string }) => row.raw)).toEqual(['Отчёт', 'Приказ']);
    expect(after[1].id).toBe(before[0].id);
  });

  it('and the second of two who began from one version is refused', async () => {
    const planId = await newPlan();
    const [{ version }] = await activitiesOf(planId);
    expect((await change(planId, { title: 'Первая', version })).status).toBe(200);
    expect((await change(planId, { title: 'Вторая', version })).body.code).toBe('changed-meanwhile');
  });

  it('and its history tells who, what, from what and to what', async () => {
    const planId = await newPlan();
    await change(planId, { title: 'Новое название', expected: ['Справка'] });
    const [{ id }] = await activitiesOf(planId);
    const { body } = await server.send('GET', `/api/activities/${id}/history`, { as });
    expect(body).toContainEqual(
      expect.objectContaining({
        subject: 'activity',
        what: 'title',
        from: 'Семинар для школьных команд',
        to: 'Новое название',
        by: 'Иванова\u00a0А.\u00a0П.',
      }),
    );
    expect(body).toContainEqual(
      expect.objectContaining({ subject: 'expected', change: 'insert', to: 'Справка' }),
    );
  });
});

describe('the rows of a plan', () => {
  const numbers = async (planId: string) =>
    (await activitiesOf(planId)).map((activity: { no: string }) => activity.no);

  it('are added, put in another place and taken out', async () => {
    const planId = await newPlan(3);
    const fields = { no: '1.4', sectionId: null, title: 'Ещё', deadline: 'май', parties: [], expected: [] };
    const added = await server.send('POST', `/api/plans/${planId}/activities`, { as, body: fields });
    expect(await numbers(planId)).toEqual(['1.1', '1.2', '1.3', '1.4']);
    const [first, second_] = await activitiesOf(planId);
    const place = { sectionId: null, beforeId: second_.id };
    await server.send('POST', `/api/activities/${added.body.activityId}/place`, { as, body: place });
    expect(await numbers(planId)).toEqual(['1.1', '1.4', '1.2', '1.3']);
    await server.send('POST', `/api/activities/${first.id}/remove`, { as, body: { version: first.version } });
    expect(await numbers(planId)).toEqual(['1.4', '1.2', '1.3']);
  });

  it('of one plan do not take a section of another', async () => {
    const [planId, other] = [await newPlan(), await newPlan()];
    const { body } = await server.send('GET', `/api/plans/${other}`, { as });
    expect((await change(planId, { sectionId: body.sections[0].id })).body.code).toBe('not-found');
  });

  it('are not changed by a school', async () => {
    const planId = await newPlan();
    const [{ id, version }] = await activitiesOf(planId);
    const school = await office.signIn('school-director', office.northSchool);
    const answer = await server.send('POST', `/api/activities/${id}/remove`, {
      as: school,
      body: { version },
    });
    expect(answer.body.code).toBe('forbidden');
  });
});

it('the matrix gives each activity in each school, and a school only its own column', async () => {
  const body = planDraft(office.region.id, {
    schoolIds: [office.northSchool.id, office.southSchool.id],
    activities: [
      activityDraft({ deadline: { ...activityDraft().deadline, perSchool: true } }),
      activityDraft({ no: '1.2' }),
    ],
  });
  const region = await office.signIn('regional-coordinator', office.region);
  const { body: created } = await server.send('POST', '/api/plans', { as: region, body });
  const path = `/api/plans/${created.planId}/matrix`;
  const { activityIds } = (await server.send('GET', path, { as: region })).body;
  expect(activityIds).toHaveLength(1);
  const cells = async (as: string, schools: readonly OrgUnit[]) => {
    const schoolIds = schools.map(({ id }) => id).join(',');
    const window = `${path}/cells?activityIds=${activityIds[0]}&schoolIds=${schoolIds}`;
    return (await server.send('GET', window, { as })).body;
  };
  const both = [office.northSchool, office.southSchool];
  const all = await cells(region, both);
  expect(all).toHaveLength(2);
  expect(all[0]).toMatchObject({ counts: { planned: 1 }, dueOn: '2026-03-31', lateCount: 0 });
  expect(await cells(region, [office.northSchool])).toHaveLength(1);
  const school = await office.signIn('school-director', office.southSchool);
  expect((await server.send('GET', path, { as: school })).body).toEqual({ activityIds });
  const own = await cells(school, both);
  expect(own.map((cell: { schoolId: string }) => cell.schoolId)).toEqual([office.southSchool.id]);
});
