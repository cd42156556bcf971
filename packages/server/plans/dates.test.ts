import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { writeXlsx } from 'hucre';
import { deadlineContextOf } from '@opora/domain/plans/plan-context.ts';
import { readDeadline } from '@opora/domain/plans/read-deadline.ts';
import { usualReckoning } from '@opora/domain/plans/reckoning.ts';
import { findDigest } from '../reminders/digest-queries.ts';
import { planReminders } from '../reminders/plan-reminders.ts';
import { inSystem, openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { addTestPerson } from '../testing/people-for-tests.ts';
import { activityDraft, planDraft } from '../testing/plan-for-tests.ts';
import { hearChanges } from '../testing/hear-changes.ts';
import { type Answer, startTestServer, type TestServer } from '../testing/server-for-tests.ts';

let server: TestServer;
let office: TestOffice;
let as: string;

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  as = await office.signIn('municipal-coordinator', office.north);
});
afterAll(() => server.close());

const titles = {
  seminar: 'Семинар для директоров по управлению качеством',
  training: 'Стажировка управленческих команд',
  advice: 'Консультации школьных команд',
  report: 'Адресные рекомендации школам',
  note: 'Аналитическая справка',
};

/** Two rows of a schedule, one for each school, and two that an event opens; the training's date is accepted already. */
async function planOfDates(): Promise<{ planId: string; ids: Record<keyof typeof titles, string> }> {
  const read = (raw: string) => readDeadline(raw, deadlineContextOf(planDraft(''), usualReckoning));
  const rows: [keyof typeof titles, string][] = [
    ['seminar', 'По графику ВГАПО'],
    ['training', 'По графику ВГАПО'],
    ['advice', 'По графику ВГАПО. Индивидуально'],
    ['report', 'В течение 5 рабочих дней после проведения мониторинга, индивидуально'],
    ['note', 'По итогам мониторинга'],
  ];
  const body = planDraft(office.north.id, {
    schoolIds: [office.northSchool.id, office.northBranch.id],
    activities: rows.map(([name, raw], at) =>
      activityDraft({ no: `1.${at + 1}`, title: titles[name], deadline: read(raw), expected: [] }),
    ),
  });
  const { planId } = (await server.send('POST', '/api/plans', { as, body })).body;
  const { rows: awaited } = await datesOf(planId);
  const id = (name: keyof typeof titles): string =>
    awaited.find(({ title }: { title: string }) => title === titles[name]).activityId;
  return {
    planId,
    ids: {
      seminar: id('seminar'),
      training: id('training'),
      advice: id('advice'),
      report: id('report'),
      note: id('note'),
    },
  };
}

const datesOf = async (planId: string) =>
  (await server.send('GET', `/api/plans/${planId}/dates`, { as })).body;

/** «school: first/last» of the instances of an activity, in their order. */
async function terms(activityId: string): Promise<string[]> {
  const { body } = await server.send('GET', `/api/activities/${activityId}/instances`, { as });
  type Listed = { schoolName: string | null; startsOn: string | null; dueOn: string | null };
  return body.map(({ schoolName, startsOn, dueOn }: Listed) => `${schoolName}: ${startsOn}/${dueOn}`);
}

function bring(planId: string, content: string | Uint8Array, name = 'График.csv', by = as): Promise<Answer> {
  const form = new FormData();
  form.append('file', new File([Buffer.from(content)], name));
  return server.send('POST', `/api/plans/${planId}/schedules`, { as: by, form });
}

const post = (path: string, body: object = {}, by = as) =>
  server.send('POST', `/api/${path}`, { as: by, body });
const review = async (id: string) => (await server.send('GET', `/api/datings/${id}`, { as })).body;

const schedule = [
  'Мероприятие;Дата;Участники',
  `${titles.seminar};12.03.2026;`,
  `${titles.seminar} (второй поток);16–17.04.2026;`,
  'Консультации школьных команд;20.03.2026;Филиал в с. Речное',
  'Совещание бухгалтеров;21.03.2026;',
  'Круглый стол;дата уточняется;',
].join('\n');

describe('a schedule out of a file', () => {
  it('is looked through, dates what waits for it, changes nothing the second time, and is taken back', async () => {
    const { planId, ids } = await planOfDates();
    const draft = (await bring(planId, schedule)).body;
    expect(draft).toMatchObject({ kind: 'schedule', state: 'draft', title: 'График.csv', counts: null });

    const seen = await review(draft.id);
    expect(seen).toMatchObject({
      expected: { events: 3, dated: 2, changed: 0, kept: 0 },
      unread: ['Круглый стол'],
      unreadCount: 1,
    });
    expect(
      seen.events.map(({ answer, doubts }: { answer: unknown; doubts: string[] }) => [answer, doubts]),
    ).toEqual([
      [{ activityId: ids.seminar, schoolIds: null }, ['several-events']],
      [{ activityId: ids.seminar, schoolIds: null }, expect.arrayContaining(['several-events'])],
      [{ activityId: ids.advice, schoolIds: [office.northBranch.id] }, []],
      [null, []],
    ]);

    const heard = await hearChanges(server);
    const applied = await post(`datings/${draft.id}/apply`, { version: draft.version });
    await vi.waitFor(() => expect(heard.planIds).toEqual([planId]));
    await heard.stop();
    expect(applied.body).toMatchObject({ state: 'applied', counts: { dated: 2 } });
    expect(await terms(ids.seminar)).toEqual(['null: 2026-03-12/2026-04-17']);
    expect(await terms(ids.advice)).toEqual([
      'Филиал в с. Речное: 2026-03-20/2026-03-20',
      'МБОУ СОШ № 1: null/null',
    ]);
    expect((await post(`datings/${draft.id}/apply`, { version: 2 })).body.code).toBe('plans-dating-closed');

    const again = (await bring(planId, schedule)).body;
    expect((await review(again.id)).expected).toMatchObject({ dated: 0, changed: 0, kept: 2 });
    expect((await post(`datings/${again.id}/apply`, { version: 1 })).body.code).toBe('plans-nothing-waits');

    const [branch] = (await server.send('GET', `/api/activities/${ids.advice}/instances`, { as })).body;
    const moved = { version: branch.version, startsOn: null, dueOn: '2026-03-25' };
    await server.send('PUT', `/api/instances/${branch.id}/date`, { as, body: moved });
    expect((await post(`datings/${draft.id}/undo`)).body).toEqual({ restored: 1, kept: 1 });
    expect(await terms(ids.seminar)).toEqual(['null: null/null']);
    expect((await terms(ids.advice))[0]).toBe('Филиал в с. Речное: null/2026-03-25');
    const { events } = (await server.send('GET', `/api/instances/${branch.id}`, { as })).body;
    expect(events).toContainEqual(
      expect.objectContaining({ note: 'График.csv', dueOnBefore: null, dueOnAfter: '2026-03-20' }),
    );
  });

  it('answers what the person chooses by hand, and never what was accepted', async () => {
    const { planId, ids } = await planOfDates();
    const [training] = (await server.send('GET', `/api/activities/${ids.training}/instances`, { as })).body;
    const date = { version: 1, startsOn: null, dueOn: '2026-02-20' };
    await server.send('PUT', `/api/instances/${training.id}/date`, { as, body: date });
    await post(`instances/${training.id}/submit`, { version: 2, note: null });
    const region = await office.signIn('regional-coordinator', office.region);
    expect((await post(`instances/${training.id}/accept`, { version: 3, note: null }, region)).status).toBe(
      200,
    );

    const rows = [
      ['Тема', 'Март 2026'],
      [titles.training, 12],
      ['Совещание', 13],
    ];
    const { id } = (await bring(planId, await writeXlsx({ sheets: [{ name: 'План', rows }] }), 'План.xlsx'))
      .body;
    const seen = await review(id);
    expect(seen.expected.events).toBe(0);
    expect(seen.rows.map(({ activityId }: { activityId: string }) => activityId)).not.toContain(ids.training);

    const [, meeting] = seen.events;
    const answer = { activityId: ids.advice, schoolIds: null };
    const body = { version: 1, answers: [{ event: meeting.key, answer }] };
    const chosen = await server.send('PUT', `/api/datings/${id}/answers`, { as, body });
    expect(chosen.body).toMatchObject({ expected: { events: 1, dated: 2 }, version: 2 });
    expect((await server.send('PUT', `/api/datings/${id}/answers`, { as, body })).body.code).toBe(
      'changed-meanwhile',
    );
    await post(`datings/${id}/apply`, { version: 2 });
    expect(await terms(ids.advice)).toEqual([
      'МБОУ СОШ № 1: 2026-03-13/2026-03-13',
      'Филиал в с. Речное: 2026-03-13/2026-03-13',
    ]);
    expect(await terms(ids.training)).toEqual(['null: null/2026-02-20']);
  });

  it('as a calendar is read by its days, and an endless repetition ends with the plan', async () => {
    const { planId } = await planOfDates();
    const event = `BEGIN:VEVENT\r\nUID:a\r\nSUMMARY:${titles.seminar}\r\nDTSTART;VALUE=DATE:20260312\r\nRRULE:FREQ=MONTHLY\r\nEND:VEVENT`;
    const { id } = (await bring(planId, `BEGIN:VCALENDAR\r\n${event}\r\nEND:VCALENDAR\r\n`, 'a.ics')).body;
    const { events } = await review(id);
    expect(events.map(({ startsOn }: { startsOn: string }) => startsOn)).toEqual(
      ['03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map((month) => `2026-${month}-12`),
    );
  });

  it('that cannot be read is refused in words, and leaves nothing behind', async () => {
    const { planId } = await planOfDates();
    const files: [string | Uint8Array, string][] = [
      ['', 'empty-file'],
      ['BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:а', 'truncated'],
      ['%PDF-1.7 и ничего', 'broken'],
    ];
    for (const [content, reason] of files) {
      const { status, body } = await bring(planId, content);
      expect([status, body.code, body.facts?.reason ?? reason]).toEqual([422, 'file-refused', reason]);
      expect(JSON.stringify(body)).toMatch(/[а-я]{3}/);
    }
    expect((await bring(planId, 'Тема;Место\nСеминар;ВГАПО\n')).body.code).toBe('plans-schedule-empty');
    expect((await datesOf(planId)).datings).toEqual([]);
  });

  it('is brought only by those who keep the plan', async () => {
    const { planId } = await planOfDates();
    const director = await office.signIn('school-director', office.northSchool);
    expect((await bring(planId, schedule, 'a.csv', director)).status).toBe(403);
  });
});

describe('an event that has happened', () => {
  const day = { title: 'Мониторинг', on: '2026-03-06', schoolIds: null, dueOn: null };

  it('opens all terms that wait for it, each by its phrase, and is taken back', async () => {
    const { planId, ids } = await planOfDates();
    const both = { ...day, activityIds: [ids.report, ids.note] };
    expect((await post(`plans/${planId}/event-days`, both)).body.code).toBe('plans-event-without-term');
    const { body } = await post(`plans/${planId}/event-days`, { ...both, dueOn: '2026-03-31' });
    expect(body).toMatchObject({
      kind: 'event',
      title: 'Мониторинг, 06.03.2026',
      state: 'applied',
      counts: { dated: 3 },
    });
    const due = '2026-03-06/2026-03-16';
    expect(await terms(ids.report)).toEqual([`МБОУ СОШ № 1: ${due}`, `Филиал в с. Речное: ${due}`]);
    expect(await terms(ids.note)).toEqual(['null: 2026-03-06/2026-03-31']);
    expect((await post(`plans/${planId}/event-days`, both)).body.code).toBe('plans-nothing-waits');
    expect((await post(`datings/${body.id}/undo`)).body).toEqual({ restored: 3, kept: 0 });
    expect(await terms(ids.note)).toEqual(['null: null/null']);
  });

  it('in one school opens the term of that school, who is then reminded of it', async () => {
    const { planId, ids } = await planOfDates();
    const director = await addTestPerson(server, office.northSchool, [
      { role: 'school-director', unit: office.northSchool },
    ]);
    const schoolIds = [office.northSchool.id];
    await post(`plans/${planId}/event-days`, { ...day, activityIds: [ids.report], schoolIds });
    expect(await terms(ids.report)).toEqual([
      'МБОУ СОШ № 1: 2026-03-06/2026-03-16',
      'Филиал в с. Речное: null/null',
    ]);
    const now = new Date('2026-03-16T07:30:00');
    await planReminders(server.parts, { day: '2026-03-16', startsAt: '07:00', now });
    const digest = await inSystem(server, (tx) => findDigest(tx, director.id, '2026-03-16'));
    const lines = digest?.lines.filter((line) => 'planId' in line && line.planId === planId);
    expect(lines?.map(({ kind, dueOn }) => `${kind} ${dueOn}`)).toEqual(['today 2026-03-16']);
  });
});
