import { type Selectable, sql } from 'kysely';
import { formatFullName } from '@opora/domain/basics/format.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { OrgUnit, OrgUnitKind } from '@opora/domain/registry/org-unit.ts';
import type { PartyOption } from '@opora/domain/plans/party-choice.ts';
import type { ActivityParty as PartyRow } from '../platform/database.gen.ts';
import type { Db, Tx } from '../platform/database.ts';
import type { Patterns } from '../registry/search-patterns.ts';

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

/** Parties of the plan's activities that were not taken out. */
export async function listPlanParties(db: Db, planId: string): Promise<Selectable<PartyRow>[]> {
  return db
    .selectFrom('activity_party')
    .innerJoin('activity', 'activity.id', 'activity_party.activity_id')
    .selectAll('activity_party')
    .where('activity_party.plan_id', '=', planId)
    .where('activity.removed_on', 'is', null)
    .execute();
}

export async function setParties(
  tx: Tx,
  ids: readonly string[],
  meaning: { readonly orgUnitId: string | null; readonly personId: string | null },
): Promise<void> {
  await tx
    .updateTable('activity_party')
    .set({ org_unit_id: meaning.orgUnitId, person_id: meaning.personId })
    .where('id', 'in', ids)
    .execute();
}

const foundMax = 10;

/** Organisations and people, of each the first that the words find. */
export async function findParties(
  db: Db,
  { longest, all }: Patterns,
): Promise<{ unitIds: string[]; personIds: string[] }> {
  const units = sql<{ id: string }>`select id from find_org_units(${longest}, ${all}, ${foundMax})`;
  const people = sql<{ id: string }>`select id from find_people(${longest}, ${all}, ${foundMax})`;
  return {
    unitIds: (await units.execute(db)).rows.map(({ id }) => id),
    personIds: (await people.execute(db)).rows.map(({ id }) => id),
  };
}

/** In words, in the order of the ids; what is closed or may not be seen is left out. */
export async function describeParties(
  db: Db,
  { unitIds, personIds }: { readonly unitIds: readonly string[]; readonly personIds: readonly string[] },
): Promise<PartyOption[]> {
  const units = await db
    .selectFrom('org_unit as unit')
    .leftJoin('org_unit as above', 'above.id', 'unit.parent_id')
    .select(['unit.id', 'unit.name', 'above.short_name as place'])
    .where('unit.id', '=', (eb) => eb.fn.any(eb.val([...unitIds])))
    .where('unit.closed_on', 'is', null)
    .execute();
  const people = await db
    .selectFrom('person')
    .innerJoin('org_unit as unit', 'unit.id', 'person.org_unit_id')
    .select(['person.id', 'surname', 'given_name as givenName', 'patronymic', 'post'])
    .select('unit.short_name as unitName')
    .where('person.id', '=', (eb) => eb.fn.any(eb.val([...personIds])))
    .execute();
  const options = [
    ...units.map(({ id, name, place }) => ({ choice: { kind: 'unit' as const, id }, name, place })),
    ...people.map(({ id, post, unitName, ...name }) => ({
      choice: { kind: 'person' as const, id },
      name: formatFullName(name),
      place: post === null ? unitName : `${post}, ${unitName}`,
    })),
  ];
  const order = [...unitIds, ...personIds];
  return options.sort((one, other) => order.indexOf(one.choice.id) - order.indexOf(other.choice.id));
}
