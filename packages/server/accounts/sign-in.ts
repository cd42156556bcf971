import type { SessionStage } from '@opora/domain/basics/actor.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { OpenCall } from '../platform/mount.ts';
import { chargeAttempt } from './charge-attempt.ts';
import { beginSession } from './open-session.ts';
import { hashPassword, isOutdated, isPassword } from './password-hash.ts';
import { findAccountByEmail, insertSignInEvent, setPasswordHash } from './sign-in-queries.ts';
import { asSystem, readAsSystem, visitorOf } from './visitor.ts';

type Credentials = { readonly email: string; readonly password: string };

/** Signs in with a password. An unknown address and a wrong password are told apart neither by the answer nor by its time. */
export async function signIn(
  { email, password }: Credentials,
  call: OpenCall,
): Promise<{ step: SessionStage }> {
  const account = await readAsSystem(call, (db) => findAccountByEmail(db, email));
  await chargeAttempt(call, account);
  const hash = account?.passwordHash ?? null;
  const right = await isPassword(password, hash);
  if (account === undefined || hash === null || !right) {
    const outcome = account === undefined ? 'unknown-person' : 'wrong-password';
    const seen = { ...visitorOf(call.request), at: call.now };
    await asSystem(call, (tx) => insertSignInEvent(tx, outcome, account, seen));
    throw new Refusal('accounts-wrong-credentials');
  }
  const renewed = isOutdated(hash) ? await hashPassword(password) : null;
  return asSystem(call, async (tx) => {
    if (renewed !== null) await setPasswordHash(tx, account, renewed);
    return { step: await beginSession(tx, call, account) };
  });
}
