import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applicationRole, applicationUrl } from '../platform/database.ts';
import { startTestServer, type TestServer } from './server-for-tests.ts';

let server: TestServer;
let owner: pg.Client;
let application: pg.Client;

beforeAll(async () => {
  server = await startTestServer();
  owner = new pg.Client({ connectionString: server.ownerUrl });
  application = new pg.Client({ connectionString: applicationUrl(server.ownerUrl) });
  await Promise.all([owner.connect(), application.connect()]);
});
afterAll(async () => {
  await Promise.all([owner.end(), application.end()]);
  await server.close();
});

/** First column of each row. */
const list = async (query: string): Promise<string[]> => {
  const { rows } = await owner.query({ text: query, rowMode: 'array' });
  return rows.map(([first]) => String(first));
};

const tables = `pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'region' and c.relkind in ('r', 'p') and c.relname not like 'kysely_%'`;

describe('the role the application logs in as', () => {
  it('owns nothing: not a table, not a function, not a schema', async () => {
    const owned = await list(`
      select relname from pg_class where relowner = '${applicationRole}'::regrole
      union all select proname from pg_proc where proowner = '${applicationRole}'::regrole
      union all select nspname from pg_namespace where nspowner = '${applicationRole}'::regrole`);
    expect(owned).toEqual([]);
  });

  it('is no superuser, bypasses no row security, creates nothing and is a member of nothing', async () => {
    const { rows } = await owner.query(
      `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication from pg_roles where rolname = $1`,
      [applicationRole],
    );
    expect(rows.flatMap((row) => Object.values(row))).toEqual([false, false, false, false, false]);
    const groups = await list(
      `select roleid::regrole from pg_auth_members where member = '${applicationRole}'::regrole`,
    );
    expect(groups).toEqual([]);
  });

  it('may not change the schema, the policies or the history', async () => {
    const refused = async (statement: string) => {
      const code = await application.query(statement).then(
        () => 'done',
        (error: unknown) => (error instanceof pg.DatabaseError ? error.code : error),
      );
      expect([statement, code]).toEqual([statement, '42501']);
    };
    await refused('create table region.mine (id int)');
    await refused('alter table region.person disable row level security');
    await refused('drop policy person_read on region.person');
    await refused('delete from region.audit');
    await refused("update region.audit set actor_id = null where table_name = 'person'");
    await refused('update region.operation set actor_id = null');
    await refused('truncate region.audit');
  });

  it('sees nothing before it has entered', async () => {
    for (const table of await list(`select c.relname from ${tables}`)) {
      const { rows } = await application.query(`select count(*) from region.${table}`);
      expect([table, Number(rows[0].count)]).toEqual([table, 0]);
    }
  });
});

describe('every table', () => {
  it('has row security enabled and not forced, at least one policy, a primary key and a scope', async () => {
    const { rows } = await owner.query(`
      select c.relname as table, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
        exists (select from pg_policy p where p.polrelid = c.oid) as policy,
        exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary) as key,
        (select a.attnotnull and a.atttypid = 'public.ltree'::regtype
          from pg_attribute a where a.attrelid = c.oid and a.attname = 'scope') as scope
      from ${tables} order by 1`);
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      expect(row).toEqual({ ...row, enabled: true, forced: false, policy: true, key: true, scope: true });
    }
  });

  it('has policies that read columns of their own row only', async () => {
    const { rows } = await owner.query(`
      select tablename, policyname, coalesce(qual, '') as "using", coalesce(with_check, '') as "check"
      from pg_policies where schemaname = 'region'`);
    // Rows are read by what the actor sees, worked out once; a written row may be asked by a function.
    const seen =
      /(subpath\()?(scope|run_scope|author_scope|executors|readers)(, 0, '?-1'?(::integer)?\))? (<@|@>) ANY \(\( ?SELECT region\.sight\(\) AS sight\)::(public\.)?ltree\[\]\)/g;
    const asked = /(region\.)?is_(above|below|along|below_any|body_along)\([\w, ]+\)/g;
    const logic =
      /true|\bNOT of_schools\b|\bis_published\b|state <> 'draft'::text|kind = ANY \(ARRAY\[('\w+'::text(, )?)+\]\)|\bAND\b|\bOR\b|[()\s]/g;
    for (const policy of rows) {
      const using = policy.using.replaceAll(seen, '').replaceAll(logic, '');
      const check = policy.check.replaceAll(seen, '').replaceAll(asked, '').replaceAll(logic, '');
      expect({ ...policy, using, check }).toEqual({ ...policy, using: '', check: '' });
    }
    const reading = await list(`
      select proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'region' and proname like 'is\\_%' and prosrc ~* '\\mfrom\\M'`);
    expect(reading).toEqual([]);
  });

  it('lets nobody move a row out of sight: a policy that writes also checks', async () => {
    const unchecked = await list(`
      select tablename || '.' || policyname from pg_policies
      where schemaname = 'region' and cmd in ('UPDATE', 'ALL') and with_check is null`);
    expect(unchecked).toEqual([]);
  });

  it('is audited, but for the history itself, drafts’ texts, sessions and counters', async () => {
    const silent = await list(`
      select c.relname from ${tables}
        and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = c.relname || '_audit')
      order by 1`);
    expect(silent).toEqual([
      // Counts of audited instances.
      'activity_tally',
      'audit',
      // What the job of reminders writes: whom it told what and when is their own history.
      'digest',
      'digest_mail',
      'escalation',
      // Marks of what is audited itself.
      'exam_change',
      'indicator_change',
      'operation',
      // The text of a draft and the state of its reading: the draft itself and its edits are audited.
      'plan_draft_content',
      'plan_draft_reading',
      // What waits to be looked through: what comes of the look is audited.
      'question_look',
      'reminder_run',
      'session',
      'sign_in_event',
      'sign_in_guard',
      // As large as the file it was read of; the values that come of it are audited.
      'value_import_content',
    ]);
  });

  it('has a name chosen for each of its constraints', async () => {
    const unnamed = await list(`
      select con.conname from pg_constraint con join pg_class c on c.oid = con.conrelid
      join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'region' and c.relname not like 'kysely_%' and con.contype in ('c', 'f', 'u', 'p')
        and con.conname not like c.relname || '\\_%'`);
    expect(unnamed).toEqual([]);
  });
});

describe('functions of the schema', () => {
  // Search asks what the policies ask and gives ids only; 0022 and 0055 say why it may not run under them. The trigger that counts
  // instances writes a table that nobody else may write.
  const asOwner = [
    'find_activities',
    'find_like_activities',
    'find_like_org_units',
    'find_near_plans',
    'find_org_units',
    'find_people',
    'tally_instance',
  ];

  it('run with the rights of who calls them, but for those of the search and the counting', async () => {
    const elevated = await list(
      `select proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname = 'region' and p.prosecdef order by proname`,
    );
    expect(elevated).toEqual(asOwner);
  });
});
