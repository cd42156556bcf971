import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EvidenceQuestion } from '@opora/domain/plans/evidence-question.ts';
import { asOwner } from '../testing/database-for-tests.ts';
import { inSystem, openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { activityDraft, planDraft, windowDeadline } from '../testing/plan-for-tests.ts';
import { sampleUpload } from '../testing/sample-upload.ts';
import { type Answer, startTestServer, type TestServer } from '../testing/server-for-tests.ts';

let server: TestServer;
let office: TestOffice;
let who: Record<'region' | 'north' | 'school' | 'southSchool' | 'curator' | 'observer', string>;

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  who = {
    region: await office.signIn('regional-coordinator', office.region),
    north: await office.signIn('municipal-coordinator', office.north),
    school: await office.signIn('school-director', office.northSchool),
    southSchool: await office.signIn('school-director', office.southSchool),
    curator: await office.signIn('curator', office.northSchool),
    observer: await office.signIn('observer', office.region),
  };
});
afterAll(() => server.close());

const march = { start: '2026-03-01', end: '2026-03-31' };
const perSchool = windowDeadline('Март. Индивидуально', march, { perSchool: true });

async function put(as: string, changes: Parameters<typeof planDraft>[1], owner = office.region) {
  const body = planDraft(owner.id, changes);
  const { body: created } = await server.send('POST', '/api/plans', { as, body });
  const plan = await server.send('GET', `/api/plans/${created.planId}`, { as });
  const instances: { id: string; schoolId: string | null }[][] = [];
  for (const { id } of plan.body.activities) {
    instances.push((await server.send('GET', `/api/activities/${id}/instances`, { as })).body);
  }
  return { planId: created.planId as string, instances: instances.flat() };
}

/** A plan of the region with two things to do in the northern and in the southern school. */
async function inBothSchools() {
  const schoolIds = [office.northSchool.id, office.southSchool.id];
  const activity = activityDraft({ deadline: perSchool, expected: [] });
  const activities = [activity, activity];
  const { planId, instances } = await put(who.region, { schoolIds, activities });
  const of = (id: string) => instances.find(({ schoolId }) => schoolId === id)?.id ?? '';
  const later = instances.findLast(({ schoolId }) => schoolId === office.northSchool.id)?.id ?? '';
  return { planId, north: of(office.northSchool.id), south: of(office.southSchool.id), later };
}

async function move(as: string, id: string, name: 'submit' | 'withdraw'): Promise<Answer> {
  const { body: seen } = await server.send('GET', `/api/instances/${id}`, { as });
  const body = { version: seen.version, ...(name === 'submit' ? { note: null } : {}) };
  return server.send('POST', `/api/instances/${id}/${name}`, { as, body });
}

async function confirmWithFile(as: string, id: string, text: string): Promise<void> {
  await server.send('POST', `/api/instances/${id}/evidence-files`, {
    as,
    ...sampleUpload('протокол.txt', text),
  });
  expect((await move(as, id, 'submit')).status).toBe(200);
}

async function questions(as: string, planId: string): Promise<EvidenceQuestion[]> {
  return (await server.send('GET', `/api/plans/${planId}/questions`, { as })).body;
}

const act = (as: string, id: string, name: string, body: object) =>
  server.send(name === 'answer' ? 'PUT' : 'POST', `/api/questions/${id}/${name}`, { as, body });

describe('the same file under two schools', () => {
  it('is asked of each about itself; whoever is above both sees both', async () => {
    const { planId, north, south } = await inBothSchools();
    await confirmWithFile(who.school, north, 'Протокол один');
    expect(await questions(who.region, planId)).toEqual([]);
    await confirmWithFile(who.southSchool, south, 'Протокол один');
    const own = await questions(who.school, planId);
    expect(own.map(({ concerns, facts }) => ({ concerns, facts }))).toEqual([
      {
        concerns: office.northSchool.shortName,
        facts: { kind: 'same-file', name: 'протокол.txt', schools: 2, rows: 1 },
      },
    ]);
    expect(JSON.stringify(own)).not.toContain(office.southSchool.shortName);
    const above = await questions(who.region, planId);
    expect(above.map(({ concerns }) => concerns).toSorted()).toEqual(
      [office.northSchool.shortName, office.southSchool.shortName].toSorted(),
    );
    expect(new Set(above.map(({ groupKey }) => groupKey)).size).toBe(1);
    expect((await questions(who.north, planId)).map(({ concerns }) => concerns)).toHaveLength(1);
    expect(await questions(who.observer, planId)).toEqual([]);
    const panel = await server.send('GET', `/api/instances/${north}`, { as: who.curator });
    expect(panel.body.questions).toMatchObject([{ isOpen: true, maySettle: true }]);
  });

  it('is answered by the school, settled by who accepts, and not asked again for the same facts', async () => {
    const { planId, north, south } = await inBothSchools();
    await confirmWithFile(who.school, north, 'Протокол два');
    await confirmWithFile(who.southSchool, south, 'Протокол два');
    const [{ id }] = (await questions(who.school, planId)) as [EvidenceQuestion];
    const text = 'Семинар был общим, протокол один.';
    expect((await act(who.southSchool, id, 'answer', { version: 1, text })).status).toBe(404);
    expect((await act(who.school, id, 'answer', { version: 1, text: ' ' })).body.code).toBe('input-invalid');
    expect((await act(who.school, id, 'answer', { version: 1, text })).body.answer.text).toBe(text);
    const settle = { version: 2, note: 'Общее мероприятие' };
    expect((await act(who.school, id, 'settle', settle)).body.code).toBe('forbidden');
    expect((await act(who.observer, id, 'settle', settle)).body.code).toBe('forbidden');
    expect((await act(who.curator, id, 'settle', { ...settle, version: 1 })).body.code).toBe(
      'changed-meanwhile',
    );
    const settled = await act(who.curator, id, 'settle', settle);
    expect(settled.body).toMatchObject({ isOpen: false, settled: { text: 'Общее мероприятие' } });

    await move(who.school, north, 'withdraw');
    await move(who.school, north, 'submit');
    const stateOf = async () => (await questions(who.region, planId)).find((each) => each.id === id);
    expect(await stateOf()).toMatchObject({ isOpen: false });
    const again = await act(who.curator, id, 'reopen', { version: (await stateOf())?.version });
    expect(again.body).toMatchObject({ isOpen: true, settled: null, answer: { text } });
  });

  it('comes back when there is more of it, with what was said before', async () => {
    const { planId, north, south, later } = await inBothSchools();
    await confirmWithFile(who.school, north, 'Протокол три');
    await confirmWithFile(who.southSchool, south, 'Протокол три');
    const [{ id }] = (await questions(who.school, planId)) as [EvidenceQuestion];
    await act(who.curator, id, 'settle', { version: 1, note: 'Общее мероприятие' });
    await confirmWithFile(who.school, later, 'Протокол три');
    const [after] = await questions(who.school, planId);
    expect(after).toMatchObject({
      id,
      isOpen: true,
      settled: { text: 'Общее мероприятие' },
      instanceCount: 2,
    });
  });
});

it('many that were submitted at once and taken back are not asked about any more', async () => {
  const { planId, north, south } = await inBothSchools();
  await confirmWithFile(who.southSchool, south, 'Протокол четыре');
  const upload = sampleUpload('протокол.txt', 'Протокол четыре');
  await server.send('POST', `/api/instances/${north}/evidence-files`, { as: who.school, ...upload });
  const body = { instanceIds: [north], note: null };
  const { bulkActId } = (await server.send('POST', '/api/bulk-acts/submit', { as: who.school, body })).body;
  expect(await questions(who.region, planId)).toHaveLength(2);
  await server.send('POST', `/api/bulk-acts/${bulkActId}/undo`, { as: who.school });
  expect(await questions(who.region, planId)).toEqual([]);
});

describe('a document dated after the day on which it was given', () => {
  const document = { kind: 'document', expectedResultId: null, type: 'Акт', number: '7', title: null };

  it('is asked about until it is mended, and never settled by who sent it', async () => {
    const { planId, north } = await inBothSchools();
    const give = (on: string) =>
      server.send('POST', `/api/instances/${north}/evidence`, { as: who.north, body: { ...document, on } });
    const given = await give('2026-03-20');
    await move(who.north, north, 'submit');
    const [question] = (await questions(who.north, planId)) as [EvidenceQuestion];
    expect(question.facts).toMatchObject({ kind: 'document-late', on: '2026-03-20', days: 18 });
    const settle = { version: 1, note: 'Опечатка' };
    expect((await act(who.north, question.id, 'settle', settle)).body.code).toBe('plans-own-question');
    await move(who.north, north, 'withdraw');
    await server.send('DELETE', `/api/evidence/${given.body.evidence[0].id}`, { as: who.north });
    await give('2026-03-02');
    await move(who.north, north, 'submit');
    expect(await questions(who.north, planId)).toEqual([]);
    expect((await act(who.region, question.id, 'settle', settle)).status).toBe(404);
  });
});

it('a look that somebody writing on a question has overtaken is done anew', async () => {
  const { planId, north } = await inBothSchools();
  const document = {
    kind: 'document',
    expectedResultId: null,
    type: 'Акт',
    number: '8',
    on: '2026-03-21',
    title: null,
  };
  await server.send('POST', `/api/instances/${north}/evidence`, { as: who.school, body: document });
  await move(who.school, north, 'submit');
  const [question] = (await questions(who.school, planId)) as [EvidenceQuestion];
  await inSystem(server, (tx) => tx.deleteFrom('evidence').where('instance_id', '=', north).execute());
  let looking: Promise<Answer> | undefined;
  await inSystem(server, async (tx) => {
    await tx
      .updateTable('evidence_question')
      .set({ answer: 'Опечатка', version: sql`version + 1` })
      .where('id', '=', question.id)
      .execute();
    looking = server.send('POST', `/api/plans/${planId}/questions`, { as: who.region });
    await new Promise((wake) => setTimeout(wake, 500));
  });
  await looking;
  expect(await questions(who.region, planId)).toEqual([]);
});

it('everything of a term confirmed on its last day is asked about once', async () => {
  const today = { start: '2026-02-01', end: '2026-03-02' };
  const activities = Array.from({ length: 5 }, (_, at) =>
    activityDraft({ no: String(at), expected: [], deadline: windowDeadline('До 02.03.2026', today) }),
  );
  const { planId, instances } = await put(who.north, { activities }, office.north);
  for (const [at, { id }] of instances.entries()) {
    expect([at, (await questions(who.region, planId)).length]).toEqual([at, 0]);
    await move(who.north, id, 'submit');
  }
  const [question] = await questions(who.region, planId);
  expect(question).toMatchObject({ facts: { kind: 'last-hours', n: 5, total: 5 }, instanceCount: 5 });
  await server.send('POST', `/api/plans/${planId}/questions`, { as: who.region });
  expect(await questions(who.region, planId)).toEqual([question]);
});

it('a look that fails is tried again, and who asked for it is told when it fails for good', async () => {
  const { planId } = await inBothSchools();
  const look = () => server.send('POST', `/api/plans/${planId}/questions`, { as: who.region });
  await asOwner(server.ownerUrl, 'alter table region.evidence_question rename to away');
  const failed = await look();
  await asOwner(server.ownerUrl, 'alter table region.away rename to evidence_question');
  expect([failed.status, (await look()).status]).toEqual([500, 200]);
});

describe('a look after a submission that fails for good', () => {
  const missed = async (as: string, planId: string) =>
    (await server.send('GET', `/api/plans/${planId}/missed-looks`, { as })).body;
  const isMissed = async (as: string, id: string) =>
    (await server.send('GET', `/api/instances/${id}`, { as })).body.isLookMissed;
  const withoutQuestions = async (work: () => Promise<void>) => {
    const alter = (change: string) =>
      asOwner(server.ownerUrl, `alter table region.evidence_question ${change}`);
    await alter('add constraint evidence_question_none check (false) not valid');
    try {
      await work();
    } finally {
      await alter('drop constraint evidence_question_none');
    }
  };

  it('stands where the evidence is accepted until it is done', async () => {
    const { planId, north, south } = await inBothSchools();
    await confirmWithFile(who.southSchool, south, 'Протокол четыре');
    expect(await missed(who.region, planId)).toEqual({ instances: 0, isCompared: true });
    await withoutQuestions(() => confirmWithFile(who.school, north, 'Протокол четыре'));
    expect(await questions(who.region, planId)).toEqual([]);
    expect(await missed(who.region, planId)).toEqual({ instances: 1, isCompared: true });
    expect([await isMissed(who.curator, north), await isMissed(who.region, south)]).toEqual([true, false]);
    // Whoever is asked learns of the questions, not of the looking.
    expect(await isMissed(who.school, north)).toBe(false);
    expect(await missed(who.school, planId)).toEqual({ instances: 0, isCompared: true });

    const look = (as: string) => server.send('POST', `/api/instances/${north}/questions`, { as });
    expect((await look(who.school)).status).toBe(403);
    await withoutQuestions(async () => expect((await look(who.curator)).status).toBe(500));
    expect((await look(who.curator)).status).toBe(200);
    expect(await isMissed(who.curator, north)).toBe(false);
    expect(await questions(who.north, planId)).toMatchObject([
      { facts: { kind: 'same-file' }, isOpen: true },
    ]);
    expect(await missed(who.region, planId)).toEqual({ instances: 0, isCompared: true });
  });

  it('also when the server was ended before it looked, and when a plan was not compared', async () => {
    const { planId, north } = await inBothSchools();
    const look = {
      id: randomUUID(),
      plan_id: planId,
      scope: office.region.scope,
      author_scope: office.region.scope,
    };
    const asked_at = server.parts.clock();
    await inSystem(server, (tx) =>
      tx
        .insertInto('question_look')
        .values([
          { ...look, kind: 'evidence', instance_ids: [north], asked_at },
          { ...look, id: randomUUID(), kind: 'plans-alike', instance_ids: [], asked_at },
        ])
        .execute(),
    );
    expect(await missed(who.region, planId)).toEqual({ instances: 0, isCompared: true });
    server.setNow(new Date(asked_at.getTime() + 61_000));
    expect(await missed(who.region, planId)).toEqual({ instances: 1, isCompared: false });
    expect((await server.send('POST', `/api/plans/${planId}/questions`, { as: who.region })).status).toBe(
      200,
    );
    expect(await missed(who.region, planId)).toEqual({ instances: 0, isCompared: true });
    server.setNow(asked_at);
  });
});

it('a plan that an amendment makes nearly alike to another is told when it comes into force', async () => {
  const titles = ['запись', 'сверку', 'обзор', 'разбор', 'показ'].map(
    (what) => `Провести ${what} уроков химии`,
  );
  const [north, south] = [
    await put(who.region, { activities: titles.map((title) => activityDraft({ title })) }, office.north),
    await put(
      who.region,
      { activities: titles.map((_, at) => activityDraft({ title: `Дело ${at}` })) },
      office.south,
    ),
  ];
  const send = (path: string, body: object = {}) =>
    server.send('POST', `/api${path}`, { as: who.region, body });
  const { amendmentId } = (await send(`/plans/${south.planId}/amendments`)).body;
  const { activities } = (await server.send('GET', `/api/plans/${south.planId}`, { as: who.region })).body;
  const texts = { actType: 'приказ', actNumber: '9', actAuthority: 'Отдел', reasons: 'Уточнение' };
  const edits = [
    ...titles.map((value, at) => ({ kind: 'set-activity-title', activity: activities[at].id, value })),
    ...Object.entries(texts).map(([field, value]) => ({ kind: 'set-act', field, value })),
    { kind: 'set-act-date', field: 'actOn', value: '2026-03-02' },
    { kind: 'set-act-date', field: 'inForceOn', value: '2026-03-02' },
  ];
  let version = 1;
  for (const edit of edits) {
    // oxlint-disable-next-line no-await-in-loop -- each begins from the version of the last
    ({ version } = (await send(`/amendments/${amendmentId}/edits`, { version, edit })).body);
  }
  expect(await questions(who.region, north.planId)).toEqual([]);
  expect((await send(`/amendments/${amendmentId}/approve`, { version })).status).toBe(200);
  expect((await questions(who.region, north.planId))[0]?.facts).toMatchObject({
    kind: 'plans-alike',
    otherPlanId: south.planId,
  });
});

it('two municipalities with nearly one plan are told to the region alone', async () => {
  const rows = ['анализ работ по математике', 'анализ работ по русскому языку', 'семинар для учителей физики']
    .concat([
      'неделю открытых уроков школы-лидера',
      'собрание родителей выпускных классов',
      'игру для команд',
    ])
    .map((what) => activityDraft({ title: `Провести ${what} во всех школах`, expected: [] }));
  const north = await put(who.region, { activities: rows }, office.north);
  const south = await put(who.region, { activities: rows.slice(0, 5) }, office.south);
  const [asked] = await questions(who.region, north.planId);
  expect(asked?.facts).toMatchObject({ kind: 'plans-alike', n: 5, total: 6, otherPlanId: south.planId });
  expect((await questions(who.region, south.planId))[0]?.facts).toMatchObject({ n: 5, total: 5 });
  expect(await questions(who.north, north.planId)).toEqual([]);
  const plan = await server.send('GET', `/api/plans/${south.planId}`, { as: who.region });
  for (const { id, version } of plan.body.activities.slice(0, 2)) {
    await server.send('POST', `/api/activities/${id}/remove`, { as: who.region, body: { version } });
  }
  await server.send('POST', `/api/plans/${south.planId}/questions`, { as: who.region });
  expect(await questions(who.region, south.planId)).toEqual([]);
  expect(await questions(who.region, north.planId)).toEqual([]);
});
