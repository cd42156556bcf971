import { sql } from 'kysely';
import {
  periodCode,
  type PeriodCode,
  periodDates,
  periodOfCode,
} from '@opora/domain/indicators/report-period.ts';
import type { RegisterSum, SummedRegister } from '../indicators/register-source.ts';
import type { Db } from '../platform/database.ts';

type Counted = {
  readonly scope: string;
  readonly orgUnitId: string | null;
  readonly period: PeriodCode;
  readonly code: string;
  readonly asked: number;
  readonly done: number;
};

type Asked = {
  readonly codes: readonly string[] | null;
  readonly periods: readonly PeriodCode[];
  readonly by: readonly string[] | 'territory';
  readonly today: string;
};

/**
 * Schools by the indicator of an activity: asked are those with a term of it that lies in the period and has come or was accepted, done are those of them with an accepted one. What is to
 * come and what was cancelled is not asked.
 */
async function countSchools(db: Db, { codes, periods, by, today }: Asked): Promise<Counted[]> {
  const dates = periods.map((code) => periodDates(periodOfCode(code)));
  const isBySchool = by !== 'territory';
  const unit = isBySchool ? sql`instance.scope` : sql`public.subpath(instance.scope, 0, 2)`;
  const school = isBySchool ? sql`instance.school_id` : sql`null::uuid`;
  const { rows } = await sql<Counted>`
    select ${unit}::text as scope, ${school} as "orgUnitId", asked_for.period, activity.indicator_code as code,
      count(distinct instance.school_id)::int as asked,
      count(distinct instance.school_id) filter (where instance.state = 'accepted')::int as done
    from unnest(${periods}::text[], ${dates.map(({ start }) => start)}::date[], ${dates.map(({ end }) => end)}::date[])
      as asked_for (period, starts_on, ends_on)
    join activity on activity.indicator_code is not null and activity.removed_on is null
      ${codes === null ? sql`` : sql`and activity.indicator_code = any(${codes}::text[])`}
    join instance on instance.activity_id = activity.id and instance.school_id is not null
      and instance.due_on between asked_for.starts_on and asked_for.ends_on
      ${isBySchool ? sql`and instance.school_id = any(${by}::uuid[])` : sql``}
    where instance.state = 'accepted' or (
      instance.state <> 'cancelled' and (coalesce(instance.starts_on, ${today}::date) <= ${today}::date or instance.due_on <= ${today}::date)
    )
    group by 1, 2, 3, 4`.execute(db);
  return rows;
}

const valuesOf = ({ scope, period, code, asked, done }: Counted): RegisterSum[] => [
  { scope, period, path: `plan.${code}.asked`, amount: asked },
  { scope, period, path: `plan.${code}.done`, amount: done },
];

const codesOf = (paths: readonly string[]): string[] => [
  ...new Set(paths.flatMap((path) => path.split('.')[1] ?? [])),
];

/** How plans are carried out, in counts of schools. */
export const plansSource: SummedRegister = {
  read: async (db, { orgUnitIds, periods, today }) =>
    orgUnitIds.length === 0
      ? []
      : (await countSchools(db, { codes: null, periods, by: orgUnitIds, today })).flatMap((counted) =>
          valuesOf(counted).map(({ path, amount }) => ({
            orgUnitId: counted.orgUnitId ?? '',
            period: counted.period,
            path,
            value: { state: 'given' as const, amount, total: null },
          })),
        ),
  sum: async (db, { paths, ...asked }) =>
    (await countSchools(db, { ...asked, codes: codesOf(paths) })).flatMap(valuesOf),
  listPeriods: async (db, { paths, today }) => {
    const { rows } = await sql<{ start: number }>`
      select distinct extract(year from instance.due_on - interval '8 months')::int as start
      from activity join instance on instance.activity_id = activity.id and instance.school_id is not null
      where activity.indicator_code = any(${codesOf(paths)}::text[]) and activity.removed_on is null
        and instance.due_on is not null and instance.state <> 'cancelled'
          and coalesce(instance.starts_on, instance.due_on) <= ${today}::date`.execute(db);
    return rows.map(({ start }) => periodCode({ kind: 'school-year', start }));
  },
};
