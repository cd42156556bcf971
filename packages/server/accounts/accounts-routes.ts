import type { FastifyInstance } from 'fastify';
import { accountsContract } from '@opora/domain/accounts/accounts-contract.ts';
import { isoDateIn } from '../platform/clock.ts';
import { mount } from '../platform/mount.ts';
import type { Identify, ServerParts } from '../platform/server-parts.ts';
import { getMe } from './person-queries.ts';
import { sessionCookie, sessionCookieOptions } from './session-cookie.ts';
import { revokeSessions } from './session-queries.ts';
import { signIn } from './sign-in.ts';

export function mountAccounts(app: FastifyInstance, means: { parts: ServerParts; identify: Identify }): void {
  mount(app, means, accountsContract, {
    signIn: ({ body }, call) => signIn(body, call),
    signOut: async (_input, { tx, actor, sessionId, now, parts, reply }) => {
      await revokeSessions(tx, actor.personId, now, { only: sessionId });
      reply.clearCookie(sessionCookie, sessionCookieOptions(parts.settings));
      return {};
    },
    me: (_input, { tx, actor, now }) => getMe(tx, actor.personId, isoDateIn(now)),
  });
}
