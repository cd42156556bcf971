import { sql } from 'kysely';
import { PassportCode, type PassportValue } from '@opora/domain/results/social-passport.ts';
import type { Db, Tx } from '../platform/database.ts';
import { inBatches } from '../platform/in-batches.ts';

export type KeptPassportValue = PassportValue & { readonly orgUnitId: string; readonly scope: string };

/** Values of a school year as far as row security shows them. */
export async function listPassportValues(db: Db, schoolYearStart: number): Promise<KeptPassportValue[]> {
  const rows = await db
    .selectFrom('social_passport')
    .select(['org_unit_id', 'scope', 'variable', 'count', 'total'])
    .where('school_year_start', '=', schoolYearStart)
    .orderBy('org_unit_id')
    .orderBy('variable')
    .execute();
  return rows.map(({ org_unit_id: orgUnitId, variable, ...row }) => ({
    ...row,
    orgUnitId,
    variable: PassportCode.parse(variable),
  }));
}

type Said = KeptPassportValue & { readonly id: string };
type By = { readonly schoolYearStart: number; readonly personId: string; readonly at: Date };

/** Puts values in, over what was said before. */
export async function putPassportValues(
  tx: Tx,
  values: readonly Said[],
  { schoolYearStart, personId, at }: By,
): Promise<void> {
  const rows = values.map(({ orgUnitId, ...value }) => ({
    ...value,
    org_unit_id: orgUnitId,
    school_year_start: schoolYearStart,
    made_by: personId,
    made_at: at,
  }));
  await inBatches(rows, (batch) =>
    tx
      .insertInto('social_passport')
      .values([...batch])
      .onConflict((conflict) =>
        conflict.constraint('social_passport_once').doUpdateSet({
          count: sql.ref('excluded.count'),
          total: sql.ref('excluded.total'),
          made_by: personId,
          made_at: at,
        }),
      )
      .execute(),
  );
}

export async function deletePassportValues(
  tx: Tx,
  orgUnitId: string,
  schoolYearStart: number,
  variables: readonly PassportCode[],
): Promise<void> {
  if (variables.length === 0) return;
  await tx
    .deleteFrom('social_passport')
    .where('org_unit_id', '=', orgUnitId)
    .where('school_year_start', '=', schoolYearStart)
    .where('variable', 'in', variables)
    .execute();
}
