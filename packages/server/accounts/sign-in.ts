import type { SessionStage } from '@opora/domain/basics/actor.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { OpenCall } from '../platform/mount.ts';
import { systemEntry } from '../platform/system-entry.ts';
import { read } from '../platform/transaction.ts';
import { chargeAttempt } from './charge-attempt.ts';
import { openSession, stageAfterFirstFactor } from './open-session.ts';
import { hashPassword, isOutdated, isPassword } from './password-hash.ts';
import { findAccountByEmail, insertSignInEvent, setGuard, setPasswordHash } from './sign-in-queries.ts';
import { asSystem, visitorOf } from './visitor.ts';

type Credentials = { readonly email: string; readonly password: string };

/** Signs in with a password. An unknown address and a wrong password are told apart neither by the answer nor by its time. */
export async function signIn(
  { email, password }: Credentials,
  call: OpenCall,
): Promise<{ step: SessionStage }> {
  const account = await read(call.parts.database, systemEntry, (db) => findAccountByEmail(db, email));
  await chargeAttempt(call, account);
  const hash = account?.passwordHash ?? null;
  const right = await isPassword(password, hash);
  if (account === undefined || hash === null || !right) {
    const outcome = account === undefined ? 'unknown-person' : 'wrong-password';
    const seen = { ...visitorOf(call.request), at: call.now };
    await asSystem(call, 'signIn', (tx) => insertSignInEvent(tx, outcome, account, seen));
    throw new Refusal('accounts-wrong-credentials');
  }
  const renewed = isOutdated(hash) ? await hashPassword(password) : null;
  return asSystem(call, 'signIn', async (tx) => {
    if (renewed !== null) await setPasswordHash(tx, account.personId, renewed);
    const stage = await stageAfterFirstFactor(tx, account);
    // The count is given back when the whole sign-in is done: codes are guessed against the same count.
    if (stage !== 'second-factor')
      await setGuard(tx, account.personId, { failedAttempts: 0, lockedUntil: null });
    return { step: await openSession(tx, call, account, stage) };
  });
}
