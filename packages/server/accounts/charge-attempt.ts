import { addressFailuresMax, addressWindowSeconds, lockSeconds } from '@opora/domain/accounts/lockout.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { OpenCall } from '../platform/mount.ts';
import {
  type AccountRow,
  countFailuresFrom,
  holdGuard,
  insertSignInEvent,
  setGuard,
} from './sign-in-queries.ts';
import { asSystem, visitorOf } from './visitor.ts';

/**
 * Counts an attempt as failed before its secret is looked at; success gives the count back. So a thousand guesses sent at once
 * are counted as a thousand, and no row stays locked while a hash is computed. Throws when the account or the address has to wait.
 */
export async function chargeAttempt(call: OpenCall, account: AccountRow | undefined): Promise<void> {
  const refusal = await asSystem(call, async (tx) => {
    const seen = { ...visitorOf(call.request), at: call.now };
    const since = new Date(call.now.getTime() - addressWindowSeconds * 1_000);
    if ((await countFailuresFrom(tx, seen.address, since)) >= addressFailuresMax) {
      await insertSignInEvent(tx, 'too-many', account, seen);
      return new Refusal('too-many-requests', { seconds: addressWindowSeconds });
    }
    if (account === undefined) return null;
    const { failedAttempts, lockedUntil } = await holdGuard(tx, account);
    if (lockedUntil !== null && lockedUntil > call.now) {
      await insertSignInEvent(tx, 'locked', account, seen);
      const seconds = Math.ceil((lockedUntil.getTime() - call.now.getTime()) / 1_000);
      return new Refusal('accounts-locked', { seconds });
    }
    const failed = failedAttempts + 1;
    const lock = lockSeconds(failed);
    await setGuard(tx, account.personId, {
      failedAttempts: failed,
      lockedUntil: lock === 0 ? null : new Date(call.now.getTime() + lock * 1_000),
    });
    return null;
  });
  // Thrown only after the commit: the attempt stays counted.
  if (refusal !== null) throw refusal;
}
