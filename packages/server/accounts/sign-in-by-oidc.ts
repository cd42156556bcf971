import { z } from 'zod';
import type { CookieSerializeOptions } from '@fastify/cookie';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { Tx } from '../platform/database.ts';
import type { OpenCall } from '../platform/mount.ts';
import type { Settings } from '../platform/settings.ts';
import { findOidcBinding, hasOidcBinding, insertOidcBinding } from './oidc-queries.ts';
import type { OidcClient, OidcIdentity } from './oidc-provider-client.ts';
import { beginSession } from './open-session.ts';
import { findPerson, findPersonIdByEmail } from './person-queries.ts';
import { findAccount, insertAccount, insertSignInEvent } from './sign-in-queries.ts';
import { asSystem, visitorOf } from './visitor.ts';

const attemptCookie = 'opora_oidc';
const Attempt = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() });

/** The page that says, beside the button, that signing in at the provider came to nothing. */
const refusedPage = '/#sign-in-refused';

export async function startOidc(call: OpenCall, client: OidcClient | null): Promise<{ location: string }> {
  if (client === null) throw new Refusal('not-found');
  try {
    const { location, attempt } = await client.begin();
    call.reply.setCookie(attemptCookie, JSON.stringify(attempt), attemptOptions(call.parts.settings));
    return { location };
  } catch (error) {
    call.request.log.error(error);
    return { location: refusedPage };
  }
}

export async function finishOidc(call: OpenCall, client: OidcClient | null): Promise<{ location: string }> {
  if (client === null) throw new Refusal('not-found');
  const identity = await identityOf(call, client);
  call.reply.clearCookie(attemptCookie, attemptOptions(call.parts.settings));
  if (identity === null) return { location: refusedPage };
  const isIn = await asSystem(call, async (tx) => {
    const personId = await personOf(tx, identity);
    const account = personId === null ? undefined : await findAccount(tx, personId);
    if (account === undefined) {
      await insertSignInEvent(tx, 'unknown-person', undefined, { ...visitorOf(call.request), at: call.now });
      return false;
    }
    await beginSession(tx, call, account);
    return true;
  });
  return { location: isIn ? '/' : refusedPage };
}

async function identityOf(call: OpenCall, client: OidcClient): Promise<OidcIdentity | null> {
  try {
    const attempt = Attempt.parse(JSON.parse(call.request.cookies[attemptCookie] ?? 'null'));
    return await client.finish(new URL(call.request.url, call.parts.settings.publicUrl), attempt);
  } catch (error) {
    call.request.log.warn(error);
    return null;
  }
}

/**
 * A bound subject is the person, whatever address it has now. Otherwise a verified address finds her once, and the subject is bound; a
 * second subject with her address is not let in, because addresses are given away and subjects are not.
 */
async function personOf(tx: Tx, { issuer, subject, verifiedEmail }: OidcIdentity): Promise<string | null> {
  const bound = await findOidcBinding(tx, issuer, subject);
  if (bound !== undefined) return bound;
  const personId = verifiedEmail === null ? undefined : await findPersonIdByEmail(tx, verifiedEmail);
  const person = personId === undefined ? undefined : await findPerson(tx, personId);
  if (person === undefined || (await hasOidcBinding(tx, person.id, issuer))) return null;
  const owner = { personId: person.id, scope: person.scope };
  await insertOidcBinding(tx, owner, { issuer, subject });
  await insertAccount(tx, owner);
  return person.id;
}

/** Lax, because the browser comes back from another site. */
function attemptOptions(settings: Settings): CookieSerializeOptions {
  return {
    path: '/api/sign-in/oidc',
    httpOnly: true,
    sameSite: 'lax',
    secure: settings.publicUrl.startsWith('https:'),
    maxAge: 600,
  };
}
