import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration';
import pg from 'pg';
import { applicationPassword, applicationRole } from './database.ts';
import { sqlStatements } from './sql-statements.ts';

const migrationDirectory = join(import.meta.dirname, '../migrations');

/**
 * Brings the region's schema up to date with the plain `.sql` files, forward only, as the owner of the database, and lets the
 * application role use it. Safe to run from several servers at once: Kysely's migrator takes a lock.
 */
export async function migrate(ownerUrl: string, region: string): Promise<void> {
  const pool = new pg.Pool({
    connectionString: ownerUrl,
    max: 1,
    options: `-c search_path=${region},public -c client_min_messages=warning`,
  });
  const owner = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    await sql`create schema if not exists ${sql.id(region)}`.execute(owner);
    const migrator = new Migrator({ db: owner, provider: new SqlFiles(), migrationTableSchema: region });
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
    await letApplicationIn(owner, ownerUrl, region);
  } finally {
    await owner.destroy();
  }
}

class SqlFiles implements MigrationProvider {
  async getMigrations(): Promise<Record<string, Migration>> {
    const files = (await readdir(migrationDirectory)).filter((file) => file.endsWith('.sql')).toSorted();
    return Object.fromEntries(
      files.map((file) => [
        file.replace(/\.sql$/, ''),
        {
          async up(database: Kysely<unknown>): Promise<void> {
            for (const statement of sqlStatements(await readFile(join(migrationDirectory, file), 'utf8'))) {
              await sql.raw(statement).execute(database);
            }
          },
        },
      ]),
    );
  }
}

async function letApplicationIn(owner: Kysely<unknown>, ownerUrl: string, region: string): Promise<void> {
  const role = sql.id(applicationRole);
  const password = sql.lit(applicationPassword(ownerUrl));
  const known = await sql`select 1 from pg_roles where rolname = ${applicationRole}`.execute(owner);
  if (known.rows.length === 0) {
    await sql`create role ${role} login nosuperuser nobypassrls password ${password}`
      .execute(owner)
      .catch(ignoreRace);
  }
  await sql`grant usage on schema ${sql.id(region)} to ${role}`.execute(owner);
  await sql`grant select, insert, update, delete on all tables in schema ${sql.id(region)} to ${role}`.execute(
    owner,
  );
  // What is written in the history stays written.
  await sql`revoke update, delete on ${sql.id(region, 'audit')}, ${sql.id(region, 'operation')} from ${role}`.execute(
    owner,
  );
}

/** Another server that starts at the same moment has created the role; anything else is a real error. */
function ignoreRace(error: unknown): void {
  const code = error instanceof pg.DatabaseError ? error.code : undefined;
  if (code !== '42710' && code !== '23505') throw error;
}
