import { createHash } from 'node:crypto';
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from './database.gen.ts';
import { listen, type Listener } from './listen.ts';
import { preparingReads } from './prepared-reads.ts';

/** Reading and writing inside one entered transaction. There is no other way to the tables. */
export type Tx = Transaction<DB>;
/** The same transaction, of which only reads are asked. */
export type Db = Omit<Tx, 'insertInto' | 'updateTable' | 'deleteFrom'>;

/** Login role of the application: owns nothing, so row-level security applies to it. */
export const applicationRole = 'opora_app';

const dateType = 1082;
const bigintType = 20;
const numericType = 1700;
// Dates stay `YYYY-MM-DD`: a JavaScript Date would shift them by the time zone.
pg.types.setTypeParser(dateType, (text) => text);
pg.types.setTypeParser(bigintType, Number);
pg.types.setTypeParser(numericType, Number);

export type Database = {
  readonly kysely: Kysely<DB>;
  readonly region: string;
  /** Hears a channel of the database until the given function is called. */
  listen(channel: string, listener: Listener): Promise<() => Promise<void>>;
  close(): Promise<void>;
};

/** How many connections, and how long a request waits for one before it is refused (`try-again`) and not left hanging. */
export type PoolLimits = { readonly connectionsMax: number; readonly waitMs: number };

const usualLimits: PoolLimits = { connectionsMax: 10, waitMs: 10_000 };

export function openDatabase(url: string, region: string, limits: Partial<PoolLimits> = {}): Database {
  const { connectionsMax, waitMs } = { ...usualLimits, ...limits };
  const pool = new pg.Pool({ connectionString: url, max: connectionsMax, connectionTimeoutMillis: waitMs });
  // A connection that breaks while idle is replaced by the pool; without a listener the process would end.
  pool.on('error', () => undefined);
  const kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool: preparingReads(pool) }) });
  return {
    kysely,
    region,
    listen: (channel, listener) => listen(url, channel, listener),
    close: () => kysely.destroy(),
  };
}

/** Connection string of the application role on the owner's database; its password follows from the owner's, so every server computes the same. */
export function applicationUrl(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.password = applicationPassword(ownerUrl);
  url.username = applicationRole;
  return url.toString();
}

export function applicationPassword(ownerUrl: string): string {
  const { password, username } = new URL(ownerUrl);
  return createHash('sha256').update(`opora application role\n${username}\n${password}`).digest('hex');
}
