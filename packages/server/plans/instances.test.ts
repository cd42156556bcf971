import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { activityDraft, planDraft, windowDeadline } from '../testing/plan-for-tests.ts';
import { type Answer, startTestServer, type TestServer } from '../testing/server-for-tests.ts';

let server: TestServer;
let office: TestOffice;
/** People of the office, by who they are. */
let who: Record<
  'region' | 'region2' | 'north' | 'school' | 'branch' | 'southSchool' | 'curator' | 'observer',
  string
>;

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  who = {
    region: await office.signIn('regional-coordinator', office.region),
    region2: await office.signIn('regional-coordinator', office.region),
    north: await office.signIn('municipal-coordinator', office.north),
    school: await office.signIn('school-director', office.northSchool),
    branch: await office.signIn('school-coordinator', office.northBranch),
    southSchool: await office.signIn('school-director', office.southSchool),
    curator: await office.signIn('curator', office.northSchool),
    observer: await office.signIn('observer', office.region),
  };
});
afterAll(() => server.close());

const march = { start: '2026-03-01', end: '2026-03-31' };
const perSchool = windowDeadline('Март. Индивидуально', march, { perSchool: true });

/** The clock stands still between two requests otherwise, and a history is read in order of time. */
function tick(): void {
  server.setNow(new Date(server.parts.clock().getTime() + 1000));
}

/** A regional plan with one activity in both schools; gives its instances by school. */
async function regionalPlan(expected: string[] = ['Отчёт принят']) {
  const body = planDraft(office.region.id, {
    schoolIds: [office.northSchool.id, office.southSchool.id],
    activities: [activityDraft({ deadline: perSchool, expected })],
  });
  const { body: created } = await server.send('POST', '/api/plans', { as: who.region, body });
  const plan = await server.send('GET', `/api/plans/${created.planId}`, { as: who.region });
  const [activity] = plan.body.activities;
  const { body: list } = await server.send('GET', `/api/activities/${activity.id}/instances`, {
    as: who.region,
  });
  const of = (schoolId: string): string =>
    list.find((instance: { schoolId: string }) => instance.schoolId === schoolId).id;
  return {
    planId: created.planId as string,
    activityId: activity.id as string,
    north: of(office.northSchool.id),
    south: of(office.southSchool.id),
  };
}

/** Makes a move with the version that the person sees now. */
async function move(as: string, id: string, name: string, body: object = {}): Promise<Answer> {
  const seen = await server.send('GET', `/api/instances/${id}`, { as });
  if (seen.status !== 200) return seen;
  tick();
  const nothing = name === 'submit' || name === 'accept' ? { note: null } : {};
  return server.send('POST', `/api/instances/${id}/${name}`, {
    as,
    body: { version: seen.body.version, ...nothing, ...body },
  });
}

async function proveAll(as: string, id: string): Promise<void> {
  const { body } = await server.send('GET', `/api/instances/${id}`, { as });
  for (const result of body.expected) {
    const note = { kind: 'note', expectedResultId: result.id, note: 'Проведено' };
    const document = { kind: 'document', type: 'приказ', number: '7', on: '2026-03-01', title: null };
    const share = { kind: 'count', n: 7, total: 24 };
    const given = {
      document,
      publication: { kind: 'link', link: 'https://example.org', title: null },
      share,
      participation: share,
      statement: note,
    };
    const item = given[result.kind as keyof typeof given];
    const answer = await server.send('POST', `/api/instances/${id}/evidence`, {
      as,
      body: { ...item, expectedResultId: result.id },
    });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  }
}

async function submitted(): Promise<string> {
  const { north } = await regionalPlan();
  await proveAll(who.school, north);
  expect((await move(who.school, north, 'submit')).body.state).toBe('submitted');
  return north;
}

describe('the way of an instance', () => {
  it('goes from the school through a return with a note to acceptance by the curator', async () => {
    const { north: id } = await regionalPlan();
    expect((await move(who.school, id, 'start')).body.state).toBe('in-progress');
    await proveAll(who.school, id);
    expect((await move(who.school, id, 'submit')).body.state).toBe('submitted');
    const returned = await move(who.curator, id, 'return', { note: 'Нет подписи' });
    expect([returned.body.state, returned.body.rounds]).toEqual(['returned', 1]);
    expect((await move(who.school, id, 'submit', { note: 'Подписано' })).body.state).toBe('submitted');
    const { body } = await move(who.curator, id, 'accept');
    expect(body.state).toBe('accepted');
    expect(body.events.map((event: { from: string; to: string }) => `${event.from} → ${event.to}`)).toEqual([
      'planned → in-progress',
      'in-progress → submitted',
      'submitted → returned',
      'returned → submitted',
      'submitted → accepted',
    ]);
    expect(body.events[2]).toMatchObject({ note: 'Нет подписи', by: 'Иванова\u00a0А.\u00a0П.' });
  });

  it('is not submitted while an expected result has no evidence, and says how many', async () => {
    const { north: id } = await regionalPlan();
    const { status, body } = await move(who.school, id, 'submit');
    expect([status, body.code]).toEqual([422, 'plans-evidence-missing']);
    expect(body.title).toContain('1');
    expect((await server.send('GET', `/api/instances/${id}`, { as: who.school })).body.state).toBe('planned');
  });

  it('is never accepted by the one who submitted it, whatever her rights', async () => {
    const { north: id } = await regionalPlan();
    await proveAll(who.north, id);
    await move(who.north, id, 'submit');
    expect((await move(who.north, id, 'accept')).body.code).toBe('plans-own-submission');
    expect((await move(who.region, id, 'accept')).body.state).toBe('accepted');
  });

  it('is taken back by the executor until it is decided', async () => {
    const id = await submitted();
    expect((await move(who.school, id, 'withdraw')).body.state).toBe('in-progress');
    expect((await move(who.curator, id, 'accept')).body.code).toBe('plans-move-closed');
  });

  it('is postponed with a reason and a new last day, and keeps the printed one', async () => {
    const { north: id } = await regionalPlan();
    const past = await move(who.north, id, 'postpone', { note: 'Карантин', dueOn: '2026-03-01' });
    expect(past.body.code).toBe('plans-date-past');
    const silent = await move(who.north, id, 'postpone', { note: ' ', dueOn: '2026-04-30' });
    expect(silent.body.code).toBe('plans-note-missing');
    const { body } = await move(who.north, id, 'postpone', { note: 'Карантин', dueOn: '2026-04-30' });
    expect(body).toMatchObject({ state: 'postponed', dueOn: '2026-04-30', printedDueOn: '2026-03-31' });
    expect(body.events.at(-1)).toMatchObject({
      note: 'Карантин',
      dueOnBefore: '2026-03-31',
      dueOnAfter: '2026-04-30',
    });
  });

  it('is cancelled with a reason and reopened', async () => {
    const { north: id } = await regionalPlan();
    expect((await move(who.north, id, 'cancel', { note: '' })).body.code).toBe('plans-note-missing');
    expect((await move(who.north, id, 'cancel', { note: 'Школа на ремонте' })).body.state).toBe('cancelled');
    expect((await move(who.school, id, 'start')).body.code).toBe('plans-move-closed');
    expect((await move(who.north, id, 'reopen')).body.state).toBe('planned');
  });

  it.each([
    ['accept', 'planned'],
    ['return', 'planned'],
    ['withdraw', 'planned'],
    ['reopen', 'planned'],
  ])('«%s» is closed while it is %s', async (name) => {
    const { north: id } = await regionalPlan();
    const as = name === 'withdraw' ? who.school : who.region;
    expect((await move(as, id, name, { note: 'так' })).body.code).toBe('plans-move-closed');
  });
});

describe('who may', () => {
  it.each([
    ['a school accept', 'school', 'accept'],
    ['a school return', 'school', 'return'],
    ['a school postpone', 'school', 'postpone'],
    ['a school cancel', 'school', 'cancel'],
    ['an observer start', 'observer', 'start'],
    ['an observer accept', 'observer', 'accept'],
    ['a curator postpone', 'curator', 'postpone'],
  ] as const)('%s is refused', async (_title, person, name) => {
    const id = await submitted();
    const { body } = await move(who[person], id, name, { note: 'так', dueOn: '2026-05-01' });
    expect(body.code).toBe('forbidden');
  });

  it('one school sees neither another’s instance, evidence, comments nor history', async () => {
    const { activityId, north } = await regionalPlan();
    await proveAll(who.school, north);
    await move(who.school, north, 'submit');
    await server.send('POST', `/api/activities/${activityId}/comments`, {
      as: who.school,
      body: { text: 'У нас готово', instanceId: null },
    });
    expect((await server.send('GET', `/api/instances/${north}`, { as: who.southSchool })).status).toBe(404);
    const list = await server.send('GET', `/api/activities/${activityId}/instances`, { as: who.southSchool });
    expect(list.body).toHaveLength(1);
    const comments = await server.send('GET', `/api/activities/${activityId}/comments`, {
      as: who.southSchool,
    });
    expect(comments.body).toEqual([]);
    const above = await server.send('GET', `/api/activities/${activityId}/comments`, { as: who.north });
    expect(above.body.map((comment: { text: string }) => comment.text)).toEqual(['У нас готово']);
  });

  it('a school named as responsible acts on an instance of the whole plan; another school does not', async () => {
    const party = { raw: 'СОШ № 1', role: 'lead' as const, orgUnitId: office.northSchool.id, personId: null };
    const { body: created } = await server.send('POST', '/api/plans', {
      as: who.region,
      body: planDraft(office.region.id, { activities: [activityDraft({ parties: [party], expected: [] })] }),
    });
    const plan = await server.send('GET', `/api/plans/${created.planId}`, { as: who.school });
    const activityId = plan.body.activities[0].id;
    const { body: list } = await server.send('GET', `/api/activities/${activityId}/instances`, {
      as: who.school,
    });
    const id = list[0].id;
    expect((await move(who.southSchool, id, 'start')).body.code).toBe('forbidden');
    expect((await move(who.school, id, 'start')).body.state).toBe('in-progress');
    const note = { kind: 'note', expectedResultId: null, note: 'Дело школы' };
    const given = await server.send('POST', `/api/instances/${id}/evidence`, { as: who.school, body: note });
    expect(given.body.evidence).toHaveLength(1);
    // The state is common, what the school gave is its own.
    const foreign = await server.send('GET', `/api/instances/${id}`, { as: who.southSchool });
    expect([foreign.body.state, foreign.body.evidence]).toEqual(['in-progress', []]);
  });

  it('an executor below does not take back what was given above her, and is not told that she did', async () => {
    const party = { raw: 'СОШ № 1', role: 'lead' as const, orgUnitId: office.northSchool.id, personId: null };
    const { body: created } = await server.send('POST', '/api/plans', {
      as: who.region,
      body: planDraft(office.region.id, { activities: [activityDraft({ parties: [party], expected: [] })] }),
    });
    const plan = await server.send('GET', `/api/plans/${created.planId}`, { as: who.region });
    const path = `/api/activities/${plan.body.activities[0].id}/instances`;
    const { id } = (await server.send('GET', path, { as: who.region })).body[0];
    const body = { kind: 'note', expectedResultId: null, note: 'Дано областью' };
    const given = await server.send('POST', `/api/instances/${id}/evidence`, { as: who.region, body });
    const evidence = `/api/evidence/${given.body.evidence[0].id}`;
    expect((await server.send('DELETE', evidence, { as: who.school })).body.code).toBe('forbidden');
    expect((await server.send('GET', `/api/instances/${id}`, { as: who.region })).body.evidence).toHaveLength(
      1,
    );
    expect((await server.send('DELETE', evidence, { as: who.region })).body.evidence).toEqual([]);
  });
});

describe('two at once', () => {
  it('of two submissions of one instance exactly one is taken', async () => {
    const { north: id } = await regionalPlan();
    await proveAll(who.school, id);
    const { body: seen } = await server.send('GET', `/api/instances/${id}`, { as: who.school });
    const body = { version: seen.version, note: null };
    const answers = await Promise.all(
      [who.school, who.north, who.school, who.north].map((as) =>
        server.send('POST', `/api/instances/${id}/submit`, { as, body }),
      ),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    for (const loser of answers.filter((answer) => answer.status !== 200)) {
      expect(loser.body.code).toBe('plans-moved-meanwhile');
    }
    const after = await server.send('GET', `/api/instances/${id}`, { as: who.school });
    expect(after.body.events).toHaveLength(1);
  });
});

describe('evidence', () => {
  it('is given in every form and read back as it was given', async () => {
    const { north: id } = await regionalPlan();
    const items = [
      { kind: 'document', type: 'приказ', number: '12-о', on: '2026-03-02', title: 'О команде' },
      { kind: 'link', link: 'https://school.example/news', title: null },
      { kind: 'count', n: 7, total: 24 },
      { kind: 'note', note: 'Проведено две встречи' },
    ];
    for (const item of items) {
      const body = { ...item, expectedResultId: null };
      tick();
      await server.send('POST', `/api/instances/${id}/evidence`, { as: who.school, body });
    }
    const { body } = await server.send('GET', `/api/instances/${id}`, { as: who.school });
    expect(body.evidence).toMatchObject(items);
    expect(body.evidence[0].givenBy).toBe('Иванова\u00a0А.\u00a0П.');
  });

  it('as a file is had by those above and refused to a neighbour', async () => {
    const { north: id } = await regionalPlan();
    const form = multipart('справка.txt', 'Проведено 14 марта');
    const response = await server.app.inject({
      method: 'POST',
      url: `/api/instances/${id}/evidence-files`,
      headers: { ...form.headers, cookie: who.school },
      payload: form.payload,
    });
    expect(response.statusCode, response.body).toBe(200);
    const [file] = response.json().evidence;
    expect(file).toMatchObject({ kind: 'file', name: 'справка.txt' });
    const read = await server.send('GET', `/api/evidence/${file.id}/file`, { as: who.curator });
    expect([read.status, read.body]).toEqual([200, 'Проведено 14 марта']);
    expect((await server.send('GET', `/api/evidence/${file.id}/file`, { as: who.southSchool })).status).toBe(
      404,
    );
  });

  it('does not change after it was submitted', async () => {
    const id = await submitted();
    const { body: seen } = await server.send('GET', `/api/instances/${id}`, { as: who.school });
    const removed = await server.send('DELETE', `/api/evidence/${seen.evidence[0].id}`, { as: who.school });
    expect(removed.body.code).toBe('plans-evidence-closed');
    const note = { kind: 'note', expectedResultId: null, note: 'ещё' };
    const added = await server.send('POST', `/api/instances/${id}/evidence`, { as: who.school, body: note });
    expect(added.body.code).toBe('plans-evidence-closed');
  });

  it('is refused with more than all, with a link of another kind, and against another activity’s result', async () => {
    const { north: id } = await regionalPlan();
    const other = await regionalPlan();
    const { body: foreign } = await server.send('GET', `/api/instances/${other.north}`, { as: who.school });
    const give = (body: object) =>
      server.send('POST', `/api/instances/${id}/evidence`, { as: who.school, body });
    expect((await give({ kind: 'count', expectedResultId: null, n: 25, total: 24 })).body.code).toBe(
      'input-invalid',
    );
    const script = { kind: 'link', expectedResultId: null, link: 'javascript:alert(1)', title: null };
    expect((await give(script)).body.code).toBe('input-invalid');
    const note = { kind: 'note', expectedResultId: foreign.expected[0].id, note: 'так' };
    expect((await give(note)).body.code).toBe('plans-result-unknown');
  });
});

describe('a date that the plan does not name', () => {
  it('is entered once it is known; a named one is not', async () => {
    const { body: created } = await server.send('POST', '/api/plans', {
      as: who.region,
      body: planDraft(office.region.id, {
        activities: [activityDraft({ deadline: windowDeadline('По графику', null) }), activityDraft()],
      }),
    });
    const plan = await server.send('GET', `/api/plans/${created.planId}`, { as: who.region });
    const ids = [];
    for (const activity of plan.body.activities) {
      const list = await server.send('GET', `/api/activities/${activity.id}/instances`, { as: who.region });
      ids.push(list.body[0].id);
    }
    const body = { version: 1, startsOn: '2026-04-10', dueOn: '2026-04-09' };
    const put = (id: string, dates: object) =>
      server.send('PUT', `/api/instances/${id}/date`, { as: who.region, body: dates });
    expect((await put(ids[0], body)).body.code).toBe('plans-date-before-start');
    expect((await put(ids[0], { ...body, dueOn: '2026-04-12' })).body.dueOn).toBe('2026-04-12');
    expect((await put(ids[1], { ...body, dueOn: '2026-04-12' })).body.code).toBe('plans-date-known');
  });
});

describe('my tasks', () => {
  const ids = (answer: Answer, reason: string): string[] =>
    answer.body.tasks
      .filter((task: { reason: string }) => task.reason === reason)
      .map((task: { instanceId: string }) => task.instanceId);

  it('shows a school its own, and a decision to the nearest who may decide', async () => {
    const { north, south } = await regionalPlan();
    const mine = await server.send('GET', '/api/tasks', { as: who.school });
    expect(ids(mine, 'school')).toContain(north);
    expect(ids(mine, 'school')).not.toContain(south);
    await proveAll(who.school, north);
    await move(who.school, north, 'submit');
    expect(ids(await server.send('GET', '/api/tasks', { as: who.curator }), 'acceptor')).toContain(north);
    expect(ids(await server.send('GET', '/api/tasks', { as: who.region }), 'acceptor')).not.toContain(north);
    expect(ids(await server.send('GET', '/api/tasks', { as: who.school }), 'school')).not.toContain(north);
  });

  it('tells the executor with which words it was returned', async () => {
    const id = await submitted();
    await move(who.curator, id, 'return', { note: 'Нет даты' });
    const { body } = await server.send('GET', '/api/tasks', { as: who.school });
    const task = body.tasks.find((row: { instanceId: string }) => row.instanceId === id);
    expect(task).toMatchObject({ returnNote: 'Нет даты', state: 'returned' });
  });

  it('gives what has no matched party to the keeper of the plan', async () => {
    const { body: created } = await server.send('POST', '/api/plans', {
      as: who.north,
      body: planDraft(office.north.id),
    });
    const tasks = await server.send('GET', '/api/tasks', { as: who.north });
    const kept = tasks.body.tasks.filter((task: { planId: string }) => task.planId === created.planId);
    expect(kept.map((task: { reason: string }) => task.reason)).toEqual(['keeper']);
  });
});

function multipart(name: string, content: string) {
  const boundary = 'opora-boundary';
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: [
      `--${boundary}`,
      `Content-Disposition: form-data; name="file"; filename="${name}"`,
      'Content-Type: text/plain',
      '',
      content,
      `--${boundary}--`,
      '',
    ].join('\r\n'),
  };
}
