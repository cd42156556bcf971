import { sql } from 'kysely';
import { isSessionAlive } from '@opora/domain/accounts/session-life.ts';
import type { Role, RoleGrant, SessionStage } from '@opora/domain/basics/actor.ts';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { translateDatabaseError } from '../platform/database-errors.ts';
import type { Database, Db, Tx } from '../platform/database.ts';

export type SessionRow = {
  readonly personId: string;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly lastSeenAt: Date;
  readonly stage: SessionStage;
  /** The role chosen for the session. */
  readonly roleId: string | null;
};

export async function findSession(db: Db, id: string): Promise<SessionRow | undefined> {
  const row = await db
    .selectFrom('session')
    .select(['person_id', 'expires_at', 'revoked_at', 'last_seen_at', 'stage', 'role_assignment_id'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    personId: row.person_id,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    lastSeenAt: row.last_seen_at,
    // The column's check constraint holds the same list.
    stage: row.stage as SessionStage,
    roleId: row.role_assignment_id,
  };
}

type SignedInRow = {
  person_id: string;
  expires_at: Date;
  revoked_at: Date | null;
  last_seen_at: Date;
  stage: string;
  chosen_id: string | null;
  held_id: string | null;
  role: string | null;
  scope: string | null;
};

/** The session and the roles its person holds on the day. By one statement and not in a transaction: it is asked before every request. */
export async function findSignedIn(
  { kysely, region }: Database,
  id: string,
  on: CalendarDate,
): Promise<{ readonly session: SessionRow; readonly held: readonly HeldGrant[] } | undefined> {
  const door = sql.id(region, 'find_signed_in');
  const { rows } = await sql<SignedInRow>`select * from ${door}(${region}, ${id}, ${on})`
    .execute(kysely)
    .catch(translateDatabaseError);
  const [first] = rows;
  if (first === undefined) return undefined;
  return {
    session: {
      personId: first.person_id,
      expiresAt: first.expires_at,
      revokedAt: first.revoked_at,
      lastSeenAt: first.last_seen_at,
      // The columns' check constraints hold the same lists, here and below.
      stage: first.stage as SessionStage,
      roleId: first.chosen_id,
    },
    held: rows.flatMap(({ held_id: heldId, role, scope }) =>
      heldId === null || role === null || scope === null ? [] : [{ id: heldId, role: role as Role, scope }],
    ),
  };
}

export type HeldGrant = RoleGrant & { readonly id: string };

export async function setSessionRole(tx: Tx, id: string, roleId: string | null): Promise<void> {
  await tx.updateTable('session').set({ role_assignment_id: roleId }).where('id', '=', id).execute();
}

/** Roles held on the day; an ended or not yet begun one gives nothing. */
export async function listGrants(db: Db, personId: string, on: CalendarDate): Promise<HeldGrant[]> {
  const rows = await db
    .selectFrom('role_assignment')
    .select(['id', 'role', 'scope'])
    .where('person_id', '=', personId)
    .where('from_on', '<=', on)
    .where((eb) => eb.or([eb('until_on', 'is', null), eb('until_on', '>=', on)]))
    .execute();
  // The column's check constraint holds the list of roles.
  return rows.map((row) => ({ id: row.id, role: row.role as Role, scope: row.scope }));
}

export type NewSession = {
  readonly id: string;
  readonly personId: string;
  readonly scope: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly stage: SessionStage;
  readonly userAgent: string;
  readonly address: string;
};

export async function insertSession(tx: Tx, session: NewSession): Promise<void> {
  await tx
    .insertInto('session')
    .values({
      id: session.id,
      person_id: session.personId,
      scope: session.scope,
      created_at: session.createdAt,
      last_seen_at: session.createdAt,
      expires_at: session.expiresAt,
      revoked_at: null,
      stage: session.stage,
      role_assignment_id: null,
      user_agent: session.userAgent,
      address: session.address,
    })
    .execute();
}

export async function touchSession(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.updateTable('session').set({ last_seen_at: now }).where('id', '=', id).execute();
}

/** Ends the living sessions of a person: one of them, or all but the one to keep, or all. */
export async function revokeSessions(
  tx: Tx,
  personId: string,
  now: Date,
  which: { readonly only?: string; readonly except?: string } = {},
): Promise<number> {
  let update = tx
    .updateTable('session')
    .set({ revoked_at: now })
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null);
  if (which.only !== undefined) update = update.where('id', '=', which.only);
  if (which.except !== undefined) update = update.where('id', '!=', which.except);
  const result = await update.executeTakeFirst();
  return Number(result.numUpdatedRows);
}

type ListedSession = {
  readonly id: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly userAgent: string;
  readonly address: string;
};

/** Living sessions of a person, the last used first. */
export async function listSessions(db: Db, personId: string, now: Date): Promise<ListedSession[]> {
  const rows = await db
    .selectFrom('session')
    .selectAll()
    .where('person_id', '=', personId)
    .where('stage', '=', 'open')
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('last_seen_at', 'desc')
    .execute();
  return rows
    .filter((row) =>
      isSessionAlive({ expiresAt: row.expires_at, revokedAt: null, lastSeenAt: row.last_seen_at }, now),
    )
    .map((row) => ({
      id: row.id,
      createdAt: row.created_at.toISOString(),
      lastSeenAt: row.last_seen_at.toISOString(),
      userAgent: row.user_agent,
      address: row.address,
    }));
}
