import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asOwner } from '../testing/database-for-tests.ts';
import { openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';
import { applicationUrl, type Database, type Db, openDatabase } from './database.ts';
import { systemEntry } from './system-entry.ts';
import { type Entry, read } from './transaction.ts';

let server: TestServer;
let office: TestOffice;
let single: Database;

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  single = openDatabase(applicationUrl(server.ownerUrl), 'region', { connectionsMax: 1 });
});
afterAll(async () => {
  await single.close();
  await server.close();
});

/** So often that the text has a name and PostgreSQL a plan that serves any values. */
async function often<T>(entry: Entry, work: (db: Db) => Promise<T>): Promise<T> {
  for (let at = 0; at < 12; at += 1) await read(single, entry, work);
  return read(single, entry, work);
}

const schools = (db: Db) => db.selectFrom('org_unit').select('name').where('kind', '=', 'school').execute();

describe('a read that is sent again and again', () => {
  it('is kept by PostgreSQL', async () => {
    await often(systemEntry, schools);
    const kept = await read(single, systemEntry, (db) =>
      sql<{ plans: number }>`
        select generic_plans::int as plans from pg_prepared_statements where statement like '%"org_unit"%'
      `.execute(db),
    );
    expect(kept.rows.map(({ plans }) => plans > 0)).toEqual([true]);
  });
  it('shows each who asks over the same connection only what she may see', async () => {
    const ofNorth = { personId: null, scopes: [office.north.scope] };
    const ofSouth = { personId: null, scopes: [office.south.scope] };
    const [north, south, all] = [
      await often(ofNorth, schools),
      await often(ofSouth, schools),
      await often(systemEntry, schools),
    ];
    expect([north.length > 0, south.length > 0]).toEqual([true, true]);
    expect(all.length).toBe(north.length + south.length);
    expect(north.filter(({ name }) => south.some((other) => other.name === name))).toEqual([]);
    expect(await read(single, { personId: null, scopes: [] }, schools)).toEqual([]);
  });
  it('is worked out anew when a newer server has changed its table', async () => {
    const whole = (db: Db) => db.selectFrom('org_unit').selectAll().limit(1).execute();
    await often(systemEntry, whole);
    await asOwner(server.ownerUrl, 'alter table region.org_unit add column planted text');
    await expect(read(single, systemEntry, whole)).rejects.toThrow('cached plan');
    expect(await read(single, systemEntry, whole)).toMatchObject([{ planted: null }]);
  });
});
