import type { ActivityDraft } from '@opora/domain/plans/plan-draft.ts';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { hearChanges } from '../testing/hear-changes.ts';
import { inSystem, openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { activityDraft, planDraft, windowDeadline } from '../testing/plan-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';
import { holdPlans } from './hold-plans.ts';

let server: TestServer;
let office: TestOffice;
let as: string;
let region: string;

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  as = await office.signIn('municipal-coordinator', office.north);
  region = await office.signIn('regional-coordinator', office.region);
});
afterAll(() => server.close());

const ends = ['2026-02-27', '2026-03-31', '2026-04-30', '2026-05-29'];

type Listed = { id: string; schoolId: string; dueOn: string; state: string; version: number };

/** A regional plan with four terms of every school; its instances of the northern school by their last days. */
async function plan(parties: readonly ActivityDraft['parties'][number][] = []) {
  const deadline = windowDeadline('Ежемесячно, индивидуально', null, {
    kind: 'compound',
    schedule: null,
    perSchool: true,
    windows: ends.map((end) => ({ start: null, end, label: null })),
  });
  const body = planDraft(office.region.id, {
    schoolIds: [office.northSchool.id, office.southSchool.id],
    activities: [activityDraft({ deadline, expected: [], parties: [...parties] })],
  });
  const { planId } = (await server.send('POST', '/api/plans', { as: region, body })).body;
  const read = await server.send('GET', `/api/plans/${planId}`, { as: region });
  return { planId, activity: read.body.activities[0] };
}

async function instances(activityId: string, schoolId: string): Promise<Listed[]> {
  const { body } = await server.send('GET', `/api/activities/${activityId}/instances`, { as: region });
  return body.filter((each: Listed) => each.schoolId === schoolId);
}

const states = async (activityId: string, schoolId = office.northSchool.id): Promise<string[]> =>
  (await instances(activityId, schoolId)).map(({ dueOn, state }) => `${dueOn} ${state}`);

async function move(by: string, id: string, name: string, body: object = {}): Promise<void> {
  const { version } = (await server.send('GET', `/api/instances/${id}`, { as: by })).body;
  const answer = await server.send('POST', `/api/instances/${id}/${name}`, {
    as: by,
    body: { version, ...body },
  });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
}

const minuteLater = () => server.setNow(new Date(server.parts.clock().getTime() + 60_000));

async function close(closedOn: string | null, changes: object = {}): Promise<void> {
  const { id } = office.northSchool;
  const { unit } = (await server.send('GET', `/api/org-units/${id}/details`, { as })).body;
  const { kind: _kind, id: _id, scope: _scope, parentId: _parent, ...known } = unit;
  const body = { ...known, ...changes, closedOn, despiteUse: true };
  const answer = await server.send('PUT', `/api/org-units/${id}`, { as, body });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
}

it('a school that closes owes what was due before; what was accepted stays; it is asked again when it opens', async () => {
  const { activity } = await plan();
  const [february, , april, may] = await instances(activity.id, office.northSchool.id);
  const note = { kind: 'note', expectedResultId: null, note: 'Проведено' };
  await server.send('POST', `/api/instances/${may!.id}/evidence`, { as, body: note });
  await move(as, may!.id, 'submit', { note: null });
  await move(region, may!.id, 'accept', { note: null });
  await move(as, april!.id, 'start');
  const accepted = (await server.send('GET', `/api/instances/${may!.id}`, { as })).body;

  // The branch below it has to close first.
  await server.send('DELETE', `/api/org-units/${office.northBranch.id}`, { as });
  minuteLater();
  await close('2026-03-10');
  expect(await states(activity.id)).toEqual([
    '2026-02-27 planned',
    '2026-04-30 cancelled',
    '2026-05-29 accepted',
  ]);
  expect(await states(activity.id, office.southSchool.id)).toHaveLength(4);
  const { events } = (await server.send('GET', `/api/instances/${april!.id}`, { as })).body;
  const closing = 'МБОУ СОШ № 1: последний день работы — 10.03.2026';
  expect(events).toContainEqual(expect.objectContaining({ to: 'cancelled', note: closing }));

  minuteLater();
  await close(null);
  expect(await states(activity.id)).toEqual([
    '2026-02-27 planned',
    '2026-03-31 planned',
    '2026-04-30 in-progress',
    '2026-05-29 accepted',
  ]);
  const { events: after } = (await server.send('GET', `/api/instances/${april!.id}`, { as })).body;
  const opening = 'МБОУ СОШ № 1: школа продолжает работу';
  expect(after).toContainEqual(
    expect.objectContaining({ from: 'cancelled', to: 'in-progress', note: opening }),
  );
  expect((await server.send('GET', `/api/instances/${may!.id}`, { as })).body).toEqual(accepted);
  expect((await instances(activity.id, office.northSchool.id))[0]?.id).toBe(february!.id);
});

it('a school renamed, and its last day moved, before it opens again is asked for all that its closing had cancelled', async () => {
  const { activity } = await plan();
  const [, , april, may] = await instances(activity.id, office.northSchool.id);
  await move(as, april!.id, 'start');
  await move(as, may!.id, 'start');
  minuteLater();
  await close('2026-03-10');
  minuteLater();
  await close('2026-05-04');
  expect(await states(activity.id)).toEqual([
    '2026-02-27 planned',
    '2026-03-31 planned',
    '2026-04-30 in-progress',
    '2026-05-29 cancelled',
  ]);
  minuteLater();
  const { shortName } = office.northSchool;
  await close('2026-05-04', { shortName: 'СОШ № 1 имени Героя' });
  await close(null, { shortName });
  expect((await states(activity.id)).slice(2)).toEqual(['2026-04-30 in-progress', '2026-05-29 in-progress']);
});

it('a municipality reopens its school under a regional plan whose executors it does not see', async () => {
  const { activity } = await plan([
    { raw: 'Южный район', role: 'lead', orgUnitId: office.south.id, personId: null },
  ]);
  await close('2026-03-10');
  await close(null);
  const again = (await instances(activity.id, office.northSchool.id))[1]!;
  expect(again).toMatchObject({ dueOn: '2026-03-31', version: 1 });
  const south = await office.signIn('municipal-coordinator', office.south);
  const { tasks } = (await server.send('GET', '/api/tasks', { as: south })).body;
  expect(tasks.map(({ instanceId }: { instanceId: string }) => instanceId)).toContain(again.id);
});

it('the terms of a school wait for whoever holds its plan, and who looks at it is told', async () => {
  const { planId } = await plan();
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const holding = inSystem(server, async (tx) => {
    await holdPlans(tx, [planId], 'beside');
    await released;
  });
  const closing = close('2026-03-10').then(() => 'closed');
  const meanwhile = new Promise((wake) => setTimeout(() => wake('waits'), 500));
  const heard = await hearChanges(server);
  const first = await Promise.race([closing, meanwhile]);
  release();
  await holding;
  expect([first, await closing]).toEqual(['waits', 'closed']);
  await vi.waitFor(() => expect(heard.planIds).toContain(planId));
  await heard.stop();
  await close(null);
});

it('a new deadline is not asked of a closed school, and the accepted past of the others stays', async () => {
  const { activity } = await plan();
  await close('2026-03-10');
  const [first] = await instances(activity.id, office.southSchool.id);
  await move(region, first!.id, 'submit', { note: null });
  const other = await office.signIn('regional-coordinator', office.region);
  await move(other, first!.id, 'accept', { note: null });
  const { no, title, sectionId, version } = activity;
  const body = {
    no,
    title,
    sectionId,
    version,
    deadline: 'до 15.02.2026, до 15.04.2026, индивидуально',
    parties: [],
    expected: [],
  };
  const changed = await server.send('PUT', `/api/activities/${activity.id}`, { as: region, body });
  expect(changed.status, JSON.stringify(changed.body)).toBe(200);
  expect(await states(activity.id)).toEqual(['2026-02-15 planned']);
  expect(await states(activity.id, office.southSchool.id)).toEqual([
    '2026-02-27 accepted',
    '2026-04-15 planned',
  ]);
  await close(null);
});

it('a category that is given or ends changes no plan by itself, and is asked about beside its editions', async () => {
  const category = async (unit: { id: string }, fromOn: string, untilOn: string | null) => {
    const body = { category: 'low-results', fromOn, untilOn, actNumber: null, actOn: null };
    const answer = await server.send('POST', `/api/org-units/${unit.id}/categories`, { as: region, body });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  };
  const body = planDraft(office.region.id, { schoolIds: [office.northSchool.id] });
  const { planId } = (await server.send('POST', '/api/plans', { as: region, body })).body;
  await category(office.northSchool, '2025-09-01', '2026-02-20');
  await category(office.southSchool, '2026-02-25', null);
  const questions = async (by: string) =>
    (await server.send('GET', `/api/plans/${planId}/editions`, { as: by })).body.participantQuestions;
  expect(await questions(region)).toMatchObject([
    { schoolId: office.northSchool.id, kind: 'lost', on: '2026-02-20' },
    { schoolId: office.southSchool.id, kind: 'gained', on: '2026-02-25' },
  ]);
  expect(await questions(await office.signIn('school-director', office.northSchool))).toEqual([]);
});
