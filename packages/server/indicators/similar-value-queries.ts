import { sql } from 'kysely';
import type { Db } from '../platform/database.ts';

const schoolsMax = 40;

type Size = {
  readonly orgUnitId: string;
  readonly period: string;
  readonly code: string;
  readonly size: number;
};

/** Schools nearest in size, between half and twice as large, whose forms have left them or that never had one. */
export async function listLikeSchools(db: Db, { orgUnitId, period, code, size }: Size): Promise<string[]> {
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

/** Given values, nameless. */
export async function listValuesOfSchools(db: Db, { schoolIds, period, codes }: Asked) {
  if (schoolIds.length === 0) return [];
  const rows = await db
    .selectFrom('indicator_value')
    .select(['indicator_code', 'amount', 'total'])
    .where('org_unit_id', 'in', schoolIds)
    .where('period_code', '=', period)
    .where('indicator_code', 'in', codes)
    .where('state', '=', 'given')
    .execute();
  return rows.map(({ indicator_code: code, amount, total }) => ({ code, amount, total }));
}
