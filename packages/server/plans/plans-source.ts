import { sql } from 'kysely';
import {
  periodCode,
  type PeriodCode,
  periodDates,
  periodOfCode,
} from '@opora/domain/indicators/report-period.ts';
import type { CountedActivity } from '@opora/domain/indicators/dynamics-contract.ts';
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

type Chosen = Pick<Asked, 'codes' | 'periods' | 'today'>;

/**
 * What is counted of schools by the indicator of an activity, a row for each school and term. Asked are schools with a term of their own that lies in the period and has come or was accepted, done
 * are those with an accepted one; what is to come and what was cancelled is not asked. An event that schools attend together is asked of those in the plan that day, and done by those that
 * took part: once all of them are marked, for what is not marked is not zero.
 */
function terms({ codes, periods, today }: Chosen) {
  const dates = periods.map((code) => periodDates(periodOfCode(code)));
  const ofCodes = codes === null ? sql`` : sql`and activity.indicator_code = any(${codes}::text[])`;
  return sql`
    asked_for as materialized (
      select * from unnest(${periods}::text[], ${dates.map(({ start }) => start)}::date[], ${dates.map(({ end }) => end)}::date[])
        as asked_for (period, starts_on, ends_on)
    ),
    event as materialized (
      select instance.id, instance.activity_id, instance.plan_id, activity.indicator_code as code, coalesce(instance.due_on, instance.starts_on) as held_on
      from activity join instance on instance.activity_id = activity.id
      where activity.indicator_code is not null and activity.removed_on is null ${ofCodes}
        and instance.school_id is null and instance.state <> 'cancelled'
        and coalesce(instance.due_on, instance.starts_on) <= ${today}::date
        and exists (select from attendance where attendance.instance_id = instance.id)
    ),
    invited as materialized (
      select distinct event.id, event.activity_id, event.code, event.held_on, org_unit.id as school_id, org_unit.scope, attendance.took_part
      from event join plan_school on plan_school.plan_id = event.plan_id
        and coalesce(plan_school.from_on <= event.held_on, true) and coalesce(plan_school.until_on >= event.held_on, true)
      join org_unit on org_unit.id = plan_school.org_unit_id
        and coalesce(org_unit.opened_on <= event.held_on, true) and coalesce(org_unit.closed_on >= event.held_on, true)
      left join attendance on attendance.instance_id = event.id and attendance.school_id = org_unit.id
    ),
    term as (
      select asked_for.period, activity.indicator_code as code, activity.id as activity_id, null::uuid as event_id, null::date as held_on,
        instance.school_id, instance.scope, instance.state = 'accepted' as is_done
      from asked_for join activity on activity.indicator_code is not null and activity.removed_on is null ${ofCodes}
      join instance on instance.activity_id = activity.id and instance.school_id is not null
        and instance.due_on between asked_for.starts_on and asked_for.ends_on
      where instance.state = 'accepted' or (
        instance.state <> 'cancelled' and (coalesce(instance.starts_on, ${today}::date) <= ${today}::date or instance.due_on <= ${today}::date)
      )
      union all
      select asked_for.period, code, activity_id, id, held_on, school_id, scope, took_part
      from asked_for join invited on invited.held_on between asked_for.starts_on and asked_for.ends_on
      where id not in (select id from invited where took_part is null)
    )`;
}

async function countSchools(db: Db, { by, ...chosen }: Asked): Promise<Counted[]> {
  const isBySchool = by !== 'territory';
  const unit = isBySchool ? sql`scope` : sql`public.subpath(scope, 0, 2)`;
  const school = isBySchool ? sql`school_id` : sql`null::uuid`;
  const { rows } = await sql<Counted>`
    with ${terms(chosen)}
    select ${unit}::text as scope, ${school} as "orgUnitId", period, code,
      count(distinct school_id)::int as asked,
      count(distinct school_id) filter (where is_done)::int as done
    from term ${isBySchool ? sql`where school_id = any(${by}::uuid[])` : sql``}
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
      select distinct extract(year from coalesce(instance.due_on, instance.starts_on) - interval '8 months')::int as start
      from activity join instance on instance.activity_id = activity.id
      where activity.indicator_code = any(${codesOf(paths)}::text[]) and activity.removed_on is null
        and (instance.due_on is not null and instance.school_id is not null
          or exists (select from attendance where attendance.instance_id = instance.id))
        and instance.state <> 'cancelled' and coalesce(instance.starts_on, instance.due_on) <= ${today}::date`.execute(
      db,
    );
    return rows.map(({ start }) => periodCode({ kind: 'school-year', start }));
  },
  listSources: async (db, { scope, paths, ...chosen }) => {
    const { rows } = await sql<CountedActivity>`
      with ${terms({ ...chosen, codes: codesOf(paths) })}
      select activity.plan_id as "planId", activity.id as "activityId", term.event_id as "eventId", activity.printed_no as no, activity.title,
        term.held_on as "heldOn", count(distinct term.school_id)::int as asked,
        count(distinct term.school_id) filter (where term.is_done)::int as done
      from term join activity on activity.id = term.activity_id
      where term.scope operator(public.<@) ${scope}::public.ltree
      group by activity.id, term.event_id, term.held_on
      order by term.held_on nulls first, activity.position, activity.id
      limit ${sourcesMax}`.execute(db);
    return rows;
  },
};

/** A number of more is explained by its parts. */
const sourcesMax = 100;
