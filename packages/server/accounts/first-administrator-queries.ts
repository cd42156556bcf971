import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Tx } from '../platform/database.ts';
import { rootScope } from '../platform/system-entry.ts';

/** Was there ever an administrator? One whose time is over counts: afterwards only the command line adds another. */
export async function hasAdministrator(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('role_assignment')
    .select('id')
    .where('role', '=', 'administrator')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Lets one transaction at a time past this point. A call of its own, because a distributed database takes such locks on one node. */
export async function holdFirstStart(tx: Tx): Promise<void> {
  const firstStartLock = 4_680;
  await sql`select pg_advisory_xact_lock(${sql.lit(firstStartLock)})`.execute(tx);
}

export function findRegion(db: Db): Promise<{ readonly id: string } | undefined> {
  return db.selectFrom('org_unit').select('id').where('scope', '=', rootScope).executeTakeFirst();
}

/** The root of the organisation tree; made with the name when there is none. */
export async function getOrAddRegion(tx: Tx, name: string): Promise<{ readonly id: string }> {
  const known = await tx
    .selectFrom('org_unit')
    .select('id')
    .where('scope', '=', rootScope)
    .executeTakeFirst();
  if (known !== undefined) return known;
  const id = randomUUID();
  await tx
    .insertInto('org_unit')
    .values({
      id,
      parent_id: null,
      scope: rootScope,
      kind: 'region',
      name,
      short_name: name.slice(0, 120),
      settlement: null,
      inn: null,
      ogrn: null,
      code: null,
      opened_on: null,
      closed_on: null,
      version: 1,
    })
    .execute();
  return { id };
}
