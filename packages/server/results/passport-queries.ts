import { sql } from 'kysely';
import { PassportCode, type PassportValue } from '@opora/domain/results/social-passport.ts';
import type { Db, Tx } from '../platform/database.ts';
import { inBatches } from '../platform/in-batches.ts';

// The passport of a school is values of its indicators X01 to X19 for a school year, however they came: by a form, a file or this feature.

export type KeptPassportValue = PassportValue & { readonly orgUnitId: string; readonly scope: string };

type PassportFilter = { readonly schoolIds: readonly string[]; readonly variables: readonly PassportCode[] };

/** Values of a school year, all or only those, as far as row security shows them; one without its total says nothing about a context. */
export async function listPassportValues(
  db: Db,
  schoolYearStart: number,
  only?: PassportFilter,
): Promise<KeptPassportValue[]> {
  const rows = await db
    .selectFrom('indicator_value')
    .select(['org_unit_id', 'scope', 'indicator_code', 'amount', 'total'])
    .where('period_code', '=', schoolYearCode(schoolYearStart))
    .where('indicator_code', '~', '^X')
    .where('total', '>', 0)
    .$if(only !== undefined, (query) =>
      query
        .where('org_unit_id', '=', sql<string>`any(${only?.schoolIds}::uuid[])`)
        .where('indicator_code', '=', sql<string>`any(${only?.variables})`),
    )
    .orderBy('org_unit_id')
    .orderBy('indicator_code')
    .execute();
  return rows.flatMap(({ org_unit_id: orgUnitId, scope, indicator_code: code, amount, total }) => {
    const variable = PassportCode.safeParse(code);
    if (!variable.success || amount === null || total === null) return [];
    return [{ orgUnitId, scope, variable: variable.data, count: Number(amount), total: Number(total) }];
  });
}

/** As `domain/indicators/report-period.ts` writes it. */
const schoolYearCode = (start: number): string => `SY${start}`;

type Said = KeptPassportValue & { readonly id: string };
type By = { readonly schoolYearStart: number; readonly personId: string; readonly at: Date };

/** Puts values in, over what was said before. */
export async function putPassportValues(
  tx: Tx,
  values: readonly Said[],
  { schoolYearStart, personId, at }: By,
): Promise<void> {
  const rows = values.map(({ id, orgUnitId, scope, variable, count, total }) => ({
    id,
    org_unit_id: orgUnitId,
    scope,
    period_code: schoolYearCode(schoolYearStart),
    indicator_code: variable,
    definition_version: 1,
    state: 'given',
    amount: count,
    total,
    typed: null,
    source: 'file',
    submission_id: null,
    made_by: personId,
    made_at: at,
    version: 1,
  }));
  await inBatches(rows, (batch) =>
    tx
      .insertInto('indicator_value')
      .values([...batch])
      .onConflict((conflict) =>
        conflict.constraint('indicator_value_once').doUpdateSet({
          state: 'given',
          amount: sql.ref('excluded.amount'),
          total: sql.ref('excluded.total'),
          typed: null,
          source: 'file',
          made_by: personId,
          made_at: at,
          version: sql`indicator_value.version + 1`,
        }),
      )
      .execute(),
  );
}

/** Which of these schools have sent a form with such values: what has left the school is not changed behind its back. */
export async function listSentPassports(
  tx: Tx,
  orgUnitIds: readonly string[],
  schoolYearStart: number,
): Promise<string[]> {
  if (orgUnitIds.length === 0) return [];
  const rows = await tx
    .selectFrom('indicator_value')
    .innerJoin('submission', 'submission.id', 'indicator_value.submission_id')
    .select('indicator_value.org_unit_id')
    .distinct()
    .where('indicator_value.org_unit_id', '=', sql<string>`any(${orgUnitIds}::uuid[])`)
    .where('indicator_value.period_code', '=', schoolYearCode(schoolYearStart))
    .where('indicator_value.indicator_code', '~', '^X')
    .where('submission.stage', '<>', 'school')
    .execute();
  return rows.map((row) => row.org_unit_id);
}

export async function deletePassportValues(
  tx: Tx,
  orgUnitId: string,
  schoolYearStart: number,
  variables: readonly PassportCode[],
): Promise<void> {
  if (variables.length === 0) return;
  await tx
    .deleteFrom('indicator_value')
    .where('org_unit_id', '=', orgUnitId)
    .where('period_code', '=', schoolYearCode(schoolYearStart))
    .where('indicator_code', 'in', variables)
    .execute();
}
