import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx, type CellValue } from 'hucre';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerBytesMax } from '@opora/domain/registry/register-import-contract.ts';
import { openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { uploadRegister } from '../testing/register-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';

let server: TestServer;
let office: TestOffice;
let as: string;

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  as = await office.signIn('administrator', office.region);
});
afterAll(() => server.close());

const head = ['Наименование', 'Вид', 'Муниципалитет', 'Головная организация', 'ИНН', 'Код', 'Дата открытия'];
const xlsx = (rows: CellValue[][]) => writeXlsx({ sheets: [{ name: 'Реестр', rows: [head, ...rows] }] });
const path = (id: string, rest = '') => `/api/register-imports/${id}${rest}`;

const draftOf = async (rows: CellValue[][], who = as) => {
  const answer = await uploadRegister(server, who, await xlsx(rows), 'register.xlsx');
  expect(answer.status).toBe(200);
  return (await server.send('GET', path(answer.body.id), { as: who })).body;
};
const apply = (draft: { id: string; version: number }, who = as) =>
  server.send('POST', path(draft.id, '/apply'), { as: who, body: { version: draft.version } });
const units = async () => (await server.send('GET', '/api/org-units', { as })).body;
const named = async (name: string) => (await units()).filter((unit: { name: string }) => unit.name === name);

describe('a register', () => {
  it('is reviewed, applied in one go, and changes nothing the second time', async () => {
    const rows: CellValue[][] = [
      ['Филиал «Росинка»', 'филиал', 'Северный район', 'Школа № 11', null, null, null],
      ['Школа № 11', 'школа', 'Северный район', null, '7707083893', 'edu11', '01.09.1975'],
      ['Школа № 12', 'школа', 'Северный район', null, '7707083894', 'edu12', null],
      ['МБОУ СОШ № 1', 'школа', 'Северный район', null, null, 'edu1', null],
    ];
    const draft = await draftOf(rows);
    expect(draft.expected).toEqual({ added: 2, changed: 1, kept: 0, refused: 1 });
    expect(draft.problems).toEqual([
      { row: 4, field: 'inn', value: '7707083894', code: 'inn-wrong', otherRow: null },
    ]);
    expect(draft.changes).toContainEqual(
      expect.objectContaining({ action: 'add', name: 'Филиал «Росинка»', below: 'Школа № 11' }),
    );

    const applied = await apply(draft);
    expect([applied.status, applied.body.state, applied.body.counts]).toEqual([
      200,
      'applied',
      draft.expected,
    ]);
    const [school] = await named('Школа № 11');
    const [branch] = await named('Филиал «Росинка»');
    expect(branch).toMatchObject({ kind: 'branch', parentId: school.id });
    expect(branch.scope.startsWith(`${school.scope}.`)).toBe(true);
    expect(school).toMatchObject({ inn: '7707083893', openedOn: '1975-09-01', shortName: 'Школа № 11' });
    expect((await named('МБОУ СОШ № 1'))[0]).toMatchObject({ code: 'edu1', version: 2 });

    const again = await draftOf(rows);
    expect(again.expected).toEqual({ added: 0, changed: 0, kept: 3, refused: 1 });
    expect((await apply(again)).body.counts.kept).toBe(3);
  });

  it('sets types of schools by its values, leaves those that it does not tell, and gives them back when undone', async () => {
    const typePath = `/api/org-units/${office.northSchool.id}/school-type`;
    const typeNow = async () => (await server.send('GET', typePath, { as })).body.schoolType;
    const row = (kind: string): CellValue[] => [
      'МБОУ СОШ № 1',
      kind,
      'Северный район',
      null,
      null,
      null,
      null,
    ];
    const told = (await apply(await draftOf([row('вечерняя (сменная)')]))).body;
    expect([told.counts.changed, await typeNow()]).toEqual([1, 'evening']);
    expect((await draftOf([row('школа')])).expected).toMatchObject({ changed: 0, kept: 1 });
    const undo = () => server.send('POST', path(told.id, '/undo'), { as });
    await server.send('PUT', typePath, { as, body: { schoolType: 'sanatorium' } });
    expect((await undo()).body.code).toBe('registry-import-used');
    await server.send('PUT', typePath, { as, body: { schoolType: 'evening' } });
    expect([(await undo()).status, await typeNow()]).toEqual([200, null]);
  });

  it('keeps no file, only what was read of it', async () => {
    const store = join(server.parts.settings.dataDirectory, 'files');
    const kept = readdirSync(store, { recursive: true }).filter((name) => /[0-9a-f]{64}/.test(String(name)));
    expect(kept).toEqual([]);
  });

  it('is not applied twice, nor after somebody chose other columns', async () => {
    const draft = await draftOf([['Школа № 20', null, 'Южный район']]);
    const layout = { ...draft.layout, columns: { ...draft.layout.columns, inn: null } };
    const changed = await server.send('PUT', path(draft.id, '/layout'), {
      as,
      body: { ...layout, version: draft.version },
    });
    expect(changed.status).toBe(200);
    expect((await apply(draft)).body.code).toBe('changed-meanwhile');
    expect(await named('Школа № 20')).toEqual([]);
    expect((await apply(changed.body)).status).toBe(200);
    expect((await apply(changed.body)).body.code).toBe('registry-import-applied');
    expect((await server.send('GET', path(draft.id), { as })).body.code).toBe('registry-import-applied');
  });

  it('whose columns were not recognised is mended by the person', async () => {
    const csv = 'Как называется;Где\nШкола № 30;Южный район\n';
    const { body } = await uploadRegister(server, as, csv);
    const draft = (await server.send('GET', path(body.id), { as })).body;
    expect(draft.layout.columns.name).toBeNull();
    expect(draft.columns.map((column: { title: string }) => column.title)).toEqual(['Как называется', 'Где']);
    const columns = { ...draft.layout.columns, name: 0, municipality: 1 };
    const mended = await server.send('PUT', path(draft.id, '/layout'), {
      as,
      body: { ...draft.layout, columns, version: draft.version },
    });
    expect(mended.body.expected).toEqual({ added: 1, changed: 0, kept: 0, refused: 0 });
  });

  it('adds municipalities when the person lets it', async () => {
    const draft = await draftOf([
      ['Школа № 1', null, 'Лесной округ'],
      ['Школа № 2', null, 'Лесной округ'],
    ]);
    expect(draft.problems.map((problem: { code: string }) => problem.code)).toEqual([
      'municipality-unknown',
      'municipality-unknown',
    ]);
    const mended = await server.send('PUT', path(draft.id, '/layout'), {
      as,
      body: { ...draft.layout, addMunicipalities: true, version: draft.version },
    });
    expect(mended.body.expected).toMatchObject({ added: 3, refused: 0 });
    await apply(mended.body);
    const [district] = await named('Лесной округ');
    expect(district).toMatchObject({ kind: 'municipality', parentId: office.region.id });
  });
});

describe('an applied register', () => {
  it('is taken back as a whole', async () => {
    const before = await units();
    const draft = await draftOf([
      ['Школа № 41', 'школа', 'Южный район'],
      ['Филиал', 'филиал', 'Южный район', 'Школа № 41'],
      ['МБОУ ООШ № 2', 'школа', 'Южный район', null, null, 'edu2'],
    ]);
    expect((await server.send('POST', path(draft.id, '/undo'), { as })).body.code).toBe('import-not-applied');
    await apply(draft);
    const undone = await server.send('POST', path(draft.id, '/undo'), { as });
    expect([undone.status, undone.body.state]).toEqual([200, 'undone']);
    const bare = (list: { version: number }[]) => list.map((unit) => ({ ...unit, version: 0 }));
    expect(bare(await units())).toEqual(bare(before));
    expect((await server.send('POST', path(draft.id, '/undo'), { as })).body.code).toBe(
      'registry-import-applied',
    );
  });

  it('stays when one of its schools was changed or used since', async () => {
    const changed = await draftOf([['Школа № 51', 'школа', 'Южный район']]);
    await apply(changed);
    const [{ kind, parentId, scope, id, ...fields }] = await named('Школа № 51');
    void [kind, parentId, scope];
    await server.send('PUT', `/api/org-units/${id}`, { as, body: { ...fields, settlement: 'с. Новое' } });
    const refused = await server.send('POST', path(changed.id, '/undo'), { as });
    expect([refused.status, refused.body.code]).toEqual([409, 'registry-import-used']);
    expect(refused.body.title).toContain('Школа № 51');

    const used = await draftOf([
      ['Школа № 52', 'школа', 'Южный район'],
      ['Школа № 53', 'школа', 'Южный район'],
    ]);
    await apply(used);
    const [school] = await named('Школа № 52');
    await server.send('POST', `/api/org-units/${school.id}/projects`, {
      as,
      body: { project: '500+', fromOn: '2026-01-01', untilOn: null },
    });
    expect((await server.send('POST', path(used.id, '/undo'), { as })).status).toBe(409);
    expect(await named('Школа № 53')).toHaveLength(1);
  });
});

describe('a municipal coordinator', () => {
  it('loads her own schools without naming the municipality, and nobody else’s', async () => {
    const own = await office.signIn('municipal-coordinator', office.south);
    const draft = await draftOf([['Школа № 61'], ['Школа № 62', null, 'Северный район']], own);
    expect(draft.expected).toMatchObject({ added: 1, refused: 1 });
    await apply(draft, own);
    expect((await named('Школа № 61'))[0].parentId).toBe(office.south.id);
    const list = await server.send('GET', '/api/register-imports', { as: own });
    expect(list.body.map((entry: { id: string }) => entry.id)).toEqual([draft.id]);
  });

  it('does not see a draft of the region', async () => {
    const draft = await draftOf([['Школа № 63', null, 'Южный район']]);
    const other = await office.signIn('municipal-coordinator', office.south);
    expect((await server.send('GET', path(draft.id), { as: other })).status).toBe(404);
    expect((await apply(draft, other)).status).toBe(404);
    expect((await server.send('DELETE', path(draft.id), { as })).status).toBe(200);
    expect((await server.send('GET', path(draft.id), { as })).status).toBe(404);
  });
});

describe('a file that is no register', () => {
  it.each<[string, string | Uint8Array, string, string]>([
    ['empty', '', 'file-refused', 'пуст'],
    ['a document', '%PDF-1.7\n', 'file-refused', 'таблица'],
    [
      'a picture',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 73, 72, 68, 82]),
      'file-refused',
      'картинка',
    ],
    ['one line', 'Название;ИНН\n', 'registry-import-no-rows', 'нет листа'],
    ['a damaged workbook', Buffer.from('PK\u0003\u0004 и дальше ничего'), 'file-refused', 'register.csv'],
  ])('%s', async (_, content, code, words) => {
    const answer = await uploadRegister(server, as, content);
    expect([answer.status, answer.body.code]).toEqual([422, code]);
    expect(answer.body.title).toContain(words);
  });

  it('is refused by its size before it is read', async () => {
    const { status, body } = await uploadRegister(server, as, Buffer.alloc(registerBytesMax + 1, 'а;б\n'));
    expect([status, body.code]).toEqual([413, 'too-large']);
  });

  it('is refused by its rows', async () => {
    const { status, body } = await uploadRegister(server, as, `Название;ИНН\n${'Школа;1\n'.repeat(100_001)}`);
    expect([status, body.code]).toEqual([413, 'registry-import-too-long']);
  });
});

it('a hundred thousand rows are refused row by row within seconds, and a person gets the first of them', async () => {
  const { body } = await uploadRegister(server, as, `Название;ИНН\n${'Школа;1\n'.repeat(99_000)}`);
  const { body: review } = await server.send('GET', path(body.id), { as });
  expect(review.expected.refused).toBe(99_000);
  expect(review.problems).toHaveLength(500);
});

it('takes a file of Russian Excel in windows-1251 with formulas as text, as text', async () => {
  const text = 'Название;Район\n=1+1;Южный район\nШкола № 71;Южный район\n';
  const bytes = Buffer.from(Array.from(text, windows1251));
  const { body } = await uploadRegister(server, as, bytes);
  const { body: review } = await server.send('GET', path(body.id), { as });
  expect(review.problems.map((problem: { code: string }) => problem.code)).toEqual(['formula']);
  expect(review.changes.map((change: { name: string }) => change.name)).toEqual(['Школа № 71']);
});

function windows1251(sign: string): number {
  if (sign === '№') return 0xb9;
  const code = sign.charCodeAt(0);
  return code < 128 ? code : code - 0x410 + 0xc0;
}

describe('many registers at once', () => {
  it('are read or told to wait, and the server goes on', async () => {
    const uploads = Array.from({ length: 8 }, (_, n) =>
      uploadRegister(server, as, `Название;Вид\nШкола № ${n};школа\n`),
    );
    const statuses = (await Promise.all(uploads)).map(({ status }) => status);
    // How many are let in depends on how fast the first ones are read.
    expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);
    expect(statuses).toContain(200);
    expect((await server.send('GET', '/api/me', { as })).status).toBe(200);
  });
});
