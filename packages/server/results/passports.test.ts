import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import type { Tx } from '../platform/database.ts';
import { inSystem, openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';

let server: TestServer;
let office: TestOffice;
let director: string;
let municipal: string;
beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  director = await office.signIn('school-director', office.northSchool);
  municipal = await office.signIn('municipal-coordinator', office.north);
});
afterAll(() => server.close());

const save = (as: string, orgUnitId: string, entries: object[]) =>
  server.send('PUT', `/api/org-units/${orgUnitId}/social-passport`, {
    as,
    body: { schoolYear: 2025, entries },
  });
const entry = (variable: string, count: number, total: number) => ({ variable, value: { count, total } });
const list = async (as: string) =>
  (await server.send('GET', '/api/social-passports?year=2025', { as })).body.map(
    ({ variable, count, total }: { variable: string; count: number | null; total: number }) => [
      variable,
      count,
      total,
    ],
  );

describe('the social passport of a school', () => {
  it('is entered by the school; a few pupils are seen by nobody above it', async () => {
    const entries = [entry('X10', 12, 60), entry('X13', 3, 60), entry('X17', 0, 60), entry('X01', 2, 9)];
    expect((await save(director, office.northSchool.id, entries)).body).toEqual({
      added: 4,
      changed: 0,
      kept: 0,
    });
    const teachers = ['X01', 2, 9];
    expect(await list(director)).toEqual([teachers, ['X10', 12, 60], ['X13', 3, 60], ['X17', 0, 60]]);
    expect(await list(municipal)).toEqual([teachers, ['X10', 12, 60], ['X13', null, 60], ['X17', 0, 60]]);
    expect(await list(await office.signIn('school-director', office.southSchool))).toEqual([]);
  });

  it('is mended and taken back value by value; the rest stays', async () => {
    const entries = [entry('X10', 13, 60), { variable: 'X13', value: null }];
    expect((await save(director, office.northSchool.id, entries)).body).toMatchObject({
      added: 0,
      changed: 2,
    });
    expect((await list(director)).map(([variable]: [string]) => variable)).toEqual(['X01', 'X10', 'X17']);
  });

  it('is not changed from above while the school’s form with it is on its way', async () => {
    const send = (count: number) => save(municipal, office.northSchool.id, [entry('X10', count, 60)]);
    const stage = (to: string) =>
      inSystem(server, async (tx) => {
        await tx.updateTable('submission').set({ stage: to }).execute();
      });
    await inSystem(server, (tx) => plantForm(tx, office));
    expect((await send(14)).body.code).toBe('passport-sent');
    await stage('school');
    for (const count of [14, 13]) expect((await send(count)).body).toMatchObject({ changed: 1 });
  });

  it('refuses more than there are, and leaves nothing of what came with it', async () => {
    const { status, body } = await save(director, office.northSchool.id, [
      entry('X05', 1, 60),
      entry('X08', 61, 60),
    ]);
    expect([status, body.code]).toEqual([422, 'passport-over-total']);
    expect(await list(director)).toHaveLength(3);
    expect((await save(director, office.southSchool.id, [entry('X05', 1, 60)])).status).toBe(404);
  });

  it('is read of a file, shown, and loaded; a second time changes nothing', async () => {
    const form = new FormData();
    const csv =
      'Школа;Всего обучающихся;Неполные семьи;ОВЗ\nСОШ № 1;60;13;4/7%\nМБОУ СОШ № 1;60;13;4/7%\nМБОУ ООШ № 2;90;1;1\n';
    form.append('year', '2025');
    form.append('file', new Blob([csv]), 'паспорт.csv');
    const { body: read } = await server.send('POST', '/api/social-passports/read', { as: municipal, form });
    expect(read.values).toMatchObject([
      { row: 3, variable: 'X10', count: 13, total: 60, change: 'keep' },
      { row: 3, variable: 'X05', count: 4, total: 60, change: 'add' },
    ]);
    // A school of another municipality is nobody's here.
    expect(read.problems.map(({ text }: { text: string }) => text)).toEqual(['СОШ № 1', 'МБОУ ООШ № 2']);
    expect(await list(director)).toHaveLength(3);
    const values = read.values.map(({ orgUnitId, variable, count, total }: Record<string, unknown>) => ({
      orgUnitId,
      variable,
      count,
      total,
    }));
    const load = async () =>
      (
        await server.send('PUT', '/api/social-passports', {
          as: municipal,
          body: { schoolYear: 2025, values },
        })
      ).body;
    expect(await load()).toEqual({ added: 1, changed: 0, kept: 1 });
    expect(await load()).toEqual({ added: 0, changed: 0, kept: 2 });
    const foreign = [{ ...values[0], orgUnitId: office.southSchool.id }];
    const refused = await server.send('PUT', '/api/social-passports', {
      as: municipal,
      body: { schoolYear: 2025, values: foreign },
    });
    expect(refused.status).toBe(404);
  });
});

/** A form of the northern school that has been sent, with all its values. */
async function plantForm(tx: Tx, { northSchool: { id, scope } }: TestOffice): Promise<void> {
  const { person } = await tx.selectFrom('person').select('id as person').executeTakeFirstOrThrow();
  await sql`insert into campaign values (${id}, ${id}, ${scope}, 'Сбор', 'SY2025', '[]', 'region', '2026-03-01', '2026-03-10', '2026-03-20',
    'open', ${person}, ${new Date()}, 1)`.execute(tx);
  await sql`insert into submission (id, campaign_id, org_unit_id, scope, assigned_on, stage, is_returned, rounds, first_sent_on, last_sent_on, asked_count, given_count, version)
    values (${id}, ${id}, ${id}, ${scope}, '2026-03-01', 'municipality', false, 1, '2026-03-05', '2026-03-05', 2, 2, 1)`.execute(
    tx,
  );
  await sql`update indicator_value set submission_id = ${id}`.execute(tx);
}
