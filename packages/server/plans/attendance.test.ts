import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSheets } from '@opora/office/read-sheets.ts';
import { openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { activityDraft, planDraft } from '../testing/plan-for-tests.ts';
import { sampleUpload } from '../testing/sample-upload.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';

let server: TestServer;
let office: TestOffice;
let who: Record<'region' | 'north' | 'south' | 'school' | 'curator' | 'observer', string>;

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  who = {
    region: await office.signIn('regional-coordinator', office.region),
    north: await office.signIn('municipal-coordinator', office.north),
    south: await office.signIn('municipal-coordinator', office.south),
    school: await office.signIn('school-director', office.northSchool),
    curator: await office.signIn('curator', office.northSchool),
    observer: await office.signIn('observer', office.north),
  };
});
afterAll(() => server.close());

/** An event of the region for the northern and the southern school; gives its instance. */
async function openEvent(expected = ['100 % участия ШНОР']): Promise<string> {
  const as = who.region;
  const schoolIds = [office.northSchool.id, office.southSchool.id];
  const body = planDraft(office.region.id, { schoolIds, activities: [activityDraft({ expected })] });
  const { planId } = (await server.send('POST', '/api/plans', { as, body })).body;
  const plan = await server.send('GET', `/api/plans/${planId}`, { as });
  const path = `/api/activities/${plan.body.activities[0].id}/instances`;
  return (await server.send('GET', path, { as })).body[0].id;
}

const yes = (orgUnitId: string, people: number | null = null) => ({ orgUnitId, tookPart: true, people });
const no = (orgUnitId: string) => ({ orgUnitId, tookPart: false, people: null });

const mark = (as: string, id: string, marks: object[], version = 1) =>
  server.send('PUT', `/api/instances/${id}/attendance`, { as, body: { version, marks } });
const see = async (as: string, id: string) => (await server.send('GET', `/api/instances/${id}`, { as })).body;

describe('attendance of an event', () => {
  it('proves the share once every school is marked, and is what the acceptor sees', async () => {
    const id = await openEvent();
    const half = await mark(who.region, id, [yes(office.northSchool.id, 3)]);
    expect(half.body.attendance.share).toEqual({ n: 1, total: 2, marked: 1, people: 3 });
    expect(half.body.evidence).toEqual([]);
    const submit = (version: number) =>
      server.send('POST', `/api/instances/${id}/submit`, { as: who.region, body: { version, note: null } });
    expect((await submit(2)).body.code).toBe('plans-evidence-missing');
    const whole = await mark(who.region, id, [yes(office.northSchool.id, 3), no(office.southSchool.id)], 2);
    expect(whole.body.evidence).toMatchObject([{ kind: 'count', n: 1, total: 2 }]);
    expect((await submit(3)).body.state).toBe('submitted');
    expect((await see(who.region, id)).attendance).toMatchObject({ mayMark: false, share: { n: 1 } });
    expect((await mark(who.region, id, [], 4)).body.code).toBe('plans-evidence-closed');
  });

  it('takes its count back when a mark is taken back', async () => {
    const id = await openEvent();
    await mark(who.region, id, [yes(office.northSchool.id), yes(office.southSchool.id)]);
    const { body } = await mark(who.region, id, [yes(office.northSchool.id)], 2);
    expect([body.evidence, body.attendance.share.marked]).toEqual([[], 1]);
  });

  it('shows a school its own mark and nothing of its neighbours', async () => {
    const id = await openEvent();
    await mark(who.region, id, [yes(office.northSchool.id, 3), yes(office.southSchool.id, 9)]);
    const { attendance } = await see(who.school, id);
    expect(attendance).toMatchObject({ share: null, mayMark: true });
    expect(attendance.schools).toEqual([
      { orgUnitId: office.northSchool.id, name: office.northSchool.shortName, tookPart: true, people: 3 },
    ]);
    const page = `/api/org-units/${office.northSchool.id}/attendance`;
    const events = (await server.send('GET', page, { as: who.curator })).body;
    expect(events).toContainEqual(expect.objectContaining({ instanceId: id, tookPart: true, people: 3 }));
    expect((await server.send('GET', page, { as: who.south })).status).toBe(404);
  });

  it.each(['school', 'curator', 'north'] as const)(
    'is marked by %s for her own schools alone',
    async (person) => {
      const id = await openEvent();
      await mark(who.region, id, [yes(office.southSchool.id, 9)]);
      const own = await mark(who[person], id, [yes(office.northSchool.id, 3)]);
      expect(own.body.attendance).toMatchObject({ share: null, schools: [{ tookPart: true, people: 3 }] });
      expect((await mark(who[person], id, [no(office.southSchool.id)])).body.code).toBe('not-found');
      const whole = await see(who.region, id);
      expect(whole.attendance.share).toEqual({ n: 2, total: 2, marked: 2, people: 12 });
      expect(whole.evidence).toMatchObject([{ kind: 'count', n: 2, total: 2 }]);
      expect((await mark(who.region, id, [], 2)).body.code).toBe('changed-meanwhile');
      expect((await mark(who[person], id, [])).status).toBe(200);
      const after = await see(who.region, id);
      expect([after.attendance.share.marked, after.evidence]).toEqual([1, []]);
    },
  );

  it('is marked by schools at the same instant, each of itself', async () => {
    const id = await openEvent();
    const south = await office.signIn('school-coordinator', office.southSchool);
    const both = [
      mark(who.school, id, [yes(office.northSchool.id)]),
      mark(south, id, [no(office.southSchool.id)]),
    ];
    expect((await Promise.all(both)).map(({ status }) => status)).toEqual([200, 200]);
    expect((await see(who.region, id)).evidence).toMatchObject([{ n: 1, total: 2 }]);
  });

  it('is not marked by an observer, nor by a school when it is called off', async () => {
    const id = await openEvent(['100 % участия ШНОР', 'Фотоотчёт']);
    expect((await mark(who.observer, id, [yes(office.northSchool.id)])).body.code).toBe('forbidden');
    const { version } = await see(who.region, id);
    const cancel = { version, note: 'Не проводится' };
    await server.send('POST', `/api/instances/${id}/cancel`, { as: who.region, body: cancel });
    expect((await mark(who.school, id, [yes(office.northSchool.id)])).body.code).toBe(
      'plans-evidence-closed',
    );
  });

  it('is refused for a school outside the plan, without people who came to nothing, and on what another has changed', async () => {
    const id = await openEvent();
    expect((await mark(who.region, id, [yes(office.northBranch.id)])).body.code).toBe('not-found');
    const nobody = { ...no(office.northSchool.id), people: 2 };
    expect((await mark(who.region, id, [nobody])).body.code).toBe('input-invalid');
    await mark(who.region, id, [yes(office.northSchool.id)]);
    expect((await mark(who.region, id, [])).body.code).toBe('changed-meanwhile');
    expect((await see(who.region, id)).attendance.share.marked).toBe(1);
  });

  it('is asked of events that expect schools to come', async () => {
    expect((await see(who.region, await openEvent(['Приказ']))).attendance).toBeNull();
    expect(
      (await see(who.region, await openEvent(['Доля педагогов, обученных очно']))).attendance,
    ).toBeNull();
    expect(
      (await see(who.region, await openEvent(['Доля школ, принявших участие']))).attendance,
    ).not.toBeNull();
  });
});

it('stands in the sheet of the plan', async () => {
  const id = await openEvent();
  await mark(who.region, id, [yes(office.northSchool.id, 3), no(office.southSchool.id)]);
  const { planId } = await see(who.region, id);
  const headers = { cookie: who.region };
  const { rawPayload } = await server.app.inject({ url: `/api/plans/${planId}/plan.xlsx`, headers });
  const sheets = await readSheets(new Uint8Array(rawPayload));
  const rows = sheets.find(({ name }) => name === 'Участие школ')?.rows.slice(1) ?? [];
  expect(rows.map((row) => row.slice(3))).toEqual([
    [office.southSchool.shortName, 'нет', null],
    [office.northSchool.shortName, 'да', 3],
  ]);
});

describe('a list of those who came', () => {
  const found = () => [
    { orgUnitId: office.northSchool.id, people: 4 },
    { orgUnitId: office.southSchool.id, people: 2 },
  ];
  const list = 'Наименование;Человек\nСОШ № 1;4\nООШ № 2;2\nСОШ № 77;1\n';

  it('is matched as pasted and as a file, and nothing of it is kept', async () => {
    const id = await openEvent();
    const path = `/api/instances/${id}/attendance`;
    const pasted = await server.send('POST', `${path}/list`, { as: who.region, body: { text: list } });
    expect(pasted.body.found).toEqual(found());
    expect(pasted.body.doubts).toMatchObject([{ printed: 'СОШ № 77', people: 1, candidates: [] }]);
    const file = { as: who.region, ...sampleUpload('list.csv', list) };
    expect((await server.send('POST', `${path}/file`, file)).body).toEqual(pasted.body);
    expect((await see(who.region, id)).attendance.share.marked).toBe(0);
    const own = await server.send('POST', `${path}/list`, { as: who.school, body: { text: list } });
    expect(own.body.found).toEqual(found().slice(0, 1));
  });
});
