import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
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

export async function putTarget(tx: Tx, target: TargetFields, { scope, personId, at }: By): Promise<void> {
  const said = {
    amount: target.amount,
    total: target.total,
    source: target.source,
    made_by: personId,
    made_at: at,
  };
  await tx
    .insertInto('indicator_target')
    .values({
      id: randomUUID(),
      org_unit_id: target.orgUnitId,
      scope,
      period_code: target.period,
      indicator_code: target.indicator,
      version: 1,
      ...said,
    })
    .onConflict((conflict) =>
      conflict
        .constraint('indicator_target_once')
        .doUpdateSet({ ...said, version: sql<number>`indicator_target.version + 1` }),
    )
    .execute();
}
