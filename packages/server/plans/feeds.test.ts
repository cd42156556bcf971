import ical from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { activityDraft, planDraft, windowDeadline } from '../testing/plan-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';

let server: TestServer;
let office: TestOffice;
let as: string;
let planId: string;

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  as = await office.signIn('municipal-coordinator', office.north);
  const march = windowDeadline('до 31.03.2026', { start: null, end: '2026-03-31' }, { perSchool: true });
  const body = planDraft(office.north.id, {
    schoolIds: [office.northSchool.id],
    activities: [
      activityDraft({ deadline: march }),
      activityDraft({ no: '1.2', deadline: windowDeadline('по графику', null) }),
    ],
  });
  planId = (await server.send('POST', '/api/plans', { as, body })).body.planId;
});
afterAll(() => server.close());

async function makeFeed(by: string, of: string | null): Promise<string> {
  const { status, body } = await server.send('POST', '/api/me/calendar-feeds', {
    as: by,
    body: { planId: of },
  });
  expect(status).toBe(200);
  return new URL(body.address).pathname;
}

async function eventsOf(path: string): Promise<string[]> {
  const { payload } = await server.app.inject({ method: 'GET', url: path });
  return new ical.Component(ical.parse(payload)).getAllSubcomponents('vevent').map((part) => {
    const { uid, startDate, summary } = new ical.Event(part);
    expect(uid).toMatch(/@opora$/);
    return `${startDate.toString()} ${summary}`;
  });
}

describe('a calendar by subscription', () => {
  it('of a school gives its own dated terms, without a session', async () => {
    const school = await office.signIn('school-director', office.northSchool);
    const events = await eventsOf(await makeFeed(school, null));
    expect(events).toEqual([`2026-03-31 1.1 Семинар для школьных команд (${office.northSchool.shortName})`]);
  });

  it('of a plan gives each term once', async () => {
    expect(await eventsOf(await makeFeed(as, planId))).toEqual([
      '2026-03-31 1.1 Семинар для школьных команд',
    ]);
  });

  it('answers at its newest address only, and no more once it is revoked', async () => {
    const status = async (url: string) => (await server.app.inject({ method: 'GET', url })).statusCode;
    const first = await makeFeed(as, null);
    const second = await makeFeed(as, null);
    expect([await status(first), await status(second)]).toEqual([404, 200]);
    const { body: feeds } = await server.send('GET', '/api/me/calendar-feeds', { as });
    const own = feeds.find((feed: { planId: string | null }) => feed.planId === null);
    const other = await office.signIn('municipal-coordinator', office.south);
    const revoke = `/api/me/calendar-feeds/${own.id}/revoke`;
    expect((await server.send('POST', revoke, { as: other, body: {} })).status).toBe(404);
    expect((await server.send('POST', revoke, { as, body: {} })).status).toBe(200);
    expect(await status(second)).toBe(404);
  });

  it('is not made of a plan that the person may not see', async () => {
    const stranger = await office.signIn('municipal-coordinator', office.south);
    const answer = await server.send('POST', '/api/me/calendar-feeds', { as: stranger, body: { planId } });
    expect(answer.status).toBe(404);
  });

  it('shows nothing once the roles of its person have ended', async () => {
    const school = await office.signIn('school-director', office.northSchool);
    const path = await makeFeed(school, null);
    const { body: me } = await server.send('GET', '/api/me', { as: school });
    const admin = await office.signIn('administrator', office.region);
    const { body: person } = await server.send('GET', `/api/people/${me.personId}`, { as: admin });
    await server.send('POST', `/api/roles/${person.roles[0].id}/end`, {
      as: admin,
      body: { untilOn: '2026-03-01' },
    });
    expect((await server.app.inject({ method: 'GET', url: path })).statusCode).toBe(404);
  });
});
