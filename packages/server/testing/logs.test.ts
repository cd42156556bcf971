import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { logSerializers } from '../platform/log-serializers.ts';
import { startTestServer, type TestServer } from './server-for-tests.ts';

const port = 4757;
const url = `http://127.0.0.1:${port}`;
const person = {
  regionName: 'Озёрная область',
  surname: 'Ларина',
  givenName: 'Вера',
  patronymic: 'Павловна',
  post: 'методист',
  email: 'larina@example.org',
  password: 'тихая-река-утром',
};

let database: TestServer;
let directory: string;
let server: ChildProcess;
let log = '';

beforeAll(async () => {
  database = await startTestServer();
  directory = mkdtempSync(join(tmpdir(), 'opora-logs-'));
  const environment = {
    PORT: String(port),
    DATABASE_URL: database.ownerUrl,
    OPORA_DATA: directory,
    OPORA_DEMO: '0',
    LOG_LEVEL: 'trace',
  };
  server = spawn(process.execPath, [join(import.meta.dirname, '../main.ts')], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [server.stdout, server.stderr]) {
    stream?.on('data', (piece: Buffer) => (log += piece.toString('utf8')));
  }
  await untilTrue(() =>
    fetch(`${url}/api/health`).then(
      (answer) => answer.ok,
      () => false,
    ),
  );
});
afterAll(async () => {
  const ended = new Promise((done) => server.once('exit', done));
  server.kill('SIGTERM');
  await ended;
  rmSync(directory, { recursive: true, force: true });
  await database.close();
});

async function untilTrue(isSo: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 500; attempt += 1) {
    if (await isSo()) return;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  throw new Error('the server did not begin to answer');
}

const send = (method: string, path: string, body?: object, cookie = '') =>
  fetch(`${url}/api${path}`, {
    method,
    headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

it('logs of every level name nobody and hold no secret', async () => {
  const added = await send('POST', '/first-administrator', person);
  expect(added.status).toBe(200);
  const cookie = added.headers.get('set-cookie')?.split(';')[0] ?? '';
  const { email, password } = person;
  const requests: [string, string, object?][] = [
    ['POST', '/sign-in', { email, password }],
    ['POST', '/sign-in', { email, password: 'мимо-пароля' }],
    ['POST', '/reset-request', { email }],
    ['POST', '/link', { secret: 'тайна-ссылки-тайна-ссылки' }],
    ['GET', `/people?search=${encodeURIComponent(person.surname)}`],
    ['GET', `/search?question=${encodeURIComponent(person.surname)}`],
    ['GET', '/sign-in/oidc/callback?code=kod-vhoda&state=sostoyanie'],
    ['GET', '/calendar-feeds/taynyy-adres.ics'],
    ['POST', '/people', { ...person, orgUnitId: 'нет такой' }],
    ['GET', `/nothing/${encodeURIComponent('Неизвестная')}?email=${email}`],
  ];
  for (const [method, path, body] of requests) await send(method, path, body, cookie);
  await expect.poll(() => log.match(/"path":"\/api\/search"/g)?.length).toBeGreaterThan(0);
  const secrets = [
    ...Object.values(person),
    ...[person.surname, person.regionName].map(encodeURIComponent),
    cookie.split('=')[1] ?? cookie,
    'мимо-пароля',
    'тайна-ссылки',
    'kod-vhoda',
    'taynyy-adres',
  ];
  expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
});

it('an error of the database is told without the values of the row', async () => {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  const statement = `insert into region.person (id, surname) values (gen_random_uuid(), 'Ларина')`;
  const error = await client.query(statement).catch((thrown: unknown) => thrown);
  await client.end();
  const logged = JSON.stringify(logSerializers.err(error as Error));
  expect(logged).toContain('23502');
  expect(logged).not.toContain('Ларина');
});
