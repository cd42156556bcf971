import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { activityDraft, planDraft, windowDeadline } from '../testing/plan-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';

let server: TestServer;
let office: TestOffice;

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
});
afterAll(() => server.close());

it('the share of schools follows what was accepted and returned, on any day, and is not told to one of them', async () => {
  let region = await office.signIn('regional-coordinator', office.region);
  let school = await office.signIn('school-director', office.northSchool);
  const deadline = windowDeadline('до 31.03.2026', { start: null, end: '2026-03-31' }, { perSchool: true });
  const body = planDraft(office.region.id, {
    schoolIds: [office.northSchool.id, office.southSchool.id],
    activities: [activityDraft({ deadline, expected: [] })],
  });
  const { planId } = (await server.send('POST', '/api/plans', { as: region, body })).body;
  const { id } = (await server.send('GET', `/api/plans/${planId}`, { as: region })).body.activities[0];
  const share = (on: string, as = region) =>
    server.send('GET', `/api/activities/${id}/school-share?on=${on}`, { as });
  const counts = async (on: string) => {
    const answer = (await share(on)).body;
    return [answer.n, answer.total, answer.schools[0]?.isDone];
  };
  const [own] = (await server.send('GET', `/api/activities/${id}/instances`, { as: school })).body;
  const move = async (step: string, as: string, version: number) => {
    const sent = { version, note: 'проверено' };
    const answer = await server.send('POST', `/api/instances/${own.id}/${step}`, { as, body: sent });
    expect(answer.status).toBe(200);
    return answer.body.version;
  };

  expect(await counts('2026-03-02')).toEqual([0, 2, false]);
  const submitted = await move('submit', school, own.version);
  const accepted = await move('accept', region, submitted);
  expect(await counts('2026-03-02')).toEqual([1, 2, true]);
  expect(await counts('2026-03-01')).toEqual([0, 2, false]);
  server.setNow(new Date('2026-03-03T09:00:00+03:00'));
  // The sessions of yesterday have ended.
  region = await office.signIn('regional-coordinator', office.region);
  school = await office.signIn('school-director', office.northSchool);
  await move('return', region, accepted);
  expect(await counts('2026-03-03')).toEqual([0, 2, false]);
  expect(await counts('2026-03-02')).toEqual([1, 2, true]);
  expect((await share('2026-03-03', school)).status).toBe(403);
  expect((await share('2026-13-05')).status).toBe(400);
});
