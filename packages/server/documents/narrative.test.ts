import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFile } from '@opora/office/read-file.ts';
import { openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { activityDraft, planDraft, windowDeadline } from '../testing/plan-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';

let server: TestServer;
let office: TestOffice;
let planId: string;
let coordinator: string;
let activityIds: string[];

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  coordinator = await office.signIn('municipal-coordinator', office.north);
  const perSchool = { perSchool: true };
  const schools = windowDeadline('до 20.02.2026', { start: null, end: '2026-02-20' }, perSchool);
  const later = windowDeadline('до 25.12.2026', { start: null, end: '2026-12-25' });
  const draft = planDraft(office.north.id, {
    schoolIds: [office.northSchool.id, office.northBranch.id],
    activities: [
      activityDraft({
        no: '1',
        deadline: windowDeadline('до 10.02.2026', { start: null, end: '2026-02-10' }),
      }),
      activityDraft({ no: '2', title: 'Обследование', deadline: schools, expected: ['Справка'] }),
      activityDraft({ no: '3', title: 'Итоги года', deadline: later }),
    ],
  });
  planId = (await send('POST', '/plans', draft)).body.planId;
  const plan = (await send('GET', `/plans/${planId}`)).body;
  activityIds = plan.activities.map(({ id }: { id: string }) => id);
}, 60_000);
afterAll(() => server.close());

const send = (method: 'GET' | 'POST' | 'PUT', path: string, body?: object, as = coordinator) =>
  server.send(method, `/api${path}`, { as, ...(body === undefined ? {} : { body }) });

async function accept(activity: number): Promise<void> {
  const [instance] = (await send('GET', `/activities/${activityIds[activity]}/instances`)).body;
  await moveOn(instance.id);
}

async function moveOn(id: string): Promise<void> {
  const detail = (await send('GET', `/instances/${id}`)).body;
  const expectedResultId = detail.expected[0].id;
  const given = {
    kind: 'document',
    expectedResultId,
    type: 'Приказ',
    number: '45',
    on: '2026-02-09',
    title: null,
  };
  const { version } = (await send('POST', `/instances/${id}/evidence`, given)).body;
  const submitted = (await send('POST', `/instances/${id}/submit`, { version, note: null })).body;
  const region = await office.signIn('regional-coordinator', office.region);
  const decision = { version: submitted.version, note: null };
  server.setNow(new Date(server.parts.clock().getTime() + 60_000));
  expect((await send('POST', `/instances/${id}/accept`, decision, region)).status).toBe(200);
}

async function textsNow(query = ''): Promise<Record<string, string>> {
  const { paragraphs } = (await send('GET', `/plans/${planId}/narrative${query}`)).body;
  type Told = { sentences: { key: string; text: string }[] };
  const sentences = paragraphs.flatMap((one: Told) => one.sentences);
  return Object.fromEntries(
    sentences.map(({ key, text }: { key: string; text: string }) => [key, text.replaceAll('\u00A0', ' ')]),
  );
}

describe('the narrative of a plan', () => {
  it('follows the records: what is due is told, what is to come is not', async () => {
    expect((await textsNow())['counts']).toMatch(/наступил срок 2 мероприятий: исполнено 0 из 2/);
    await accept(0);
    const texts = await textsNow();
    expect(texts['done']).toBe(
      'Во исполнение приказа от 01.02.2026 № 15 в период с 01.01.2026 по 02.03.2026 проведено 1 мероприятие',
    );
    expect(texts[`activity:${activityIds[0]}`]).toBe(
      'п. 1 «Семинар для школьных команд» (срок: до 10.02.2026); подтверждено: приказ от 09.02.2026 № 45',
    );
    expect(texts[`activity:${activityIds[1]}`]).toContain(
      'не исполнено: МБОУ СОШ № 1, Филиал в с. Речное; причина не указана',
    );
    expect(texts[`activity:${activityIds[2]}`]).toBeUndefined();
  });

  it('keeps what a person wrote, tells that the facts have changed, and prints it', async () => {
    const key = `activity:${activityIds[1]}`;
    const told = (await send('GET', `/plans/${planId}/narrative`)).body;
    const place = { from: told.from, until: told.until, sectionId: null, key };
    const instead = (await textsNow())[key];
    const edit = { ...place, text: 'обследование начато', instead, seen: null };
    expect((await send('PUT', `/plans/${planId}/narrative`, edit)).status).toBe(200);
    expect((await send('PUT', `/plans/${planId}/narrative`, edit)).body.code).toBe('changed-meanwhile');
    await accept(1);
    const after = (await send('GET', `/plans/${planId}/narrative`)).body;
    expect(after.edits).toMatchObject([{ key, text: 'обследование начато', instead }]);
    expect((await textsNow())[key]).toContain('исполнено в 1 школе из 2 (50 %)');
    const file = await server.app.inject({
      url: `/api/plans/${planId}/narrative.docx`,
      headers: { cookie: coordinator },
    });
    const document = await readFile(new Uint8Array(file.rawPayload), { fileName: 'a.docx' });
    expect(JSON.stringify(document)).toContain('– обследование начато.');
    const back = { ...edit, text: null, seen: 'обследование начато' };
    expect((await send('PUT', `/plans/${planId}/narrative`, back)).status).toBe(200);
    expect((await send('GET', `/plans/${planId}/narrative`)).body.edits).toEqual([]);
  });

  it('of a past day tells what stood then, with what was given by then', async () => {
    const until = (await send('GET', `/plans/${planId}/narrative`)).body.until;
    server.setNow(new Date('2026-03-03T12:00:00Z'));
    coordinator = await office.signIn('municipal-coordinator', office.north);
    const now = await textsNow(`?until=${until}`);
    const [, second] = (await send('GET', `/activities/${activityIds[1]}/instances`)).body;
    await moveOn(second.id);
    expect(await textsNow(`?until=${until}`)).toEqual(now);
    expect((await textsNow())['counts']).toContain('По состоянию на 03.03.2026');
    expect((await textsNow())[`activity:${activityIds[1]}`]).toContain('исполнено в 2 школах из 2');
  });

  it('of a past day counts what a change of the plan has taken away since', async () => {
    const draft = planDraft(office.north.id, {
      schoolIds: [office.northSchool.id],
      activities: [
        activityDraft({
          no: '1',
          deadline: windowDeadline('до 20.02.2026', { start: null, end: '2026-02-20' }, { perSchool: true }),
        }),
      ],
    });
    const path = `/plans/${(await send('POST', '/plans', draft)).body.planId}`;
    const [{ id, sectionId, title, version }] = (await send('GET', path)).body.activities;
    const query = '/narrative?from=2026-01-01&until=2026-02-28';
    const told = async () => (await send('GET', `${path}${query}`)).body.paragraphs;
    const before = await told();
    expect(JSON.stringify(before)).toContain(office.northSchool.shortName);
    const body = { no: '1', sectionId, title, version, deadline: 'до 25.12.2026', parties: [], expected: [] };
    server.setNow(new Date(server.parts.clock().getTime() + 60_000));
    expect((await send('PUT', `/activities/${id}`, body)).status).toBe(200);
    expect((await told())[0]).toEqual(before[0]);
    expect(JSON.stringify(await told())).toContain(office.northSchool.shortName);
  });

  it('is not for a neighbour, nor for a school, which sees only its own part', async () => {
    const south = await office.signIn('municipal-coordinator', office.south);
    const director = await office.signIn('school-director', office.northSchool);
    expect((await send('GET', `/plans/${planId}/narrative`, undefined, south)).status).toBe(404);
    expect((await send('GET', `/plans/${planId}/narrative`, undefined, director)).status).toBe(403);
  });
});
