import { sql } from 'kysely';
import type { FormulaValue } from '@opora/domain/indicators/formula.ts';
import { valueStates } from '@opora/domain/indicators/indicator-value.ts';
import type { PeriodCode } from '@opora/domain/indicators/report-period.ts';
import { z } from 'zod';
import type { Db } from '../platform/database.ts';

/** Values that formulas read, of one school by period and code. */
export type SchoolElements = {
  readonly scope: string;
  readonly value: (period: PeriodCode, code: string) => FormulaValue | null;
};

type ElementFilter = {
  readonly codes: readonly string[];
  readonly periods: readonly PeriodCode[];
  /** Null: of all schools. */
  readonly orgUnitIds: readonly string[] | null;
};

const Values = z.array(
  z.tuple([z.string(), z.string(), z.enum(valueStates), z.number().nullable(), z.number().nullable()]),
);

/** Values that count above the school, as in `listIndicatorSums`; one row a school, for a region has thousands of values. */
export async function listElementValues(
  db: Db,
  { codes, periods, orgUnitIds }: ElementFilter,
): Promise<SchoolElements[]> {
  if (codes.length === 0 || periods.length === 0) return [];
  const ofSchools =
    orgUnitIds === null ? sql`` : sql`and value.org_unit_id = any(${[...orgUnitIds]}::uuid[])`;
  const { rows } = await sql<{ scope: string; values: unknown }>`
    select value.scope::text as scope,
      json_agg(json_build_array(value.period_code, value.indicator_code, value.state, value.amount, value.total)) as values
    from indicator_value as value left join submission on submission.id = value.submission_id
    where value.period_code = any(${[...periods]}::text[]) and value.indicator_code = any(${[...codes]}::text[])
      and (value.submission_id is null or submission.stage <> 'school') ${ofSchools}
    group by value.scope`.execute(db);
  return rows.map(({ scope, values }) => {
    const known = new Map(
      Values.parse(values).map(([period, code, state, amount, total]) => [
        `${period} ${code}`,
        elementOf(state, amount, total),
      ]),
    );
    return { scope, value: (period, code) => known.get(`${period} ${code}`) ?? null };
  });
}

export function elementOf(
  state: (typeof valueStates)[number],
  amount: number | null,
  total: number | null,
): FormulaValue {
  if (state !== 'given') return { state };
  return amount === null ? { state: 'unreadable' } : { state, amount, total };
}
