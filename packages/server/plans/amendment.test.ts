import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readFile } from '@opora/office/read-file.ts';
import { inSystem, openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { activityDraft, planDraft, windowDeadline } from '../testing/plan-for-tests.ts';
import { enforceAmendments } from './enforce-amendments.ts';
import { type Answer, startTestServer, type TestServer } from '../testing/server-for-tests.ts';

let server: TestServer;
let office: TestOffice;
let as: string;
let second: string;
let planId: string;

const days = {
  act: '2026-02-01',
  amended: '2026-05-12',
};
const wholeAct = {
  actType: 'приказ',
  actNumber: '50',
  actAuthority: 'Отдел образования',
  reasons: 'Изменился календарь мероприятий',
  actOn: days.amended,
  inForceOn: days.amended,
};

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
});
afterAll(() => server.close());

beforeEach(async () => {
  at('2026-02-02');
  as = await office.signIn('municipal-coordinator', office.north);
  second = await office.signIn('municipal-coordinator', office.north);
  const window = (end: string) => windowDeadline(`до ${end}`, { start: null, end });
  const body = planDraft(office.north.id, {
    schoolIds: [office.northSchool.id],
    activities: [
      activityDraft({ no: '1', expected: [], deadline: window('2026-03-31') }),
      activityDraft({ no: '2', title: 'Вебинар', expected: ['Приказ'], deadline: window('2026-06-30') }),
      activityDraft({ no: '3', title: 'Отчёт', expected: [], deadline: window('2026-12-20') }),
    ],
  });
  planId = (await server.send('POST', '/api/plans', { as, body })).body.planId;
  at(days.amended);
  as = await office.signIn('municipal-coordinator', office.north);
  second = await office.signIn('municipal-coordinator', office.north);
});

const at = (day: string) => server.setNow(new Date(`${day}T10:00:00`));

const get = async (path: string, cookie = as) =>
  (await server.send('GET', `/api${path}`, { as: cookie })).body;
const post = (path: string, body?: object, cookie = as): Promise<Answer> =>
  server.send('POST', `/api${path}`, { as: cookie, ...(body === undefined ? {} : { body }) });

async function begin(): Promise<string> {
  return (await post(`/plans/${planId}/amendments`)).body.amendmentId;
}

async function edit(id: string, change: object, cookie = as, version?: number): Promise<Answer> {
  const seen = version ?? (await get(`/amendments/${id}`, cookie)).version;
  return post(`/amendments/${id}/edits`, { version: seen, edit: change }, cookie);
}

async function fillAct(id: string, changes: object = {}): Promise<void> {
  for (const [field, value] of Object.entries({ ...wholeAct, ...changes })) {
    const kind = field.endsWith('On') ? 'set-act-date' : 'set-act';
    expect((await edit(id, { kind, field, value })).status).toBe(200);
  }
}

async function approve(id: string, cookie = as): Promise<Answer> {
  const { version } = await get(`/amendments/${id}`, cookie);
  return post(`/amendments/${id}/approve`, { version }, cookie);
}

async function rows() {
  return (await get(`/plans/${planId}/at`)).definition.activities;
}

const numbers = (definition: { activities: readonly { no: string }[] }) =>
  definition.activities.map(({ no }) => no);

describe('a draft of an amendment', () => {
  it('begins from the edition in force and is kept', async () => {
    const id = await begin();
    const [first] = await rows();
    await edit(id, { kind: 'set-deadline', activity: first.id, phrase: 'до 20.05.2026' });
    const { before, content, edition } = await get(`/amendments/${id}`, second);
    expect(edition).toMatchObject({ number: 1, actNumber: '15', inForceOn: days.act });
    expect(before.activities[0].deadline.raw).toBe('до 2026-03-31');
    expect(content.definition.activities[0].deadline.windows).toEqual([
      { start: null, end: '2026-05-20', label: null },
    ]);
    expect((await rows())[0].deadline.raw).toBe('до 2026-03-31');
  });

  it('is one for a plan', async () => {
    await begin();
    expect((await post(`/plans/${planId}/amendments`, undefined, second)).body.code).toBe(
      'amendment-open-already',
    );
  });

  it('takes what two people edit in different fields and refuses the same field', async () => {
    const id = await begin();
    const [first] = await rows();
    const { version } = await get(`/amendments/${id}`);
    const title = { kind: 'set-activity-title', activity: first.id, value: 'Первая' };
    expect((await edit(id, title, as, version)).status).toBe(200);
    const no = { kind: 'set-no', activity: first.id, value: '1.1' };
    expect((await edit(id, no, second, version)).status).toBe(200);
    const other = { ...title, value: 'Вторая' };
    expect((await edit(id, other, second, version)).body.code).toBe('changed-meanwhile');
    const { content } = await get(`/amendments/${id}`);
    expect(content.definition.activities[0]).toMatchObject({ no: '1.1', title: 'Первая' });
  });

  it('takes back one by one what its author did, and not what others did', async () => {
    const id = await begin();
    const [first, other] = await rows();
    await edit(id, { kind: 'remove-activity', activity: first.id });
    await edit(id, { kind: 'set-no', activity: other.id, value: '7' });
    await edit(id, { kind: 'set-title', value: 'Чужое' }, second);
    const undo = () => post(`/amendments/${id}/undo`);
    await undo();
    await undo();
    const { content } = await get(`/amendments/${id}`);
    expect([numbers(content.definition), content.definition.title]).toEqual([['1', '2', '3'], 'Чужое']);
    expect((await undo()).body.code).toBe('draft-nothing-to-undo');
  });

  it('takes a field that was typed on as one edit', async () => {
    const id = await begin();
    for (const value of ['Пл', 'План', 'План работы']) await edit(id, { kind: 'set-title', value });
    await post(`/amendments/${id}/undo`);
    const { content, before } = await get(`/amendments/${id}`);
    expect(content.definition.title).toBe(before.title);
  });

  it('does not take back a row on which somebody else has gone on working', async () => {
    const id = await begin();
    const activity = randomUUID();
    await edit(id, { kind: 'add-activity', activity, section: null, after: null, title: 'Новое' });
    await edit(id, { kind: 'set-no', activity, value: '0' }, second);
    expect((await post(`/amendments/${id}/undo`)).body.code).toBe('changed-meanwhile');
  });

  it('refuses an edit of a row that is not there', async () => {
    const id = await begin();
    const gone = { kind: 'set-no', activity: randomUUID(), value: '1' };
    expect((await edit(id, gone)).body.code).toBe('changed-meanwhile');
  });

  it('writes a typed name with the organisation that it certainly means', async () => {
    const id = await begin();
    const [first] = await rows();
    const party = { raw: 'МБОУ СОШ № 1', role: 'lead', orgUnitId: null, personId: null };
    await edit(id, { kind: 'set-parties', activity: first.id, value: [party] });
    const { content } = await get(`/amendments/${id}`);
    expect(content.definition.activities[0].parties[0].orgUnitId).toBe(office.northSchool.id);
  });

  it('takes no organisation out of sight, and no participant that is not a school of the territory', async () => {
    const id = await begin();
    const [first] = await rows();
    const party = { raw: 'Чужая школа', role: 'lead', orgUnitId: office.southSchool.id, personId: null };
    expect((await edit(id, { kind: 'set-parties', activity: first.id, value: [party] })).body.code).toBe(
      'not-found',
    );
    const add = (school: string) => edit(id, { kind: 'add-school', school, name: '' });
    expect((await add(office.southSchool.id)).body.code).toBe('not-found');
    expect((await add(office.north.id)).body.code).toBe('registry-not-a-school');
    expect((await add(office.northBranch.id)).status).toBe(200);
  });

  it('is not for a school, and not for a neighbouring municipality', async () => {
    const id = await begin();
    const school = await office.signIn('school-director', office.northSchool);
    const stranger = await office.signIn('municipal-coordinator', office.south);
    for (const cookie of [school, stranger]) {
      expect([403, 404]).toContain(
        (await server.send('GET', `/api/amendments/${id}`, { as: cookie })).status,
      );
      expect([403, 404]).toContain((await post(`/plans/${planId}/amendments`, undefined, cookie)).status);
    }
    expect((await get(`/plans/${planId}/editions`, school)).amendment).toBeNull();
  });

  it('that was put away is closed, and another may begin', async () => {
    const id = await begin();
    const { version } = await get(`/amendments/${id}`);
    expect((await post(`/amendments/${id}/discard`, { version: version + 1 })).body.code).toBe(
      'changed-meanwhile',
    );
    expect((await post(`/amendments/${id}/discard`, { version })).status).toBe(200);
    expect((await edit(id, { kind: 'set-title', value: 'Поздно' })).body.code).toBe('amendment-not-open');
    expect((await approve(id)).body.code).toBe('amendment-not-open');
    expect(await begin()).not.toBe(id);
  });
});

describe('an amendment whose day is to come', () => {
  const editions = async () => (await get(`/plans/${planId}/editions`)).editions.length;
  const noReport = (text: string) => {
    throw new Error(text);
  };

  it('waits for it, is told of, and comes into force by itself once, two servers at it', async () => {
    const id = await begin();
    const [first] = await rows();
    await edit(id, { kind: 'set-deadline', activity: first.id, phrase: 'до 20.05.2026' });
    await fillAct(id, { inForceOn: '2026-05-13' });
    expect((await approve(id)).body).toMatchObject({ isInForce: false, inForceOn: '2026-05-13' });
    const director = await office.signIn('school-director', office.northSchool);
    expect((await get(`/plans/${planId}`, director)).nextEditionOn).toBe('2026-05-13');
    expect((await edit(id, { kind: 'set-title', value: 'Иное' })).body.code).toBe('amendment-not-open');
    const beat = () => enforceAmendments(server.parts, server.parts.clock(), noReport);
    await beat();
    expect(await editions()).toBe(1);
    at('2026-05-13');
    as = await office.signIn('municipal-coordinator', office.north);
    await Promise.all([beat(), beat()]);
    await beat();
    expect(await editions()).toBe(2);
    const plan = await get(`/plans/${planId}`);
    expect(plan.nextEditionOn).toBeNull();
    expect(plan.activities[0].terms).toMatchObject([{ dueOn: '2026-05-20' }]);
    const [newest] = (await get(`/plans/${planId}/editions`)).editions;
    expect(newest).toMatchObject({ number: 2, actNumber: '50', inForceOn: '2026-05-13' });
  });

  it('can be recalled until then, and is a draft again when it cannot come into force', async () => {
    const id = await begin();
    await edit(id, { kind: 'set-goal', value: 'Иная' });
    await fillAct(id, { inForceOn: '2026-05-13' });
    await approve(id);
    const recall = async () =>
      post(`/amendments/${id}/recall`, { version: (await get(`/amendments/${id}`)).version });
    expect((await recall()).status).toBe(200);
    expect((await recall()).body.code).toBe('amendment-not-open');
    expect((await approve(id)).body.isInForce).toBe(false);
    await inSystem(server, (tx) =>
      tx.updateTable('plan').set({ goal: 'Иная' }).where('id', '=', planId).execute(),
    );
    at('2026-05-13');
    as = await office.signIn('municipal-coordinator', office.north);
    const told: string[] = [];
    await enforceAmendments(server.parts, server.parts.clock(), (text) => told.push(text));
    expect(told).toHaveLength(1);
    expect(await get(`/amendments/${id}`)).toMatchObject({ state: 'draft', inForceOn: null });
  });
});

it('a recurrence that an amendment made is not asked for the months before, when its row is changed later', async () => {
  const id = await begin();
  const [, , third] = await rows();
  await edit(id, { kind: 'set-deadline', activity: third.id, phrase: 'Ежемесячно' });
  await fillAct(id);
  await approve(id);
  const known = async () => (await get(`/plans/${planId}`)).activities[2];
  const { no, version, terms } = await known();
  expect(terms[0].dueOn >= days.amended).toBe(true);
  const fields = { no, sectionId: null, title: 'Отчёты', deadline: 'Ежемесячно', parties: [], expected: [] };
  const changed = await server.send('PUT', `/api/activities/${third.id}`, {
    as,
    body: { ...fields, version },
  });
  expect(changed.status).toBe(200);
  expect((await known()).terms).toEqual(terms);
});

describe('approval is refused', () => {
  it.each([
    ['without the day of the act', { actOn: null }, 'amendment-incomplete'],
    ['without its number', { actNumber: null }, 'amendment-incomplete'],
    ['without the authority', { actAuthority: null }, 'amendment-incomplete'],
    ['without the day it comes into force', { inForceOn: null }, 'amendment-incomplete'],
    ['without reasons', { reasons: null }, 'amendment-incomplete'],
    ['in force before its act', { inForceOn: '2026-05-11' }, 'amendment-in-force-before-act'],
    [
      'in force before the edition that it changes',
      { actOn: '2026-01-10', inForceOn: '2026-01-10' },
      'amendment-in-force-before-edition',
    ],
  ])('%s', async (_title, changes, code) => {
    const id = await begin();
    await fillAct(id, changes);
    await edit(id, { kind: 'set-title', value: 'Иное' });
    expect((await approve(id)).body.code).toBe(code);
    expect((await get(`/plans/${planId}/editions`)).editions).toHaveLength(1);
  });

  it('when nothing is changed', async () => {
    const id = await begin();
    await fillAct(id);
    expect((await approve(id)).body.code).toBe('amendment-nothing-changed');
  });

  it('when somebody has changed the draft since', async () => {
    const id = await begin();
    await fillAct(id);
    const { version } = await get(`/amendments/${id}`);
    await edit(id, { kind: 'set-title', value: 'Иное' }, second);
    expect((await post(`/amendments/${id}/approve`, { version })).body.code).toBe('changed-meanwhile');
  });
});

describe('an approved amendment', () => {
  async function amended(): Promise<{ added: string; effect: unknown }> {
    const id = await begin();
    await fillAct(id);
    const [first, webinar, report] = await rows();
    const added = randomUUID();
    const section = first.sectionId;
    await edit(id, { kind: 'set-deadline', activity: first.id, phrase: 'до 20.05.2026' });
    await edit(id, { kind: 'remove-activity', activity: webinar.id });
    await edit(id, { kind: 'add-activity', activity: added, section, after: report.id, title: 'Семинар' });
    await edit(id, { kind: 'set-deadline', activity: added, phrase: 'до 01.09.2026' });
    await edit(id, { kind: 'set-no', activity: added, value: '4' });
    await edit(id, { kind: 'set-expected', activity: added, value: ['Протокол'] });
    const effect = await get(`/amendments/${id}/effect`);
    const answer = await approve(id);
    expect(answer.body).toMatchObject({ planId, edition: 2, isInForce: true });
    return { added, effect };
  }

  it('is the plan, and its instances follow as was shown before', async () => {
    const { added, effect } = await amended();
    expect(effect).toMatchObject({ total: { added: 1, moved: 1, removed: 1, cancelled: 0 } });
    const plan = await get(`/plans/${planId}`);
    expect(plan.activities.map((activity: { no: string }) => activity.no)).toEqual(['1', '3', '4']);
    expect(plan.activities[0].terms).toMatchObject([{ dueOn: '2026-05-20', counts: { planned: 1 } }]);
    expect(plan.activities[2]).toMatchObject({ id: added, expected: [{ raw: 'Протокол' }] });
    expect(plan.activities[2].terms).toMatchObject([{ dueOn: '2026-09-01' }]);
  });

  it('leaves what was accepted as it was', async () => {
    const [first] = await rows();
    const [{ id, version }] = await get(`/activities/${first.id}/instances`);
    await post(`/instances/${id}/submit`, { version, note: null });
    await post(`/instances/${id}/accept`, { version: version + 1, note: null }, second);
    await amended();
    const [plan] = (await get(`/plans/${planId}`)).activities;
    expect(plan.terms).toMatchObject([{ dueOn: '2026-03-31', counts: { accepted: 1 } }]);
  });

  it('is told in the history of the instances that it moved', async () => {
    await amended();
    const [first] = await rows();
    const [{ id }] = await get(`/activities/${first.id}/instances`);
    expect((await get(`/instances/${id}`)).events).toMatchObject([
      { note: 'приказ от 12.05.2026 № 50', dueOnBefore: '2026-03-31', dueOnAfter: '2026-05-20' },
    ]);
  });

  it('cancels what was begun, with the act as the reason', async () => {
    const [, webinar] = await rows();
    const [{ id, version }] = await get(`/activities/${webinar.id}/instances`);
    await post(`/instances/${id}/start`, { version });
    await amended();
    const detail = await get(`/instances/${id}`);
    expect(detail.state).toBe('cancelled');
    expect(detail.events).toContainEqual(
      expect.objectContaining({
        from: 'in-progress',
        to: 'cancelled',
        note: 'приказ от 12.05.2026 № 50',
      }),
    );
  });

  it('is the second edition, and the first is kept as it was', async () => {
    await amended();
    const { editions, amendment } = await get(`/plans/${planId}/editions`);
    expect(amendment).toBeNull();
    expect(editions).toMatchObject([
      { number: 2, actNumber: '50', inForceOn: days.amended, reasons: wholeAct.reasons },
      { number: 1, actNumber: '15' },
    ]);
    const first = await get(`/plans/${planId}/at?edition=1`);
    expect(numbers(first.definition)).toEqual(['1', '2', '3']);
    expect(first.on).toBe('2026-05-11');
  });

  it('tells those who have a changed activity open that it was changed', async () => {
    const [first] = (await get(`/plans/${planId}`)).activities;
    await amended();
    const { no, sectionId, title, deadline, version } = first;
    const body = { no, sectionId, title, deadline: deadline.raw, parties: [], expected: [], version };
    const answer = await server.send('PUT', `/api/activities/${first.id}`, { as: second, body });
    expect(answer.body.code).toBe('changed-meanwhile');
  });

  it('lets a school join from its day, and leave the day before', async () => {
    const id = await begin();
    await fillAct(id);
    await edit(id, { kind: 'add-school', school: office.northBranch.id, name: '' });
    await edit(id, { kind: 'remove-school', school: office.northSchool.id });
    expect((await approve(id)).status).toBe(200);
    const { schools } = await get(`/plans/${planId}`);
    expect(schools).toContainEqual(
      expect.objectContaining({ orgUnitId: office.northSchool.id, untilOn: '2026-05-11' }),
    );
    expect(schools).toContainEqual(
      expect.objectContaining({ orgUnitId: office.northBranch.id, fromOn: days.amended }),
    );
    expect((await get(`/plans/${planId}/at`)).definition.schools).toHaveLength(1);
  });

  it('adds, renames, moves and removes sections with what stands in them', async () => {
    const id = await begin();
    await fillAct(id);
    const [first] = await rows();
    const section = randomUUID();
    await edit(id, { kind: 'add-section', section, title: 'Контроль', after: first.sectionId });
    await edit(id, { kind: 'move-activity', activity: first.id, section, after: null });
    await edit(id, { kind: 'move-section', section, after: null });
    await edit(id, { kind: 'rename-section', section: first.sectionId, title: 'Учёба' });
    expect((await approve(id)).status).toBe(200);
    const plan = await get(`/plans/${planId}`);
    expect(plan.sections.map(({ title }: { title: string }) => title)).toEqual(['Контроль', 'Учёба']);
    const again = await begin();
    await fillAct(again);
    await edit(again, { kind: 'remove-section', section });
    expect((await approve(again)).body.edition).toBe(3);
    expect(numbers((await get(`/plans/${planId}/at`)).definition)).toEqual(['2', '3']);
  });

  it('is printed as the change sheet, and the plan with the act that amended it', async () => {
    await amended();
    const { editions } = await get(`/plans/${planId}/editions`);
    const sheet = await printed(`/plan-editions/${editions[0].id}/changes.docx`);
    expect(sheet).toContain('Приложение к приказу от 12.05.2026 № 50');
    expect(sheet).toContain(
      '1. Графу «Срок исполнения» строки 1 изложить в следующей редакции: «до 20.05.2026».',
    );
    expect(sheet).toContain('2. Строку 2 исключить.');
    expect(sheet).toContain('дополнить строкой 4 следующего содержания:');
    expect(sheet).toContain('«4');
    expect(await printed(`/plans/${planId}/annex.docx`)).toContain('(в редакции приказа от 12.05.2026 № 50)');
    expect(await printed(`/plan-editions/${editions[1].id}/annex.docx`)).not.toContain('в редакции');
    const none = await server.send('GET', `/api/plan-editions/${editions[1].id}/changes.docx`, { as });
    expect(none.body.code).toBe('not-found');
  });

  it('is refused whole when one of its rows cannot be written', async () => {
    const id = await begin();
    await fillAct(id);
    const [first] = await rows();
    const other = planDraft(office.north.id, { title: 'Другой план' });
    const otherPlan = (await post('/plans', other)).body.planId;
    const [taken] = (await get(`/plans/${otherPlan}`)).activities;
    await edit(id, { kind: 'remove-activity', activity: first.id });
    await edit(id, {
      kind: 'add-activity',
      activity: taken.id,
      section: null,
      after: null,
      title: 'Занятый номер',
    });
    expect((await approve(id)).body.code).toBe('already-exists');
    expect(numbers((await get(`/plans/${planId}/at`)).definition)).toEqual(['1', '2', '3']);
    expect((await get(`/plans/${planId}/editions`)).editions).toHaveLength(1);
  });
});

describe('the plan on a past day', () => {
  it('is the edition of that day with its progress', async () => {
    const [first, webinar] = await rows();
    const [{ id, version }] = await get(`/activities/${first.id}/instances`);
    at('2026-05-14');
    await refreshSessions();
    await post(`/instances/${id}/submit`, { version, note: null });
    const draft = await begin();
    await fillAct(draft, { inForceOn: '2026-05-14' });
    await edit(draft, { kind: 'remove-activity', activity: webinar.id });
    expect((await approve(draft)).status).toBe(200);
    const stateOn = async (day: string) => {
      const { definition, terms } = await get(`/plans/${planId}/at?on=${day}`);
      const own = terms.find(({ activityId }: { activityId: string }) => activityId === first.id);
      const count = terms.flatMap((each: { terms: unknown[] }) => each.terms).length;
      return [numbers(definition).length, own.terms[0].counts, count];
    };
    expect(await stateOn('2026-05-13')).toEqual([3, { planned: 1 }, 3]);
    expect(await stateOn('2026-05-14')).toEqual([2, { submitted: 1 }, 2]);
  });

  it('counts for a school what others did with an instance that it sees', async () => {
    const [first] = await rows();
    const [{ id, version }] = await get(`/activities/${first.id}/instances`);
    at('2026-05-14');
    await refreshSessions();
    await post(`/instances/${id}/start`, { version });
    const school = await office.signIn('school-director', office.northSchool);
    const past = await get(`/plans/${planId}/at?on=2026-05-13`, school);
    const own = past.terms.find(({ activityId }: { activityId: string }) => activityId === first.id);
    expect(own.terms[0].counts).toEqual({ planned: 1 });
  });

  it.each([
    ['2026-01-31', 'plans-not-in-force-yet'],
    ['2026-05-13', 'plans-day-to-come'],
  ])('%s is refused: %s', async (day, code) => {
    expect((await get(`/plans/${planId}/at?on=${day}`)).code).toBe(code);
  });

  it('is not for a neighbouring municipality', async () => {
    const stranger = await office.signIn('municipal-coordinator', office.south);
    expect((await get(`/plans/${planId}/at`, stranger)).code).toBe('not-found');
  });
});

/** All words of a document, cell by cell. */
async function printed(path: string): Promise<string> {
  const answer = await server.app.inject({ method: 'GET', url: `/api${path}`, headers: { cookie: as } });
  expect(answer.statusCode).toBe(200);
  return JSON.stringify(await readFile(new Uint8Array(answer.rawPayload), { fileName: 'a.docx' })).replaceAll(
    '\\"',
    '"',
  );
}

async function refreshSessions(): Promise<void> {
  as = await office.signIn('municipal-coordinator', office.north);
  second = await office.signIn('municipal-coordinator', office.north);
}
