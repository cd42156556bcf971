import { sql } from 'kysely';
import type { Db } from '../platform/database.ts';

const anyOf = (ids: readonly string[]) => sql<string>`any(${ids}::uuid[])`;

/** Organisations at these nodes, and the authorities that stand right below them. */
export async function findUnitsAt(
  db: Db,
  scopes: readonly string[],
): Promise<{ id: string; scope: string }[]> {
  return db
    .selectFrom('org_unit')
    .select(['id', 'scope'])
    .where((eb) =>
      eb.or([
        eb('scope', '=', sql<string>`any(${scopes}::public.ltree[])`),
        eb.and([
          eb('kind', '=', 'authority'),
          sql<boolean>`public.subpath(scope, 0, -1) = any(${scopes}::public.ltree[])`,
        ]),
      ]),
    )
    .execute();
}

/** Ids of these nodes' organisations and of all below them. */
export async function findUnitsBelow(db: Db, scopes: readonly string[]): Promise<string[]> {
  if (scopes.length === 0) return [];
  const rows = await db
    .selectFrom('org_unit')
    .select('id')
    .where(sql<boolean>`scope <@ any(${scopes}::public.ltree[])`)
    .execute();
  return rows.map((row) => row.id);
}

/** Ids of the activities whose responsible is one of the organisations or the person. */
export async function findNamedIn(
  db: Db,
  { personId, unitIds }: { readonly personId: string; readonly unitIds: readonly string[] },
): Promise<string[]> {
  const rows = await db
    .selectFrom('activity_party')
    .select('activity_id')
    .distinct()
    .where((eb) => eb.or([eb('org_unit_id', '=', anyOf(unitIds)), eb('person_id', '=', personId)]))
    .execute();
  return rows.map((row) => row.activity_id);
}

export async function findPlansOfOwners(db: Db, unitIds: readonly string[]): Promise<string[]> {
  if (unitIds.length === 0) return [];
  const rows = await db.selectFrom('plan').select('id').where('owner_unit_id', '=', anyOf(unitIds)).execute();
  return rows.map(({ id }) => id);
}

export async function findPlansControlledBy(db: Db, personId: string): Promise<string[]> {
  const rows = await db.selectFrom('plan').select('id').where('controller_id', '=', personId).execute();
  return rows.map(({ id }) => id);
}
