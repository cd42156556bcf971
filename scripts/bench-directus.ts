import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { asOwner } from '@opora/server/testing/database-for-tests.ts';
import { type Measure, quantile } from './bench-measure.ts';
import { freePort } from './bench-server-process.ts';

const version = '12.4.1';
/** The admin pages that this version names were never published; nothing here opens them. */
const adminPages = '18.0.0';
const token = 'token-of-the-bench';
const runs = 20;
/** Rows that Directus is given at once, and how often: a tenth of what ours loads, for it would take minutes. */
const importBatch = 1_000;
const importBatches = 10;

/** The same questions to ours, and what loading took there. */
type Ours = {
  readonly questions: Record<'list' | 'groupBy' | 'filter', () => Promise<void>>;
  readonly loading: readonly Measure[];
};

/**
 * Directus from npm on the same PostgreSQL, over as many values as the region has: the same questions, each time of ours beside its time. It is
 * installed outside the project, once (some minutes, 0.7 GB); where it cannot be, that is said and nothing is measured.
 */
export async function measureDirectus(url: string, ours: Ours): Promise<Measure[]> {
  const home = installDirectus();
  if (home === null) return [];
  await asOwner(url, 'create database directus');
  const database = new URL(url);
  const environment = environmentOf(database, await freePort());
  // Its own files land where it is started.
  const place = mkdtempSync(join(tmpdir(), 'opora-directus-'));
  const program = join(home, 'node_modules/directus/cli.js');
  execFileSync(process.execPath, [program, 'bootstrap'], { cwd: place, env: environment, stdio: 'ignore' });
  const process_ = spawn(process.execPath, [program, 'start'], {
    cwd: place,
    env: environment,
    stdio: 'ignore',
  });
  try {
    const ask = caller(environment['PORT'] ?? '');
    await untilReady(ask);
    database.pathname = '/directus';
    await makeCollections(ask, database.toString());
    return await compare(ask, ours);
  } finally {
    await end(process_);
    rmSync(place, { recursive: true, force: true });
  }
}

function installDirectus(): string | null {
  const home = process.env['BENCH_DIRECTUS'] ?? join(homedir(), `.cache/opora-bench/directus-${version}`);
  if (!existsSync(join(home, 'node_modules/directus/cli.js'))) {
    mkdirSync(home, { recursive: true });
    writeFileSync(
      join(home, 'package.json'),
      JSON.stringify({ private: true, overrides: { '@directus/app': adminPages } }),
    );
    process.stdout.write('Directus is being installed beside the project, once; that takes some minutes.\n');
    try {
      const options = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', '-E'];
      execFileSync('npm', [...options, `directus@${version}`, 'pg'], { cwd: home, stdio: 'inherit' });
    } catch {
      process.stdout.write('Directus could not be installed: nothing is measured beside it.\n');
      return null;
    }
  }
  // Only scripts of flows run in this sandbox, and it has to be compiled: none is run here.
  const sandbox = join(home, 'node_modules/isolated-vm/isolated-vm.js');
  if (existsSync(sandbox)) {
    writeFileSync(
      sandbox,
      'module.exports = { Isolate: class {}, Reference: class {}, ExternalCopy: class {} };\n',
    );
  }
  return home;
}

function environmentOf(database: URL, port: number): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DB_CLIENT: 'pg',
    DB_HOST: database.hostname,
    DB_PORT: database.port,
    DB_DATABASE: 'directus',
    DB_USER: database.username,
    DB_PASSWORD: database.password,
    SECRET: '0123456789abcdef0123456789abcdef',
    ADMIN_EMAIL: 'admin@example.com',
    ADMIN_PASSWORD: 'Password-1',
    ADMIN_TOKEN: token,
    TELEMETRY: 'false',
    LOG_LEVEL: 'error',
    HOST: '127.0.0.1',
    PORT: String(port),
    RATE_LIMITER_ENABLED: 'false',
    CACHE_ENABLED: 'false',
    MAX_PAYLOAD_SIZE: '200mb',
    QUERY_LIMIT_MAX: '-1',
  };
}

type Ask = (method: string, path: string, body?: unknown) => Promise<void>;

function caller(port: string): Ask {
  return async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`Directus, ${path}: ${answer.status} ${text.slice(0, 300)}`);
  };
}

async function untilReady(ask: Ask): Promise<void> {
  for (let attempt = 0; attempt < 120; attempt += 1) {
    try {
      // oxlint-disable-next-line no-await-in-loop
      await ask('GET', '/users/me?fields=email');
      return;
    } catch {
      // oxlint-disable-next-line no-await-in-loop
      await new Promise((wake) => setTimeout(wake, 500));
    }
  }
  throw new Error('Directus did not start in a minute');
}

const field = (name: string, type: string, isKey = false) => ({
  field: name,
  type,
  schema: isKey ? { is_primary_key: true, has_auto_increment: true } : { is_indexed: true },
});

/** Schools and values with an index for each column that is filtered; a change leaves its row of activity and revision, as by default. */
async function makeCollections(ask: Ask, url: string): Promise<void> {
  const school = [field('id', 'integer', true), field('name', 'string'), field('municipality', 'integer')];
  await ask('POST', '/collections', { collection: 'school', schema: {}, meta: {}, fields: school });
  const value = [
    field('id', 'integer', true),
    field('school', 'integer'),
    field('period', 'string'),
    field('indicator', 'string'),
    { field: 'amount', type: 'decimal', schema: {} },
    { field: 'total', type: 'decimal', schema: {} },
  ];
  await ask('POST', '/collections', { collection: 'value', schema: {}, meta: {}, fields: value });
  await ask('POST', '/relations', { collection: 'value', field: 'school', related_collection: 'school' });
  await asOwner(
    url,
    `insert into school (name, municipality) select 'Школа ' || n, n % 40 from generate_series(1, 1000) as n`,
  );
  await asOwner(
    url,
    `insert into value (school, period, indicator, amount, total)
     select school.id, 'SY' || year, 'R' || lpad(code::text, 2, '0'), (school.id * code) % 150, 150 + (school.id * year) % 300
     from generate_series(2020, 2025) as year, generate_series(1, 80) as code, school`,
  );
  await asOwner(url, 'vacuum (analyze) value');
}

async function compare(ask: Ask, { questions, loading }: Ours): Promise<Measure[]> {
  const timed = async (question: () => Promise<void>): Promise<number> => {
    const times: number[] = [];
    await question();
    for (let run = 0; run < runs; run += 1) {
      const start = performance.now();
      // oxlint-disable-next-line no-await-in-loop
      await question();
      times.push(performance.now() - start);
    }
    return quantile(times, 0.95);
  };
  const listed = '/items/value?limit=100&filter[school][_eq]=7&filter[period][_eq]=SY2025';
  const codes = Array.from({ length: 20 }, (_, at) => `R${String(at + 1).padStart(2, '0')}`).join(',');
  const sums = 'aggregate[sum]=amount,total&aggregate[count]=*&limit=-1';
  const byPeriod = `groupBy[]=period&groupBy[]=indicator&filter[indicator][_in]=${codes}`;
  const grouped = `/items/value?${sums}&${byPeriod}`;
  const filtered = `/items/value?limit=-1&fields=school,period,amount,total&filter[indicator][_eq]=R07&filter[school][municipality][_eq]=7`;
  // One after the other, each alone: the same discipline for both.
  const both = async (own: () => Promise<void>, its: string) => ({
    own: await timed(own),
    its: await timed(() => ask('GET', its)),
  });
  const list = await both(questions.list, listed);
  const groupBy = await both(questions.groupBy, grouped);
  const filter = await both(questions.filter, filtered);
  const start = performance.now();
  for (let batch = 0; batch < importBatches; batch += 1) {
    const rows = Array.from({ length: importBatch }, (_, at) => ({
      school: (at % 1_000) + 1,
      period: 'SY2026',
      indicator: `R${batch}`,
      amount: at % 90,
      total: 400,
    }));
    // oxlint-disable-next-line no-await-in-loop
    await ask('POST', '/items/value?fields=id', rows);
  }
  const perThousand = (performance.now() - start) / importBatches;
  const [loaded] = loading;
  const values = Number(/^[\d,]+/.exec(loaded?.beside ?? '')?.[0].replaceAll(',', ''));
  const ratio = (what: string, { own, its }: { readonly own: number; readonly its: number }): Measure => ({
    what: `${what}, beside Directus ${version}`,
    value: own / its,
    limit: 1,
    unit: '×',
    beside: `ours ${own.toFixed(0)} ms, Directus ${its.toFixed(0)} ms`,
  });
  return [
    ratio('list: values of a school and period (ours: its whole form)', list),
    ratio('group by: sums of a group by period and indicator (ours: dynamics of the region)', groupBy),
    ratio('filter: an indicator of a municipality’s schools (ours: all of its group)', filter),
    ratio('bulk import, per thousand rows', {
      own: ((loaded?.value ?? Number.NaN) / values) * 1_000,
      its: perThousand,
    }),
  ];
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await ended;
}
