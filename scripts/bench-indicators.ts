import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { isoDateIn } from '@opora/server/platform/clock.ts';
import { type Database, openDatabase } from '@opora/server/platform/database.ts';
import { startEmbeddedPostgres } from '@opora/server/platform/embedded-postgres.ts';
import { migrate } from '@opora/server/platform/migrate.ts';
import { systemEntry } from '@opora/server/platform/system-entry.ts';
import { write } from '@opora/server/platform/transaction.ts';
import { asOwner } from '@opora/server/testing/database-for-tests.ts';
import { fillRegion, type FilledRegion, fullSize } from '@opora/server/testing/region-at-size.ts';
import {
  insertBareSchools,
  insertSizedIndicators,
  sizedPeriods,
} from '@opora/server/testing/region-at-size-indicators.ts';
import { importTable, importValues } from './bench-indicators-import.ts';
import { measureDirectus } from './bench-directus.ts';
import { type LoadRequest, sendAtPace } from './bench-load.ts';
import type { Measure } from './bench-measure.ts';
import { type BenchSession, openBenchSessions } from './bench-sessions.ts';
import { freePort, startBenchServer } from './bench-server-process.ts';

/** 40,000 schools: forty regions of a thousand, each in a schema of its own, as one server of databases holds them. */
const regionsOfCountry = 40;
const seconds = 20;
const limits = { form: 100, region: 300, country: 3_000, import: 15_000 };

/**
 * 40,000 schools × 80 indicators × 6 periods in one PostgreSQL (`BENCH_REGIONS=2` for a quick look): a school's form, a region's completeness, forms and
 * dynamics over HTTP, sums over the country, a table of 100,000 values loaded, and the same of Directus over as many rows as the region has.
 */
export async function measureIndicators(): Promise<Measure[]> {
  const directory = mkdtempSync(join(tmpdir(), 'opora-bench-'));
  chmodSync(directory, 0o755);
  const postgres = await startEmbeddedPostgres(directory, 'opora');
  try {
    const regions = Number(process.env['BENCH_REGIONS'] ?? regionsOfCountry);
    const { region, sessions, forms } = await fillCountry(postgres.url, regions);
    await asOwner(postgres.url, 'vacuum (analyze)');
    const country = await measureCountry(postgres.url, regions);
    const port = await freePort();
    const stop = await startBenchServer(port, { DATABASE_URL: postgres.url, OPORA_DATA: directory });
    try {
      const requests = requestsOf({ region, sessions, forms });
      const pages = await measurePages(port, requests);
      const loading = await measureImport(port, region, sessions);
      const beside = await measureDirectus(postgres.url, { questions: questionsOf(port, requests), loading });
      return [...pages, country, ...loading, ...beside];
    } finally {
      await stop();
    }
  } finally {
    postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

type Filled = {
  readonly region: FilledRegion;
  readonly sessions: readonly BenchSession[];
  /** The form of the last period by school. */
  readonly forms: ReadonlyMap<string, string>;
};

async function fillCountry(url: string, regions: number): Promise<Filled> {
  await migrate(url, 'region');
  const owner = openDatabase(url, 'region');
  // So many schools that a table of all of them holds more than 100,000 values.
  const size = { ...fullSize, schoolsOfEach: 28, plansOfEach: 1, activities: 3, longPlan: 3 };
  const region = await fillRegion(owner, size, { today: isoDateIn(new Date()), filling: 'fast' });
  await fast(owner, insertSizedIndicators);
  const sessions = await openBenchSessions(owner, region);
  const rows = await write(owner, systemEntry, operating(), (tx) =>
    tx
      .selectFrom('submission')
      .innerJoin('campaign', 'campaign.id', 'submission.campaign_id')
      .select(['submission.id', 'submission.org_unit_id'])
      .where('period_code', '=', sizedPeriods.at(-1) ?? '')
      .execute(),
  );
  await owner.close();
  for (let at = 2; at <= regions; at += 1) {
    // One region after another: each takes the whole machine.
    // oxlint-disable-next-line no-await-in-loop
    await fillOther(url, `region${at}`);
  }
  return { region, sessions, forms: new Map(rows.map(({ id, org_unit_id: unit }) => [unit, id])) };
}

async function fillOther(url: string, schema: string): Promise<void> {
  await migrate(url, schema);
  const owner = openDatabase(url, schema);
  await fast(owner, async (tx) => {
    await insertBareSchools(tx);
    await insertSizedIndicators(tx);
  });
  await owner.close();
}

const operating = () => ({ name: 'createPlan', requestId: 'fill', at: new Date() });

function fast(
  owner: Database,
  work: (tx: Parameters<Parameters<typeof write>[3]>[0]) => Promise<void>,
): Promise<void> {
  return write(owner, systemEntry, operating(), async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    await sql`set local maintenance_work_mem = '512MB'`.execute(tx);
    await work(tx);
  });
}

/** Each indicator of the last period, over all schools of all regions: reckoned within each region, as a distributed database would. */
async function measureCountry(url: string, regions: number): Promise<Measure> {
  const schemas = Array.from({ length: regions }, (_, at) => (at === 0 ? 'region' : `region${at + 1}`));
  const parts = schemas.map(
    (
      schema,
    ) => `select value.indicator_code as code, count(*) as schools, sum(value.amount) as amount, sum(value.total) as total
      from ${schema}.indicator_value as value
      left join (select id from ${schema}.submission where stage = 'school') as unsent on unsent.id = value.submission_id
      where value.period_code = '${sizedPeriods.at(-1) ?? ''}' and value.state = 'given' and unsent.id is null
      group by value.indicator_code`,
  );
  const statement = `select code, sum(schools), sum(amount), sum(total) from (${parts.join(' union all ')}) as sums group by code`;
  await asOwner(url, statement);
  const start = performance.now();
  await asOwner(url, statement);
  return {
    what: 'sums of 80 indicators over all schools, second run',
    value: performance.now() - start,
    limit: limits.country,
    unit: 'ms',
    beside: `${regions} regions, ${(regions * 1_000).toLocaleString('en')} schools, ${((regions * 480_000) / 1e6).toFixed(1)} million values`,
  };
}

type Requests = Record<'ofForms' | 'ofSimilar' | 'wide', LoadRequest[]>;

function requestsOf({ region, sessions, forms }: Filled): Requests {
  const directors = sessions.filter(({ role }) => role === 'school-director');
  const regional = sessions.find(({ role }) => role === 'regional-coordinator');
  if (regional === undefined) throw new Error('no regional coordinator is signed in');
  const root = region.region.id;
  const municipal = sessions.find(({ role }) => role === 'municipal-coordinator') ?? regional;
  const ofForms: LoadRequest[] = Array.from({ length: seconds * 20 }, (_, at) => {
    const { unitId, cookie } = directors[at % directors.length] ?? regional;
    return { name: 'a school’s form', path: `/api/forms/${forms.get(unitId) ?? ''}`, cookie };
  });
  // The page asks for it once the form is shown.
  const ofSimilar = ofForms.slice(0, 200).map(({ path, cookie }) => ({
    name: 'what similar schools have, after a form',
    path: `${path}/similar`,
    cookie,
  }));
  const { cookie } = regional;
  const wide = [
    { name: 'completeness of the region', path: `/api/completeness/${root}?year=2025`, cookie },
    {
      name: 'dynamics of the region, one group',
      path: `/api/indicators/dynamics?orgUnitId=${root}&group=results`,
      cookie,
    },
    {
      name: 'dynamics of a municipality, one group',
      path: `/api/indicators/dynamics?orgUnitId=${municipal.unitId}&group=results`,
      cookie: municipal.cookie,
    },
    {
      name: 'dynamics of the region, all groups',
      path: `/api/indicators/dynamics?orgUnitId=${root}`,
      cookie,
    },
  ];
  return { ofForms, ofSimilar, wide };
}

/** What Directus is asked for too, in our words. */
function questionsOf(port: number, { ofForms, wide }: Requests) {
  const ask = (request: LoadRequest | undefined) => async (): Promise<void> => {
    if (request === undefined) throw new Error('nothing to ask');
    const { path, cookie } = request;
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie } });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text.slice(0, 300)}`);
  };
  const named = (part: string) => wide.find(({ name }) => name.startsWith(part));
  return {
    list: ask(ofForms[0]),
    groupBy: ask(named('dynamics of the region, one')),
    filter: ask(named('dynamics of a municipality')),
  };
}

async function measurePages(port: number, { ofForms, ofSimilar, wide }: Requests): Promise<Measure[]> {
  // Twenty forms a second are a busy morning; a region's table is opened now and then.
  const warm = [...ofForms.slice(0, 60), ...ofSimilar.slice(0, 20), ...wide, ...wide];
  await sendAtPace(port, warm, 10);
  const figures = [
    ...(await sendAtPace(port, ofForms, 20)),
    ...(await sendAtPace(port, ofSimilar, 10)),
    ...(await sendAtPace(port, Array.from({ length: seconds }, () => wide).flat(), 1)),
  ];
  return figures.map(({ name, requests, p50, p95, kilobytes }) => ({
    what: `${name}, p95`,
    value: p95,
    limit: name.endsWith(' form') ? limits.form : limits.region,
    unit: 'ms',
    beside: `p50 ${p50.toFixed(0)} ms, ${requests} requests, ${kilobytes.toFixed(1)} KB`,
  }));
}

async function measureImport(
  port: number,
  region: FilledRegion,
  sessions: readonly BenchSession[],
): Promise<Measure[]> {
  const cookie = sessions.find(({ role }) => role === 'regional-coordinator')?.cookie ?? '';
  const schools = region.municipalities.flatMap((one) => one.schools);
  const table = importTable(schools.map(({ code }) => code ?? ''));
  const { readMs, applyMs, values } = await importValues(port, cookie, table);
  return [
    {
      what: 'a table of values read, checked and loaded',
      value: readMs + applyMs,
      limit: limits.import,
      unit: 'ms',
      beside: `${values.toLocaleString('en')} values of ${schools.length} schools, audited; read and checked ${(readMs / 1_000).toFixed(1)} s, loaded ${(applyMs / 1_000).toFixed(1)} s`,
    },
  ];
}
