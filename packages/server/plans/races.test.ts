import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { activityDraft, planDraft, windowDeadline } from '../testing/plan-for-tests.ts';
import { type Answer, startTestServer, type TestServer } from '../testing/server-for-tests.ts';

let server: TestServer;
let office: TestOffice;
let who: Record<'region' | 'north' | 'school' | 'coordinator' | 'curator', string>;

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  who = {
    region: await office.signIn('regional-coordinator', office.region),
    north: await office.signIn('municipal-coordinator', office.north),
    school: await office.signIn('school-director', office.northSchool),
    coordinator: await office.signIn('school-coordinator', office.northSchool),
    curator: await office.signIn('curator', office.northSchool),
  };
});
afterAll(() => server.close());

const month = (at: number) => `2026-${String(at).padStart(2, '0')}`;
const deadline = (at: number) =>
  windowDeadline('Индивидуально', { start: `${month(at)}-01`, end: `${month(at)}-28` }, { perSchool: true });

/** Instances of the northern school, one of each month from March on. */
async function instances(count = 1): Promise<string[]> {
  return (await instancesOfBoth(count)).school;
}

/** As `instances`, with those of the school's branch: of the same terms in the same municipality. */
async function instancesOfBoth(count: number): Promise<{ school: string[]; branch: string[] }> {
  const body = planDraft(office.region.id, {
    schoolIds: [office.northSchool.id, office.northBranch.id],
    activities: Array.from({ length: count }, (_, at) =>
      activityDraft({ no: String(at), deadline: deadline(3 + (at % 8)), expected: [] }),
    ),
  });
  const { planId } = (await server.send('POST', '/api/plans', { as: who.region, body })).body;
  const { activities } = (await server.send('GET', `/api/plans/${planId}`, { as: who.region })).body;
  const lists = await Promise.all(
    activities.map(({ id }: { id: string }) =>
      server.send('GET', `/api/activities/${id}/instances`, { as: who.school }),
    ),
  );
  const of = (unit: OrgUnit): string[] =>
    lists.map(({ body: all }) => all.find((one: { schoolId: string }) => one.schoolId === unit.id).id);
  return { school: of(office.northSchool), branch: of(office.northBranch) };
}

const move = (as: string, id: string, name: string, body: object = {}): Promise<Answer> =>
  server.send('POST', `/api/instances/${id}/${name}`, { as, body: { version: 1, note: null, ...body } });
const many = (as: string, name: string, body: object): Promise<Answer> =>
  server.send('POST', `/api/bulk-acts/${name}`, { as, body: { note: 'Карантин', ...body } });

/** Who saw the thing as it was, wins or is told who was faster; nothing else happens. */
function expectOneWinner(answers: readonly Answer[]): void {
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
  const loser = answers.find(({ status }) => status === 409)!;
  expect(loser.body.code).toBe('plans-moved-meanwhile');
  expect(loser.body.title).toContain('Иванова\u00a0А.\u00a0П.');
}

async function eventsOf(id: string): Promise<string[]> {
  const { body } = await server.send('GET', `/api/instances/${id}`, { as: who.school });
  return body.events.map((event: { from: string; to: string }) => `${event.from} → ${event.to}`);
}

/** Each race is run several times: a lucky order proves nothing. */
const times = [1, 2, 3, 4, 5];

describe('at the same instant', () => {
  it.each(times)('of two confirmations of one instance exactly one stays (%i)', async () => {
    const [id] = await instances();
    const both = [move(who.school, id!, 'submit'), move(who.coordinator, id!, 'submit')];
    expectOneWinner(await Promise.all(both));
    expect(await eventsOf(id!)).toEqual(['planned → submitted']);
  });

  it.each(times)('it is submitted or postponed, not both (%i)', async () => {
    const [id] = await instances();
    const later = { note: 'Карантин', dueOn: '2026-09-30' };
    expectOneWinner(
      await Promise.all([move(who.school, id!, 'submit'), move(who.north, id!, 'postpone', later)]),
    );
    expect(await eventsOf(id!)).toHaveLength(1);
  });

  it.each(times)('it is accepted or returned, not both (%i)', async () => {
    const [id] = await instances();
    await move(who.school, id!, 'submit');
    const seen = { version: 2, note: 'Нет подписи' };
    expectOneWinner(
      await Promise.all([move(who.curator, id!, 'accept', seen), move(who.north, id!, 'return', seen)]),
    );
    expect(await eventsOf(id!)).toHaveLength(2);
  });

  it.each(times)('it is accepted once (%i)', async () => {
    const [id] = await instances();
    await move(who.school, id!, 'submit');
    const seen = { version: 2 };
    expectOneWinner(
      await Promise.all([move(who.curator, id!, 'accept', seen), move(who.north, id!, 'accept', seen)]),
    );
  });

  it('two bulk actions that overlap divide the instances between them', async () => {
    const ids = await instances(24);
    const later = ids.slice(8);
    const [mine, others] = await Promise.all([
      many(who.school, 'submit', { instanceIds: ids.slice(0, 16) }),
      many(who.coordinator, 'submit', { instanceIds: later.toReversed() }),
    ]);
    expect([mine.status, others.status]).toEqual([200, 200]);
    const done = [...mine.body.doneIds, ...others.body.doneIds];
    expect([done.length, new Set(done)]).toEqual([24, new Set(ids)]);
    const [refused] = [...mine.body.refused, ...others.body.refused];
    expect(refused.count).toBe(8);
    expect(refused.reason).toContain('уже отправлено на проверку (Иванова\u00a0А.\u00a0П.');
  });

  it.each(times)(
    'nobody waits for ever: bulk and single moves across the same terms all get an answer (%i)',
    async () => {
      const { school, branch } = await instancesOfBoth(16);
      const dueOn = (at: number) => ({ note: 'Карантин', dueOn: `2026-${at}-28` });
      const answers = await Promise.all([
        many(who.north, 'postpone', { instanceIds: school.slice(0, 12), ...dueOn(11) }),
        many(who.region, 'postpone', { instanceIds: branch.slice(0, 12), ...dueOn(12) }),
        many(who.school, 'submit', { instanceIds: branch.slice(6) }),
        ...school.slice(12, 14).map((id) => move(who.north, id, 'postpone', dueOn(10))),
        ...school.slice(14).map((id) => move(who.coordinator, id, 'submit')),
      ]);
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    },
  );
});
