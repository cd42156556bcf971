import { type Insertable, sql } from 'kysely';
import { RequirementState } from '@opora/domain/cascade/requirement.ts';
import type { RequirementDecline as DeclineRow } from '../platform/database.gen.ts';
import type { Db, Tx } from '../platform/database.ts';

export type KnownDecline = {
  readonly id: string;
  readonly requirementId: string;
  readonly scope: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly reason: string;
  readonly at: Date;
  /** The requirement that was declined. */
  readonly seen: RequirementState;
};

const known = (db: Db) =>
  db
    .selectFrom('requirement_decline as decline')
    .innerJoin('org_unit as unit', 'unit.id', 'decline.unit_id')
    .select(['decline.id', 'decline.requirement_id', 'decline.scope', 'decline.unit_id', 'decline.reason'])
    .select(['decline.declined_at', 'decline.seen', 'unit.short_name'])
    .orderBy('unit.short_name')
    .orderBy('decline.id');

type KnownRow = Awaited<ReturnType<ReturnType<typeof known>['executeTakeFirstOrThrow']>>;

const present = (row: KnownRow): KnownDecline => ({
  id: row.id,
  requirementId: row.requirement_id,
  scope: row.scope,
  unitId: row.unit_id,
  unitName: row.short_name,
  reason: row.reason,
  at: row.declined_at,
  seen: RequirementState.parse(row.seen),
});

export async function listDeclinesOf(
  db: Db,
  requirementIds: readonly string[],
  unitId: string | null = null,
): Promise<KnownDecline[]> {
  const rows = await known(db)
    .where('decline.requirement_id', '=', sql<string>`any(${requirementIds}::uuid[])`)
    .$if(unitId !== null, (query) => query.where('decline.unit_id', '=', unitId))
    .execute();
  return rows.map(present);
}

export async function findDecline(db: Db, id: string): Promise<KnownDecline | undefined> {
  const row = await known(db).where('decline.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : present(row);
}

/** In the place of what the unit said before. */
export async function putDecline(tx: Tx, row: Insertable<DeclineRow>): Promise<void> {
  await deleteDeclines(tx, [row.requirement_id], row.unit_id);
  await tx.insertInto('requirement_decline').values(row).execute();
}

export async function deleteDecline(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('requirement_decline').where('id', '=', id).execute();
}

/** Whoever answers declines no more. */
export async function deleteDeclines(
  tx: Tx,
  requirementIds: readonly string[],
  unitId: string,
): Promise<void> {
  await tx
    .deleteFrom('requirement_decline')
    .where('requirement_id', '=', sql<string>`any(${requirementIds}::uuid[])`)
    .where('unit_id', '=', unitId)
    .execute();
}
