import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CellChange } from '@opora/domain/indicators/school-form.ts';
import { insertOrgUnit } from '../registry/registry-queries.ts';
import { addTestForm } from '../testing/form-for-tests.ts';
import { inSystem, openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { addTestPerson } from '../testing/people-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';

let server: TestServer;
let office: TestOffice;
let director: string;
let municipal: string;
let form: string;
beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  director = await office.signIn('school-director', office.northSchool);
  municipal = await office.signIn('municipal-coordinator', office.north);
  form = await addTestForm(server, { territory: office.region, school: office.northSchool });
});
afterAll(() => server.close());

const open = async (as: string, id = form) => (await server.send('GET', `/api/forms/${id}`, { as })).body;
const save = (as: string, cells: CellChange[], id = form) =>
  server.send('POST', `/api/forms/${id}/cells`, { as, body: { cells } });
const value = (amount: number | null, total: number | null = null, typed: string | null = null) => ({
  state: amount === null ? ('not-applicable' as const) : ('given' as const),
  amount,
  total,
  typed,
  source: 'typed' as const,
});
const cell = (indicator: string, base: number | null, said: CellChange['value']) => ({
  indicator,
  base,
  value: said,
});
const short = (body: { values: { indicator: string; amount: number; total: number; version: number }[] }) =>
  body.values.map(({ indicator, amount, total, version }) => `${indicator} ${amount}/${total} v${version}`);

describe('a form', () => {
  it('shows what is asked in its sections, and first the totals that its shares are of', async () => {
    const { sections, indicators, lock, values, period, previousPeriod, schoolName } = await open(director);
    expect({ lock, values, period, previousPeriod, schoolName }).toEqual({
      lock: null,
      values: [],
      period: 'SY2025',
      previousPeriod: 'SY2024',
      schoolName: 'МБОУ СОШ № 1',
    });
    expect(sections.slice(1).map(({ title }: { title: string }) => title)).toEqual(['Результаты', 'Условия']);
    expect(sections[0].title).toBeNull();
    const codes = indicators.map(({ code }: { code: string }) => code);
    const totals = indicators.flatMap(({ totalCode }: { totalCode: string | null }) => totalCode ?? []);
    expect(totals.every((code: string) => codes.includes(code))).toBe(true);
  });

  it('is filled cell by cell, and a batch that is sent again changes nothing', async () => {
    const cells = [
      cell('R11', null, value(42, 200, '42/21%')),
      cell('R16', null, value(null)),
      cell('M07', null, value(0)),
    ];
    const first = await save(director, cells);
    expect(short(first.body)).toEqual(['R11 42/200 v1', 'R16 null/null v1', 'M07 0/null v1']);
    expect((await save(director, cells)).body).toMatchObject({ values: first.body.values, conflicts: [] });
    const again = await save(director, [cell('R11', 1, value(43, 200)), cell('M07', 1, null)]);
    expect(again.body).toMatchObject({ values: [{ indicator: 'R11', version: 2 }], cleared: ['M07'] });
    expect(short(await open(director)).sort()).toEqual(['R11 43/200 v2', 'R16 null/null v1']);
    const counted = await inSystem(server, (tx) =>
      tx.selectFrom('submission').select('given_count').where('id', '=', form).executeTakeFirst(),
    );
    expect(counted).toEqual({ given_count: 2 });
  });

  it('answers a cell that somebody else changed with both values, and saves the others', async () => {
    const { body } = await save(municipal, [
      cell('R11', 1, value(50, 200)),
      cell('R12', null, value(3.5, 46)),
    ]);
    expect(body.conflicts).toMatchObject([{ indicator: 'R11', theirs: { amount: 43, version: 2 } }]);
    expect(short(body)).toEqual(['R12 3.5/46 v1']);
  });

  it.each([
    ['R11', value(4.5, 200), 422, 'form-value-wrong'],
    ['R11', { ...value(4, 200), state: 'not-applicable' as const }, 422, 'form-value-wrong'],
    ['M07', value(2), 422, 'form-value-wrong'],
    ['X01', value(2, 9), 422, 'form-not-asked'],
  ])('takes nothing of a batch with a wrong %s', async (indicator, said, status, code) => {
    const before = short(await open(director));
    const answer = await save(director, [cell('M05', null, value(554, 200)), cell(indicator, null, said)]);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(short(await open(director))).toEqual(before);
  });

  it('offers what was said of the period before', async () => {
    const later = await addTestForm(
      server,
      { territory: office.region, school: office.northSchool },
      { period: 'SY2026' },
    );
    const { offers, values } = await open(director, later);
    expect(values).toEqual([]);
    const origin = { kind: 'previous', period: 'SY2025' };
    expect(offers).toContainEqual({ indicator: 'R11', amount: 43, total: 200, origin });
    expect(offers).toHaveLength(2);
  });

  it('does not tell the office above of a few pupils', async () => {
    await save(director, [cell('R16', 1, value(3, 60, '3/5%'))]);
    const of = async (as: string) =>
      (await open(as)).values.find(({ indicator }: { indicator: string }) => indicator === 'R16');
    expect(await of(director)).toMatchObject({ amount: 3, total: 60, isHidden: false });
    expect(await of(municipal)).toMatchObject({ amount: null, total: null, typed: null, isHidden: true });
  });

  it('shows the office above no more of a school than dynamics do, sent or not', async () => {
    const period = 'SY2030';
    const place = { territory: office.region, school: office.northSchool };
    const id = await addTestForm(server, place, { period });
    const other = { ...office.northSchool, id: randomUUID(), scope: `${office.north.scope}.other` };
    await inSystem(server, (tx) =>
      insertOrgUnit(tx, { ...other, name: 'Школа № 9', shortName: 'Школа № 9' }),
    );
    const beside = await addTestForm(server, { ...place, school: other }, { period });
    await save(municipal, [cell('R11', null, value(3, 90)), cell('M07', null, value(1))], beside);
    await save(director, [cell('R11', null, value(42, 200, '42/21%'))], id);
    const answer = { checkKey: 'changed-much:R11', seen: 'R11=42/200;12/190', answer: 'Было 12' };
    await server.send('PUT', `/api/forms/${id}/answers`, { as: director, body: answer });
    const sent = (stage: string) =>
      inSystem(server, (tx) =>
        tx.updateTable('submission').set({ stage }).where('id', 'in', [id, beside]).execute(),
      );
    const inForm = async () => {
      const { values, answers } = await open(municipal, id);
      expect(values).toHaveLength(1);
      return [values[0].isHidden ? 'hidden' : values[0].amount, values[0].typed, answers.length];
    };
    const inDynamics = async () => {
      const path = `/api/indicators/dynamics?orgUnitId=${office.northSchool.id}`;
      const { rows } = (await server.send('GET', path, { as: municipal })).body;
      const cells = rows.find(({ code }: { code: string }) => code === 'R11')?.cells ?? [];
      return cells.find((one: { period: string }) => one.period === period)?.own;
    };
    // 3 of the other school is hidden, and 42 of this one with it: the municipality has 45.
    expect(await inForm()).toEqual(['hidden', null, 0]);
    await sent('municipality');
    expect([await inForm(), await inDynamics()]).toEqual([['hidden', null, 0], 'hidden']);
    await sent('school');
    await save(municipal, [cell('R11', 1, value(30, 90))], beside);
    expect(await inForm()).toEqual([42, '42/21%', 0]);
    await sent('municipality');
    expect([await inForm(), (await inDynamics()).amount]).toEqual([[42, '42/21%', 0], 42]);
    expect((await open(director, id)).answers).toHaveLength(1);

    // Who reads the form opens its numbers with a reason, for herself and until it goes back; the school sees it.
    await inSystem(server, (tx) =>
      tx.updateTable('indicator_value').set({ amount: 3 }).where('submission_id', '=', id).execute(),
    );
    const opening = { version: 1, move: 'open-numbers' };
    const judge = (body: object) =>
      server.send('POST', `/api/submissions/${id}/moves`, { as: municipal, body: { ...opening, ...body } });
    expect(await inForm()).toEqual(['hidden', null, 0]);
    expect((await judge({ note: null })).body.code).toBe('submission-note-missing');
    expect((await judge({ note: 'Сверяю с ОО-1' })).status).toBe(200);
    expect((await inForm())[0]).toBe(3);
    const neighbour = await office.signIn('municipal-coordinator', office.north);
    expect((await open(neighbour, id)).values[0].isHidden).toBe(true);
    const track = await server.send('GET', `/api/submissions/${id}/track`, { as: director });
    expect(track.body.steps.at(-1)).toMatchObject({ move: 'open-numbers', note: 'Сверяю с ОО-1' });
    await judge({ version: 2, move: 'return', note: 'Исправьте' });
    expect((await inForm())[0]).toBe('hidden');
  });

  it('does not say to the office above that a number it tries is the hidden one', async () => {
    const period = 'SY2031';
    const place = { territory: office.region, school: office.northSchool };
    const id = await addTestForm(server, place, { period });
    await save(director, [cell('R11', null, value(3, 30))], id);
    const trying = (amount: number) => save(municipal, [cell('R11', null, value(amount, 30))], id);
    expect((await trying(3)).body.conflicts).toEqual((await trying(4)).body.conflicts);
    expect((await save(director, [cell('R11', null, value(3, 30))], id)).body.conflicts).toEqual([]);
  });

  it('takes along what was typed as a total of another form, which is then not changed from there', async () => {
    const period = 'SY2032';
    const place = { territory: office.region, school: office.northSchool };
    const asking = await addTestForm(server, place, {
      period,
      sections: [{ title: 'Всего', indicators: [{ code: 'D02', version: 1 }] }],
      closedAfter: '2099-01-01',
    });
    const other = await addTestForm(server, place, { period });
    // Asked there, shown here; what is brought here all the same is the one fact of both.
    const askedThere = [{ indicator: 'D02', submissionId: asking, title: 'Самообследование' }];
    expect(await open(director, other)).toMatchObject({ askedIn: askedThere, settled: [] });
    expect((await open(director, asking)).askedIn).toEqual([]);
    await save(director, [cell('D02', null, value(200))], other);
    const sent = { version: 1, move: 'send' };
    const path = `/api/submissions/${asking}/own-moves`;
    expect(await server.send('POST', path, { as: director, body: sent })).toMatchObject({ status: 200 });
    const held = await inSystem(server, (tx) =>
      tx.selectFrom('indicator_value').select('submission_id').where('period_code', '=', period).execute(),
    );
    expect(held).toEqual([{ submission_id: asking }]);
    const { body } = await save(director, [cell('D02', 1, value(190))], other);
    expect(body.conflicts).toMatchObject([{ indicator: 'D02', theirs: { amount: 200 }, isSettled: true }]);
    // The same number, pasted as it was written elsewhere, is no news.
    const pasted = await save(director, [cell('D02', null, value(200, null, '200 чел.'))], other);
    expect(pasted.body).toMatchObject({ conflicts: [], values: [{ indicator: 'D02', amount: 200 }] });
    expect(await open(director, other)).toMatchObject({ settled: ['D02'], askedIn: [] });
    expect((await open(director, asking)).settled).toEqual([]);
  });

  it('takes a total that another form was sent without: nobody else can give it any more', async () => {
    const period = 'SY2033';
    const place = { territory: office.region, school: office.northSchool };
    const sections = [{ title: 'Всего', indicators: [{ code: 'D02', version: 1 }] }];
    const empty = await addTestForm(server, place, { period, sections });
    const past = { lateAfter: '2026-03-01', closedAfter: '2026-03-01' };
    await addTestForm(server, place, { period, sections, ...past });
    const future = { opensOn: '2098-01-01', lateAfter: '2098-02-01', closedAfter: '2098-03-01' };
    await addTestForm(server, place, { period, sections, ...future });
    const other = await addTestForm(server, place, { period });
    await inSystem(server, (tx) =>
      tx.updateTable('submission').set({ stage: 'municipality' }).where('id', '=', empty).execute(),
    );
    // Neither a form that is closed nor one to come stands in the way.
    expect(await open(director, other)).toMatchObject({ settled: [], askedIn: [] });
    const { body } = await save(director, [cell('D02', null, value(190))], other);
    expect(body.conflicts).toEqual([]);
    expect(await open(director, other)).toMatchObject({
      settled: [],
      values: [{ indicator: 'D02', amount: 190 }],
    });
    expect((await save(director, [cell('D02', 1, value(191))], other)).body.conflicts).toEqual([]);
  });

  it('goes out as a workbook and comes back by its codes, and is read of a document', async () => {
    const { status, headers } = await server.send('GET', `/api/forms/${form}/xlsx`, { as: director });
    expect([status, headers['content-type']]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ]);
    const read = async (path: string, name: string, text: string) => {
      const upload = new FormData();
      upload.append('file', new Blob([text]), name);
      return (await server.send('POST', `/api/forms/${form}/${path}`, { as: director, form: upload })).body;
    };
    const before = short(await open(director));
    const file = await read('read', 'форма.csv', 'Код;Значение;Из скольких\nM05;554;200\nX99;1;2\n');
    expect(file).toMatchObject({
      found: [{ code: 'M05', amount: '554', total: '200', row: 2 }],
      left: [{ text: 'X99 · 1 · 2', problem: 'unknown-code', row: 3 }],
    });
    const table =
      'Показатель\tШкола 1\tШкола 2\nСредний балл ГИА выпускников 9-го класса по русскому языку\t3,5\t3,4\nУспевают на «4» и «5» по промежуточной аттестации\t42/21%\t246/36,7\n';
    const { columns } = await read('read-document', 'паспорт.txt', table);
    expect(columns.map(({ title }: { title: string }) => title)).toEqual(['Школа 1', 'Школа 2']);
    expect(columns[1].file.found.map(({ code }: { code: string }) => code)).toContain('R11');
    expect(short(await open(director))).toEqual(before);
  });

  it('is set beside schools of its own context, and of its size alone where they have no passports', async () => {
    const about = { territory: office.region, school: office.northSchool };
    const later = await addTestForm(server, about, { period: 'SY2027' });
    await save(director, [cell('D01', null, value(200)), cell('R11', null, value(60, 200))], later);
    const person = await addTestPerson(server, office.region);
    // Of forty schools like in size every fourth has the school's own hard context, and a share of 30 % where the others have 60.
    await inSystem(server, async (tx) => {
      for (let at = 0; at < 40; at += 1) {
        const scope = `${office.south.scope}.like${at}`;
        const school = {
          ...office.southSchool,
          id: randomUUID(),
          scope,
          name: `Ш ${at}`,
          shortName: `Ш ${at}`,
        };
        // oxlint-disable-next-line no-await-in-loop -- one connection
        await insertOrgUnit(tx, school);
      }
      await sql`insert into indicator_value select gen_random_uuid(), unit.id, unit.scope, 'SY2027', said.code, 1, 'given',
          said.amount, said.total, null, 'file', null, ${person.id}, ${server.parts.clock()}, 1
        from org_unit as unit, lateral (values ('D01', 200, null),
          ('R11', case when unit.scope::text ~ 'like[0-9]*[048]$' then 60 else 120 end, 200)) as said (code, amount, total)
        where unit.scope::text ~ 'like'`.execute(tx);
    });
    const similar = async () =>
      (await server.send('GET', `/api/forms/${later}/similar`, { as: director })).body.find(
        ({ code }: { code: string }) => code === 'R11',
      );
    expect(await similar()).toMatchObject({ by: 'size', middle: 0.6, schools: 40 });
    await inSystem(server, (tx) =>
      sql`insert into indicator_value select gen_random_uuid(), unit.id, unit.scope, 'SY2026', 'X' || lpad(variable::text, 2, '0'), 1, 'given',
          case when unit.scope::text ~ 'like[0-9]*[048]$' or unit.id = ${office.northSchool.id} then 80 + variable else 10 end, 200,
          null, 'file', null, ${person.id}, ${server.parts.clock()}, 1
        from org_unit as unit, generate_series(1, 19) as variable
        where unit.scope::text ~ 'like' or unit.id = ${office.northSchool.id}`.execute(tx),
    );
    expect(await similar()).toMatchObject({ by: 'context', middle: 0.3, schools: 20 });
  });

  it('keeps an explanation of a check until it is taken back', async () => {
    const answer = async (text: string) =>
      (
        await server.send('PUT', `/api/forms/${form}/answers`, {
          as: director,
          body: { checkKey: 'change-R11', seen: '43/200', answer: text },
        })
      ).body.answers;
    expect(await answer('Набор вырос')).toMatchObject([{ checkKey: 'change-R11', answer: 'Набор вырос' }]);
    expect(await answer('Открыли класс')).toMatchObject([{ answer: 'Открыли класс' }]);
    expect(await answer('')).toEqual([]);
  });

  it('is closed to others, after its last day, and once it was sent', async () => {
    const stranger = await office.signIn('school-director', office.southSchool);
    expect((await save(stranger, [cell('M07', null, value(1))])).status).toBe(404);
    const observer = await office.signIn('observer', office.north);
    expect((await save(observer, [cell('M07', null, value(1))])).status).toBe(403);
    const sight = async (as: string) => {
      const { isOwn, mayEnter } = await open(as);
      return { isOwn, mayEnter };
    };
    expect(await sight(observer)).toEqual({ isOwn: false, mayEnter: false });
    expect(await sight(municipal)).toEqual({ isOwn: false, mayEnter: true });
    expect(await sight(director)).toEqual({ isOwn: true, mayEnter: true });
    server.setNow(new Date('2026-03-21T09:00:00+03:00'));
    const late = await office.signIn('school-director', office.northSchool);
    expect((await save(late, [cell('M07', null, value(1))])).body.code).toBe('submission-locked');
    server.setNow(new Date('2026-03-02T09:00:00+03:00'));
    await inSystem(server, (tx) =>
      tx.updateTable('submission').set({ stage: 'municipality' }).where('id', '=', form).execute(),
    );
    expect((await save(director, [cell('M07', null, value(1))])).body.code).toBe('submission-locked');
    expect((await open(director)).lock).toBe('sent');
  });
});
