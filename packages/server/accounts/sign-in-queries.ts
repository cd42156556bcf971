import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Tx } from '../platform/database.ts';
import { rootScope } from '../platform/system-entry.ts';
import type { Visitor } from './visitor.ts';

export type AccountRow = {
  readonly personId: string;
  readonly scope: string;
  readonly passwordHash: string | null;
  /** Null until the person has proved that her app shows the right codes. */
  readonly totpSecret: string | null;
};

/** The account of the person with the address, whatever its letter case; undefined also when she has never been invited. */
export async function findAccountByEmail(db: Db, email: string): Promise<AccountRow | undefined> {
  const row = await accounts(db)
    .where(sql`lower(person.email)`, '=', email.toLowerCase())
    .executeTakeFirst();
  return row === undefined ? undefined : presentAccount(row);
}

export async function findAccount(db: Db, personId: string): Promise<AccountRow | undefined> {
  const row = await accounts(db).where('person.id', '=', personId).executeTakeFirst();
  return row === undefined ? undefined : presentAccount(row);
}

function accounts(db: Db) {
  return db
    .selectFrom('person')
    .innerJoin('account', 'account.id', 'person.id')
    .select(['person.id', 'person.scope', 'password_hash', 'totp_secret', 'totp_confirmed_at']);
}

function presentAccount(row: {
  id: string;
  scope: string;
  password_hash: string | null;
  totp_secret: string | null;
  totp_confirmed_at: Date | null;
}): AccountRow {
  return {
    personId: row.id,
    scope: row.scope,
    passwordHash: row.password_hash,
    totpSecret: row.totp_confirmed_at === null ? null : row.totp_secret,
  };
}

export type Guard = { readonly failedAttempts: number; readonly lockedUntil: Date | null };

/** The counters of the account, locked until the transaction ends, so that attempts made at once are counted one by one. */
export async function holdGuard(tx: Tx, account: Pick<AccountRow, 'personId' | 'scope'>): Promise<Guard> {
  await tx
    .insertInto('sign_in_guard')
    .values({
      id: account.personId,
      scope: account.scope,
      failed_attempts: 0,
      locked_until: null,
      totp_last_step: null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  const row = await tx
    .selectFrom('sign_in_guard')
    .select(['failed_attempts', 'locked_until'])
    .where('id', '=', account.personId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { failedAttempts: row.failed_attempts, lockedUntil: row.locked_until };
}

export async function setGuard(tx: Tx, personId: string, guard: Guard): Promise<void> {
  await tx
    .updateTable('sign_in_guard')
    .set({ failed_attempts: guard.failedAttempts, locked_until: guard.lockedUntil })
    .where('id', '=', personId)
    .execute();
}

export type SignInOutcome =
  | 'signed-in'
  | 'unknown-person'
  | 'wrong-password'
  | 'wrong-code'
  | 'locked'
  | 'too-many'
  | 'recovery-code'
  | 'signed-out';

export async function insertSignInEvent(
  tx: Tx,
  outcome: SignInOutcome,
  of: Pick<AccountRow, 'personId' | 'scope'> | undefined,
  seen: Visitor & { readonly at: Date },
): Promise<void> {
  await tx
    .insertInto('sign_in_event')
    .values({
      id: randomUUID(),
      at: seen.at,
      person_id: of?.personId ?? null,
      scope: of?.scope ?? rootScope,
      outcome,
      address: seen.address,
      user_agent: seen.userAgent,
    })
    .execute();
}

export async function countFailuresFrom(db: Db, address: string, since: Date): Promise<number> {
  const row = await db
    .selectFrom('sign_in_event')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('address', '=', address)
    .where('at', '>', since)
    .where('outcome', 'in', ['unknown-person', 'wrong-password', 'wrong-code'])
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function setPasswordHash(tx: Tx, personId: string, hash: string): Promise<void> {
  await tx.updateTable('account').set({ password_hash: hash }).where('id', '=', personId).execute();
}
