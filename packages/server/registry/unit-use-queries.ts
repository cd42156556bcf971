import { sql } from 'kysely';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { type UnitUse, usesNamedMax } from '@opora/domain/registry/unit-use.ts';
import type { Db } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';

/** What of a unit's uses is asked for: what goes on after a day, or, with null, everything that ever referred to it. */
export type UsesAfter = string | null;

/** A later feature's own answer to the same question; the application hands it to the registry, which knows no later feature. */
export type ListLaterUses = (db: Db, unit: OrgUnit, after: UsesAfter) => Promise<UnitUse[]>;

/** A unit before and after a change of what is known of it. */
export type UnitChange = { readonly before: OrgUnit; readonly after: OrgUnit };

/** What a later feature does when units change, in the same transaction. */
export type FollowUnits = (
  by: Pick<Call, 'tx' | 'actor' | 'now' | 'parts' | 'afterCommit'>,
  changes: readonly UnitChange[],
) => Promise<void>;

export type FollowingCall = Parameters<FollowUnits>[0];

/** Names of what is in use, the first by name, and how many in all. */
export function namedUse(kind: UnitUse['kind'], names: readonly string[]): UnitUse[] {
  return names.length === 0 ? [] : [{ kind, count: names.length, names: names.slice(0, usesNamedMax) }];
}

export async function listUnitUses(db: Db, unit: OrgUnit, after: UsesAfter): Promise<UnitUse[]> {
  const below = await db
    .selectFrom('org_unit')
    .select('short_name as name')
    .where('parent_id', '=', unit.id)
    .$if(after !== null, (query) =>
      query.where((eb) => eb.or([eb('closed_on', 'is', null), eb('closed_on', '>', after)])),
    )
    .orderBy(sql`short_name collate by_number`)
    .execute();
  const people = await db
    .selectFrom('person')
    .select(sql<string>`surname || ' ' || given_name`.as('name'))
    .where('org_unit_id', '=', unit.id)
    .orderBy('name')
    .execute();
  const roles = await db
    .selectFrom('role_assignment as role')
    .innerJoin('person', 'person.id', 'role.person_id')
    .select(sql<string>`surname || ' ' || given_name`.as('name'))
    .where('role.org_unit_id', '=', unit.id)
    .$if(after !== null, (query) =>
      query.where((eb) => eb.or([eb('until_on', 'is', null), eb('until_on', '>', after)])),
    )
    .orderBy('name')
    .execute();
  return [
    ...namedUse(
      'below',
      below.map(({ name }) => name),
    ),
    ...namedUse(
      'person',
      people.map(({ name }) => name),
    ),
    ...namedUse(
      'role',
      roles.map(({ name }) => name),
    ),
    ...namedUse(
      'category',
      await periodNames(db, unit, after, { table: 'school_category', column: 'category' }),
    ),
    ...namedUse(
      'project',
      await periodNames(db, unit, after, { table: 'project_membership', column: 'project' }),
    ),
  ];
}

type PeriodTable =
  | { readonly table: 'school_category'; readonly column: 'category' }
  | { readonly table: 'project_membership'; readonly column: 'project' };

async function periodNames(
  db: Db,
  unit: OrgUnit,
  after: UsesAfter,
  { table, column }: PeriodTable,
): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select ${sql.id(column)} as name from ${sql.table(table)}
    where org_unit_id = ${unit.id}::uuid and (${after}::date is null or until_on is null or until_on > ${after}::date)
    order by name`.execute(db);
  return rows.map(({ name }) => name);
}
