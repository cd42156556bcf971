import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Db, Tx } from '../platform/database.ts';

export type LinkPurpose = 'invitation' | 'reset';
type Owner = { readonly personId: string; readonly scope: string };

/** Makes a link and ends the unused ones of the same person. The secret is answered once; only its hash is kept. */
export async function insertLink(
  tx: Tx,
  owner: Owner,
  link: { readonly purpose: LinkPurpose; readonly now: Date; readonly hours: number },
): Promise<string> {
  await endLinks(tx, owner.personId, link.now);
  const secret = randomBytes(32).toString('base64url');
  await tx
    .insertInto('one_time_link')
    .values({
      id: randomUUID(),
      person_id: owner.personId,
      scope: owner.scope,
      purpose: link.purpose,
      secret_hash: hashOf(secret),
      created_at: link.now,
      expires_at: new Date(link.now.getTime() + link.hours * 3_600_000),
      used_at: null,
    })
    .execute();
  return secret;
}

export async function endLinks(tx: Tx, personId: string, now: Date): Promise<void> {
  await tx
    .updateTable('one_time_link')
    .set({ expires_at: now })
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .execute();
}

export type LinkRow = {
  readonly personId: string;
  readonly scope: string;
  readonly purpose: LinkPurpose;
  readonly surname: string;
  readonly givenName: string;
  readonly patronymic: string | null;
  readonly email: string | null;
};

/** A link that can still be used. */
export async function findLink(db: Db, secret: string, now: Date): Promise<LinkRow | undefined> {
  const row = await db
    .selectFrom('one_time_link')
    .innerJoin('person', 'person.id', 'one_time_link.person_id')
    .select(['person_id', 'person.scope', 'purpose', 'surname', 'given_name', 'patronymic', 'email'])
    .where('secret_hash', '=', hashOf(secret))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    personId: row.person_id,
    scope: row.scope,
    // The column's check constraint holds the same list.
    purpose: row.purpose as LinkPurpose,
    surname: row.surname,
    givenName: row.given_name,
    patronymic: row.patronymic,
    email: row.email,
  };
}

/** True for one caller only, however many come with the same link at once. */
export async function takeLink(tx: Tx, secret: string, now: Date): Promise<boolean> {
  const result = await tx
    .updateTable('one_time_link')
    .set({ used_at: now })
    .where('secret_hash', '=', hashOf(secret))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function findLastLinkAt(db: Db, personId: string): Promise<Date | undefined> {
  const row = await db
    .selectFrom('one_time_link')
    .select('created_at')
    .where('person_id', '=', personId)
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
  return row?.created_at;
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
