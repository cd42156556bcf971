import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { HearingDetail } from '@opora/domain/decisions/hearing.ts';
import type { MinutesEdit } from '@opora/domain/decisions/minutes.ts';
import { readFile } from '@opora/office/read-file.ts';
import { hearChanges } from '../testing/hear-changes.ts';
import { inSystem, openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { activityDraft, planDraft, windowDeadline } from '../testing/plan-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';

let server: TestServer;
let office: TestOffice;
let coordinator: string;
let director: string;
let hearingId: string;

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  coordinator = await office.signIn('municipal-coordinator', office.north);
  director = await office.signIn('school-director', office.northSchool);
  const deadline = windowDeadline('февраль', { start: null, end: '2026-02-20' }, { perSchool: true });
  const schoolIds = [office.northSchool.id, office.northBranch.id];
  const plan = planDraft(office.north.id, {
    schoolIds,
    activities: [activityDraft({ deadline, expected: [] })],
  });
  await send('POST', '/plans', coordinator, plan);
  hearingId = await planHearing('2026-03-02');
});
afterAll(() => server.close());

const send = async (method: 'GET' | 'POST' | 'PUT', path: string, as: string, body?: object) =>
  server.send(method, `/api${path}`, { as, ...(body === undefined ? {} : { body }) });
const get = async (as = coordinator, id = hearingId): Promise<HearingDetail> =>
  (await send('GET', `/hearings/${id}`, as)).body;
const edit = (edits: readonly MinutesEdit[], as = coordinator, id = hearingId) =>
  send('POST', `/hearings/${id}/minutes`, as, { edits });

async function planHearing(onDate: string): Promise<string> {
  const schools = [{ orgUnitId: office.northSchool.id, startsAt: '10:00' }];
  const answer = await send('POST', '/hearings', coordinator, { onDate, place: 'каб. 12', schools });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body.hearingIds[0];
}

const chair: MinutesEdit = {
  list: 'participants',
  id: randomUUID(),
  from: null,
  to: { id: '', role: 'chair', name: 'И. А. Савельев', post: 'начальник', personId: null },
};
const put = (made: MinutesEdit): MinutesEdit =>
  made.to === null ? made : ({ ...made, to: { ...made.to, id: made.id } } as MinutesEdit);

async function close(id = hearingId, change: object = {}) {
  const { minutes } = await get(coordinator, id);
  return send('POST', `/hearings/${id}/close`, coordinator, {
    version: minutes?.version,
    number: '7',
    reasons: null,
    ...change,
  });
}

/** A decision of the school on the first question. */
async function addDecision(deadline: string, id = hearingId): Promise<string> {
  const [item] = (await get(coordinator, id)).minutes!.content.items;
  const decisionId = randomUUID();
  const to = {
    id: decisionId,
    itemId: item!.id,
    text: 'Провести консультации по математике',
    responsible: 'МБОУ СОШ № 1',
    orgUnitId: office.northSchool.id,
    personId: null,
    deadline,
  };
  const answer = await edit([{ list: 'decisions', id: decisionId, from: null, to }], coordinator, id);
  expect(answer.body.clashes).toEqual([]);
  return decisionId;
}

async function fillIn(id = hearingId): Promise<void> {
  const { content } = (await get(coordinator, id)).minutes!;
  const items = content.items.map((from): MinutesEdit => ({
    list: 'items',
    id: from.id,
    from,
    to: { ...from, heard: 'Директор доложил о ходе работы' },
  }));
  await edit([...items, { ...put(chair), id: chair.id }], coordinator, id);
}

describe('a hearing', () => {
  it('is prepared by itself: the agenda from the plans of the school, its people, what is late, the dynamics', async () => {
    const hearing = await get();
    expect(hearing.minutes?.content.items.map(({ topic }) => topic)).toEqual([
      'О ходе исполнения плана «Дорожная карта поддержки школ» (приказ № 15)',
    ]);
    expect(
      hearing.minutes?.content.participants.map(({ role, name }) => [role, name.replaceAll('\u00A0', ' ')]),
    ).toEqual([
      ['secretary', 'А. П. Иванова'],
      ['present', 'А. П. Иванова'],
    ]);
    expect(hearing.dynamics).toEqual([
      { month: '2026-02', planned: 2, accepted: 0, late: 2, all: { done: 0, total: 2 } },
      { month: '2026-03', planned: 0, accepted: 0, late: 0, all: { done: 0, total: 0 } },
    ]);
  });

  it('has the name that its office gives it, the usual one when none is given', async () => {
    const { title, version, onDate, startsAt, place } = await get();
    expect(title).toBe('Час контроля');
    const named = { title: 'Собеседование с командой', version, onDate, startsAt, place };
    expect((await send('PUT', `/hearings/${hearingId}`, coordinator, named)).status).toBe(200);
    expect((await get()).title).toBe('Собеседование с командой');
    const unnamed = { ...named, title: ' ', version: version + 1 };
    expect((await send('PUT', `/hearings/${hearingId}`, coordinator, unnamed)).status).toBe(400);
  });

  it('is seen by its school without the minutes that are being typed, and not by a neighbour', async () => {
    expect(await get(director)).toMatchObject({ minutes: null, mayManage: false, place: 'каб. 12' });
    expect((await edit([], director)).status).toBe(403);
    const neighbour = await office.signIn('school-director', office.southSchool);
    expect((await send('GET', `/hearings/${hearingId}`, neighbour)).status).toBe(404);
  });

  it('is written by two secretaries at once: other records merge, the same one is given back', async () => {
    const second = await office.signIn('methodologist', office.north);
    const [item] = (await get()).minutes!.content.items;
    const first: MinutesEdit = {
      list: 'items',
      id: item!.id,
      from: item!,
      to: { ...item!, heard: 'Первый' },
    };
    const speech = { id: randomUUID(), itemId: item!.id, who: 'Куратор', said: 'Поддержал' };
    expect((await edit([first])).body.clashes).toEqual([]);
    const answer = await edit(
      [
        { list: 'items', id: item!.id, from: item!, to: { ...item!, heard: 'Второй' } },
        { list: 'speeches', id: speech.id, from: null, to: speech },
      ],
      second,
    );
    expect(answer.body.clashes).toEqual([item!.id]);
    const { content } = (await get()).minutes!;
    expect([content.items[0]?.heard, content.speeches]).toEqual(['Первый', [speech]]);
  });

  it('is not closed before its day, with anything missing, on minutes that have changed, or with a used number', async () => {
    await addDecision('скоро');
    expect((await close()).body.code).toBe('hearing-incomplete');
    const { content } = (await get()).minutes!;
    const [from] = content.decisions;
    await edit([{ list: 'decisions', id: from!.id, from: from!, to: { ...from!, deadline: 'до 20 марта' } }]);
    await fillIn();
    expect((await get()).minutes?.gaps).toEqual([]);
    expect((await close(hearingId, { version: 1 })).body.code).toBe('changed-meanwhile');
    const later = await planHearing('2026-03-09');
    expect((await close(later)).body.code).toBe('hearing-not-yet');
    const cancel = { version: 1, note: 'Карантин' };
    expect((await send('POST', `/hearings/${later}/cancel`, coordinator, cancel)).status).toBe(200);
    expect((await edit([], coordinator, later)).body.code).toBe('hearing-not-open');
  });

  it('closed, cannot be changed, has its number, and each decision is a task of who is responsible', async () => {
    const heard = await hearChanges(server);
    const answer = await close();
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    await vi.waitFor(() => expect(heard.planIds).toEqual([answer.body.planId]));
    await heard.stop();
    expect((await edit([])).body.code).toBe('hearing-not-open');
    const late = { version: 9, number: '9', reasons: null };
    expect((await send('POST', `/hearings/${hearingId}/close`, coordinator, late)).body.code).toBe(
      'hearing-not-open',
    );
    const hearing = await get();
    expect(hearing).toMatchObject({
      state: 'held',
      minutes: null,
      protocolNumber: '7',
      taskCount: 1,
      doneCount: 0,
    });
    const tasks = (await send('GET', '/tasks', director)).body.tasks;
    const task = tasks.find(({ title }: { title: string }) => title.startsWith('Провести консультации'));
    expect(task).toMatchObject({ no: '1.1', deadline: 'до 20 марта', dueOn: '2026-03-20', reason: 'party' });
    // A protocol is no plan that somebody looks for among the plans.
    const plans = (await send('GET', '/plans', coordinator)).body;
    expect(plans.map(({ actType }: { actType: string }) => actType)).toEqual(['приказ']);
    const neighbour = await office.signIn('school-director', office.southSchool);
    expect((await send('GET', `/plans/${task.planId}`, neighbour)).status).toBe(404);
  });

  it('is printed: the questions, who spoke, what was decided, by whom and when', async () => {
    const { protocols } = await get();
    const path = `/api/protocols/${protocols[0]!.id}/protocol.docx`;
    const file = await server.app.inject({ method: 'GET', url: path, headers: { cookie: director } });
    const { blocks } = await readFile(new Uint8Array(file.rawPayload), { fileName: 'protocol.docx' });
    const lines = blocks.flatMap((block) =>
      block.kind === 'paragraph' ? [block.text.replaceAll(/\s/g, ' ')] : [],
    );
    expect(lines).toEqual(
      expect.arrayContaining([
        'ПРОТОКОЛ',
        expect.stringContaining('«Собеседование с командой» со школьной командой'),
        '02.03.2026 № 7',
        'Председатель – И. А. Савельев, начальник',
        'Повестка дня:',
        'СЛУШАЛИ:',
        'ВЫСТУПИЛИ:',
        'Куратор – Поддержал',
        'РЕШИЛИ:',
        '1.1. Провести консультации по математике',
        'Ответственный: МБОУ СОШ № 1. Срок: до 20 марта.',
      ]),
    );
  });

  it('is carried out: the school reports, an acceptor accepts, and the next hearing shows it', async () => {
    const [task] = (await get()).tasks;
    const instance = (await send('GET', `/instances/${task!.instanceId}`, director)).body;
    const path = `/instances/${task!.instanceId}`;
    const refused = await send('POST', `${path}/submit`, director, { version: instance.version, note: null });
    expect(refused.body.code).toBe('plans-evidence-missing');
    const given = await send('POST', `${path}/evidence`, director, {
      kind: 'note',
      expectedResultId: instance.expected[0].id,
      note: 'Проведено 4 консультации',
    });
    await send('POST', `${path}/submit`, director, { version: given.body.version, note: null });
    const curator = await office.signIn('curator', office.north);
    const waiting = (await send('GET', path, curator)).body;
    expect(waiting.moves).toContain('accept');
    await send('POST', `${path}/accept`, curator, { version: waiting.version, note: null });
    const next = await get(coordinator, await planHearing('2026-03-16'));
    expect(next.tasks).toMatchObject([{ protocolNumber: '7', state: 'accepted', heldOn: '2026-03-02' }]);
    expect(next.nextNumber).toBe('8');
    expect(next.minutes?.content.items.map(({ topic }) => topic)).toContain(
      'Об исполнении решений протокола от 02.03.2026 № 7',
    );
  });

  it('is corrected by a new edition with its reason; the old one stays and what was accepted is not undone', async () => {
    const reopen = async () =>
      send('POST', `/hearings/${hearingId}/reopen`, coordinator, { version: (await get()).version });
    await reopen();
    expect((await close()).body.code).toBe('hearing-unchanged');
    const added = await addDecision('до 25 марта');
    expect((await close()).body.code).toBe('hearing-reasons-missing');
    expect((await close(hearingId, { reasons: 'Пропущено решение' })).status).toBe(200);
    const { protocols, tasks } = await get();
    expect(protocols.map(({ edition, number, reasons }) => [edition, number, reasons])).toEqual([
      [2, '7', 'Пропущено решение'],
      [1, '7', null],
    ]);
    expect(tasks.map(({ activityId, state, dueOn }) => [activityId === added, state, dueOn])).toEqual([
      [false, 'accepted', '2026-03-20'],
      [true, 'planned', '2026-03-25'],
    ]);
    await reopen();
    await addDecision('до 30 марта');
    const drop = { version: (await get()).version };
    expect((await send('POST', `/hearings/${hearingId}/drop-correction`, coordinator, drop)).status).toBe(
      200,
    );
    expect((await get()).tasks).toHaveLength(2);
  });

  it('leaves its rows to its minutes: the plan page, an amendment and a matched name change nothing', async () => {
    const [task] = (await get()).tasks;
    const plan = (await send('GET', `/plans/${task!.planId}`, coordinator)).body;
    const [{ id, version, no, title, sectionId, parties }] = plan.activities;
    const fields = { no, title, sectionId, deadline: 'до 1 апреля', parties: [], expected: [] };
    const meant = { kind: 'unit', id: office.northSchool.id };
    const match = { printed: parties[0].raw, seen: meant, choice: { kind: 'text' }, activityIds: null };
    const titles = { title: 'Другой', annexTitle: null, version: plan.version };
    const answers = [
      await send('PUT', `/activities/${id}`, coordinator, { ...fields, version }),
      await send('POST', `/plans/${plan.id}/activities`, coordinator, fields),
      await send('POST', `/activities/${id}/place`, coordinator, { sectionId: null, beforeId: null }),
      await send('POST', `/activities/${id}/remove`, coordinator, { version }),
      await send('PUT', `/plans/${plan.id}/parties`, coordinator, match),
      await send('PUT', `/plans/${plan.id}/titles`, coordinator, titles),
      await send('POST', `/plans/${plan.id}/amendments`, coordinator),
    ];
    expect(answers.map(({ body }) => body.code)).toEqual(answers.map(() => 'plans-of-hearing'));
    expect((await send('GET', `/plans/${plan.id}`, coordinator)).body).toEqual(plan);
    expect((await send('GET', `/plans/${plan.id}/editions`, coordinator)).body.kind).toBe('protocol');
  });

  it('opens a decision again that was taken out of the tasks and comes back, begun as it was', async () => {
    const id = await planHearing('2026-03-02');
    await fillIn(id);
    const decisionId = await addDecision('до 28 марта', id);
    expect((await close(id, { number: '10' })).status).toBe(200);
    const ours = async () =>
      (await get(coordinator, id)).tasks.filter((task) => task.activityId === decisionId);
    const [task] = await ours();
    expect(
      (await send('POST', `/instances/${task!.instanceId}/start`, director, { version: 1 })).status,
    ).toBe(200);
    const correct = async (change: object) => {
      await send('POST', `/hearings/${id}/reopen`, coordinator, {
        version: (await get(coordinator, id)).version,
      });
      const from = (await get(coordinator, id)).minutes!.content.decisions[0]!;
      await edit([{ list: 'decisions', id: from.id, from, to: { ...from, ...change } }], coordinator, id);
      return close(id, { reasons: 'Уточнение' });
    };
    expect((await correct({ responsible: '', orgUnitId: null, deadline: '' })).status).toBe(200);
    expect((await ours()).map(({ state }) => state)).toEqual(['cancelled']);
    const back = { responsible: 'МБОУ СОШ № 1', orgUnitId: office.northSchool.id, deadline: 'до 28 марта' };
    const answer = await correct(back);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    expect((await ours()).map(({ instanceId, state, dueOn }) => [instanceId, state, dueOn])).toEqual([
      [task!.instanceId, 'planned', '2026-03-28'],
    ]);
  });

  it('gives a decision to the director of another school, who carries it out one by one and many at once', async () => {
    const empty = { settlement: null, inn: null, ogrn: null, code: null, openedOn: null, closedOn: null };
    const unit = { kind: 'school', name: 'МБОУ СОШ № 5', shortName: 'СОШ № 5', parentId: office.north.id };
    const other = (await send('POST', '/org-units', coordinator, { ...unit, ...empty })).body;
    const otherDirector = await office.signIn('school-director', other);
    const id = await planHearing('2026-03-02');
    await fillIn(id);
    for (const deadline of ['до 26 марта', 'до 27 марта']) {
      // oxlint-disable-next-line no-await-in-loop -- one record of the minutes after another
      const decisionId = await addDecision(deadline, id);
      // oxlint-disable-next-line no-await-in-loop
      const { decisions } = (await get(coordinator, id)).minutes!.content;
      const from = decisions.find((each) => each.id === decisionId)!;
      const to = { ...from, responsible: 'СОШ № 5', orgUnitId: other.id };
      // oxlint-disable-next-line no-await-in-loop
      await edit([{ list: 'decisions', id: decisionId, from, to }], coordinator, id);
    }
    expect((await close(id, { number: '11' })).status).toBe(200);
    const { tasks } = (await send('GET', '/tasks', otherDirector)).body;
    const [one, two] = tasks.map(({ instanceId }: { instanceId: string }) => instanceId);
    expect((await send('POST', `/instances/${one}/start`, otherDirector, { version: 1 })).status).toBe(200);
    const { expected } = (await send('GET', `/instances/${two}`, otherDirector)).body;
    const note = { kind: 'note', expectedResultId: expected[0].id, note: 'Сделано' };
    expect((await send('POST', `/instances/${two}/evidence`, otherDirector, note)).status).toBe(200);
    const said = await send('POST', `/activities/${tasks[0].activityId}/comments`, otherDirector, {
      instanceId: one,
      text: 'Начали',
    });
    expect(said.status, JSON.stringify(said.body)).toBe(200);
    const many = await send('POST', '/bulk-acts/submit', otherDirector, {
      instanceIds: [one, two],
      note: null,
    });
    expect(many.body).toMatchObject({ doneIds: [two], refused: [{ count: 1 }] });
  });

  it('numbers the protocols of one host in one row, whatever schools its secretary sees', async () => {
    const empty = { settlement: null, inn: null, ogrn: null, code: null, openedOn: null, closedOn: null };
    const unit = { kind: 'school', name: 'МБОУ СОШ № 6', shortName: 'СОШ № 6', parentId: office.north.id };
    const school = (await send('POST', '/org-units', coordinator, { ...unit, ...empty })).body;
    const secretary = await office.signIn('methodologist', school);
    const { personId } = (await send('GET', '/me', secretary)).body;
    await inSystem(server, (tx) =>
      tx.updateTable('person').set({ org_unit_id: office.north.id }).where('id', '=', personId).execute(),
    );
    const day = { onDate: '2026-03-02', place: null, schools: [{ orgUnitId: school.id, startsAt: null }] };
    const [id] = (await send('POST', '/hearings', secretary, day)).body.hearingIds;
    expect((await get(secretary, id)).nextNumber).toBe('12');
  });

  it('gives a decision to an institute beside the school, whose people see it although they do not see the school', async () => {
    const as = await office.signIn('administrator', office.region);
    const body = {
      kind: 'institute',
      name: 'Методический центр',
      shortName: 'МЦ',
      parentId: office.north.id,
    };
    const empty = { settlement: null, inn: null, ogrn: null, code: null, openedOn: null, closedOn: null };
    const centre = (await send('POST', '/org-units', as, { ...body, ...empty })).body;
    const methodologist = await office.signIn('methodologist', centre);
    const id = await planHearing('2026-03-02');
    await fillIn(id);
    const decisionId = await addDecision('до 27 марта', id);
    const from = (await get(coordinator, id)).minutes!.content.decisions.find(
      (each) => each.id === decisionId,
    )!;
    const to = { ...from, responsible: 'МЦ', orgUnitId: centre.id };
    await edit([{ list: 'decisions', id: decisionId, from, to }], coordinator, id);
    expect((await close(id)).body.code).toBe('hearing-number-used');
    expect((await close(id, { number: '8' })).status).toBe(200);
    const { tasks } = (await send('GET', '/tasks', methodologist)).body;
    expect(tasks).toMatchObject([{ activityId: decisionId, dueOn: '2026-03-27' }]);
    expect((await send('GET', `/instances/${tasks[0].instanceId}`, methodologist)).status).toBe(200);
    expect((await send('GET', `/hearings/${id}`, methodologist)).status).toBe(404);
  });
});
