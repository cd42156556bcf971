import { randomUUID } from 'node:crypto';
import type { Db, Tx } from '../platform/database.ts';

/** The person bound to the subject of the issuer. */
export async function findOidcBinding(db: Db, issuer: string, subject: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('oidc_binding')
    .select('person_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row?.person_id;
}

export async function hasOidcBinding(db: Db, personId: string, issuer: string): Promise<boolean> {
  const row = await db
    .selectFrom('oidc_binding')
    .select('id')
    .where('person_id', '=', personId)
    .where('issuer', '=', issuer)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertOidcBinding(
  tx: Tx,
  owner: { readonly personId: string; readonly scope: string },
  identity: { readonly issuer: string; readonly subject: string },
): Promise<void> {
  await tx
    .insertInto('oidc_binding')
    .values({
      id: randomUUID(),
      person_id: owner.personId,
      scope: owner.scope,
      issuer: identity.issuer,
      subject: identity.subject,
    })
    .execute();
}
