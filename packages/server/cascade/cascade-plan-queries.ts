import { sql } from 'kysely';
import type { Db, Tx } from '../platform/database.ts';

/** Plans in force of a territory itself, not of what lies below it. */
export async function listOwnPlans(db: Db, scope: string): Promise<{ id: string; title: string }[]> {
  return db
    .selectFrom('plan')
    .select(['id', 'title'])
    .where('scope', '=', scope)
    .where('state', '=', 'in-force')
    .where('kind', '=', 'plan')
    .orderBy('act_on', (order) => order.desc().nullsLast())
    .orderBy('title')
    .execute();
}

/** Number and title of each activity in force, in the order of the plan. */
export async function listActivityNames(
  db: Db,
  planIds: readonly string[],
): Promise<{ id: string; planId: string; name: string }[]> {
  return db
    .selectFrom('activity')
    .select(['id', 'plan_id as planId', sql<string>`trim(printed_no || ' ' || title)`.as('name')])
    .where('plan_id', '=', sql<string>`any(${planIds}::uuid[])`)
    .where('removed_on', 'is', null)
    .orderBy('position')
    .execute();
}

/** The body whose acts the unit's plans are: the authority beside the schools of a municipality, else the unit itself. */
export async function findOwnBody(
  db: Db,
  unit: { readonly id: string; readonly name: string },
): Promise<{ id: string; name: string }> {
  const authority = await db
    .selectFrom('org_unit')
    .select(['id', 'name'])
    .where('parent_id', '=', unit.id)
    .where('kind', '=', 'authority')
    .where('closed_on', 'is', null)
    .orderBy('name')
    .limit(1)
    .executeTakeFirst();
  return authority ?? unit;
}

/** Two who draft answers of one unit come one after the other. */
export async function lockUnit(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom('org_unit').select('id').where('id', '=', id).forNoKeyUpdate().execute();
}

/** Parties of activities, each with whether what it means stands on the territory. */
export async function listPartiesAbove(
  db: Db,
  activityIds: readonly string[],
  territory: string,
): Promise<Map<string, { raw: string; isBelow: boolean }[]>> {
  const rows = await db
    .selectFrom('activity_party')
    .leftJoin('org_unit as unit', 'unit.id', 'activity_party.org_unit_id')
    .leftJoin('person', 'person.id', 'activity_party.person_id')
    .select(['activity_id', 'raw'])
    .select(
      sql<boolean>`coalesce(unit.scope, person.scope) operator(public.<@) ${territory}::public.ltree is true`.as(
        'isBelow',
      ),
    )
    .where('activity_id', '=', sql<string>`any(${activityIds}::uuid[])`)
    .orderBy('position')
    .execute();
  return Map.groupBy(rows, ({ activity_id: id }) => id);
}
