import { sql } from 'kysely';
import type { Db } from '../platform/database.ts';

type Size = {
  readonly orgUnitId: string;
  readonly period: string;
  readonly code: string;
  readonly size: number;
  readonly schoolsMax: number;
};

/** Schools nearest in size, between half and twice as large, whose forms have left them or that never had one. */
export async function listLikeSchools(
  db: Db,
  { orgUnitId, period, code, size, schoolsMax }: Size,
): Promise<string[]> {
  const rows = await db
    .selectFrom('indicator_value as value')
    .leftJoin('submission as form', 'form.id', 'value.submission_id')
    .select('value.org_unit_id')
    .where('value.period_code', '=', period)
    .where('value.indicator_code', '=', code)
    .where('value.org_unit_id', '<>', orgUnitId)
    .where('value.state', '=', 'given')
    .where('value.amount', '>=', size / 2)
    .where('value.amount', '<=', size * 2)
    .where((eb) => eb.or([eb('form.id', 'is', null), eb('form.stage', '<>', 'school')]))
    .orderBy(sql`abs(value.amount - ${size}::numeric)`)
    .orderBy('value.org_unit_id')
    .limit(schoolsMax)
    .execute();
  return rows.map((row) => row.org_unit_id);
}

type ComparedValue = { readonly code: string; readonly amount: number | null; readonly total: number | null };

type Asked = {
  readonly schoolIds: readonly string[];
  readonly period: string;
  readonly codes: readonly string[];
};

/**
 * Given values, without whose they are: for comparing alone. School by school: a few schools are looked up in the index of schools, where a list of ids has the
 * whole period of the region read.
 */
export async function listValuesOfSchools(
  db: Db,
  { schoolIds, period, codes }: Asked,
): Promise<ComparedValue[]> {
  if (schoolIds.length === 0 || codes.length === 0) return [];
  const { rows } = await sql<ComparedValue>`
    select value.code, value.amount, value.total
    from unnest(${schoolIds}::uuid[]) as school(id)
    cross join lateral (
      select indicator_code as code, amount, total from indicator_value
      where org_unit_id = school.id and period_code = ${period} and indicator_code = any(${codes}::text[]) and state = 'given'
      offset 0
    ) as value`.execute(db);
  return rows;
}
