import type { SessionStage } from '@opora/domain/basics/actor.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { SelfCall } from '../platform/mount.ts';
import { openSession, recordSignIn } from './open-session.ts';
import { newRecoveryCodes, newTotp, ownAccount, withCode } from './second-factor.ts';
import { replaceRecoveryCodes, setTotp } from './second-factor-queries.ts';
import { revokeSessions } from './session-queries.ts';
import { listSecondFactorRoles } from './sign-in-queries.ts';
import { asSystem, readAsSystem } from './visitor.ts';

/** The second step of a sign-in: a half-open session is ended and a whole one begun. */
export async function passSecondFactor(call: SelfCall, code: string): Promise<{ step: SessionStage }> {
  if (call.stage !== 'second-factor') return { step: call.stage };
  const account = await ownAccount(call);
  return withCode(call, account, code, async (tx) => {
    await revokeSessions(tx, account.personId, call.now, { only: call.sessionId });
    await openSession(tx, call, account, 'open');
    await recordSignIn(tx, call, account);
    return { step: 'open' };
  });
}

/** A half-open session that waits for a code may not replace the secret the code is made from. */
export async function beginSecondFactor(call: SelfCall): Promise<{ secret: string; uri: string }> {
  if (call.stage === 'second-factor') throw new Refusal('second-factor-needed');
  const account = await ownAccount(call);
  if (account.hasSecondFactor) throw new Refusal('accounts-second-factor-exists');
  const totp = newTotp(account);
  await asSystem(call, (tx) => setTotp(tx, account.personId, { secret: totp.secret, confirmedAt: null }));
  return totp;
}

export async function confirmSecondFactor(
  call: SelfCall,
  code: string,
): Promise<{ recoveryCodes: string[] }> {
  if (call.stage === 'second-factor') throw new Refusal('second-factor-needed');
  const account = await ownAccount(call);
  if (account.hasSecondFactor) throw new Refusal('accounts-second-factor-exists');
  if (account.totpSecret === null) throw new Refusal('accounts-second-factor-absent');
  return withCode(call, account, code, async (tx) => {
    await setTotp(tx, account.personId, { secret: account.totpSecret, confirmedAt: call.now });
    const recoveryCodes = newRecoveryCodes();
    await replaceRecoveryCodes(tx, account, recoveryCodes);
    await revokeSessions(tx, account.personId, call.now);
    await openSession(tx, call, account, 'open');
    if (call.stage === 'enrolment') await recordSignIn(tx, call, account);
    return { recoveryCodes };
  });
}

export async function renewRecoveryCodes(call: SelfCall, code: string): Promise<{ recoveryCodes: string[] }> {
  const account = await ownAccount(call);
  if (!account.hasSecondFactor) throw new Refusal('accounts-second-factor-absent');
  return withCode(call, account, code, async (tx) => {
    const recoveryCodes = newRecoveryCodes();
    await replaceRecoveryCodes(tx, account, recoveryCodes);
    return { recoveryCodes };
  });
}

export async function removeSecondFactor(call: SelfCall, code: string): Promise<void> {
  const account = await ownAccount(call);
  if (!account.hasSecondFactor) throw new Refusal('accounts-second-factor-absent');
  const required = await readAsSystem(call, listSecondFactorRoles);
  if (call.actor.grants.some((grant) => required.includes(grant.role))) {
    throw new Refusal('accounts-second-factor-required');
  }
  await withCode(call, account, code, async (tx) => {
    await setTotp(tx, account.personId, { secret: null, confirmedAt: null });
    await replaceRecoveryCodes(tx, account, []);
  });
}
