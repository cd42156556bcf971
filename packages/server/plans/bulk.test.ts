import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { activityDraft, planDraft, windowDeadline } from '../testing/plan-for-tests.ts';
import { type Answer, startTestServer, type TestServer } from '../testing/server-for-tests.ts';

let server: TestServer;
let office: TestOffice;
let who: Record<'region' | 'north' | 'south' | 'school' | 'curator', string>;

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  who = {
    region: await office.signIn('regional-coordinator', office.region),
    north: await office.signIn('municipal-coordinator', office.north),
    south: await office.signIn('municipal-coordinator', office.south),
    school: await office.signIn('school-director', office.northSchool),
    curator: await office.signIn('curator', office.northSchool),
  };
});
afterAll(() => server.close());

const march = { start: '2026-03-01', end: '2026-03-31' };
const perSchool = windowDeadline('Март. Индивидуально', march, { perSchool: true });

type Made = { readonly planId: string; readonly activityIds: string[]; readonly ids: string[] };

/** A regional plan with an activity in each of two schools for every list of expected results; ids of the northern school's instances. */
async function plan(...expected: readonly string[][]): Promise<Made> {
  const body = planDraft(office.region.id, {
    schoolIds: [office.northSchool.id, office.southSchool.id],
    activities: expected.map((each, at) =>
      activityDraft({ no: `1.${at + 1}`, deadline: perSchool, expected: each }),
    ),
  });
  const { planId } = (await server.send('POST', '/api/plans', { as: who.region, body })).body;
  const { activities } = (await server.send('GET', `/api/plans/${planId}`, { as: who.region })).body;
  const activityIds = activities.map((activity: { id: string }) => activity.id);
  const of = (activityId: string) =>
    server.send('GET', `/api/activities/${activityId}/instances`, { as: who.school });
  const lists = await Promise.all(activityIds.map(of));
  return { planId, activityIds, ids: lists.map(({ body: [own] }) => own.id) };
}

const nothingMarked = { instanceIds: [], activityIds: [], cells: [], dueUntil: null };
const bulk = (as: string, name: string, body: object): Promise<Answer> =>
  server.send('POST', `/api/bulk-acts/${name}`, { as, body });
const submit = (instanceIds: string[], as = who.school) => bulk(as, 'submit', { instanceIds, note: null });
const postpone = (instanceIds: string[], dueOn = '2026-04-30') =>
  bulk(who.north, 'postpone', { instanceIds, dueOn, note: 'Карантин' });
const undo = (id: string, as = who.north) => bulk(as, `${id}/undo`, {});
const see = async (id: string, as = who.school) =>
  (await server.send('GET', `/api/instances/${id}`, { as })).body;

function tick(): void {
  server.setNow(new Date(server.parts.clock().getTime() + 1000));
}

describe('many at once', () => {
  it('are submitted but for those that lack evidence, which are named with the reason', async () => {
    const { ids, activityIds } = await plan([], ['Приказ'], []);
    const { body } = await submit(ids);
    expect(new Set(body.doneIds)).toEqual(new Set([ids[0], ids[2]]));
    expect(body.refused).toEqual([
      {
        reason: 'Отправить нельзя: не подтверждено ожидаемых результатов — 1. Введённое сохранено.',
        count: 1,
        instances: [
          expect.objectContaining({
            instanceId: ids[1],
            activityId: activityIds[1],
            title: '1.2 Семинар для школьных команд',
            schoolName: 'МБОУ СОШ № 1',
          }),
        ],
      },
    ]);
    expect((await see(ids[1]!)).state).toBe('planned');
    const done = await see(ids[0]!);
    expect([done.state, done.version, done.events.length]).toEqual(['submitted', 2, 1]);
    expect(done.events[0]).toMatchObject({ from: 'planned', to: 'submitted', by: 'Иванова\u00a0А.\u00a0П.' });
  });

  it('are accepted, but not by the one who submitted them', async () => {
    const { ids } = await plan([], []);
    await submit([ids[0]!]);
    await submit([ids[1]!], who.north);
    const own = await bulk(who.north, 'accept', { instanceIds: ids, note: null });
    expect(own.body.doneIds).toEqual([ids[0]]);
    expect(own.body.refused[0].reason).toContain('Принимает не тот, кто отправил');
    expect((await bulk(who.curator, 'accept', { instanceIds: [ids[1]], note: null })).body.doneIds).toEqual([
      ids[1],
    ]);
  });

  it('tell of those that a person may not see only how many they are', async () => {
    const { ids } = await plan([]);
    const { body } = await bulk(who.south, 'submit', { instanceIds: ids, note: null });
    expect(body).toEqual({
      bulkActId: null,
      doneIds: [],
      refused: [{ reason: 'Такой записи нет или она вам недоступна.', count: 1, instances: [] }],
    });
  });

  it('take the same statements for three as for thirty', async () => {
    const three = await plan([], [], []);
    const thirty = await plan(...Array.from({ length: 30 }, () => []));
    const spy = vi.spyOn(pg.Client.prototype, 'query');
    const count = async (work: () => Promise<Answer>, done: number) => {
      spy.mockClear();
      expect((await work()).body.doneIds).toHaveLength(done);
      return spy.mock.calls.length;
    };
    try {
      const few = await count(() => postpone(three.ids), 3);
      expect(await count(() => postpone(thirty.ids), 30)).toBe(few);
      const fewSent = await count(() => submit(three.ids), 3);
      expect(await count(() => submit(thirty.ids), 30)).toBe(fewSent);
    } finally {
      spy.mockRestore();
    }
  });

  it('are given to a person of the executors, and to nobody else', async () => {
    const { ids } = await plan([]);
    const { personId } = (await server.send('GET', '/api/me', { as: who.school })).body;
    const stranger = (await server.send('GET', '/api/me', { as: who.south })).body.personId;
    const given = await bulk(who.north, 'assign', { instanceIds: ids, personId });
    expect([given.body.doneIds, (await see(ids[0]!)).assigneeId]).toEqual([ids, personId]);
    const region = await bulk(who.region, 'assign', { instanceIds: ids, personId: stranger });
    expect(region.body.refused[0].reason).toContain('не из числа ответственных');
    await undo(given.body.bulkActId);
    expect((await see(ids[0]!)).assigneeId).toBeNull();
  });

  it('need a day that has not passed, and are no more than two thousand', async () => {
    const { ids } = await plan([]);
    expect((await postpone(ids, '2026-03-01')).body.refused[0].reason).toContain('уже прошёл');
    const many = Array.from({ length: 2001 }, () => ids[0]!);
    expect((await postpone(many)).status).toBe(400);
  });
});

describe('rows that are marked', () => {
  it('stand for their open instances that are due by the day', async () => {
    const { activityIds, ids } = await plan([], ['Приказ']);
    const choose = (kind: string, dueUntil: string | null, as = who.region) =>
      bulk(as, 'choice', { ...nothingMarked, activityIds, kind, dueUntil });
    expect((await choose('postpone', '2026-03-30')).body.instanceIds).toEqual([]);
    const april = (await choose('postpone', '2026-03-31')).body;
    expect([april.instanceIds.length, april.firstDueOn, april.lastDueOn]).toEqual([
      4,
      '2026-03-31',
      '2026-03-31',
    ]);
    const sent = (await choose('submit', '2026-03-31', who.school)).body;
    expect([sent.instanceIds, sent.refused[0].count]).toEqual([[ids[0]], 1]);
    await submit(sent.instanceIds);
    expect((await choose('accept', null)).body.instanceIds).toEqual([ids[0]]);
  });

  it('stand for a school when they are cells', async () => {
    const { activityIds, ids } = await plan([]);
    const cells = [{ activityId: activityIds[0], schoolId: office.northSchool.id }];
    const { body } = await bulk(who.region, 'choice', { ...nothingMarked, cells, kind: 'assign' });
    expect(body.instanceIds).toEqual(ids);
  });
});

describe('taking back', () => {
  it('brings back each state, day and mark, and leaves it in the history', async () => {
    const { ids } = await plan([], []);
    tick();
    const { bulkActId } = (await postpone(ids)).body;
    tick();
    expect((await undo(bulkActId)).body).toMatchObject({ refused: [], doneIds: ids.toSorted() });
    const { state, dueOn, version, events } = await see(ids[0]!);
    expect({ state, dueOn, version }).toEqual({ state: 'planned', dueOn: '2026-03-31', version: 3 });
    expect(events.map((event: { to: string; dueOnAfter: string }) => [event.to, event.dueOnAfter])).toEqual([
      ['postponed', '2026-04-30'],
      ['planned', '2026-03-31'],
    ]);
    expect((await undo(bulkActId)).body.code).toBe('plans-undo-gone');
  });

  it('leaves what somebody has changed since, and names her', async () => {
    const { ids } = await plan([], []);
    tick();
    const { bulkActId } = (await postpone(ids)).body;
    tick();
    await submit([ids[0]!]);
    const { body } = await undo(bulkActId);
    expect(body.doneIds).toEqual([ids[1]]);
    expect(body.refused).toEqual([
      {
        reason: expect.stringContaining('уже отправлено на проверку (Иванова\u00a0А.\u00a0П., 02.03.2026'),
        count: 1,
        instances: [expect.objectContaining({ instanceId: ids[0] })],
      },
    ]);
    expect((await see(ids[0]!)).state).toBe('submitted');
  });

  it('is for the person who did it, for a day', async () => {
    const { ids } = await plan([]);
    const { bulkActId } = (await postpone(ids)).body;
    const list = async (as: string) => (await server.send('GET', '/api/bulk-acts', { as })).body;
    expect((await list(who.north))[0]).toMatchObject({
      id: bulkActId,
      kind: 'postpone',
      doneCount: 1,
      dueOn: '2026-04-30',
    });
    expect((await list(who.region)).map((act: { id: string }) => act.id)).not.toContain(bulkActId);
    expect((await undo(bulkActId, who.region)).body.code).toBe('plans-undo-gone');
    const now = server.parts.clock();
    server.setNow(new Date(now.getTime() + 25 * 3_600_000));
    const north = await office.signIn('municipal-coordinator', office.north);
    expect(await list(north)).toEqual([]);
    server.setNow(now);
  });
});
