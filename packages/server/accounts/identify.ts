import { grantsInForce } from '@opora/domain/accounts/chosen-role.ts';
import { isSessionAlive, sessionTouchSeconds } from '@opora/domain/accounts/session-life.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Identify, ServerParts } from '../platform/server-parts.ts';
import { systemEntry } from '../platform/system-entry.ts';
import { write } from '../platform/transaction.ts';
import { sessionCookie, sessionId } from './session-cookie.ts';
import { findSignedIn, touchSession } from './session-queries.ts';

/** Finds the person of the session cookie with the roles in force; null when there is no living session. */
export function identifyBySession(parts: ServerParts): Identify {
  return async (request) => {
    const secret = request.cookies[sessionCookie];
    if (secret === undefined) return null;
    const id = sessionId(secret);
    const now = parts.clock();
    const found = await findSignedIn(parts.database, id, isoDateIn(now));
    if (found === undefined || !isSessionAlive(found.session, now)) return null;
    const { session, held } = found;
    const actor = { personId: session.personId, grants: grantsInForce(held, session.roleId) };
    if (now.getTime() - session.lastSeenAt.getTime() > sessionTouchSeconds * 1_000) {
      const operating = { name: 'touchSession', requestId: request.id, at: now };
      await write(parts.database, { ...systemEntry, personId: actor.personId }, operating, (tx) =>
        touchSession(tx, id, now),
      );
    }
    return { sessionId: id, stage: session.stage, actor };
  };
}
