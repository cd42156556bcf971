import { addressFailuresMax, addressWindowSeconds, lockSeconds } from '@opora/domain/accounts/lockout.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { OpenCall } from '../platform/mount.ts';
import {
  type AccountRow,
  countFailuresFrom,
  holdGuard,
  insertSignInEvent,
  setGuard,
  type SignInOutcome,
} from './sign-in-queries.ts';
import { asSystem, visitorOf } from './visitor.ts';

type Hindrance = { readonly outcome: 'locked' | 'too-many'; readonly refusal: Refusal };

/**
 * Counts an attempt as failed before its secret is looked at; success gives the count back. So a thousand guesses sent at once
 * are counted as a thousand, and no row stays locked while a hash is computed. Null, or why the account or the address has to wait.
 */
export async function countAttempt(
  call: OpenCall,
  account: AccountRow | undefined,
): Promise<Hindrance | null> {
  return asSystem(call, async (tx) => {
    const since = new Date(call.now.getTime() - addressWindowSeconds * 1_000);
    if ((await countFailuresFrom(tx, visitorOf(call.request).address, since)) >= addressFailuresMax) {
      const refusal = new Refusal('too-many-requests', { seconds: addressWindowSeconds });
      return { outcome: 'too-many', refusal };
    }
    if (account === undefined) return null;
    const { failedAttempts, lockedUntil } = await holdGuard(tx, account);
    if (lockedUntil !== null && lockedUntil > call.now) {
      const seconds = Math.ceil((lockedUntil.getTime() - call.now.getTime()) / 1_000);
      return { outcome: 'locked', refusal: new Refusal('accounts-locked', { seconds }) };
    }
    const failed = failedAttempts + 1;
    const lock = lockSeconds(failed);
    await setGuard(tx, account.personId, {
      failedAttempts: failed,
      lockedUntil: lock === 0 ? null : new Date(call.now.getTime() + lock * 1_000),
    });
    return null;
  });
}

/** As `countAttempt`, for somebody who is known already: throws when she has to wait. */
export async function chargeAttempt(call: OpenCall, account: AccountRow): Promise<void> {
  const hindrance = await countAttempt(call, account);
  if (hindrance === null) return;
  await recordAttempt(call, hindrance.outcome, account);
  throw hindrance.refusal;
}

export function recordAttempt(
  call: OpenCall,
  outcome: SignInOutcome,
  account: AccountRow | undefined,
): Promise<void> {
  const seen = { ...visitorOf(call.request), at: call.now };
  return asSystem(call, (tx) => insertSignInEvent(tx, outcome, account, seen));
}
