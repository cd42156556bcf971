import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readFile } from '@opora/office/read-file.ts';
import { inventResults, seededChance } from '../demo/invented-results.ts';
import { inSystem, openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';
import { insertExamCounts } from './exam-count-queries.ts';

let server: TestServer;
let office: TestOffice;

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  const chance = seededChance(7);
  await inSystem(server, async (tx) => {
    for (const { id, scope } of [office.northSchool, office.southSchool]) {
      const like = { size: 80, level: 0.45, trend: 0, habit: null };
      const counts = inventResults(like, [2025, 2026], chance);
      // oxlint-disable-next-line no-await-in-loop -- one connection
      await insertExamCounts(
        tx,
        counts.map((count) => ({ ...count, id: randomUUID(), orgUnitId: id, scope, scaleVersion: null })),
      );
    }
  });
});
afterAll(() => server.close());

async function ask(
  role: 'regional-coordinator' | 'municipal-coordinator',
  unit: { id: string },
  year = 2026,
) {
  const home = role === 'regional-coordinator' ? office.region : office.north;
  const as = await office.signIn(role, home);
  return server.app.inject({
    url: `/api/results/note.docx?territoryId=${unit.id}&year=${year}`,
    headers: { cookie: as },
  });
}

async function wordsOf(response: { readonly rawPayload: Buffer }): Promise<string> {
  const read = await readFile(new Uint8Array(response.rawPayload));
  return JSON.stringify(read).replaceAll('\u00A0', ' ');
}

it('tells of a region by its municipalities and of a municipality by itself, exams apart from ВПР', async () => {
  const region = await ask('regional-coordinator', office.region);
  expect(region.statusCode).toBe(200);
  const told = await wordsOf(region);
  expect(told).toContain('Аналитическая справка о результатах оценочных процедур 2026 года');
  expect(told).toContain(office.north.shortName);
  expect(told).toContain('Диагностика, не оценка');
  const own = await wordsOf(await ask('municipal-coordinator', office.north));
  expect(own).toContain(`Территория: ${office.north.name}`);
  expect(own).not.toContain(office.south.shortName);
});

it('is refused for what one does not coordinate, for a school and for a year without results', async () => {
  expect((await ask('municipal-coordinator', office.south)).statusCode).toBe(404);
  expect((await ask('municipal-coordinator', office.region)).statusCode).toBe(403);
  expect((await ask('regional-coordinator', office.northSchool)).statusCode).toBe(404);
  const none = await ask('regional-coordinator', office.region, 2019);
  expect([none.statusCode, none.json().title]).toEqual([422, expect.stringContaining('2019')]);
});
