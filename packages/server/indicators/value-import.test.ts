import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arrayText } from '../platform/array-text.ts';
import { addTestForm } from '../testing/form-for-tests.ts';
import { inSystem, openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { sampleUpload } from '../testing/sample-upload.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';

let server: TestServer;
let office: TestOffice;
let municipal: string;
beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  municipal = await office.signIn('municipal-coordinator', office.north);
});
afterAll(() => server.close());

const upload = (as: string, table: string) =>
  server.send('POST', '/api/value-imports', { as, ...sampleUpload('Свод.csv', table, { period: 'SY2025' }) });
const act = (as: string, id: string, action: string) =>
  server.send('POST', `/api/value-imports/${id}/${action}`, { as, body: { version: 1 } });
const held = () =>
  inSystem(server, async (tx) =>
    (
      await tx
        .selectFrom('indicator_value')
        .select(['indicator_code', 'state', 'amount', 'total'])
        .orderBy('indicator_code')
        .execute()
    ).map((row) => `${row.indicator_code} ${row.state} ${row.amount}/${row.total}`),
  );

const table = [
  'Школа;D01;R11 n;R11 N;R26;R20',
  'МБОУ СОШ № 1;200;42;200;-;31 из 30',
  'Школа на другом берегу;10;1;10;;',
].join('\n');

describe('a table of values of many schools', () => {
  it('is read as a draft: what would change, what was not understood, what a check calls an error', async () => {
    const { body } = await upload(municipal, table);
    expect(body).toMatchObject({
      state: 'draft',
      period: 'SY2025',
      counts: { schools: 1, add: 3, change: 0, keep: 0, sent: 0, wrong: 0, problems: 2 },
    });
    const review = await server.send('GET', `/api/value-imports/${body.id}`, { as: municipal });
    expect(review.body.problems).toEqual([
      { sheet: '', row: 2, column: 6, text: expect.stringContaining('31 из 30'), problem: 'pair-disagrees' },
      { sheet: '', row: 3, column: 2, text: expect.any(String), problem: 'unknown-school' },
    ]);
    expect(await held()).toEqual([]);
  });

  it('gives schools nothing that municipalities say themselves: it would count with what they said', async () => {
    const refused = await upload(municipal, 'Школа;D18\nМБОУ СОШ № 1;4');
    expect(refused.body.code).toBe('value-import-no-heads');
  });

  it('is applied at once, a second time changes nothing, and is undone as a whole', async () => {
    const { id } = (await upload(municipal, table)).body;
    expect((await act(municipal, id, 'undo')).body.code).toBe('import-not-applied');
    expect((await act(municipal, id, 'apply')).body).toMatchObject({ state: 'applied', counts: { add: 3 } });
    const after = ['D01 given 200/null', 'R11 given 42/200', 'R26 not-applicable null/null'];
    expect(await held()).toEqual(after);
    expect((await act(municipal, id, 'apply')).body.state).toBe('applied');

    const second = (await upload(municipal, 'Школа;D01;R11\nМБОУ СОШ № 1;200;44 из 200')).body;
    expect(second.counts).toMatchObject({ keep: 1, change: 1 });
    await act(municipal, second.id, 'apply');
    expect((await held())[1]).toBe('R11 given 44/200');
    expect((await act(municipal, second.id, 'undo')).body.state).toBe('undone');
    expect(await held()).toEqual(after);
    await act(municipal, id, 'undo');
    expect(await held()).toEqual([]);
    expect((await act(municipal, id, 'undo')).body.code).toBe('value-import-undone');
  });

  it('stands in the history as if each value had been typed', async () => {
    const history = () =>
      inSystem(server, async (tx) =>
        (
          await tx
            .selectFrom('audit')
            .selectAll()
            .where('table_name', '=', 'indicator_value')
            .orderBy('id')
            .execute()
        ).map(({ change, old_row: before, new_row: after, scope }) => ({
          change,
          scope,
          rows: [before, after].map((row) => {
            const { id: _id, made_at: _at, ...kept } = (row ?? {}) as Record<string, unknown>;
            return kept;
          }),
        })),
      );
    const from = (await history()).length;
    const { id } = (await upload(municipal, 'Школа;D01;R11\nМБОУ СОШ № 1;200;42 из 200')).body;
    await act(municipal, id, 'apply');
    const second = (await upload(municipal, 'Школа;D01;R11\nМБОУ СОШ № 1;201;-')).body;
    await act(municipal, second.id, 'apply');
    const loaded = (await history()).slice(from);
    expect(loaded.map(({ change }) => change)).toEqual(['insert', 'insert', 'update', 'update']);

    await inSystem(server, async (tx) => {
      const rows = await tx.selectFrom('indicator_value').selectAll().orderBy('indicator_code').execute();
      await tx.deleteFrom('indicator_value').execute();
      const earlier = [
        { state: 'given', amount: 200, total: null, typed: null },
        { state: 'given', amount: 42, total: 200, typed: '42 из 200' },
      ];
      for (const [at, row] of rows.entries())
        await tx
          .insertInto('indicator_value')
          .values({ ...row, ...earlier[at]!, version: 1 })
          .execute();
      for (const { id: one, ...row } of rows)
        await tx.updateTable('indicator_value').set(row).where('id', '=', one).execute();
    });
    const typed = (await history()).slice(from + 4 + 2);
    expect(typed).toEqual(loaded);
    await inSystem(server, (tx) => tx.deleteFrom('indicator_value').execute());
  });

  it('is written with every text as it was', async () => {
    const hard = [
      '42 из 200',
      '',
      null,
      'null',
      'NULL',
      '"',
      String.raw`\"`,
      '{a,b}',
      'две\nстроки',
      ' ',
      7,
      -0.5,
      1e-7,
    ];
    const { rows } = await inSystem(server, (tx) =>
      sql<{ read: (string | null)[] }>`select ${arrayText(hard)}::text[] as read`.execute(tx),
    );
    expect(rows[0]?.read).toEqual(hard.map((one) => (one === null ? null : String(one))));
  });

  it('leaves alone what the school has changed since, when it is undone', async () => {
    const { id } = (await upload(municipal, 'Школа;D01;D03\nМБОУ СОШ № 1;200;20')).body;
    await act(municipal, id, 'apply');
    await inSystem(server, async (tx) => {
      await tx
        .updateTable('indicator_value')
        .set({ amount: 210 })
        .where('indicator_code', '=', 'D01')
        .execute();
    });
    await act(municipal, id, 'undo');
    expect(await held()).toEqual(['D01 given 210/null']);
  });

  it('does not change what the school has sent; of a form still with the school it counts the fields', async () => {
    const form = await addTestForm(server, { territory: office.region, school: office.northSchool });
    const { id } = (await upload(municipal, 'Школа;R11;M07\nМБОУ СОШ № 1;42 из 200;да')).body;
    await act(municipal, id, 'apply');
    const given = await inSystem(server, (tx) =>
      tx.selectFrom('submission').select('given_count').where('id', '=', form).executeTakeFirst(),
    );
    expect(given?.given_count).toBe(2);
    await inSystem(server, async (tx) => {
      await tx.updateTable('indicator_value').set({ submission_id: form }).execute();
      await tx.updateTable('submission').set({ stage: 'municipality' }).execute();
    });
    const late = (await upload(municipal, 'Школа;R11;M07\nМБОУ СОШ № 1;50 из 200;да')).body;
    expect(late.counts).toMatchObject({ sent: 1, keep: 1, change: 0 });
    expect((await act(municipal, late.id, 'apply')).body.code).toBe('value-import-nothing');
  });

  it('goes with the open form that asks for it, and counts when that is sent; what nobody asks counts at once', async () => {
    const forms = async () =>
      inSystem(server, async (tx) => {
        const rows = await tx
          .selectFrom('indicator_value')
          .select(['indicator_code', 'submission_id'])
          .orderBy('indicator_code')
          .execute();
        return rows.map((row) => `${row.indicator_code} ${row.submission_id === null ? 'counts' : 'waits'}`);
      });
    const stage = (now: string) =>
      inSystem(server, (tx) => tx.updateTable('submission').set({ stage: now }).execute());
    await inSystem(server, (tx) => tx.deleteFrom('indicator_value').execute());
    await stage('municipality');
    const first = (await upload(municipal, 'Школа;D03\nМБОУ СОШ № 1;20')).body;
    await act(municipal, first.id, 'apply');
    await stage('school');
    const { id } = (await upload(municipal, 'Школа;R11;D03\nМБОУ СОШ № 1;42 из 200;21')).body;
    await act(municipal, id, 'apply');
    expect(await forms()).toEqual(['D03 counts', 'R11 waits']);
    await act(municipal, id, 'undo');
    expect(await forms()).toEqual(['D03 counts']);
    server.setNow(new Date('2026-03-21T09:00:00+03:00'));
    const late = await office.signIn('municipal-coordinator', office.north);
    const closed = (await upload(late, 'Школа;R11\nМБОУ СОШ № 1;42 из 200')).body;
    await act(late, closed.id, 'apply');
    expect(await forms()).toEqual(['D03 counts', 'R11 counts']);
    server.setNow(new Date('2026-03-02T09:00:00+03:00'));
  });

  it('changes nothing that a sent form asks for, though a table brought it, and fills none of its empty cells', async () => {
    await inSystem(server, async (tx) => {
      await tx.deleteFrom('indicator_value').execute();
      await tx.updateTable('submission').set({ stage: 'school' }).execute();
    });
    const { id } = (await upload(municipal, 'Школа;R11\nМБОУ СОШ № 1;42 из 200')).body;
    await act(municipal, id, 'apply');
    await inSystem(server, (tx) => tx.updateTable('submission').set({ stage: 'municipality' }).execute());
    const late = (await upload(municipal, 'Школа;R11;M07\nМБОУ СОШ № 1;50 из 200;да')).body;
    expect(late.counts).toMatchObject({ sent: 2, add: 0, change: 0 });
    await act(municipal, id, 'undo');
    expect(await held()).toEqual(['R11 given 42/200']);
  });

  it('tells the office nothing of what a school has of pupils, whatever number is tried', async () => {
    const director = await office.signIn('school-director', office.northSchool);
    await inSystem(server, async (tx) => {
      await tx.deleteFrom('indicator_value').execute();
      await tx.updateTable('submission').set({ stage: 'school' }).execute();
    });
    const { id } = (await upload(director, 'Школа;R11;R13\nМБОУ СОШ № 1;3 из 30;4,1 из 3')).body;
    await act(director, id, 'apply');
    const trying = async (as: string, cell: string) => {
      const { body } = await upload(as, `Школа;R11\nМБОУ СОШ № 1;${cell}`);
      const review = await server.send('GET', `/api/value-imports/${body.id}`, { as });
      return [body.counts, review.body.left, review.body.findings];
    };
    expect(await trying(municipal, '3 из 30')).toEqual(await trying(municipal, '4 из 30'));
    expect((await trying(director, '3 из 30'))[0]).toMatchObject({ keep: 1 });
  });

  it('knows no school outside the territory of who brings it, and says what a table without heads lacks', async () => {
    const south = await office.signIn('municipal-coordinator', office.south);
    expect((await upload(south, 'Школа;D01\nМБОУ СОШ № 1;200')).body.counts).toMatchObject({
      schools: 0,
      problems: 1,
    });
    expect((await upload(municipal, 'Фамилия;Имя\nИванова;Анна')).body.code).toBe('value-import-no-heads');
  });
});
