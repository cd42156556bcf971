import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Actor, ScopePath } from '@opora/domain/basics/actor.ts';
import type { Database, Db, Tx } from './database.ts';
import { systemEntry } from './system-entry.ts';
import { translateDatabaseError } from './database-errors.ts';

/** Who enters the database, and what part of the organisation tree she sees. */
export type Entry = {
  /** Null for the system itself (sign-in before anybody is known, jobs). */
  readonly personId: string | null;
  readonly scopes: readonly ScopePath[];
};

export type Operating = {
  /** Name of the operation as in the contract. */
  readonly name: string;
  readonly requestId: string;
  readonly at: Date;
};

export function entryOf(actor: Actor): Entry {
  return { personId: actor.personId, scopes: [...new Set(actor.grants.map((grant) => grant.scope))] };
}

/** One reading transaction; sees only what the entry's scopes allow. */
export async function read<T>(database: Database, entry: Entry, work: (db: Db) => Promise<T>): Promise<T> {
  return database.kysely
    .transaction()
    .setAccessMode('read only')
    .execute(async (tx) => {
      await enter(tx, database.region, entry, '');
      return work(tx);
    })
    .catch(translateDatabaseError);
}

/** One writing transaction: its operation row ties every audited change to who did it and by which request. */
export async function write<T>(
  database: Database,
  entry: Entry,
  operating: Operating,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return database.kysely
    .transaction()
    .execute(async (tx) => {
      const id = randomUUID();
      await enter(tx, database.region, entry, id);
      const result = await work(tx);
      await tx
        .insertInto('operation')
        .values({
          id,
          name: operating.name,
          actor_id: entry.personId,
          request_id: operating.requestId,
          scope: entry.scopes[0] ?? '',
          at: operating.at,
        })
        .execute();
      return result;
    })
    .catch(translateDatabaseError);
}

/**
 * Does `work` with sight of the whole region and then narrows the transaction again. For questions whose answer must not depend on what
 * the asking person sees: all roles of somebody she is about to change. What it finds is not for her eyes.
 */
export async function withWholeRegion<T>(
  tx: Tx,
  database: Database,
  entry: Entry,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  await reenter(tx, database.region, { ...systemEntry, personId: entry.personId });
  const result = await work(tx);
  await reenter(tx, database.region, entry);
  return result;
}

async function reenter(tx: Tx, region: string, entry: Entry): Promise<void> {
  const door = sql.id(region, 'enter');
  const scopes = entry.scopes.join(' ');
  const operation = sql`current_setting('app.operation', true)`;
  await sql`select ${door}(${region}, ${entry.personId ?? ''}, ${scopes}, ${operation})`.execute(tx);
}

async function enter(tx: Tx, region: string, entry: Entry, operation: string): Promise<void> {
  const door = sql.id(region, 'enter');
  const scopes = entry.scopes.join(' ');
  await sql`select ${door}(${region}, ${entry.personId ?? ''}, ${scopes}, ${operation})`.execute(tx);
}
