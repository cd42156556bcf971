import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { Tx } from '../platform/database.ts';
import type { SelfCall } from '../platform/mount.ts';
import { chargeAttempt } from './charge-attempt.ts';
import { takeRecoveryCode } from './second-factor-queries.ts';
import {
  type AccountRow,
  findAccount,
  holdGuard,
  insertSignInEvent,
  nothingFailed,
  setGuard,
} from './sign-in-queries.ts';
import { asSystem, readAsSystem, visitorOf } from './visitor.ts';

const issuer = 'Опора';
const stepSeconds = 30;
const recoveryCodesCount = 10;

export function newTotp(account: AccountRow): { readonly secret: string; readonly uri: string } {
  const secret = new Secret({ size: 20 });
  return { secret: secret.base32, uri: totpOf(secret.base32, account.email ?? '').toString() };
}

/** Ten codes of 80 bits in groups of four: `ABCD-EFGH-IJKL-MNOP`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodesCount }, () => {
    const code = new Secret({ buffer: new Uint8Array(randomBytes(10)).buffer }).base32;
    return (code.match(/.{4}/g) ?? []).join('-');
  });
}

/** The account of the call's own person. */
export async function ownAccount(call: SelfCall): Promise<AccountRow> {
  const account = await readAsSystem(call, (db) => findAccount(db, call.actor.personId));
  if (account === undefined) throw new Refusal('not-found');
  return account;
}

/**
 * Checks a code of the app (each works once, one step early or late) or a recovery code, and does `work` in the same transaction when
 * it is right. Wrong ones count towards the account's lock.
 */
export async function withCode<T>(
  call: SelfCall,
  account: AccountRow,
  code: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  await chargeAttempt(call, account);
  const answer = await asSystem(call, async (tx) => {
    const seen = { ...visitorOf(call.request), at: call.now };
    if (!(await takeCode(tx, call, account, code))) {
      await insertSignInEvent(tx, 'wrong-code', account, seen);
      return new Refusal('accounts-wrong-code');
    }
    await setGuard(tx, account.personId, nothingFailed);
    return { done: await work(tx) };
  });
  // Thrown only after the commit: the failure stays on record.
  if (answer instanceof Refusal) throw answer;
  return answer.done;
}

async function takeCode(tx: Tx, call: SelfCall, account: AccountRow, code: string): Promise<boolean> {
  if (account.totpSecret === null) return false;
  const { totpLastStep } = await holdGuard(tx, account);
  const digits = code.replaceAll(/\s/g, '');
  if (/^\d{6}$/.test(digits)) {
    const totp = totpOf(account.totpSecret, '');
    const drift = totp.validate({ token: digits, timestamp: call.now.getTime(), window: 1 });
    const step = Math.floor(call.now.getTime() / 1_000 / stepSeconds) + (drift ?? 0);
    if (drift === null || step <= (totpLastStep ?? 0)) return false;
    await setGuard(tx, account.personId, { totpLastStep: step });
    return true;
  }
  if (!account.hasSecondFactor) return false;
  const taken = await takeRecoveryCode(tx, account.personId, code, call.now);
  if (taken) {
    await insertSignInEvent(tx, 'recovery-code', account, { ...visitorOf(call.request), at: call.now });
  }
  return taken;
}

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({
    issuer,
    label,
    period: stepSeconds,
    digits: 6,
    algorithm: 'SHA1',
    secret: Secret.fromBase32(secret),
  });
}
