import type { SessionStage } from '@opora/domain/basics/actor.ts';
import { sessionDays } from '@opora/domain/accounts/session-life.ts';
import type { Tx } from '../platform/database.ts';
import type { OpenCall } from '../platform/mount.ts';
import { newSessionSecret, sessionCookie, sessionCookieOptions } from './session-cookie.ts';
import { insertSession } from './session-queries.ts';
import { type AccountRow, insertSignInEvent } from './sign-in-queries.ts';
import { visitorOf } from './visitor.ts';

/** Begins a session of the account and sets its cookie. Every step up begins a new one, so that an old cookie never gains rights. */
export async function openSession(
  tx: Tx,
  call: OpenCall,
  account: AccountRow,
  stage: SessionStage,
): Promise<SessionStage> {
  const { secret, id } = newSessionSecret();
  const visitor = visitorOf(call.request);
  await insertSession(tx, {
    id,
    personId: account.personId,
    scope: account.scope,
    createdAt: call.now,
    expiresAt: new Date(call.now.getTime() + sessionDays * 86_400_000),
    stage,
    ...visitor,
  });
  if (stage === 'open') await insertSignInEvent(tx, 'signed-in', account, { ...visitor, at: call.now });
  call.reply.setCookie(sessionCookie, secret, sessionCookieOptions(call.parts.settings));
  return stage;
}

/** What has to follow the first factor. */
export async function stageAfterFirstFactor(_tx: Tx, account: AccountRow): Promise<SessionStage> {
  return account.totpSecret === null ? 'open' : 'second-factor';
}
