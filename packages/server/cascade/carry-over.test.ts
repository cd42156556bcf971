import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { activityDraft, planDraft, windowDeadline } from '../testing/plan-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';

let server: TestServer;
let office: TestOffice;
let coordinator: string;
let planId: string;

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  coordinator = await office.signIn('municipal-coordinator', office.north);
  const schools = windowDeadline('до 20.02.2026', { start: null, end: '2026-02-20' }, { perSchool: true });
  const draft = planDraft(office.north.id, {
    schoolIds: [office.northSchool.id],
    activities: [
      activityDraft({
        no: '1',
        deadline: windowDeadline('до 10.03.2026', { start: null, end: '2026-03-10' }),
      }),
      activityDraft({ no: '2', title: 'Обследование', deadline: schools }),
    ],
  });
  planId = (await send('POST', '/plans', draft)).body.planId;
}, 60_000);
afterAll(() => server.close());

const send = (method: 'GET' | 'POST', path: string, body?: object, as = coordinator) =>
  server.send(method, `/api${path}`, { as, ...(body === undefined ? {} : { body }) });
const undone = async () => (await send('GET', `/plans/${planId}/carry-over`)).body.activities;

describe('what was not done', () => {
  it('is listed with its schools and the reason that was given', async () => {
    const [first, second] = await undone();
    // One may be done still, the other's day is past.
    expect([first.isAhead, second.isAhead]).toEqual([true, false]);
    const [instance] = (await send('GET', `/activities/${first.activityId}/instances`)).body;
    const postponed = { version: instance.version, note: 'Нет мест на курсах', dueOn: '2026-09-01' };
    expect((await send('POST', `/instances/${instance.id}/postpone`, postponed)).status).toBe(200);
    expect(await undone()).toMatchObject([
      { no: '1', done: 0, total: 1, schools: [], reason: 'Нет мест на курсах', isAhead: false },
      { no: '2', schools: ['МБОУ СОШ № 1'], reason: '' },
    ]);
  });

  it('goes into a draft once, comes back when the draft is put away, and knows its successor once it is approved', async () => {
    const [first, second] = await undone();
    const activities = [{ activityId: second.activityId, reason: 'Карантин' }];
    const carry = () => send('POST', `/plans/${planId}/carry-over`, { activities });
    const both = await Promise.all([carry(), carry()]);
    const { draftId } = both.find(({ status }) => status === 200)!.body;
    expect(both.find(({ status }) => status !== 200)?.body.code).toBe('changed-meanwhile');
    expect((await undone())[1].carriedTo).toMatchObject({ draftId, planId: null, reason: 'Карантин' });
    await send('POST', `/plans/drafts/${draftId}/discard`);
    expect((await undone())[1].carriedTo).toBeNull();
    await send('POST', `/plans/drafts/${draftId}/restore`);

    const { draft, document } = (await send('GET', `/plans/drafts/${draftId}`)).body;
    expect(document).toMatchObject({
      requisites: { periodStart: '2027-01-01' },
      schools: [{ name: 'МБОУ СОШ № 1' }],
      activities: [{ title: 'Обследование', deadline: { raw: 'до 20.02.2027' } }],
    });
    const approved = (await send('POST', `/plans/drafts/${draftId}/approve`, { version: draft.version }))
      .body;
    const { to } = (await send('GET', `/activities/${second.activityId}/carry-over`)).body;
    expect(to).toMatchObject({ planId: approved.planId, reason: 'Карантин' });
    expect((await send('GET', `/activities/${to.activityId}/carry-over`)).body).toMatchObject({
      from: { planId, no: '2', reason: 'Карантин' },
      to: null,
    });
    expect((await send('GET', `/activities/${first.activityId}/carry-over`)).body).toEqual({
      from: null,
      to: null,
    });
    const told = JSON.stringify((await send('GET', `/plans/${planId}/narrative`)).body.paragraphs);
    expect(told).toContain('причина: «Карантин»');
  });

  it('shows a school where its activity went, and not what is still a draft', async () => {
    const director = await office.signIn('school-director', office.northSchool);
    const [first, second] = await undone();
    const trace = (id: string) => send('GET', `/activities/${id}/carry-over`, undefined, director);
    expect((await trace(second.activityId)).body.to.planId).not.toBeNull();
    const activities = [{ activityId: first.activityId, reason: '' }];
    expect((await send('POST', `/plans/${planId}/carry-over`, { activities }, director)).status).toBe(403);
    expect((await send('POST', `/plans/${planId}/carry-over`, { activities })).status).toBe(200);
    expect((await trace(first.activityId)).body.to).toBeNull();
  });
});
