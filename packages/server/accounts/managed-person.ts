import type { Assignment } from '@opora/domain/accounts/role-term.ts';
import { rolesNotOver } from '@opora/domain/accounts/role-term.ts';
import type { Person } from '@opora/domain/accounts/person.ts';
import { mayManageAccount } from '@opora/domain/accounts/role-power.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Call } from '../platform/mount.ts';
import { entryOf, withWholeRegion } from '../platform/transaction.ts';
import { findPerson } from './person-queries.ts';
import { listAssignments } from './role-queries.ts';

/** The person, when the actor may change how she signs in; all her roles count, also those the actor cannot see. */
export async function getManagedPerson(call: Call, personId: string): Promise<Person> {
  const person = await findPerson(call.tx, personId);
  if (person === undefined) throw new Refusal('not-found');
  call.allow('people.manage', person);
  const roles = rolesNotOver(await allAssignments(call, personId), isoDateIn(call.now));
  if (!mayManageAccount(call.actor, { scope: person.scope, roles })) {
    throw new Refusal('accounts-role-too-strong');
  }
  return person;
}

/** Every role of the person, wherever it is held. */
export function allAssignments(call: Call, personId: string): Promise<Assignment[]> {
  return withWholeRegion(call.tx, call.parts.database, entryOf(call.actor), (db) =>
    listAssignments(db, personId),
  );
}
