import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanCascade, UnitCascade } from '@opora/domain/cascade/cascade-contract.ts';
import { openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { activityDraft, planDraft, windowDeadline } from '../testing/plan-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';

let server: TestServer;
let office: TestOffice;
let regional: string;
let municipal: string;
let planId: string;
let activityId: string;
let northPlan: { id: string; activityId: string };

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  regional = await office.signIn('regional-coordinator', office.region);
  municipal = await office.signIn('municipal-coordinator', office.north);
  planId = (await send('POST', '/plans', planDraft(office.region.id), regional)).body.planId;
  activityId = await activityOf(planId, regional);
  const own = planDraft(office.north.id, {
    activities: [
      activityDraft({ deadline: windowDeadline('апрель', { start: '2026-04-01', end: '2026-04-30' }) }),
    ],
  });
  const id = (await send('POST', '/plans', own)).body.planId;
  northPlan = { id, activityId: await activityOf(id, municipal) };
}, 60_000);
afterAll(() => server.close());

const send = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object, as = municipal) =>
  server.send(method, `/api${path}`, { as, ...(body === undefined ? {} : { body }) });
const activityOf = async (plan: string, as: string): Promise<string> =>
  (await send('GET', `/plans/${plan}`, undefined, as)).body.activities[0].id;

const asked = {
  level: 'municipality',
  who: { choice: 'all' },
  dueOn: null,
  expected: [],
  isCancelled: false,
};
const add = async (changes: object = {}): Promise<string> =>
  (await send('POST', `/activities/${activityId}/requirements`, { ...asked, ...changes }, regional)).body
    .requirementId;
const above = async (as = regional): Promise<PlanCascade> =>
  (await send('GET', `/plans/${planId}/requirements`, undefined, as)).body;
const below = async (as = municipal, unit = office.north.id): Promise<UnitCascade> =>
  (await send('GET', `/org-units/${unit}/requirements`, undefined, as)).body;
const find = <T extends { readonly id: string }>(
  cascade: { readonly requirements: readonly T[] },
  id: string,
): T =>
  // One that is missing is what some of the tests expect.
  cascade.requirements.find((one) => one.id === id)!;

describe('what is asked above', () => {
  it('is a gap until an activity below answers, and its progress rolls up', async () => {
    const id = await add({ dueOn: '2026-04-20' });
    expect(find(await above(), id)).toMatchObject({
      progress: { asked: 2, answered: 0, done: 0, late: 0 },
      gaps: [{ name: 'Северный район' }, { name: 'Южный район' }],
    });
    const bind = { orgUnitId: office.north.id, activityId: northPlan.activityId };
    expect((await send('POST', `/requirements/${id}/answers`, bind)).status).toBe(200);
    expect((await send('POST', `/requirements/${id}/answers`, bind)).body.code).toBe('already-exists');
    expect(find(await below(), id).answers).toMatchObject([
      {
        activityId: northPlan.activityId,
        progress: { done: 0, total: 1, late: 0 },
        isLater: true,
        seen: null,
      },
    ]);
    server.setNow(new Date('2026-05-04T09:00:00+03:00'));
    const inMay = await office.signIn('regional-coordinator', office.region);
    expect(find(await above(inMay), id)).toMatchObject({
      progress: { asked: 2, answered: 1, done: 0, late: 1 },
      gaps: [{ name: 'Южный район' }],
    });
    server.setNow(new Date('2026-03-02T09:00:00+03:00'));
    const { answers } = find(await below(), id);
    expect((await send('DELETE', `/requirement-answers/${answers[0]!.id}`)).status).toBe(200);
    expect(find(await above(), id).progress.answered).toBe(0);
  });

  it('shows a neighbour neither the answer nor its plan, and lets nobody answer for another', async () => {
    const id = await add();
    await send('POST', `/requirements/${id}/answers`, {
      orgUnitId: office.north.id,
      activityId: northPlan.activityId,
    });
    const south = await office.signIn('municipal-coordinator', office.south);
    expect(find(await below(south, office.south.id), id).answers).toEqual([]);
    expect((await send('GET', `/org-units/${office.north.id}/requirements`, undefined, south)).status).toBe(
      404,
    );
    const foreign = { orgUnitId: office.south.id, activityId: northPlan.activityId };
    expect((await send('POST', `/requirements/${id}/answers`, foreign, south)).status).toBe(404);
    expect((await send('GET', `/plans/${planId}/requirements`, undefined, south)).status).toBe(403);
  });

  it('is asked of the chosen and of schools, which read it and cannot change it', async () => {
    const chosen = await add({ who: { choice: 'chosen', unitIds: [office.south.id] } });
    expect(find(await below(), chosen)).toBeUndefined();
    const ofSchools = await add({ level: 'school' });
    const director = await office.signIn('school-director', office.northSchool);
    expect(find(await below(director, office.northSchool.id), ofSchools)).toBeDefined();
    const change = { ...asked, level: 'school', version: 1 };
    expect((await send('PUT', `/requirements/${ofSchools}`, change, director)).status).toBe(403);
    const outside = {
      ...asked,
      who: { choice: 'chosen', unitIds: [office.southSchool.id] },
      level: 'school',
    };
    const path = `/activities/${northPlan.activityId}/requirements`;
    expect((await send('POST', path, outside)).status).toBe(404);
  });
});

describe('a change above', () => {
  it('is told below with the old words until it is taken note of', async () => {
    const id = await add({ expected: ['Приказ'] });
    await send('POST', `/requirements/${id}/answers`, {
      orgUnitId: office.north.id,
      activityId: northPlan.activityId,
    });
    const change = { ...asked, expected: ['Приказ', 'Справка'], dueOn: '2026-04-10', version: 1 };
    expect((await send('PUT', `/requirements/${id}`, change, regional)).status).toBe(200);
    expect((await send('PUT', `/requirements/${id}`, change, regional)).body.code).toBe('changed-meanwhile');
    const requirement = find(await below(), id);
    const answer = requirement.answers[0]!;
    expect(answer.seen).toMatchObject({ dueOn: null, expected: ['Приказ'] });
    expect(find(await above(), id).answers[0]!.seen).not.toBeNull();
    const path = `/requirement-answers/${answer.id}/confirm`;
    expect((await send('POST', path, { current: answer.seen })).body.code).toBe('changed-meanwhile');
    expect((await send('POST', path, { current: requirement.state })).status).toBe(200);
    expect(find(await below(), id).answers[0]!.seen).toBeNull();
  });

  it('goes into an amendment, and counts as seen once that is approved', async () => {
    const id = await add();
    await send('POST', `/requirements/${id}/answers`, {
      orgUnitId: office.north.id,
      activityId: northPlan.activityId,
    });
    await send('PUT', `/requirements/${id}`, { ...asked, dueOn: '2026-04-15', version: 1 }, regional);
    const answer = find(await below(), id).answers[0]!;
    const { amendmentId } = (await send('POST', `/requirement-answers/${answer.id}/take`)).body;
    expect(find(await below(), id).answers[0]).toMatchObject({ takenAmendmentId: amendmentId });
    expect(find(await below(), id).answers[0]!.seen).not.toBeNull();
    const { content, version } = (await send('GET', `/amendments/${amendmentId}`)).body;
    expect(content.definition.activities[0].deadline.raw).toBe('до 15.04.2026');
    await approve(amendmentId, version);
    expect(find(await below(), id).answers[0]).toMatchObject({
      takenAmendmentId: null,
      seen: null,
      isLater: false,
    });

    await send('PUT', `/requirements/${id}`, { ...asked, dueOn: '2026-04-18', version: 2 }, regional);
    const again = (await send('POST', `/requirement-answers/${answer.id}/take`)).body.amendmentId;
    expect(find(await below(), id).answers[0]!.seen).toMatchObject({ dueOn: '2026-04-15' });
    await send('POST', `/amendments/${again}/discard`, {
      version: (await send('GET', `/amendments/${again}`)).body.version,
    });
    expect(find(await below(), id).answers[0]!.seen).toMatchObject({ dueOn: '2026-04-15' });
  });
});

describe('what is asked drafted below', () => {
  it('becomes a plan whose rows answer once it is approved', async () => {
    const id = await add({ dueOn: '2026-04-20', expected: ['Отчёт'] });
    const body = { requirementIds: [id], planId: null };
    const made = await send('POST', `/org-units/${office.north.id}/requirements/draft`, body);
    const { draftId } = made.body;
    expect(find(await below(), id).answers).toMatchObject([{ draftId, activityId: null }]);
    expect(find(await above(), id).progress.answered).toBe(0);
    const { draft, document } = (await send('GET', `/plans/drafts/${draftId}`)).body;
    expect(document.activities).toMatchObject([
      {
        title: 'Семинар для школьных команд',
        deadline: { raw: 'до 20.04.2026' },
        responsible: ['Северный район'],
      },
    ]);
    const approved = await send('POST', `/plans/drafts/${draftId}/approve`, { version: draft.version });
    expect(approved.status).toBe(200);
    expect(find(await below(), id).answers).toMatchObject([{ planId: approved.body.planId, draftId: null }]);
    expect(find(await above(), id).progress).toEqual({ asked: 2, answered: 1, done: 0, late: 0 });
  });

  it('is drafted once, also by two at the same instant', async () => {
    const id = await add();
    const body = { requirementIds: [id], planId: null };
    const draft = () => send('POST', `/org-units/${office.north.id}/requirements/draft`, body);
    const both = await Promise.all([draft(), draft()]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]));
    expect(find(await below(), id).answers).toHaveLength(1);
  });

  it('stands unanswered again when its draft is put away', async () => {
    const id = await add();
    const body = { requirementIds: [id], planId: null };
    const { draftId } = (await send('POST', `/org-units/${office.north.id}/requirements/draft`, body)).body;
    await send('POST', `/plans/drafts/${draftId}/discard`);
    expect(find(await below(), id).answers).toEqual([]);
  });

  it('becomes rows of the plan in force by an amendment', async () => {
    const id = await add({ dueOn: '2026-05-20' });
    const body = { requirementIds: [id], planId: northPlan.id };
    const { amendmentId } = (await send('POST', `/org-units/${office.north.id}/requirements/draft`, body))
      .body;
    expect(find(await below(), id).answers).toMatchObject([{ amendmentId, activityId: null }]);
    const { version } = (await send('GET', `/amendments/${amendmentId}`)).body;
    await approve(amendmentId, version);
    expect(find(await below(), id).answers).toMatchObject([
      { amendmentId: null, planId: northPlan.id, lastDay: '2026-05-20', progress: { total: 1 } },
    ]);
  });
});

describe('a school', () => {
  let director: string;
  let ofSchool: string;
  const at = () => office.northSchool.id;
  const act = (path: string, body: object = {}, as = director) => send('POST', path, body, as);
  const mine = async (id: string) => find(await below(director, at()), id);
  const open = async (as = director) =>
    (await send('GET', '/me/requirements', undefined, as)).body.map(
      (one: { requirementId: string; why: string }) => [one.requirementId, one.why],
    );

  beforeAll(async () => {
    director = await office.signIn('school-director', office.northSchool);
    const path = `/activities/${northPlan.activityId}/requirements`;
    const asks = { ...asked, level: 'school', dueOn: '2026-04-25' };
    ofSchool = (await send('POST', path, asks)).body.requirementId;
  });

  it('drafts what its municipality asks, carries it out, and its progress is seen by both above', async () => {
    const required = await add();
    const bound = { orgUnitId: office.north.id, activityId: northPlan.activityId };
    await send('POST', `/requirements/${required}/answers`, bound);
    expect(await open()).toContainEqual([ofSchool, 'unanswered']);

    const drafting = { requirementIds: [ofSchool], planId: null };
    const { draftId } = (await act(`/org-units/${at()}/requirements/draft`, drafting)).body;
    const { draft } = (await send('GET', `/plans/drafts/${draftId}`, undefined, director)).body;
    const { planId: own } = (await act(`/plans/drafts/${draftId}/approve`, { version: draft.version })).body;
    expect(await open()).not.toContainEqual([ofSchool, 'unanswered']);
    const plan = (await send('GET', `/plans/${own}`, undefined, director)).body;
    expect(plan.schools).toMatchObject([{ orgUnitId: at() }]);

    const [instance] = (
      await send('GET', `/activities/${plan.activities[0].id}/instances`, undefined, director)
    ).body;
    const moved = (move: string, as: string, version: number) =>
      act(`/instances/${instance.id}/${move}`, { version, note: null }, as);
    const expectedResultId = plan.activities[0].expected[0].id;
    const order = {
      kind: 'document',
      expectedResultId,
      type: 'приказ',
      number: '3',
      on: '2026-03-02',
      title: null,
    };
    expect((await act(`/instances/${instance.id}/evidence`, order)).status).toBe(200);
    const version = async () =>
      (await send('GET', `/instances/${instance.id}`, undefined, director)).body.version;
    expect((await moved('submit', director, await version())).status).toBe(200);
    expect((await moved('accept', director, await version())).status).toBe(403);
    expect((await moved('accept', municipal, await version())).status).toBe(200);

    const ofMunicipality = (await send('GET', `/plans/${northPlan.id}/requirements`)).body;
    expect(find(ofMunicipality as PlanCascade, ofSchool)).toMatchObject({
      progress: { asked: 1, answered: 1, done: 1, late: 0 },
      gaps: [],
    });
    expect(find(await above(), required).answers).toMatchObject([
      { unitId: office.north.id, below: { asked: 1, answered: 1, done: 1, late: 0, behind: 0 } },
    ]);
    const change = { ...asked, level: 'school', dueOn: '2026-04-28', version: 1 };
    await send('PUT', `/requirements/${ofSchool}`, change);
    expect(find(await above(), required).answers).toMatchObject([{ below: { behind: 1 } }]);
    expect(await open()).toContainEqual([ofSchool, 'changed']);
  });

  it('declines with a reason that those above read, until what is asked changes', async () => {
    const id = await add({ level: 'school' });
    const declining = { orgUnitId: at(), reason: 'Школа закрывается 1 сентября' };
    expect((await act(`/requirements/${id}/declines`, { ...declining, reason: ' ' })).status).toBe(400);
    expect((await act(`/requirements/${id}/declines`, declining)).status).toBe(200);
    const seen = find(await above(), id);
    expect(seen.declines).toMatchObject([{ unitId: at(), reason: declining.reason, isOutdated: false }]);
    expect(seen.gaps).toEqual([{ unitId: office.southSchool.id, name: office.southSchool.shortName }]);
    expect(await open()).not.toContainEqual([id, 'unanswered']);
    const neighbour = await office.signIn('school-director', office.southSchool);
    expect(find(await below(neighbour, office.southSchool.id), id).declines).toEqual([]);

    await send(
      'PUT',
      `/requirements/${id}`,
      { ...asked, level: 'school', dueOn: '2026-05-20', version: 1 },
      regional,
    );
    expect(find(await above(), id)).toMatchObject({ declines: [{ isOutdated: true }], gaps: { length: 2 } });
    expect(await open()).toContainEqual([id, 'unanswered']);

    const declineId = (await mine(id)).declines[0]!.id;
    expect((await send('DELETE', `/requirement-declines/${declineId}`, undefined, director)).status).toBe(
      200,
    );
    expect((await mine(id)).declines).toEqual([]);
  });

  it('declines no more once it answers, and cannot decline what it answers', async () => {
    const id = await add({ level: 'school' });
    const declining = { orgUnitId: at(), reason: 'Нет кабинета' };
    await act(`/requirements/${id}/declines`, declining);
    await act(`/org-units/${at()}/requirements/draft`, { requirementIds: [id], planId: null });
    expect(await mine(id)).toMatchObject({ declines: [], answers: { length: 1 } });
    expect((await act(`/requirements/${id}/declines`, declining)).body.code).toBe('changed-meanwhile');
  });

  it('neither puts off nor takes back what the municipality asks of it', async () => {
    const plan = planDraft(office.north.id, {
      schoolIds: [at()],
      activities: [
        activityDraft({
          deadline: windowDeadline('апрель', { start: null, end: '2026-04-30' }, { perSchool: true }),
        }),
      ],
    });
    const id = (await send('POST', '/plans', plan)).body.planId;
    const [instance] = (await send('GET', `/activities/${await activityOf(id, municipal)}/instances`)).body;
    const body = { version: instance.version, note: 'Не успеваем', dueOn: '2026-05-30' };
    expect((await act(`/instances/${instance.id}/postpone`, body)).status).toBe(403);
    expect((await act(`/instances/${instance.id}/cancel`, body)).status).toBe(403);
  });
});

async function approve(amendmentId: string, from: number): Promise<void> {
  let version = from;
  const texts = { actType: 'приказ', actNumber: '7', actAuthority: 'Отдел', reasons: 'Требование региона' };
  const edits = [
    ...Object.entries(texts).map(([field, value]) => ({ kind: 'set-act', field, value })),
    { kind: 'set-act-date', field: 'actOn', value: '2026-03-02' },
    { kind: 'set-act-date', field: 'inForceOn', value: '2026-03-02' },
  ];
  for (const edit of edits) {
    version = (await send('POST', `/amendments/${amendmentId}/edits`, { version, edit })).body.version;
  }
  expect((await send('POST', `/amendments/${amendmentId}/approve`, { version })).status).toBe(200);
}
