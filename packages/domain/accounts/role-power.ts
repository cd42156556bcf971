import { type Actor, isWithin, type Role, type ScopePath } from '../basics/actor.ts';

/** Roles that may give roles, and which: their own and weaker ones, on their own node and below it. */
const gives: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  administrator: [
    'administrator',
    'regional-coordinator',
    'municipal-coordinator',
    'methodologist',
    'curator',
    'school-director',
    'school-coordinator',
    'observer',
  ],
  'regional-coordinator': [
    'regional-coordinator',
    'municipal-coordinator',
    'methodologist',
    'curator',
    'school-director',
    'school-coordinator',
    'observer',
  ],
  'municipal-coordinator': [
    'municipal-coordinator',
    'methodologist',
    'curator',
    'school-director',
    'school-coordinator',
    'observer',
  ],
};

type HeldRole = { readonly role: Role; readonly scope: ScopePath };

/** May the actor give this role on this node, or take it away? */
export function mayGive(actor: Actor, held: HeldRole): boolean {
  return actor.grants.some(
    (grant) => gives[grant.role]?.includes(held.role) === true && isWithin(held.scope, grant.scope),
  );
}

/**
 * May the actor change how this person signs in: her address, a link to set her password, her sessions? Whoever can do that can act as
 * her, so all her roles, wherever they are held, must be such as the actor could give.
 */
export function mayManageAccount(
  actor: Actor,
  person: { readonly scope: ScopePath; readonly roles: readonly HeldRole[] },
): boolean {
  const works = actor.grants.some(
    (grant) => gives[grant.role] !== undefined && isWithin(person.scope, grant.scope),
  );
  return works && person.roles.every((held) => mayGive(actor, held));
}
