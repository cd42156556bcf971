import { createHash, randomBytes } from 'node:crypto';
import type { CookieSerializeOptions } from '@fastify/cookie';
import { sessionDays } from '@opora/domain/accounts/session-life.ts';
import type { Settings } from '../platform/settings.ts';

export const sessionCookie = 'opora_session';

/** A new secret for the cookie and the id under which the session is kept: the table never holds the secret itself. */
export function newSessionSecret(): { readonly secret: string; readonly id: string } {
  const secret = randomBytes(32).toString('base64url');
  return { secret, id: sessionId(secret) };
}

export function sessionId(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

export function sessionCookieOptions(settings: Settings): CookieSerializeOptions {
  return {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: settings.publicUrl.startsWith('https:'),
    maxAge: sessionDays * 86_400,
  };
}
