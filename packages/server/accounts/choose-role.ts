import { Refusal } from '@opora/domain/basics/refusal.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { SelfCall } from '../platform/mount.ts';
import { listGrants, setSessionRole } from './session-queries.ts';
import { asSystem } from './visitor.ts';

/** From now on this session has one of the person's roles, or with null all of them. It never has more than she holds. */
export async function chooseRole(call: SelfCall, roleId: string | null): Promise<void> {
  await asSystem(call, async (tx) => {
    const held = await listGrants(tx, call.actor.personId, isoDateIn(call.now));
    if (roleId !== null && held.every(({ id }) => id !== roleId)) throw new Refusal('not-found');
    await setSessionRole(tx, call.sessionId, roleId);
  });
}
