import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate, PostgresDialect as GeneratorDialect } from 'kysely-codegen';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { migrate } from './migrate.ts';

// Writes `database.gen.ts` from the migrations: `npm run types:database` after every new migration.
const directory = await mkdtemp(join(tmpdir(), 'opora-types-'));
// PostgreSQL may run under another account than this process and must be able to enter.
await chmod(directory, 0o755);
const server = await startEmbeddedPostgres(directory, 'opora');
try {
  await migrate(server.url, 'region');
  const pool = new pg.Pool({ connectionString: server.url, max: 1, options: '-c search_path=region,public' });
  // The server is stopped before the last connection has said goodbye.
  pool.on('error', () => undefined);
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool }),
  });
  const source = await generate({
    db,
    dialect: new GeneratorDialect({ dateParser: 'string', numericParser: 'number' }),
    defaultSchemas: ['region'],
    includePattern: 'region.*',
    excludePattern: 'region.kysely_*',
    outFile: null,
  });
  // `database.ts` parses bigint to a number.
  await writeFile(
    join(import.meta.dirname, 'database.gen.ts'),
    source.replace('Int8 = ColumnType<string,', 'Int8 = ColumnType<number,'),
  );
  await db.destroy();
} finally {
  server.stop();
  await rm(directory, { recursive: true, force: true });
}
