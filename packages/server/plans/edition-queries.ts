import type { Insertable } from 'kysely';
import type { Edition } from '@opora/domain/plans/edition.ts';
import { PlanDefinition } from '@opora/domain/plans/plan-definition.ts';
import type { PlanEdition as EditionRow } from '../platform/database.gen.ts';
import type { Db, Tx } from '../platform/database.ts';
import { personName } from './person-name.ts';

/** The newest first. */
export async function listEditionsOf(db: Db, planId: string): Promise<Edition[]> {
  const rows = await db
    .selectFrom('plan_edition')
    .leftJoin('person as author', 'author.id', 'plan_edition.approved_by_id')
    .select([
      'plan_edition.id',
      'number',
      'act_type',
      'act_number',
      'act_on',
      'act_authority',
      'in_force_on',
      'reasons',
    ])
    .select(['approved_at', personName('author').as('approved_by')])
    .where('plan_id', '=', planId)
    .orderBy('number', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    actType: row.act_type,
    actNumber: row.act_number,
    actOn: row.act_on,
    actAuthority: row.act_authority,
    inForceOn: row.in_force_on,
    reasons: row.reasons,
    approvedBy: row.approved_by,
    approvedAt: row.approved_at.toISOString(),
  }));
}

/** Undefined when there is no such edition or the plan may not be seen. */
export async function findPlanOfEdition(db: Db, editionId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('plan_edition')
    .select('plan_id')
    .where('id', '=', editionId)
    .executeTakeFirst();
  return row?.plan_id;
}

/** Null for the edition in force, whose definition is the plan itself. */
export async function findKeptDefinition(
  db: Db,
  planId: string,
  number: number,
): Promise<PlanDefinition | null> {
  const row = await db
    .selectFrom('plan_edition')
    .select('definition')
    .where('plan_id', '=', planId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row === undefined || row.definition === null ? null : PlanDefinition.parse(row.definition);
}

export async function insertEdition(tx: Tx, row: Insertable<EditionRow>): Promise<void> {
  await tx.insertInto('plan_edition').values(row).execute();
}

/** The edition is about to be replaced: it keeps what it was. */
export async function keepDefinition(
  tx: Tx,
  planId: string,
  number: number,
  definition: PlanDefinition,
): Promise<void> {
  await tx
    .updateTable('plan_edition')
    .set({ definition: JSON.stringify(definition) })
    .where('plan_id', '=', planId)
    .where('number', '=', number)
    .execute();
}

/** From which day the plan is what its last amendment made it; null: it was never amended. */
export async function findAmendedOn(db: Db, planId: string): Promise<string | null> {
  const row = await db
    .selectFrom('plan_edition')
    .select('in_force_on')
    .where('plan_id', '=', planId)
    .where('number', '>', 1)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.in_force_on ?? null;
}
