import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { progressParts } from '@opora/domain/plans/progress-parts.ts';
import type { SchoolDocument, SchoolInstance, SchoolPart } from '@opora/domain/plans/school-cycle.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { activityDraft, planDraft, windowDeadline } from '../testing/plan-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';

let server: TestServer;
let office: TestOffice;
let coordinator: string;

/** Twenty-five accepted in a row, one late, one submitted, one ahead, one of the branch; a common one of the school as a party. */
const manyMax = 25;

// The test's clock stands at 2 March 2026.
beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  coordinator = await office.signIn('municipal-coordinator', office.north);
  const until = (end: string, perSchool = true) =>
    windowDeadline(`до ${end}`, { start: null, end }, { perSchool });
  const many = Array.from({ length: manyMax }, (_, n) =>
    activityDraft({ no: `1.${n + 1}`, deadline: until(`2026-04-${String(n + 1).padStart(2, '0')}`) }),
  );
  const party = { raw: office.northSchool.name, role: 'lead' as const, personId: null };
  const body = planDraft(office.north.id, {
    schoolIds: [office.northSchool.id],
    activities: [
      ...many,
      activityDraft({ no: '2', title: 'Опоздавшее', deadline: until('2026-02-20') }),
      activityDraft({ no: '3', title: 'Отправленное', deadline: until('2026-03-20') }),
      activityDraft({ no: '4', title: 'Предстоящее', deadline: until('2026-03-25') }),
      activityDraft({
        no: '5',
        title: 'Общее',
        deadline: until('2026-05-01', false),
        parties: [{ ...party, orgUnitId: office.northSchool.id }],
      }),
      activityDraft({ no: '6', title: 'Чужое общее', deadline: until('2026-05-01', false) }),
    ],
  });
  await put('POST', '/plans', body);
  await put(
    'POST',
    '/plans',
    planDraft(office.north.id, {
      title: 'План филиала',
      actOn: '2025-01-10',
      schoolIds: [office.northBranch.id],
      activities: [activityDraft({ no: '7', title: 'Дело филиала', deadline: until('2026-03-30') })],
    }),
  );
  await put(
    'POST',
    '/plans',
    planDraft(office.south.id, { schoolIds: [office.southSchool.id] }),
    await office.signIn('municipal-coordinator', office.south),
  );
  const ahead = await pages<SchoolInstance>(`instances?part=ahead`);
  for (const { no, instanceId } of ahead) {
    if (no.startsWith('1.')) await submit(instanceId, true);
    if (no === '3') await submit(instanceId, false);
  }
});
afterAll(() => server.close());

async function put(method: 'POST', path: string, body: object, as = coordinator) {
  const answer = await server.send(method, `/api${path}`, { as, body });
  expect([path, answer.status, answer.body]).toEqual([path, 200, answer.body]);
  return answer.body;
}

let director: string | undefined;

async function submit(instanceId: string, isAccepted: boolean): Promise<void> {
  director ??= await office.signIn('school-director', office.northSchool);
  const { body: seen } = await server.send('GET', `/api/instances/${instanceId}`, { as: director });
  const document = {
    kind: 'document',
    type: 'приказ',
    number: seen.activityNo,
    on: '2026-03-01',
    title: null,
  };
  const expectedResultId = seen.expected[0].id;
  await put('POST', `/instances/${instanceId}/evidence`, { ...document, expectedResultId }, director);
  const sent = await put(
    'POST',
    `/instances/${instanceId}/submit`,
    { version: seen.version, note: null },
    director,
  );
  if (isAccepted) await put('POST', `/instances/${instanceId}/accept`, { version: sent.version, note: null });
}

const ask = (path: string, unit: OrgUnit, as: string) =>
  server.send('GET', `/api/org-units/${unit.id}/${path}`, { as });

async function pages<Row>(path: string, unit = office.northSchool, as = coordinator): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after = ''; ;) {
    const sign = path.includes('?') ? '&' : '?';
    const { status, body } = await ask(
      `${path}${after === '' ? '' : `${sign}after=${encodeURIComponent(after)}`}`,
      unit,
      as,
    );
    expect(status).toBe(200);
    expect(body.rows.length).toBeLessThanOrEqual(20);
    rows.push(...body.rows);
    if (body.next === null) return rows;
    after = body.next;
  }
}

describe('the page of a school', () => {
  it('lists in each part what its figures count, page by page, without a gap or a repeat', async () => {
    const { body } = await ask('cycle', office.northSchool, coordinator);
    const parts = progressParts(body.counts, body.late);
    for (const part of ['late', 'ahead', 'waits', 'accepted'] as const satisfies SchoolPart[]) {
      const rows = await pages<SchoolInstance>(`instances?part=${part}`);
      expect([part, new Set(rows.map((row) => row.instanceId)).size]).toEqual([part, parts[part]]);
      expect(rows).toHaveLength(parts[part]);
    }
    expect(parts).toEqual({ late: 1, ahead: 3, waits: 1, accepted: manyMax, total: manyMax + 5 });
  });

  it('has what waits by its day, what was accepted from the last day back', async () => {
    const days = async (part: SchoolPart) =>
      (await pages<SchoolInstance>(`instances?part=${part}`)).map((row) => row.dueOn ?? '');
    expect(await days('ahead')).toEqual(['2026-03-25', '2026-03-30', '2026-05-01']);
    const accepted = await days('accepted');
    expect(accepted).toEqual(accepted.toSorted((one, other) => other.localeCompare(one)));
  });

  it('has the branches of the school and the common activities that name it, and no others', async () => {
    const ahead = await pages<SchoolInstance>('instances?part=ahead');
    expect(ahead.map(({ title, branchName }) => [title, branchName])).toEqual([
      ['Предстоящее', null],
      ['Дело филиала', office.northBranch.shortName],
      ['Общее', null],
    ]);
    const ofBranch = await pages<SchoolInstance>('instances?part=ahead', office.northBranch);
    expect(ofBranch.map(({ title }) => title)).toEqual(['Дело филиала']);
  });

  it('names the plans with their acts and the progress of the school in each, the newest first', async () => {
    const { plans } = (await ask('cycle', office.northSchool, coordinator)).body;
    expect(plans).toMatchObject([
      { title: 'Дорожная карта поддержки школ', actNumber: '15', counts: { accepted: manyMax }, late: 1 },
      { title: 'План филиала', actOn: '2025-01-10', counts: { planned: 1 }, late: 0 },
    ]);
  });

  it('has the documents that it gave, with the activity each belongs to', async () => {
    const documents = await pages<SchoolDocument>('documents');
    expect(documents).toHaveLength(manyMax + 1);
    expect(new Set(documents.map(({ evidence }) => evidence.id)).size).toBe(manyMax + 1);
    expect(
      documents.every(({ no, evidence }) => evidence.kind === 'document' && evidence.number === no),
    ).toBe(true);
  });

  it('is empty where nothing has begun', async () => {
    const as = await office.signIn('administrator', office.region);
    const { body } = await ask('cycle', office.north, as);
    expect(body).toEqual({ counts: {}, late: 0, plans: [] });
  });

  it.each(['regional-coordinator', 'methodologist', 'observer'] as const)('is seen by %s', async (role) => {
    const as = await office.signIn(role, office.region);
    expect((await ask('cycle', office.northSchool, as)).body.late).toBe(1);
  });

  it.each(['cycle', 'instances?part=late', 'documents'])('shows a neighbour no %s', async (path) => {
    const as = await office.signIn('school-director', office.southSchool);
    expect((await ask(path, office.northSchool, as)).status).toBe(404);
  });

  it('refuses a cursor that it never gave', async () => {
    for (const after of ['x', '2026-99-99 1', "2026-01-01 ' or 1"]) {
      const { status } = await ask(
        `instances?part=late&after=${encodeURIComponent(after)}`,
        office.northSchool,
        coordinator,
      );
      expect(status).toBe(400);
    }
  });
});
