import type { FormulaValue } from '@opora/domain/indicators/formula.ts';
import type { SchoolFacts } from '@opora/domain/indicators/formula-reader.ts';
import { valueStates } from '@opora/domain/indicators/indicator-value.ts';
import {
  periodBefore,
  type PeriodCode,
  periodCode,
  periodOfCode,
} from '@opora/domain/indicators/report-period.ts';
import { z } from 'zod';
import type { Db } from '../platform/database.ts';
import { elementOf } from './element-value-queries.ts';
import type { RegisterSource } from './register-source.ts';

type Asked = {
  readonly orgUnitIds: readonly string[];
  readonly period: PeriodCode;
  /** How many periods back formulas look. */
  readonly periodsBackMax: number;
  readonly sources: readonly RegisterSource[];
  /** Indicators whose values are read. */
  readonly codes: readonly string[];
};

/** What formulas read of each school, over its values and the registers: one query for values, one for each register. */
export async function readSchoolFacts(
  db: Db,
  { orgUnitIds, period, periodsBackMax, sources, codes }: Asked,
): Promise<ReadonlyMap<string, SchoolFacts>> {
  const periods = periodsUpTo(period, periodsBackMax);
  const values = await readValues(db, { orgUnitIds, periods, codes });
  const counted = new Map<string, FormulaValue>();
  for (const source of sources)
    for (const one of await source.read(db, { orgUnitIds, periods }))
      counted.set(`${one.orgUnitId} ${one.period} ${one.path}`, one.value);
  return new Map(
    orgUnitIds.map((id) => [
      id,
      {
        indicator: (code, back) => values.get(`${id} ${periods[back] ?? ''} ${code}`) ?? null,
        register: (path, back) => counted.get(`${id} ${periods[back] ?? ''} ${path}`) ?? null,
      },
    ]),
  );
}

/** The period and those before it, the latest first. */
export function periodsUpTo(period: PeriodCode, back: number): readonly PeriodCode[] {
  const periods = [period];
  for (let step = 0; step < back; step += 1) {
    const before = periodBefore(periodOfCode(periods.at(-1) ?? period));
    if (before === null) break;
    periods.push(periodCode(before));
  }
  return periods;
}

async function readValues(
  db: Db,
  { orgUnitIds, periods, codes }: Pick<Asked, 'orgUnitIds' | 'codes'> & { periods: readonly PeriodCode[] },
): Promise<ReadonlyMap<string, FormulaValue>> {
  if (orgUnitIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('indicator_value')
    .select(['org_unit_id', 'period_code', 'indicator_code', 'state', 'amount', 'total'])
    .where('org_unit_id', '=', (eb) => eb.fn.any(eb.val([...orgUnitIds])))
    .where('period_code', 'in', periods)
    .where('indicator_code', '=', (eb) => eb.fn.any(eb.val([...codes])))
    .execute();
  return new Map(
    rows.map(({ org_unit_id: id, period_code: at, indicator_code: code, amount, total, ...row }) => {
      const state = z.enum(valueStates).parse(row.state);
      return [`${id} ${at} ${code}`, elementOf(state, amount, total)];
    }),
  );
}
