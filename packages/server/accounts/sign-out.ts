import type { SelfCall } from '../platform/mount.ts';
import { sessionCookie, sessionCookieOptions } from './session-cookie.ts';
import { revokeSessions } from './session-queries.ts';
import { findAccount, insertSignInEvent } from './sign-in-queries.ts';
import { asSystem, visitorOf } from './visitor.ts';

export async function signOut(call: SelfCall): Promise<void> {
  const { personId } = call.actor;
  await asSystem(call, async (tx) => {
    await revokeSessions(tx, personId, call.now, { only: call.sessionId });
    const account = await findAccount(tx, personId);
    await insertSignInEvent(tx, 'signed-out', account, { ...visitorOf(call.request), at: call.now });
  });
  call.reply.clearCookie(sessionCookie, sessionCookieOptions(call.parts.settings));
}
