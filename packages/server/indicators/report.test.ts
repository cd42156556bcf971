import { randomUUID } from 'node:crypto';
import { readXlsx } from 'hucre/xlsx';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readFile } from '@opora/office/read-file.ts';
import { addTestForm } from '../testing/form-for-tests.ts';
import { inSystem, openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';

let server: TestServer;
let office: TestOffice;
const path = '/api/indicators/reports';

const setValue = (period: string, amount: number, total: number) =>
  inSystem(server, (tx) =>
    sql`insert into indicator_value values (${randomUUID()}, ${office.northSchool.id}, ${office.northSchool.scope}, ${period}, 'R11', 1, 'given', ${amount}, ${total},
      null, 'file', null, (select id from person limit 1), ${server.parts.clock()}, 1)
      on conflict on constraint indicator_value_once do update set amount = excluded.amount`.execute(tx),
  );

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  await office.signIn('observer', office.northSchool);
  await setValue('SY2024', 96, 204);
  await setValue('SY2025', 42, 200);
}, 60_000);

afterAll(() => server.close());

it('a report keeps its numbers, is done again to the same digits, and says what is different today', async () => {
  const as = await office.signIn('municipal-coordinator', office.north);
  const body = { orgUnitId: office.northSchool.id, kind: 'start-control' };
  const { id } = (await server.send('POST', path, { as, body })).body;
  const shown = (await server.send('GET', `${path}/${id}`, { as })).body;
  expect(shown.sheets[0].rows[0].slice(2, 13)).toEqual([
    96,
    204,
    96 / 204,
    '',
    42,
    200,
    0.21,
    '',
    expect.closeTo(-26.06, 2),
    '',
    'ухудшилось',
  ]);
  expect(shown.sheets[0].notes.join()).toContain(shown.report.digest);
  const again = async () => (await server.send('GET', `${path}/${id}/recheck`, { as })).body;
  expect(await again()).toEqual({ digest: shown.report.digest, isSame: true, differing: [] });
  await setValue('SY2025', 52, 200);
  expect(await again()).toMatchObject({
    isSame: true,
    differing: [
      { name: 'R11', at: '2025/26 уч. г.', kept: '42 из 200 · 21\u00A0%', today: '52 из 200 · 26\u00A0%' },
    ],
  });
  const list = async (who: string) => (await server.send('GET', path, { as: who })).body;
  expect(await list(as)).toHaveLength(1);
  expect(await list(await office.signIn('school-director', office.northSchool))).toEqual([]);
  expect(
    (
      await server.send('GET', `${path}/${id}`, {
        as: await office.signIn('municipal-coordinator', office.south),
      })
    ).status,
  ).toBe(404);
});

it('a school’s own report with its small numbers is not for those above it', async () => {
  await setValue('SY2023', 3, 190);
  const director = await office.signIn('school-director', office.northSchool);
  const body = { orgUnitId: office.northSchool.id, kind: 'dynamics' };
  const { id } = (await server.send('POST', path, { as: director, body })).body;
  expect((await server.send('GET', `${path}/${id}`, { as: director })).body.sheets[0].rows[0][3]).toBe(3);
  const above = await office.signIn('municipal-coordinator', office.north);
  expect((await server.send('GET', `${path}/${id}`, { as: above })).status).toBe(404);
});

it('a workbook has numbers as numbers and percents as fractions, a document the same in words', async () => {
  const as = await office.signIn('municipal-coordinator', office.north);
  const body = { orgUnitId: office.northSchool.id, kind: 'dynamics' };
  const { id } = (await server.send('POST', path, { as, body })).body;
  const bytes = async (name: string) =>
    (await server.app.inject({ method: 'GET', url: `${path}/${id}/${name}`, headers: { cookie: as } }))
      .rawPayload;
  const workbook = await readXlsx(new Uint8Array(await bytes('report.xlsx')));
  const rows = workbook.sheets[0]?.rows ?? [];
  expect(rows.find((row) => row[1] === 'R11' && row[4] === 204)?.slice(3, 6)).toEqual([96, 204, 96 / 204]);
  const document = JSON.stringify(await readFile(new Uint8Array(await bytes('report.docx'))));
  expect(document).toContain('47,1');
});

it('a report on completeness keeps which forms were there, and says which came since', async () => {
  const form = await addTestForm(server, { territory: office.north, school: office.northSchool });
  const as = await office.signIn('municipal-coordinator', office.north);
  const body = { orgUnitId: office.north.id, kind: 'completeness', schoolYear: 2025 };
  const { id } = (await server.send('POST', path, { as, body })).body;
  const { sheets } = (await server.send('GET', `${path}/${id}`, { as })).body;
  expect(sheets[0].rows).toEqual([
    [office.northSchool.shortName, 'Самообследование', '2025/26 уч. г.', 1, 0, 0, 0, 0, 0, 1, 0, 0],
  ]);
  await inSystem(server, (tx) =>
    sql`update submission set stage = 'municipality', rounds = 1, first_sent_on = '2026-03-02', last_sent_on = '2026-03-02', given_count = 1 where id = ${form}`.execute(
      tx,
    ),
  );
  expect((await server.send('GET', `${path}/${id}/recheck`, { as })).body).toMatchObject({
    isSame: true,
    differing: [
      { at: 'Самообследование', kept: '1 / 0 / 0 / 0 / 0 / 0 / 1', today: '1 / 1 / 0 / 0 / 0 / 0 / 0' },
    ],
  });
});

it('leaves no number in the history, nor a hash from which one is found by trying', async () => {
  const as = await office.signIn('school-director', office.northSchool);
  const body = { orgUnitId: office.northSchool.id, kind: 'table' };
  expect((await server.send('POST', path, { as, body })).status).toBe(200);
  const rows = await inSystem(server, (tx) =>
    tx
      .selectFrom('audit')
      .select(sql<string>`concat(new_row ->> 'digest', new_row ->> 'amount', new_row ->> 'total')`.as('told'))
      .where('table_name', 'in', ['indicator_report', 'indicator_value'])
      .execute(),
  );
  expect(rows.length).toBeGreaterThan(2);
  expect(rows.filter(({ told }) => /[^…]/u.test(told))).toEqual([]);
});
