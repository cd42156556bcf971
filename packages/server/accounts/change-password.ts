import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { SelfCall } from '../platform/mount.ts';
import { chargeAttempt } from './charge-attempt.ts';
import { checkNewPassword } from './check-new-password.ts';
import { openSession } from './open-session.ts';
import { hashPassword, isPassword } from './password-hash.ts';
import { ownAccount } from './second-factor.ts';
import { revokeSessions } from './session-queries.ts';
import { insertSignInEvent, nothingFailed, setGuard, setPasswordHash } from './sign-in-queries.ts';
import { asSystem, visitorOf } from './visitor.ts';

/** Guesses at the current password count towards the lock; all sessions end, and this one goes on under a new cookie. */
export async function changePassword(
  call: SelfCall,
  { current, next }: { readonly current: string; readonly next: string },
): Promise<void> {
  const account = await ownAccount(call);
  checkNewPassword(next, account);
  await chargeAttempt(call, account);
  if (!(await isPassword(current, account.passwordHash))) {
    const seen = { ...visitorOf(call.request), at: call.now };
    await asSystem(call, (tx) => insertSignInEvent(tx, 'wrong-password', account, seen));
    throw new Refusal('accounts-wrong-password');
  }
  const hash = await hashPassword(next);
  await asSystem(call, async (tx) => {
    await setPasswordHash(tx, account, hash);
    await setGuard(tx, account.personId, nothingFailed);
    await revokeSessions(tx, account.personId, call.now);
    await openSession(tx, call, account, 'open');
  });
}
