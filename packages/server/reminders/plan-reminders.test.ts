import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Digest } from '@opora/domain/reminders/reminders-contract.ts';
import { isoDateIn } from '../platform/clock.ts';
import { inSystem, openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { addTestPerson, signInOverHttp, type TestPerson } from '../testing/people-for-tests.ts';
import { activityDraft, planDraft, windowDeadline } from '../testing/plan-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';
import { findDigest } from './digest-queries.ts';
import { planReminders } from './plan-reminders.ts';

let server: TestServer;
let office: TestOffice;
let keeper: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  keeper = await addTestPerson(server, office.region, [
    { role: 'regional-coordinator', unit: office.region },
  ]);
});
afterAll(() => server.close());

const cookies = new Map<string, Promise<string>>();

/** Sessions end while a test passes days. */
function cookieFor(person: TestPerson): Promise<string> {
  const key = `${person.id} ${isoDateIn(server.parts.clock())}`;
  const cookie = cookies.get(key) ?? signInOverHttp(server, person).then((answer) => answer.cookie);
  cookies.set(key, cookie);
  return cookie;
}

/** Cookie of who enters plans and sees everything. */
const asKeeper = (): Promise<string> => cookieFor(keeper);
const morning = (day: string): Date => new Date(`${day}T07:30:00`);

/** Plans the reminders of a day as its morning would; days are planned once, so each test has a month of its own. */
async function remindOn(day: string): Promise<number | null> {
  server.setNow(morning(day));
  return planReminders(server.parts, { day, startsAt: '07:00', now: morning(day) });
}

const digestOf = (person: TestPerson, day: string): Promise<Digest | null> =>
  inSystem(server, (tx) => findDigest(tx, person.id, day));

/** Lines of the person's digest about the plan, as «kind last-day»; null when she was told nothing that day. */
async function told(person: TestPerson, day: string, planId: string): Promise<string[] | null> {
  const digest = await digestOf(person, day);
  return (
    digest?.lines
      .filter((line) => 'planId' in line && line.planId === planId)
      .map(({ kind, dueOn }) => `${kind} ${dueOn}`) ?? null
  );
}

const director = (unit = office.northSchool) =>
  addTestPerson(server, unit, [{ role: 'school-director', unit }]);

/** A plan of the north with one activity of one school, due on the days. */
async function planOf(
  days: readonly string[],
  changes: object = {},
): Promise<{ planId: string; ids: string[] }> {
  const activities = days.map((day, at) =>
    activityDraft({
      no: `${at + 1}`,
      deadline: windowDeadline(`до ${day}`, { start: null, end: day }, { perSchool: true }),
    }),
  );
  const body = planDraft(office.north.id, {
    actOn: '2026-01-01',
    periodEndsOn: '2027-12-31',
    schoolIds: [office.northSchool.id],
    activities,
    ...changes,
  });
  const as = await asKeeper();
  const created = await server.send('POST', '/api/plans', { as, body });
  expect(created.status, JSON.stringify(created.body)).toBe(200);
  const plan = await server.send('GET', `/api/plans/${created.body.planId}`, { as });
  const ids: string[] = [];
  for (const activity of plan.body.activities) {
    const list = await server.send('GET', `/api/activities/${activity.id}/instances`, { as });
    ids.push(...list.body.map(({ id }: { id: string }) => id));
  }
  return { planId: created.body.planId, ids };
}

async function move(by: string, id: string, name: string, body: object = {}): Promise<void> {
  const { body: seen } = await server.send('GET', `/api/instances/${id}`, { as: by });
  const answer = await server.send('POST', `/api/instances/${id}/${name}`, {
    as: by,
    body: { version: seen.version, ...(name === 'submit' ? { note: null } : {}), ...body },
  });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
}

async function submit(by: string, id: string): Promise<void> {
  const { body } = await server.send('GET', `/api/instances/${id}`, { as: by });
  for (const { id: expectedResultId } of body.expected) {
    const given = {
      kind: 'document',
      expectedResultId,
      type: 'приказ',
      number: '7',
      on: '2026-03-01',
      title: null,
    };
    await server.send('POST', `/api/instances/${id}/evidence`, { as: by, body: given });
  }
  await move(by, id, 'submit');
}

it('what nothing else would ever tell of is told as a week begins: without a date to who keeps the plan, without evidence to the school', async () => {
  const person = await director();
  const unit = office.north;
  const municipal = await addTestPerson(server, unit, [{ role: 'municipal-coordinator', unit }]);
  const { planId, ids } = await planOf(['2027-11-16', '2027-11-16', '2027-11-16']);
  const [undated, unproven] = ids;
  await inSystem(server, async (tx) => {
    await tx.updateTable('instance').set({ due_on: null }).where('id', '=', undated!).execute();
    const before = { state: 'before-approval', due_on: '2025-12-01' };
    await tx.updateTable('instance').set(before).where('id', '=', unproven!).execute();
  });
  const weekly = [['unproven 2025-12-01'], ['undated null']];
  // The Monday of the second week is a day off.
  const days = { '2026-03-02': weekly, '2026-03-03': [null, null], '2026-03-10': weekly };
  for (const [day, lines] of Object.entries(days)) {
    await remindOn(day);
    expect([await told(person, day, planId), await told(municipal, day, planId)], day).toEqual(lines);
  }
});

describe('a school’s director', () => {
  it('is told seven days before, one day before, on the day and when it is late; between them nothing new', async () => {
    const person = await director();
    const { planId } = await planOf(['2026-03-19']);
    const days = ['2026-03-12', '2026-03-13', '2026-03-18', '2026-03-19', '2026-03-20', '2026-03-23'];
    const found: Record<string, unknown> = {};
    for (const day of days) {
      await remindOn(day);
      found[day] = await told(person, day, planId);
    }
    expect(found).toEqual({
      '2026-03-12': ['soon 2026-03-19'],
      '2026-03-13': null,
      '2026-03-18': ['soon 2026-03-19'],
      '2026-03-19': ['today 2026-03-19'],
      '2026-03-20': ['late 2026-03-19'],
      // Monday: what is not new is told again once a week.
      '2026-03-23': ['late 2026-03-19'],
    });
  });

  it('is told on Friday of what is due on the days off after it, and on no day off', async () => {
    const person = await director();
    const { planId } = await planOf(['2026-04-11', '2026-04-12', '2026-04-13']);
    await remindOn('2026-04-10');
    await remindOn('2026-04-11');
    expect(await told(person, '2026-04-10', planId)).toEqual([
      'today 2026-04-11',
      'today 2026-04-12',
      // A day before it is the Sunday.
      'soon 2026-04-13',
    ]);
    expect(await told(person, '2026-04-11', planId)).toBeNull();
  });

  it('is told of nothing that is accepted, of another school, or of a closed plan', async () => {
    const [north, south] = [await director(), await director(office.southSchool)];
    const { planId } = await planOf(['2026-04-21']);
    const closed = await planOf(['2026-04-21']);
    await inSystem(server, (tx) =>
      tx.updateTable('plan').set({ state: 'closed' }).where('id', '=', closed.planId).execute(),
    );
    await remindOn('2026-04-21');
    expect(await told(north, '2026-04-21', planId)).toEqual(['today 2026-04-21']);
    expect(await told(north, '2026-04-21', closed.planId)).toEqual([]);
    expect(await told(south, '2026-04-21', planId)).toBeNull();
  });

  it('is told the day before of what is due on a day off of her own territory, and not on it', async () => {
    const [north, south] = [await director(), await director(office.southSchool)];
    const day = { on: '2026-04-28', kind: 'off', movedFrom: null, title: 'День района' };
    const path = `/api/calendars/${office.north.id}/days`;
    const added = await server.send('POST', path, { as: await asKeeper(), body: day });
    expect(added.status, JSON.stringify(added.body)).toBe(200);
    const schoolIds = [office.northSchool.id, office.southSchool.id];
    const { planId } = await planOf(['2026-04-28'], { ownerUnitId: office.region.id, schoolIds });
    await remindOn('2026-04-27');
    await remindOn('2026-04-28');
    expect(await told(north, '2026-04-27', planId)).toEqual(['today 2026-04-28']);
    expect(await told(north, '2026-04-28', planId)).toBeNull();
    expect(await told(south, '2026-04-27', planId)).toEqual(['soon 2026-04-28']);
    expect(await told(south, '2026-04-28', planId)).toEqual(['today 2026-04-28']);
  });
});

describe('an acting person and a handover', () => {
  const handOver = async (from: TestPerson, to: TestPerson, body: object): Promise<void> => {
    const answer = await server.send('POST', `/api/people/${from.id}/handover`, {
      as: await asKeeper(),
      body: { toPersonId: to.id, ...body },
    });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  };

  it('who acts is told, the absent is not; afterwards the other way round', async () => {
    const [absent, acting] = [await director(), await addTestPerson(server, office.northSchool)];
    const { planId } = await planOf(['2026-05-12', '2026-05-19']);
    await handOver(absent, acting, { fromOn: '2026-05-11', actingUntilOn: '2026-05-15' });
    await remindOn('2026-05-12');
    expect(await told(acting, '2026-05-12', planId)).toContain('today 2026-05-12');
    expect(await told(absent, '2026-05-12', planId)).toBeNull();
    await remindOn('2026-05-19');
    expect(await told(absent, '2026-05-19', planId)).toContain('today 2026-05-19');
    expect(await told(acting, '2026-05-19', planId)).toBeNull();
  });

  it('after a handover the new one is told, also of what was given to the old one by name', async () => {
    const [old, next] = [await director(), await addTestPerson(server, office.northSchool)];
    const { planId, ids } = await planOf(['2026-05-26']);
    for (const id of ids) {
      const answer = await server.send('PUT', `/api/instances/${id}/assignee`, {
        as: await asKeeper(),
        body: { version: 1, personId: old.id },
      });
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    }
    await handOver(old, next, { fromOn: '2026-05-25', actingUntilOn: null });
    await remindOn('2026-05-26');
    expect(await told(next, '2026-05-26', planId)).toEqual(['today 2026-05-26']);
    expect(await told(old, '2026-05-26', planId)).toBeNull();
  });
});

describe('an absence of one’s own', () => {
  it('without a stand-in is told of before it, with one the stand-in is told', async () => {
    const [person, other] = [await director(), await director()];
    const { planId } = await planOf(['2026-06-17', '2026-06-18']);
    const set = async (standInId: string | null, version: number) =>
      server.send('PUT', '/api/me/reminder-settings', {
        as: await cookieFor(person),
        body: {
          byMail: true,
          daysBefore: [],
          quietWeekdays: [],
          absences: [{ fromOn: '2026-06-17', untilOn: '2026-06-30', standInId }],
          version,
        },
      });
    expect((await set(null, 0)).status).toBe(200);
    await remindOn('2026-06-16');
    expect(await told(person, '2026-06-16', planId)).toEqual(['today 2026-06-17', 'today 2026-06-18']);
    await remindOn('2026-06-17');
    expect(await told(person, '2026-06-17', planId)).toBeNull();
    expect((await set(other.id, 1)).status).toBe(200);
    await remindOn('2026-06-18');
    expect(await told(person, '2026-06-18', planId)).toBeNull();
    expect(await told(other, '2026-06-18', planId)).toContain('today 2026-06-18');
  });
});

describe('acceptance', () => {
  it('waits for the nearest entitled, then the return is told to the executor', async () => {
    const person = await director();
    const curator = await addTestPerson(server, office.northSchool, [
      { role: 'curator', unit: office.northSchool },
    ]);
    const municipal = await addTestPerson(server, office.north, [
      { role: 'municipal-coordinator', unit: office.north },
    ]);
    const { planId, ids } = await planOf(['2026-07-31']);
    server.setNow(new Date('2026-07-01T12:00:00'));
    for (const id of ids) await submit(await cookieFor(person), id);
    await remindOn('2026-07-02');
    expect(await told(curator, '2026-07-02', planId)).toEqual(['waiting 2026-07-31']);
    expect((await told(municipal, '2026-07-02', planId)) ?? []).toEqual([]);
    expect((await told(person, '2026-07-02', planId)) ?? []).toEqual([]);
    server.setNow(new Date('2026-07-02T12:00:00'));
    for (const id of ids) await move(await cookieFor(curator), id, 'return', { note: 'Нет подписи' });
    await remindOn('2026-07-03');
    expect(await told(person, '2026-07-03', planId)).toEqual(['returned 2026-07-31']);
    expect((await told(curator, '2026-07-03', planId)) ?? []).toEqual([]);
  });
});

it('what is in work without an event for fourteen days is called stalled, on the fifteenth', async () => {
  const person = await director();
  const { planId, ids } = await planOf(['2026-12-25']);
  server.setNow(new Date('2026-08-03T12:00:00'));
  for (const id of ids) await move(await cookieFor(person), id, 'start');
  await remindOn('2026-08-17');
  expect(await told(person, '2026-08-17', planId)).not.toContain('stalled 2026-12-25');
  await remindOn('2026-08-18');
  expect(await told(person, '2026-08-18', planId)).toEqual(['stalled 2026-12-25']);
  await remindOn('2026-08-19');
  expect(await told(person, '2026-08-19', planId)).toBeNull();
});

describe('what is very late', () => {
  it('is told to the controller of the plan once for each step', async () => {
    const chief = await addTestPerson(server, office.north, [{ role: 'observer', unit: office.north }]);
    const { planId } = await planOf(['2026-09-01'], { controllerId: chief.id });
    const found: Record<string, unknown> = {};
    for (const day of ['2026-09-07', '2026-09-08', '2026-09-09', '2026-09-14', '2026-10-01', '2026-10-02']) {
      await remindOn(day);
      found[day] = await told(chief, day, planId);
    }
    expect(found).toEqual({
      '2026-09-07': null,
      '2026-09-08': ['escalated 2026-09-01'],
      '2026-09-09': null,
      '2026-09-14': null,
      '2026-10-01': ['escalated 2026-09-01'],
      '2026-10-02': null,
    });
  });

  it('by the steps of the office, where it decided its own', async () => {
    const as = await asKeeper();
    const { body: rules } = await server.send('GET', `/api/org-units/${office.south.id}/reminder-rules`, {
      as,
    });
    expect(rules).toMatchObject({ daysBefore: [7, 1], stalledAfterDays: 14, version: 0, changedBy: null });
    const body = {
      daysBefore: [2],
      stalledAfterDays: 5,
      escalateAfterDays: [1],
      undatedEvery: 'never',
      version: 0,
    };
    const path = `/api/org-units/${office.south.id}/reminder-rules`;
    const saved = await server.send('PUT', path, { as, body });
    expect(saved.body).toMatchObject({ ...body, version: 1, changedBy: 'Смирнова\u00A0О.' });
    expect((await server.send('PUT', path, { as, body })).body.code).toBe('changed-meanwhile');
    const municipal = await addTestPerson(server, office.south, [
      { role: 'municipal-coordinator', unit: office.south },
    ]);
    const plan = planDraft(office.south.id, {
      schoolIds: [office.southSchool.id],
      activities: [
        activityDraft({
          deadline: windowDeadline('', { start: null, end: '2026-10-12' }, { perSchool: true }),
        }),
      ],
    });
    const { body: created } = await server.send('POST', '/api/plans', { as, body: plan });
    await director(office.southSchool);
    await remindOn('2026-10-13');
    // No controller is known: who keeps the plan is told.
    expect(await told(municipal, '2026-10-13', created.planId)).toEqual(['escalated 2026-10-12']);
  });
});

it('what is very late is not told of while it is off control', async () => {
  const chief = await addTestPerson(server, office.north, [{ role: 'observer', unit: office.north }]);
  const { planId } = await planOf(['2026-10-26'], { controllerId: chief.id });
  server.setNow(morning('2026-11-02'));
  const path = `/api/plans/${planId}`;
  const [activity] = (await server.send('GET', path, { as: await asKeeper() })).body.activities;
  const mark = async (kind: string) => {
    const body = { kind, ground: 'Решение заседания' };
    const marks = `/api/activities/${activity.id}/control-marks`;
    expect((await server.send('POST', marks, { as: await asKeeper(), body })).status).toBe(200);
  };
  await mark('taken-off');
  await remindOn('2026-11-03');
  expect((await told(chief, '2026-11-03', planId)) ?? []).toEqual([]);
  await mark('put-back');
  await remindOn('2026-11-05');
  expect(await told(chief, '2026-11-05', planId)).toEqual(['escalated 2026-10-26']);
});

describe('a digest', () => {
  it('is bounded; the most pressing stay, and what did not fit is counted', async () => {
    const person = await director();
    const days = Array.from(
      { length: 40 },
      (_, at) => `2026-${at < 20 ? '10' : '11'}-${String((at % 20) + 1).padStart(2, '0')}`,
    );
    const { planId } = await planOf(days);
    await remindOn('2026-11-23');
    const digest = await digestOf(person, '2026-11-23');
    expect(digest?.lines).toHaveLength(30);
    expect(digest?.lines.map(({ dueOn }) => dueOn)).toEqual(
      digest?.lines.map(({ dueOn }) => dueOn).toSorted(),
    );
    expect(digest?.counts.late).toBeGreaterThanOrEqual(40);
    expect(digest?.leftOut).toBeGreaterThanOrEqual(10);
    expect(digest?.lines.some((line) => 'planId' in line && line.planId === planId)).toBe(true);
  });

  it('tells of an activity in many schools in one line', async () => {
    const region = await addTestPerson(server, office.region, [
      { role: 'regional-coordinator', unit: office.region },
    ]);
    const body = planDraft(office.region.id, {
      schoolIds: [office.northSchool.id, office.southSchool.id],
      activities: [
        activityDraft({
          parties: [{ raw: 'Регион', role: 'lead', orgUnitId: office.region.id, personId: null }],
          deadline: windowDeadline('', { start: null, end: '2026-11-24' }, { perSchool: true }),
        }),
      ],
    });
    const { body: created } = await server.send('POST', '/api/plans', { as: await asKeeper(), body });
    await remindOn('2026-11-24');
    const lines = (await digestOf(region, '2026-11-24'))?.lines.filter(
      (line) => 'planId' in line && line.planId === created.planId,
    );
    expect(lines).toMatchObject([{ kind: 'today', count: 2, instanceId: null, schoolName: null }]);
  });

  it('is counted as unread until it is opened; one that came later is unread again', async () => {
    const person = await director();
    await planOf(['2026-12-15', '2026-12-16']);
    const get = async (path: string) =>
      (await server.send('GET', path, { as: await cookieFor(person) })).body;
    const unread = async () => (await get('/api/me/reminders/unread')).count;
    expect(await unread()).toBe(0);
    await remindOn('2026-12-15');
    const first = await unread();
    expect(first).toBeGreaterThanOrEqual(2);
    const body = { day: '2026-12-15' };
    const read = await server.send('POST', '/api/me/reminders/read', { as: await cookieFor(person), body });
    expect(read.body).toEqual({ count: 0 });
    await remindOn('2026-12-16');
    expect(await unread()).toBeGreaterThanOrEqual(1);
    const list = await get('/api/me/reminders');
    expect(list.days.slice(0, 2)).toMatchObject([
      { day: '2026-12-16', isRead: false },
      { day: '2026-12-15', isRead: true },
    ]);
  });

  it('is planned once a day, also by two servers at the same moment', async () => {
    const person = await director();
    await planOf(['2026-12-22']);
    const counts = await Promise.all([
      remindOn('2026-12-22'),
      remindOn('2026-12-22'),
      remindOn('2026-12-22'),
    ]);
    expect(counts.filter((count) => count !== null)).toHaveLength(1);
    expect(await remindOn('2026-12-22')).toBeNull();
    expect(await digestOf(person, '2026-12-22')).not.toBeNull();
  });
});

describe('settings are refused', () => {
  const absence = (fromOn: string, untilOn: string, standInId: string | null = null) => ({
    fromOn,
    untilOn,
    standInId,
  });
  it.each([
    [
      'dates',
      [absence('2026-07-10', '2026-07-01')],
      'reminders-absence-dates',
      'Отсутствие с 10.07.2026 заканчивается раньше',
    ],
    [
      'overlap',
      [absence('2026-07-01', '2026-07-10'), absence('2026-07-10', '2026-07-20')],
      'reminders-absence-overlaps',
      'Отсутствие с 10.07.2026 пересекается',
    ],
  ])('for an absence that cannot be: %s', async (_, absences, code, text) => {
    const person = await director();
    const body = { byMail: true, daysBefore: null, quietWeekdays: [], absences, version: 0 };
    const answer = await server.send('PUT', '/api/me/reminder-settings', {
      as: await cookieFor(person),
      body,
    });
    expect(answer.body.code).toBe(code);
    expect(answer.body.title).toContain(text);
  });

  it('for a stand-in from another organisation, for herself, and when they were changed meanwhile', async () => {
    const [person, stranger] = [await director(), await director(office.southSchool)];
    const cookie = await cookieFor(person);
    const set = (standInId: string | null, version = 0) =>
      server.send('PUT', '/api/me/reminder-settings', {
        as: cookie,
        body: {
          byMail: false,
          daysBefore: null,
          quietWeekdays: [5],
          absences: [absence('2026-07-01', '2026-07-10', standInId)],
          version,
        },
      });
    expect((await set(stranger.id)).body.code).toBe('reminders-stand-in-outside');
    expect((await set(person.id)).body.code).toBe('reminders-stand-in-outside');
    expect((await set(null)).body).toMatchObject({ byMail: false, quietWeekdays: [5], version: 1 });
    expect((await set(null)).body.code).toBe('changed-meanwhile');
    expect(
      (await server.send('GET', '/api/me/reminder-settings', { as: cookie })).body.absences,
    ).toHaveLength(1);
  });
});
