import { sql } from 'kysely';
import { isWeighted, type IndicatorSums } from '@opora/domain/indicators/aggregate.ts';
import type { Indicator } from '@opora/domain/indicators/indicator.ts';
import type { Db } from '../platform/database.ts';

/** Sums of a municipality (or a school right under the region), or of a school, of one indicator and period. */
export type UnitSums = IndicatorSums & {
  readonly scope: string;
  readonly period: string;
  readonly code: string;
  readonly versions: readonly number[];
};

/** Those that count above the school, or all that schools have entered. */
export type CountedValues = 'counted' | 'entered';

type SumFilter = {
  readonly indicators: readonly Pick<Indicator, 'code' | 'unit'>[];
  readonly periods: readonly string[];
  /** One by one these schools, all schools, or municipalities. */
  readonly by: readonly string[] | 'school' | 'territory';
  readonly values?: CountedValues;
};

type SumRow = Omit<UnitSums, 'versions'> & { readonly oldest: number; readonly newest: number };

/**
 * Values that count above the school: of forms that have left its stage, and those that came without a form; added up as `sumOfValue` says. Period by period, so that
 * PostgreSQL groups in memory what it would sort on the disk together.
 */
export async function listIndicatorSums(
  db: Db,
  { indicators, periods, by, values = 'counted' }: SumFilter,
): Promise<UnitSums[]> {
  const codes = indicators.map(({ code }) => code);
  const weighted = indicators.map(({ unit }) => isWeighted(unit));
  const scored = indicators.map(({ unit }) => unit === 'score');
  const unit = by === 'territory' ? sql`public.subpath(value.scope, 0, 2)` : sql`value.scope`;
  const counting =
    values === 'entered' ? sql`` : sql`and (value.submission_id is null or submission.stage <> 'school')`;
  const ofSchools =
    by === 'territory' || by === 'school' ? sql`` : sql`and value.org_unit_id = any(${by}::uuid[])`;
  const { rows } = await sql<SumRow>`
    select sums.unit::text as scope, asked_for.period, sums.code, sums.counted, sums."withoutTotal",
      sums."notApplicable", sums.unreadable, sums.amount, sums.total, sums.oldest, sums.newest
    from unnest(${periods}::text[]) as asked_for (period) cross join lateral (
      select ${unit} as unit, value.indicator_code as code,
        count(*) filter (where value.state = 'given' and (not asked.weighted or value.total > 0))::int as counted,
        count(*) filter (where value.state = 'given' and asked.weighted and coalesce(value.total, 0) <= 0)::int
          as "withoutTotal",
        count(*) filter (where value.state = 'not-applicable')::int as "notApplicable",
        count(*) filter (where value.state = 'unreadable')::int as unreadable,
        coalesce(sum(case
          when asked.scored then value.amount * value.total
          when not asked.weighted or value.total > 0 then value.amount
        end), 0)::float8 as amount,
        coalesce(sum(case when asked.weighted and value.total > 0 then value.total end), 0)::float8 as total,
        min(value.definition_version) as oldest, max(value.definition_version) as newest
      from indicator_value as value
      join unnest(${codes}::text[], ${weighted}::boolean[], ${scored}::boolean[])
        as asked (code, weighted, scored) on asked.code = value.indicator_code
      left join submission on submission.id = value.submission_id
      where value.period_code = asked_for.period ${counting} ${ofSchools}
      group by ${unit}, value.indicator_code
    ) as sums`.execute(db);
  return rows.map(({ oldest, newest, ...row }) => ({
    ...row,
    versions: oldest === newest ? [oldest] : [oldest, newest],
  }));
}

/** Periods of which there are values, by one look into the index for each and not one for each value. */
export async function listValuePeriods(db: Db): Promise<string[]> {
  const { rows } = await sql<{ period: string }>`
    with recursive known (period) as (
      (select period_code from indicator_value order by period_code limit 1)
      union all
      select (
        select period_code from indicator_value where period_code > known.period order by period_code limit 1
      ) from known where known.period is not null
    )
    select period from known where period is not null`.execute(db);
  return rows.map(({ period }) => period);
}

export type GivenValue = {
  readonly state: string;
  readonly typed: string | null;
  readonly source: string;
  readonly definition_version: number;
  readonly made_by: string;
  readonly made_at: Date;
  readonly campaign: string | null;
};

/** One value of one school that counts above it. */
export async function findGivenValue(
  db: Db,
  { orgUnitId, period, code }: { readonly orgUnitId: string; readonly period: string; readonly code: string },
): Promise<GivenValue | undefined> {
  return db
    .selectFrom('indicator_value as value')
    .leftJoin('submission', 'submission.id', 'value.submission_id')
    .leftJoin('campaign', 'campaign.id', 'submission.campaign_id')
    .select(['value.state', 'typed', 'source', 'definition_version', 'value.made_by', 'value.made_at'])
    .select('campaign.title as campaign')
    .where('value.org_unit_id', '=', orgUnitId)
    .where('value.period_code', '=', period)
    .where('indicator_code', '=', code)
    .where((where) => where.or([where('value.submission_id', 'is', null), where('stage', '<>', 'school')]))
    .executeTakeFirst();
}
