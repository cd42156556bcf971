import { isoDateIn } from '../platform/clock.ts';
import type { Identify, ServerParts } from '../platform/server-parts.ts';
import { systemEntry } from '../platform/system-entry.ts';
import { read } from '../platform/transaction.ts';
import { sessionCookie, sessionId } from './session-cookie.ts';
import { findSession, listGrants } from './session-queries.ts';

/** Finds the person of the session cookie with the roles in force today; null when there is no living session. */
export function identifyBySession(parts: ServerParts): Identify {
  return async (request) => {
    const secret = request.cookies[sessionCookie];
    if (secret === undefined) return null;
    const id = sessionId(secret);
    const now = parts.clock();
    return read(parts.database, systemEntry, async (db) => {
      const session = await findSession(db, id);
      if (session === undefined || session.revokedAt !== null || session.expiresAt <= now) return null;
      if (!session.secondFactorPassed) return null;
      const grants = await listGrants(db, session.personId, isoDateIn(now));
      return { sessionId: id, actor: { personId: session.personId, grants } };
    });
  };
}
