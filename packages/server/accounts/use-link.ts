import type { SessionStage } from '@opora/domain/basics/actor.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { OpenCall } from '../platform/mount.ts';
import { checkNewPassword } from './check-new-password.ts';
import { findLink, type LinkRow, takeLink } from './link-queries.ts';
import { beginSession } from './open-session.ts';
import { hashPassword } from './password-hash.ts';
import { revokeSessions } from './session-queries.ts';
import { findAccount, setPasswordHash } from './sign-in-queries.ts';
import { asSystem, readAsSystem } from './visitor.ts';

export async function getLink(call: OpenCall, secret: string): Promise<LinkRow> {
  const link = await readAsSystem(call, (db) => findLink(db, secret, call.now));
  if (link === undefined) throw new Refusal('accounts-link-invalid');
  return link;
}

/** Sets the password by the link and signs in. A second factor that is set up is still asked for: mail alone opens nothing. */
export async function useLink(
  call: OpenCall,
  { secret, password }: { readonly secret: string; readonly password: string },
): Promise<{ step: SessionStage }> {
  const link = await getLink(call, secret);
  checkNewPassword(password, link);
  const hash = await hashPassword(password);
  return asSystem(call, async (tx) => {
    if (!(await takeLink(tx, secret, call.now))) throw new Refusal('accounts-link-invalid');
    await setPasswordHash(tx, link, hash);
    await revokeSessions(tx, link.personId, call.now);
    const account = await findAccount(tx, link.personId);
    if (account === undefined) throw new Refusal('not-found');
    return { step: await beginSession(tx, call, account) };
  });
}
