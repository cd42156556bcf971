import type { FirstAdministrator } from '@opora/domain/accounts/accounts-contract.ts';
import type { SessionStage } from '@opora/domain/basics/actor.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import { languageOf } from '../platform/http-server.ts';
import type { OpenCall } from '../platform/mount.ts';
import { rootScope } from '../platform/system-entry.ts';
import { addAdministrator } from './add-administrator.ts';
import { checkNewPassword } from './check-new-password.ts';
import { hasAdministrator, holdFirstStart } from './first-administrator-queries.ts';
import { beginSession } from './open-session.ts';
import { hashPassword } from './password-hash.ts';
import { findAccount } from './sign-in-queries.ts';
import { asSystem } from './visitor.ts';

/** Adds the first administrator and signs her in. Of two requests at once one is refused. */
export async function addFirstAdministrator(
  call: OpenCall,
  fields: FirstAdministrator,
): Promise<{ step: SessionStage }> {
  if (!isFromThisComputer(call)) throw new Refusal('accounts-first-not-here');
  checkNewPassword(fields.password, fields);
  const passwordHash = await hashPassword(fields.password);
  return asSystem(call, async (tx) => {
    await holdFirstStart(tx);
    if (await hasAdministrator(tx)) throw new Refusal('accounts-first-exists');
    const administrator = { ...fields, passwordHash, language: languageOf(call.request) };
    const personId = await addAdministrator(tx, administrator, isoDateIn(call.now));
    return { step: await begin(tx, call, personId) };
  });
}

async function begin(tx: Tx, call: OpenCall, personId: string): Promise<SessionStage> {
  const account = await findAccount(tx, personId);
  if (account === undefined) throw new Error(`${rootScope}: the account just added is not there`);
  return beginSession(tx, call, account);
}

/**
 * True for a browser on the server's own computer. A proxy on the same computer also connects from the loopback address, so a forwarded
 * request is not from here, nor is one that asks for another host's name (a page elsewhere whose name was pointed at 127.0.0.1). Some
 * proxies do not name themselves: where one is set up, or must be because the server itself speaks no TLS, nobody is taken for local.
 */
export function isFromThisComputer({ request, parts: { settings } }: OpenCall): boolean {
  const hasProxy = settings.proxies.length > 0 || settings.publicUrl.startsWith('https:');
  const address = request.socket.remoteAddress ?? '';
  const isForwarded = Object.keys(request.headers).some((name) =>
    /^(forwarded|via|x-real-ip|x-forwarded-.+)$/.test(name),
  );
  return !hasProxy && isLoopback(address) && !isForwarded && isLoopbackName(request.hostname);
}

function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}

function isLoopbackName(name: string): boolean {
  return name === 'localhost' || name === '[::1]' || name === '::1' || name.startsWith('127.');
}
