import type { SessionStage } from '@opora/domain/basics/actor.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { OpenCall } from '../platform/mount.ts';
import { countAttempt, recordAttempt } from './charge-attempt.ts';
import { beginSession } from './open-session.ts';
import { hashPassword, isOutdated, isPassword } from './password-hash.ts';
import { findAccountByEmail, setPasswordHash } from './sign-in-queries.ts';
import { asSystem, readAsSystem } from './visitor.ts';

type Credentials = { readonly email: string; readonly password: string };

/**
 * Signs in with a password. An unknown address, a wrong password and an account that has to wait are told apart neither by the answer
 * nor by its time: whoever guesses addresses would learn from a locked account that there is one.
 */
export async function signIn(
  { email, password }: Credentials,
  call: OpenCall,
): Promise<{ step: SessionStage }> {
  const account = await readAsSystem(call, (db) => findAccountByEmail(db, email));
  const hindrance = await countAttempt(call, account);
  if (hindrance?.outcome === 'too-many') {
    await recordAttempt(call, hindrance.outcome, account);
    throw hindrance.refusal;
  }
  const hash = account?.passwordHash ?? null;
  const right = await isPassword(password, hash);
  if (account === undefined || hash === null || !right || hindrance !== null) {
    const failure = account === undefined ? 'unknown-person' : 'wrong-password';
    await recordAttempt(call, hindrance?.outcome ?? failure, account);
    throw new Refusal('accounts-wrong-credentials');
  }
  const renewed = isOutdated(hash) ? await hashPassword(password) : null;
  return asSystem(call, async (tx) => {
    if (renewed !== null) await setPasswordHash(tx, account, renewed);
    return { step: await beginSession(tx, call, account) };
  });
}
