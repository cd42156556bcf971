import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { planDraft } from '../testing/plan-for-tests.ts';
import { sampleUpload } from '../testing/sample-upload.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';
import { sweepFiles } from './sweep-files.ts';

let server: TestServer;
let office: TestOffice;
let as: string;
let instanceId: string;

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  as = await office.signIn('municipal-coordinator', office.north);
  const made = await server.send('POST', '/api/plans', { as, body: planDraft(office.north.id) });
  const plan = await server.send('GET', `/api/plans/${made.body.planId}`, { as });
  const path = `/api/activities/${plan.body.activities[0].id}/instances`;
  instanceId = (await server.send('GET', path, { as })).body[0].id;
});
afterAll(() => server.close());

const give = (text: string, who = as) =>
  server.send('POST', `/api/instances/${instanceId}/evidence-files`, {
    as: who,
    ...sampleUpload('a.txt', text),
  });

const directory = () => join(server.parts.settings.dataDirectory, 'files');
const contents = () =>
  readdirSync(directory(), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /[0-9a-f]{64}$/.test(name),
  );
async function* oneChunk(text: string) {
  yield new TextEncoder().encode(text);
}
const put = (text: string) => server.parts.files.put(oneChunk(text), 100);
const putAt = (sha256: string, at: string) =>
  utimesSync(join(directory(), sha256.slice(0, 2), sha256), new Date(at), new Date(at));

it('an upload that is refused leaves no bytes', async () => {
  const stranger = await office.signIn('municipal-coordinator', office.south);
  expect((await give('чужое', stranger)).status).toBe(404);
  const wrong = new FormData();
  wrong.append('expectedResultId', 'ничей');
  wrong.append('file', new Blob(['без ответа']), 'a.txt');
  const path = `/api/instances/${instanceId}/evidence-files`;
  expect((await server.send('POST', path, { as, form: wrong })).status).toBe(400);
  expect(contents()).toEqual([]);
});

it('nothing goes while not one of the bytes is known: they are of another database', async () => {
  const { sha256 } = await put('из другой базы');
  putAt(sha256, '2026-01-01');
  expect(await sweepFiles(server.parts)).toBe(0);
  expect(await server.parts.files.has(sha256)).toBe(true);
});

it('bytes of no record go after a day, and those of a record stay however old', async () => {
  expect((await give('справка')).status).toBe(200);
  const held = contents();
  for (const name of held)
    utimesSync(join(directory(), name), new Date('2026-01-01'), new Date('2026-01-01'));
  const fresh = await put('ещё загружается');
  putAt(fresh.sha256, '2026-03-01T12:00:00Z');
  expect(await sweepFiles(server.parts)).toBe(1);
  expect(contents()).toHaveLength(2);
  expect(await server.parts.files.has(fresh.sha256)).toBe(true);
  server.setNow(new Date('2026-03-02T12:00:01Z'));
  expect(await sweepFiles(server.parts)).toBe(1);
  expect(contents()).toHaveLength(1);
});
