import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { TargetFields } from '@opora/domain/indicators/dynamics-contract.ts';
import type { Db, Tx } from '../platform/database.ts';

export type SetTarget = {
  readonly period: string;
  readonly code: string;
  readonly amount: number;
  readonly total: number | null;
  readonly source: string;
};

/** Of the unit and everything above it; the nearest first. */
export async function listTargets(db: Db, scope: string): Promise<SetTarget[]> {
  const rows = await db
    .selectFrom('indicator_target')
    .select(['period_code', 'indicator_code', 'amount', 'total', 'source'])
    .where(sql<boolean>`scope operator(public.@>) ${scope}::public.ltree`)
    .orderBy(sql`public.nlevel(scope)`, 'desc')
    .execute();
  return rows.map((row) => ({
    period: row.period_code,
    code: row.indicator_code,
    amount: Number(row.amount),
    total: row.total === null ? null : Number(row.total),
    source: row.source,
  }));
}

type By = { readonly scope: string; readonly personId: string; readonly at: Date };

/** Refuses with `changed-meanwhile` when somebody else set or removed it since it was read. */
export async function putTarget(
  tx: Tx,
  { version, ...target }: TargetFields,
  { scope, personId, at }: By,
): Promise<void> {
  const said = {
    amount: target.amount,
    total: target.total,
    source: target.source,
    made_by: personId,
    made_at: at,
    version: version + 1,
  };
  if (version === 0) {
    const made = await tx
      .insertInto('indicator_target')
      .values({
        id: randomUUID(),
        org_unit_id: target.orgUnitId,
        scope,
        period_code: target.period,
        indicator_code: target.indicator,
        ...said,
      })
      .onConflict((conflict) => conflict.constraint('indicator_target_once').doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows !== 1n) throw new Refusal('changed-meanwhile');
    return;
  }
  const changed = await tx
    .updateTable('indicator_target')
    .set(said)
    .where('org_unit_id', '=', target.orgUnitId)
    .where('period_code', '=', target.period)
    .where('indicator_code', '=', target.indicator)
    .where('version', '=', version)
    .executeTakeFirst();
  if (changed.numUpdatedRows !== 1n) throw new Refusal('changed-meanwhile');
}

type TargetKey = Pick<TargetFields, 'orgUnitId' | 'period' | 'indicator'>;

/** Of the unit itself. */
export async function findTarget(
  db: Db,
  { orgUnitId, period, indicator }: TargetKey,
): Promise<(SetTarget & { readonly version: number }) | undefined> {
  const row = await db
    .selectFrom('indicator_target')
    .select(['amount', 'total', 'source', 'version'])
    .where('org_unit_id', '=', orgUnitId)
    .where('period_code', '=', period)
    .where('indicator_code', '=', indicator)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { amount, total, source, version } = row;
  return {
    period,
    code: indicator,
    amount: Number(amount),
    total: total === null ? null : Number(total),
    source,
    version,
  };
}

/** Refuses with `changed-meanwhile` like `putTarget`. */
export async function deleteTarget(
  tx: Tx,
  { orgUnitId, period, indicator, version }: TargetKey & Pick<TargetFields, 'version'>,
): Promise<void> {
  const { numDeletedRows } = await tx
    .deleteFrom('indicator_target')
    .where('org_unit_id', '=', orgUnitId)
    .where('period_code', '=', period)
    .where('indicator_code', '=', indicator)
    .where('version', '=', version)
    .executeTakeFirst();
  if (numDeletedRows !== 1n) throw new Refusal('changed-meanwhile');
}
