import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Role } from '@opora/domain/basics/actor.ts';
import type { Db, Tx } from '../platform/database.ts';
import { rootScope } from '../platform/system-entry.ts';
import type { Visitor } from './visitor.ts';

export type AccountRow = {
  readonly personId: string;
  readonly scope: string;
  readonly surname: string;
  readonly givenName: string;
  readonly patronymic: string | null;
  readonly email: string | null;
  readonly passwordHash: string | null;
  readonly totpSecret: string | null;
  /** The person has proved that her app shows the right codes; a secret alone is only an intention. */
  readonly hasSecondFactor: boolean;
};

/** The account of the person with the address, whatever its letter case; undefined also when she has never had one. */
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
    .select(['person.id', 'person.scope', 'surname', 'given_name', 'patronymic', 'email'])
    .select(['password_hash', 'totp_secret', 'totp_confirmed_at']);
}

type AccountColumns = Awaited<ReturnType<ReturnType<typeof accounts>['executeTakeFirstOrThrow']>>;

function presentAccount(row: AccountColumns): AccountRow {
  return {
    personId: row.id,
    scope: row.scope,
    surname: row.surname,
    givenName: row.given_name,
    patronymic: row.patronymic,
    email: row.email,
    passwordHash: row.password_hash,
    totpSecret: row.totp_secret,
    hasSecondFactor: row.totp_confirmed_at !== null,
  };
}

export type Guard = {
  readonly failedAttempts: number;
  readonly lockedUntil: Date | null;
  readonly totpLastStep: number | null;
};

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
    .select(['failed_attempts', 'locked_until', 'totp_last_step'])
    .where('id', '=', account.personId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return {
    failedAttempts: row.failed_attempts,
    lockedUntil: row.locked_until,
    totpLastStep: row.totp_last_step,
  };
}

export async function setGuard(tx: Tx, personId: string, change: Partial<Guard>): Promise<void> {
  await tx
    .updateTable('sign_in_guard')
    .set({
      ...(change.failedAttempts === undefined ? {} : { failed_attempts: change.failedAttempts }),
      ...(change.lockedUntil === undefined ? {} : { locked_until: change.lockedUntil }),
      ...(change.totpLastStep === undefined ? {} : { totp_last_step: change.totpLastStep }),
    })
    .where('id', '=', personId)
    .execute();
}

export const nothingFailed = { failedAttempts: 0, lockedUntil: null } as const;

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
    .where('outcome', 'in', ['unknown-person', 'wrong-password', 'wrong-code', 'locked'])
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Makes the account when there is none yet. */
export async function setPasswordHash(
  tx: Tx,
  person: Pick<AccountRow, 'personId' | 'scope'>,
  hash: string,
): Promise<void> {
  await insertAccount(tx, person);
  await tx.updateTable('account').set({ password_hash: hash }).where('id', '=', person.personId).execute();
}

/** An account without a password, unless there is one already. */
export async function insertAccount(
  tx: Tx,
  { personId, scope }: Pick<AccountRow, 'personId' | 'scope'>,
): Promise<void> {
  await tx
    .insertInto('account')
    .values({ id: personId, scope, password_hash: null, totp_secret: null, totp_confirmed_at: null })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** Roles that may not sign in without a second factor. */
export async function listSecondFactorRoles(db: Db): Promise<Role[]> {
  const row = await db
    .selectFrom('sign_in_policy')
    .select('second_factor_roles')
    .where('scope', '=', rootScope)
    .executeTakeFirst();
  // Written only from the contract's own list of roles.
  return (row?.second_factor_roles ?? []) as Role[];
}
