import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applicationUrl } from '../platform/database.ts';
import { fillOffice } from './full-office-for-tests.ts';
import { openTestOffice, type TestOffice } from './office-for-tests.ts';
import { startTestServer, type TestServer } from './server-for-tests.ts';

/** Whoever writes may add a line here, under any scope; nobody changes or reads another's. */
const appendOnly = ['audit', 'operation', 'sign_in_event'];

/** A municipality without a row of its own: whatever a statement without a condition meets there is somebody else's. */
const stranger = 'region.stranger';

let server: TestServer;
let office: TestOffice;
let owner: pg.Client;
let application: pg.Client;

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  await fillOffice(server, office);
  owner = new pg.Client({ connectionString: server.ownerUrl });
  application = new pg.Client({ connectionString: applicationUrl(server.ownerUrl) });
  await Promise.all([owner.connect(), application.connect()]);
}, 120_000);
afterAll(async () => {
  await Promise.all([owner.end(), application.end()]);
  await server.close();
});

async function listTables(): Promise<string[]> {
  const { rows } = await owner.query(`
    select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'region' and c.relkind in ('r', 'p') and c.relname not like 'kysely_%' order by 1`);
  return rows.map(({ relname }) => relname);
}

/** But for those that the database reckons itself. */
async function listColumns(table: string): Promise<string[]> {
  const { rows } = await owner.query(
    `select column_name from information_schema.columns
     where table_schema = 'region' and table_name = $1 and is_generated = 'NEVER'`,
    [table],
  );
  return rows.map(({ column_name }) => pg.escapeIdentifier(column_name));
}

/** How many rows the statement meets for somebody of the node; or the code of the refusal. Nothing stays done. */
async function meet(scope: string, statement: string, values: unknown[] = []): Promise<number | string> {
  await application.query('begin');
  try {
    await application.query(`select region.enter('region', '', $1, '')`, [scope]);
    return (await application.query(statement, values)).rowCount ?? 0;
  } catch (error) {
    return error instanceof pg.DatabaseError ? (error.code ?? '') : String(error);
  } finally {
    await application.query('rollback');
  }
}

/** What a stranger can do to a row of the north, and to any row at all; empty when nothing. */
async function faultsOf(table: string): Promise<string[]> {
  const { scope: north } = office.north;
  const name = `region.${pg.escapeIdentifier(table)}`;
  const { rows } = await owner.query(`select * from ${name} where scope <@ $1 limit 1`, [north]);
  if (rows.length === 0) return [`${table}: no row of the north; make one in full-office-for-tests.ts`];
  const seen = await meet(north, `select from ${name} where scope <@ '${north}'`);
  if (!Number(seen)) return [`${table}: the north does not see its own`];
  const columns = (await listColumns(table)).join(', ');
  const copy = `insert into ${name} (${columns}) overriding system value
    select ${columns} from jsonb_populate_record(null::${name}, $1)`;
  const attempts: [string, number | string][] = [
    ['reads', await meet(stranger, `select from ${name} where scope <@ '${north}'`)],
    ['changes', await meet(stranger, `update ${name} set scope = '${stranger}'`)],
    ['deletes', await meet(stranger, `delete from ${name}`)],
    ['adds', appendOnly.includes(table) ? 0 : await meet(stranger, copy, [JSON.stringify(rows[0])])],
  ];
  return attempts
    .filter(([, met]) => met !== 0 && met !== '42501')
    .map(([deed, met]) => `${table}: a stranger ${deed} what is not hers (${met})`);
}

async function listFaults(): Promise<string[]> {
  const faults: string[] = [];
  for (const table of await listTables()) faults.push(...(await faultsOf(table)));
  return faults;
}

/** The faults found while the schema is changed by the statement. */
async function faultsWith(statement: string, back: string): Promise<string[]> {
  await owner.query(statement);
  try {
    return await listFaults();
  } finally {
    await owner.query(back);
  }
}

describe('a query that asks for everything, in every table', () => {
  it(
    'neither reads, changes, deletes nor adds a row of another municipality',
    { timeout: 120_000 },
    async () => {
      expect(await listFaults()).toEqual([]);
    },
  );
});

describe('the check of all tables', { timeout: 120_000 }, () => {
  it('sees a table whose row security is off', async () => {
    const faults = await faultsWith(
      'alter table region.comment disable row level security',
      'alter table region.comment enable row level security',
    );
    expect(faults).toEqual([
      expect.stringContaining('comment: a stranger reads'),
      expect.stringContaining('comment: a stranger changes'),
      expect.stringContaining('comment: a stranger deletes'),
      expect.stringContaining('comment: a stranger adds'),
    ]);
  });

  it.each([
    ['select', 'reads', 'using (true)'],
    ['delete', 'deletes', 'using (true)'],
    ['insert', 'adds', 'with check (true)'],
  ])('sees a policy too wide for %s', async (command, deed, rule) => {
    const wide = `create policy planted on region.evidence for ${command} ${rule}`;
    const faults = await faultsWith(wide, 'drop policy planted on region.evidence');
    expect(faults).toEqual([expect.stringContaining(`evidence: a stranger ${deed}`)]);
  });

  it('sees a new table that nobody filled', async () => {
    const faults = await faultsWith(
      'create table region.planted (id uuid primary key, scope public.ltree not null)',
      'drop table region.planted',
    );
    expect(faults).toEqual([expect.stringContaining('planted: no row of the north')]);
  });
});
