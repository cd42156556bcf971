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

type Asked = {
  readonly schoolIds: readonly string[];
  readonly period: string;
  readonly codes: readonly string[];
};

/** Given values with the ids of their schools, which are for comparing alone. */
export async function listValuesOfSchools(db: Db, { schoolIds, period, codes }: Asked) {
  if (schoolIds.length === 0) return [];
  const rows = await db
    .selectFrom('indicator_value')
    .select(['org_unit_id', 'indicator_code', 'amount', 'total'])
    .where('org_unit_id', 'in', schoolIds)
    .where('period_code', '=', period)
    .where('indicator_code', 'in', codes)
    .where('state', '=', 'given')
    .execute();
  return rows.map(({ org_unit_id: orgUnitId, indicator_code: code, amount, total }) => ({
    orgUnitId,
    code,
    amount,
    total,
  }));
}
