import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../platform/embedded-postgres.ts';
import { migrate } from '../platform/migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Owner's connection string of the migrated database that each test file copies. */
    templateUrl: string;
  }
}

/** Runs once before the server tests: a PostgreSQL (the one of DATABASE_URL, else embedded) with a migrated template database. */
export default async function prepare(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['DATABASE_URL'];
  const name = `opora_template_${randomBytes(4).toString('hex')}`;
  const directory = await mkdtemp(join(tmpdir(), 'opora-test-'));
  await chmod(directory, 0o755);
  const embedded = given === undefined ? await startEmbeddedPostgres(directory, name) : null;
  const url = new URL(embedded?.url ?? given ?? '');
  if (embedded === null) await asOwner(url.toString(), `create database ${name}`);
  else await doNotWaitForTheDisk(embedded.url);
  url.pathname = `/${name}`;
  await migrate(url.toString(), 'region');
  project.provide('templateUrl', url.toString());
  return async () => {
    if (embedded === null) await asOwner(given ?? '', `drop database if exists ${name} with (force)`);
    embedded?.stop();
    await rm(directory, { recursive: true, force: true });
  };
}

/** What the tests write is of no worth after them: a database is copied and dropped in a tenth of the time. */
async function doNotWaitForTheDisk(ownerUrl: string): Promise<void> {
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    await asOwner(ownerUrl, `alter system set ${setting} = off`);
  }
  await asOwner(ownerUrl, 'select pg_reload_conf()');
}

export async function asOwner(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
