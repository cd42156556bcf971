import type { Me } from '@opora/domain/accounts/accounts-contract.ts';
import { grantsInForce } from '@opora/domain/accounts/chosen-role.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { SelfCall } from '../platform/mount.ts';
import { findPerson, getUnitName, listNamedGrants } from './person-queries.ts';
import { findSession } from './session-queries.ts';
import { findAccount } from './sign-in-queries.ts';
import { readAsSystem } from './visitor.ts';

/** The signed-in person herself. */
export function getMe(call: SelfCall): Promise<Me> {
  const { personId } = call.actor;
  return readAsSystem(call, async (db) => {
    const person = await findPerson(db, personId);
    if (person === undefined) throw new Refusal('not-signed-in');
    const account = await findAccount(db, personId);
    const held = await listNamedGrants(db, personId, isoDateIn(call.now));
    const session = await findSession(db, call.sessionId);
    const { surname, givenName, patronymic, email, language } = person;
    return {
      personId,
      surname,
      givenName,
      patronymic,
      email,
      language,
      orgUnitName: await getUnitName(db, person.orgUnitId),
      grants: [...grantsInForce(held, session?.roleId ?? null)],
      held,
      hasSecondFactor: account?.hasSecondFactor ?? false,
      hasPassword: typeof account?.passwordHash === 'string',
    };
  });
}
