import { Minutes } from '@opora/domain/decisions/minutes.ts';
import type { Protocol } from '@opora/domain/decisions/hearing.ts';
import type { Insertable } from 'kysely';
import type { Protocol as ProtocolRow } from '../platform/database.gen.ts';
import type { Db, Tx } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import { entryOf, withWholeRegion } from '../platform/transaction.ts';
import { personName } from '../plans/person-name.ts';

export type KeptMinutes = {
  readonly content: Minutes;
  readonly version: number;
  readonly savedBy: string | null;
  readonly savedAt: string;
};

export async function findMinutes(db: Db, hearingId: string): Promise<KeptMinutes | undefined> {
  const row = await db
    .selectFrom('hearing_minutes')
    .leftJoin('person as author', 'author.id', 'hearing_minutes.changed_by_id')
    .select(['content', 'changed_at', 'hearing_minutes.version', personName('author').as('saved_by')])
    .where('hearing_minutes.id', '=', hearingId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    content: Minutes.parse(row.content),
    version: row.version,
    savedBy: row.saved_by,
    savedAt: row.changed_at.toISOString(),
  };
}

type Kept = {
  readonly id: string;
  readonly scope: string;
  readonly content: Minutes;
  readonly by: { readonly personId: string; readonly now: Date };
};

export async function insertMinutes(tx: Tx, { id, scope, content, by }: Kept): Promise<void> {
  await tx
    .insertInto('hearing_minutes')
    .values({
      id,
      scope,
      content: JSON.stringify(content),
      changed_by_id: by.personId,
      changed_at: by.now,
      version: 1,
    })
    .execute();
}

/** Whoever writes has locked the hearing. */
export async function updateMinutes(
  tx: Tx,
  { id, content, by, version }: Omit<Kept, 'scope'> & { readonly version: number },
): Promise<void> {
  await tx
    .updateTable('hearing_minutes')
    .set({
      content: JSON.stringify(content),
      changed_by_id: by.personId,
      changed_at: by.now,
      version: version + 1,
    })
    .where('id', '=', id)
    .execute();
}

const editions = (db: Db) =>
  db
    .selectFrom('protocol')
    .leftJoin('person as author', 'author.id', 'protocol.closed_by_id')
    .selectAll('protocol')
    .select(personName('author').as('closed_by'));

/** The newest edition first. */
export async function listProtocols(db: Db, hearingId: string): Promise<Protocol[]> {
  const rows = await editions(db).where('hearing_id', '=', hearingId).orderBy('edition', 'desc').execute();
  return rows.map(present);
}

export async function findProtocol(
  db: Db,
  id: string,
): Promise<(Protocol & { readonly scope: string; readonly hearingId: string }) | undefined> {
  const row = await editions(db).where('protocol.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : { ...present(row), scope: row.scope, hearingId: row.hearing_id };
}

type EditionRow = Awaited<ReturnType<ReturnType<typeof editions>['executeTakeFirstOrThrow']>>;

const present = (row: EditionRow): Protocol => ({
  id: row.id,
  edition: row.edition,
  number: row.number,
  heldOn: row.held_on,
  place: row.place,
  title: row.title,
  hostName: row.host_name,
  reasons: row.reasons,
  closedBy: row.closed_by,
  closedAt: row.closed_at.toISOString(),
  content: Minutes.parse(row.content),
});

export async function insertProtocol(
  tx: Tx,
  row: Omit<Insertable<ProtocolRow>, 'content'> & { readonly content: Minutes },
): Promise<void> {
  await tx
    .insertInto('protocol')
    .values({ ...row, content: JSON.stringify(row.content) })
    .execute();
}

/** Numbers that a host has given to its protocols of a year, also of schools that the asking person does not see: they are of one row. */
export async function listNumbers(
  { tx, parts, actor }: Pick<Call, 'tx' | 'parts' | 'actor'>,
  hostId: string,
  year: number,
): Promise<string[]> {
  return withWholeRegion(tx, parts.database, entryOf(actor), (db) => numbersOf(db, hostId, year));
}

async function numbersOf(db: Db, hostId: string, year: number): Promise<string[]> {
  const rows = await db
    .selectFrom('protocol')
    .select('number')
    .where('host_id', '=', hostId)
    .where('edition', '=', 1)
    .where('held_on', '>=', `${year}-01-01`)
    .where('held_on', '<=', `${year}-12-31`)
    .execute();
  return rows.map(({ number }) => number);
}
