import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { OrgUnit, OrgUnitKind } from '@opora/domain/registry/org-unit.ts';
import type { Db } from '../platform/database.ts';

/** Where the organisations and people of a plan stand in the tree. */
export type PartyScopes = {
  readonly units: ReadonlyMap<string, Pick<OrgUnit, 'scope' | 'kind'>>;
  readonly persons: ReadonlyMap<string, string>;
};

/** Refuses when one of them is not there or may not be seen: a foreign key alone would let an unseen school in. */
export async function getPartyScopes(
  db: Db,
  wanted: { readonly orgUnitIds: readonly string[]; readonly personIds: readonly string[] },
): Promise<PartyScopes> {
  const units = await db
    .selectFrom('org_unit')
    .select(['id', 'scope', 'kind'])
    .where('id', '=', (eb) => eb.fn.any(eb.val([...new Set(wanted.orgUnitIds)])))
    .execute();
  const persons = await db
    .selectFrom('person')
    .select(['id', 'scope'])
    .where('id', '=', (eb) => eb.fn.any(eb.val([...new Set(wanted.personIds)])))
    .execute();
  if (units.length < new Set(wanted.orgUnitIds).size || persons.length < new Set(wanted.personIds).size) {
    throw new Refusal('not-found');
  }
  return {
    // The column's check constraint holds the list of kinds.
    units: new Map(units.map((unit) => [unit.id, { scope: unit.scope, kind: unit.kind as OrgUnitKind }])),
    persons: new Map(persons.map((person) => [person.id, person.scope])),
  };
}
