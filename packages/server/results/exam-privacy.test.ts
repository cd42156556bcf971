import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx, type CellValue } from 'hucre';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { individualWorkbook } from '../testing/exam-results-for-tests.ts';
import { openTestOffice } from '../testing/office-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';

const port = 4758;
const url = `http://127.0.0.1:${port}/api/exam-imports`;
/** What tells a pupil: surname, name, series and number of a document, insurance number, code of the participant. None could be a part of an id or a time. */
const secrets = [
  'Звенигородцева',
  'Аполлинария',
  'IV-МЮ',
  '887766554',
  '112-233-445 95',
  'УЧ-881923',
  '77001199443',
];

let database: TestServer;
let cookie = '';
let directory: string;
let server: ChildProcess;
let log = '';

beforeAll(async () => {
  database = await startTestServer();
  database.setNow(new Date());
  const office = await openTestOffice(database);
  cookie = await office.signIn('regional-coordinator', office.region);
  directory = mkdtempSync(join(tmpdir(), 'opora-privacy-'));
  const environment = {
    PORT: String(port),
    DATABASE_URL: database.ownerUrl,
    OPORA_DATA: directory,
    OPORA_DEMO: '0',
    LOG_LEVEL: 'trace',
    // Whatever anything puts aside is found in the same directory.
    TMPDIR: directory,
  };
  server = spawn(process.execPath, [join(import.meta.dirname, '../main.ts')], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [server.stdout, server.stderr]) {
    stream?.on('data', (piece: Buffer) => (log += piece.toString('utf8')));
  }
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const answers = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => null);
    if (answers?.ok === true) return;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  throw new Error('the server did not begin to answer');
});
afterAll(async () => {
  const ended = new Promise((done) => server.once('exit', done));
  server.kill('SIGTERM');
  await ended;
  rmSync(directory, { recursive: true, force: true });
  await database.close();
});

const headers = () => ({ cookie, 'accept-language': 'ru' });

async function upload(content: Uint8Array | string, name: string): Promise<Response> {
  const form = new FormData();
  form.append('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), name);
  return fetch(url, { method: 'POST', headers: headers(), body: form });
}

async function send(method: string, path: string, body?: object): Promise<Response> {
  const json = body === undefined ? {} : { 'content-type': 'application/json' };
  return fetch(`${url}${path}`, {
    method,
    headers: { ...headers(), ...json },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

type Draft = { readonly id: string; readonly version: number; readonly mapping: object };
// The answers of these operations have these fields.
const draftIn = async (answer: Response): Promise<Draft> => (await answer.json()) as Draft;

const pupil = { code: 'УЧ-881923', name: 'Звенигородцева Аполлинария', score: 4, mark: 3, journal: 4 };
const people: CellValue[][] = [
  ['Список класса', null, null],
  ['Звенигородцева Аполлинария', 'Школа № 1, 5 класс', '112-233-445 95'],
  ['Школьникова Аполлинария', '5 класс', 'IV-МЮ 887766554'],
];

async function files(): Promise<[string, Uint8Array | string][]> {
  const individual = await individualWorkbook([
    { ...pupil, school: 'МБОУ СОШ № 1' },
    { ...pupil, school: 'МБОУ СОШ № 1', grade: 'Звенигородцева' },
  ]);
  const sheet = [
    '1 - Русский язык 2026.06.03;;;;;;;;;;',
    'Код ОО;Класс;Код ППЭ;Фамилия;Имя;Отчество;Серия;Номер;Первичный балл;Оценка;СНИЛС',
    '770000;9;12;Звенигородцева;Аполлинария;;IV-МЮ;887766554;20;4;112-233-445 95',
    'Звенигородцева;9;12;Звенигородцева;Аполлинария;;IV-МЮ;887766554;УЧ-881923;4;112-233-445 95',
  ].join('\n');
  const flat = [
    'year;procedure;grade;subject;school;below;code;fio;mark',
    '2026;ОГЭ;9;математика;МБОУ СОШ № 1;1;УЧ-881923;Звенигородцева Аполлинария;2',
    '2026;ОГЭ;9;математика;МБОУ СОШ № 1;Звенигородцева;77001199443;Звенигородцева Аполлинария;Аполлинария',
    '2026;ОГЭ;Звенигородцева',
  ].join('\n');
  const page = `<html><body><table><tr><td>ВПР 2026 Физика 7 класс</td></tr><tr><td>Код участника</td><td>ФИО</td><td>Название ОО</td><td>Класс</td><td>Первичный балл</td><td>Отметка</td></tr>
    <tr><td>77001199443</td><td>Звенигородцева Аполлинария</td><td>МБОУ СОШ № 1</td><td>7А</td><td>Аполлинария</td><td>4</td></tr></table></body></html>`;
  return [
    ['individual.xlsx', individual],
    ['sheet.csv', sheet],
    ['flat.csv', flat],
    ['page.xls', page],
    ['people.xlsx', await writeXlsx({ sheets: [{ name: 'Звенигородцева А', rows: people }] })],
    ['torn.xlsx', individual.slice(0, individual.length - 200)],
    ['torn.csv', `"Звенигородцева;${'Аполлинария '.repeat(1000)}`],
  ];
}

it('names, documents and codes of pupils reach neither disk nor database nor log', async () => {
  for (const [name, content] of await files()) {
    const answer = await upload(content, name);
    const brought = await draftIn(answer);
    expect(JSON.stringify(brought)).not.toMatch(new RegExp(secrets.join('|')));
    if (!answer.ok) continue;
    const review = await draftIn(await send('GET', `/${brought.id}`));
    expect(secrets.filter((secret) => JSON.stringify(review).includes(secret))).toEqual([]);
    const { mapping, version } = review;
    const said = await send('PUT', `/${brought.id}/mapping`, { ...mapping, version });
    const applied = await send('POST', `/${brought.id}/apply`, { version: (await draftIn(said)).version });
    if (applied.ok && name !== 'individual.xlsx') await send('POST', `/${brought.id}/undo`);
  }
  // A form that breaks off in the middle of a pupil.
  const torn = `--b\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nФИО;код\nЗвенигородцева Аполлинария;УЧ-881923`;
  const broken = { ...headers(), 'content-type': 'multipart/form-data; boundary=b' };
  expect((await fetch(url, { method: 'POST', headers: broken, body: torn })).ok).toBe(false);

  const dump = await dumpDatabase();
  const disk = textOfFiles(directory);
  expect(secrets.filter((secret) => dump.includes(secret))).toEqual([]);
  expect(secrets.filter((secret) => disk.includes(secret))).toEqual([]);
  expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
  // What is looked through holds what may be there.
  expect(dump).toContain('individual.xlsx');
  expect(dump).toContain('"participants": 1');
  expect(log).toContain('/api/exam-imports');
});

/** Every row of every table, audit and operations among them. */
async function dumpDatabase(): Promise<string> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    let dump = '';
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t`);
      dump += rows.map(({ row }) => row.replaceAll('""', '"')).join('\n');
    }
    return dump;
  } finally {
    await client.end();
  }
}

function textOfFiles(root: string): string {
  return readdirSync(root, { recursive: true })
    .map((name) => join(root, String(name)))
    .filter((path) => statSync(path).isFile())
    .map((path) => `${path}\n${readFileSync(path, 'utf8')}`)
    .join('\n');
}
