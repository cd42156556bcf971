import type { Actor } from '@opora/domain/basics/actor.ts';
import { isWithin } from '@opora/domain/basics/actor.ts';
import type { ScopedThing } from '@opora/domain/basics/can.ts';
import { isSchool, type OrgUnit } from '@opora/domain/registry/org-unit.ts';

/** Tells schools in which the actor holds a role herself from those that she sees from above: small counts are for the former. */
export function ownSchools(actor: Actor, units: readonly OrgUnit[]): (thing: ScopedThing) => boolean {
  const schools = new Set(units.filter(isSchool).map(({ scope }) => scope));
  const own = actor.grants.map(({ scope }) => scope).filter((scope) => schools.has(scope));
  return ({ scope }) => own.some((node) => isWithin(scope, node));
}
