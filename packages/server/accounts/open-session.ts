import type { SessionStage } from '@opora/domain/basics/actor.ts';
import { sessionDays } from '@opora/domain/accounts/session-life.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import type { OpenCall } from '../platform/mount.ts';
import { newSessionSecret, sessionCookie, sessionCookieOptions } from './session-cookie.ts';
import { insertSession, listGrants } from './session-queries.ts';
import {
  type AccountRow,
  holdGuard,
  insertSignInEvent,
  listSecondFactorRoles,
  nothingFailed,
  setGuard,
} from './sign-in-queries.ts';
import { visitorOf } from './visitor.ts';

/** After the first factor, whichever it was: begins a session as far as the account may come without a second one. */
export async function beginSession(tx: Tx, call: OpenCall, account: AccountRow): Promise<SessionStage> {
  const stage = await stageAfterFirstFactor(tx, call, account);
  // Codes are guessed against the same count as passwords, so it is given back only when no code has to follow.
  if (stage !== 'second-factor') {
    await holdGuard(tx, account);
    await setGuard(tx, account.personId, nothingFailed);
  }
  await openSession(tx, call, account, stage);
  if (stage === 'open') await recordSignIn(tx, call, account);
  return stage;
}

/** Begins a session and sets its cookie. Every step up begins a new one, so that an old cookie never gains rights. */
export async function openSession(
  tx: Tx,
  call: OpenCall,
  account: Pick<AccountRow, 'personId' | 'scope'>,
  stage: SessionStage,
): Promise<void> {
  const { secret, id } = newSessionSecret();
  await insertSession(tx, {
    id,
    personId: account.personId,
    scope: account.scope,
    createdAt: call.now,
    expiresAt: new Date(call.now.getTime() + sessionDays * 86_400_000),
    stage,
    ...visitorOf(call.request),
  });
  call.reply.setCookie(sessionCookie, secret, sessionCookieOptions(call.parts.settings));
}

export function recordSignIn(tx: Tx, call: OpenCall, account: AccountRow): Promise<void> {
  return insertSignInEvent(tx, 'signed-in', account, { ...visitorOf(call.request), at: call.now });
}

async function stageAfterFirstFactor(tx: Tx, call: OpenCall, account: AccountRow): Promise<SessionStage> {
  if (account.hasSecondFactor) return 'second-factor';
  const required = await listSecondFactorRoles(tx);
  const grants = await listGrants(tx, account.personId, isoDateIn(call.now));
  return grants.some((grant) => required.includes(grant.role)) ? 'enrolment' : 'open';
}
