import { sql } from 'kysely';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { canBeLate, InstanceState } from '@opora/domain/plans/instance-state.ts';
import { digestLinesMax, type PlanLine, ReminderKind } from '@opora/domain/reminders/reminder.ts';
import type { UnitDuty, AcceptDuty } from '@opora/domain/reminders/duties.ts';
import type { Audience } from '@opora/domain/reminders/audience.ts';
import type { Db } from '../platform/database.ts';
import { offControl } from './off-control.ts';

/** Who answers for a plan today: one row for each of them. */
export type PlanPerson = { readonly planId: string; readonly personId: string };
export type PlanStep = { readonly planId: string; readonly days: number };

export type RemindedAsk = {
  readonly today: CalendarDate;
  readonly audience: Audience;
  readonly unitDuties: readonly UnitDuty[];
  readonly acceptDuties: readonly AcceptDuty[];
  /** Told of what nobody else answers for. */
  readonly keepers: readonly PlanPerson[];
  /** Those to whom an act gives control, as they are told today. */
  readonly controllers: readonly PlanPerson[];
  /** Told of what is very late. */
  readonly overseers: readonly PlanPerson[];
  /** Days late that count, of plans with an overseer who is told today. */
  readonly steps: readonly PlanStep[];
  /** The instant of the reminding before a profile's, by its number. */
  readonly previousAt: readonly Date[];
  /** An instance without an event since then is stalled, by number of profile. */
  readonly stalledAt: readonly Date[];
  /** People whose digest goes today whatever is new of plans. */
  readonly toldAnyway: readonly string[];
};

export type PersonReminders = {
  readonly personId: string;
  readonly lines: readonly PlanLine[];
  readonly counts: Partial<Record<ReminderKind, number>>;
  /** All lines, those that did not fit too. */
  readonly lineCount: number;
};

const lateStates = InstanceState.options.filter(canBeLate);
const rankOf = (kind: ReminderKind) => sql.lit(ReminderKind.options.indexOf(kind));

/**
 * What each person is told today, in one statement over all instances of the region: a loop over people would ask as often as there are
 * people. Everything about people is decided before (`audienceOf`, `unitDuties`, `acceptDuties`) and comes as arrays.
 */
export async function listReminded(db: Db, ask: RemindedAsk): Promise<PersonReminders[]> {
  // Row security hides from the planner how many instances there are: it takes them for a handful and joins them one by one,
  // and sorts what is more on disk.
  await sql`set local enable_nestloop = off`.execute(db);
  await sql`set local work_mem = '64MB'`.execute(db);
  const { rows } = await sql<{
    person_id: string;
    lines: PlanLine[];
    counts: Partial<Record<ReminderKind, number>>;
    line_count: number;
  }>`
    with ${givenTables(ask)},
    ${openInstances(ask)},
    ${executors},
    ${acceptors},
    ${told(ask)},
    ${lines(ask)}
    select counted.person_id, counted.line_count, counted.counts, shown_of.lines
    from counted join shown_of on shown_of.person_id = counted.person_id
    order by counted.person_id`.execute(db);
  return rows.map((row) => ({
    personId: row.person_id,
    lines: row.lines,
    counts: row.counts,
    lineCount: row.line_count,
  }));
}

const uuids = (ids: readonly string[]) => sql`${ids}::uuid[]`;

/** What was decided about people, as tables. */
function givenTables(ask: RemindedAsk) {
  const { profiles, reminded, addressees } = ask.audience;
  const days = profiles.flatMap(({ number, dueSoon }) => dueSoon.map((day) => ({ number, day })));
  const people = [...reminded.keys()];
  return sql`
    profile as materialized (
      select * from unnest(${profiles.map(({ number }) => number)}::int[],
        ${profiles.map(({ window }) => window.until)}::date[],
        ${profiles.map(({ window }) => window.previous)}::date[],
        ${profiles.map(({ window }) => window.opensWeek)}::boolean[],
        ${ask.previousAt}::timestamptz[], ${ask.stalledAt}::timestamptz[],
        ${profiles.map(({ tellsUndated }) => tellsUndated)}::boolean[])
      as given (number, until, previous, opens_week, previous_at, stalled_at, tells_undated)
    ),
    profile_day as materialized (
      select * from unnest(${days.map(({ number }) => number)}::int[], ${days.map(({ day }) => day)}::date[])
      as given (number, due_on)
    ),
    reminded as materialized (
      select * from unnest(${uuids(people)}, ${people.map((id) => reminded.get(id) ?? 0)}::int[])
      as given (person_id, number)
    ),
    addressee as materialized (
      select * from unnest(${uuids(addressees.map(({ personId }) => personId))},
        ${uuids(addressees.map(({ toPersonId }) => toPersonId))}) as given (person_id, to_person_id)
    ),
    unit_duty as materialized (
      select * from unnest(${uuids(ask.unitDuties.map(({ personId }) => personId))},
        ${uuids(ask.unitDuties.map(({ unitId }) => unitId))}) as given (person_id, unit_id)
    ),
    accept_duty as materialized (
      select * from unnest(${uuids(ask.acceptDuties.map(({ personId }) => personId))},
        ${ask.acceptDuties.map(({ scope }) => scope)}::text[],
        ${ask.acceptDuties.map(({ level }) => level)}::int[]) as given (person_id, node, level)
    ),
    keeper as materialized (${planPeople(ask.keepers)}),
    controller as materialized (${planPeople(ask.controllers)}),
    overseer as materialized (${planPeople(ask.overseers)}),
    step as materialized (
      select * from unnest(${uuids(ask.steps.map(({ planId }) => planId))}, ${ask.steps.map(({ days: late }) => late)}::int[])
      as given (plan_id, days)
    )`;
}

const planPeople = (people: readonly PlanPerson[]) => sql`
  select * from unnest(${uuids(people.map(({ planId }) => planId))}, ${uuids(people.map(({ personId }) => personId))})
  as given (plan_id, person_id)`;

/** All that anybody may be told of today; plans that are closed are at rest. */
function openInstances({ today, audience }: RemindedAsk) {
  const horizon = audience.profiles
    .flatMap(({ window, dueSoon }) => [window.until, ...dueSoon])
    .reduce((last, day) => (day > last ? day : last), today);
  const tellsUndated = audience.profiles.some((profile) => profile.tellsUndated);
  return sql`
    open as materialized (
      select instance.id, instance.plan_id, instance.activity_id, instance.scope, instance.school_id, instance.due_on,
        instance.state, instance.assignee_id, instance.submitted_by_id, instance.submitted_at,
        instance.due_on is null and instance.state in ('planned', 'postponed') as is_undated
      from instance join plan on plan.id = instance.plan_id and plan.state = 'in-force'
      where instance.state in ('submitted', 'returned', 'in-progress')
        or (instance.state in ('planned', 'postponed') and instance.due_on <= ${horizon}::date)
        ${tellsUndated ? orUndated : sql``}
    ),
    movement as materialized (
      select open.id, greatest(
        (select max(at) from instance_event where instance_event.instance_id = open.id),
        (select max(given_at) from evidence where evidence.instance_id = open.id),
        (select max(at) from comment where comment.instance_id = open.id)) as moved_at
      from open where open.state in ('in-progress', 'returned')
    )`;
}

const orUndated = sql`
        or instance.state = 'before-approval' or (instance.state in ('planned', 'postponed') and instance.due_on is null)`;

/** Who carries it out: the one it was given to, else the school's people and the responsible, else who keeps the plan. What has no date is the keeper's. */
const executors = sql`
  by_name as materialized (
    select open.id, addressee.to_person_id as person_id
    from open join addressee on addressee.person_id = open.assignee_id
    where open.state <> 'submitted' and not open.is_undated
  ),
  unnamed as materialized (
    select open.id, open.plan_id, open.activity_id, open.school_id from open
    where open.state <> 'submitted' and not open.is_undated and open.id not in (select by_name.id from by_name)
  ),
  by_unit as materialized (
    select unnamed.id, unit_duty.person_id
    from unnamed join unit_duty on unit_duty.unit_id = unnamed.school_id
    union
    select unnamed.id, unit_duty.person_id
    from unnamed join activity_party as party on party.activity_id = unnamed.activity_id
    join org_unit on org_unit.id = party.org_unit_id
    join unit_duty on unit_duty.unit_id = party.org_unit_id
    where unnamed.school_id is null or org_unit.kind not in ('school', 'branch') or org_unit.id = unnamed.school_id
    union
    select unnamed.id, addressee.to_person_id
    from unnamed join activity_party as party on party.activity_id = unnamed.activity_id
    join addressee on addressee.person_id = party.person_id
  ),
  executor as (
    select id, person_id from by_name
    union all
    select id, person_id from by_unit
    union all
    select unnamed.id, keeper.person_id from unnamed join keeper on keeper.plan_id = unnamed.plan_id
    where unnamed.id not in (select by_unit.id from by_unit)
  )`;

const acceptors = sql`
  acceptor as (
    select id, person_id from (
      select open.id, accept_duty.person_id, accept_duty.level, min(accept_duty.level) over (partition by open.id) as nearest
      from open join accept_duty on accept_duty.node = open.scope::text
      where open.state = 'submitted' and accept_duty.person_id is distinct from open.submitted_by_id
    ) asked where level = nearest
    union
    select open.id, controller.person_id from open join controller on controller.plan_id = open.plan_id
    where open.state = 'submitted' and controller.person_id is distinct from open.submitted_by_id
  )`;

/** One row for each person and instance: the most pressing reason. */
function told({ today }: RemindedAsk) {
  const isLate = sql`open.due_on < ${today}::date`;
  return sql`
    reason as (
      select executor.person_id, executor.id, profile.opens_week,
        case
          when open.state = 'before-approval' then case when profile.tells_undated then ${rankOf('unproven')} end
          when open.state = 'returned' then ${rankOf('returned')}
          when ${isLate} then ${rankOf('late')}
          when open.due_on <= profile.until then ${rankOf('today')}
          when profile_day.due_on is not null then ${rankOf('soon')}
          when open.state = 'in-progress' and movement.moved_at < profile.stalled_at then ${rankOf('stalled')}
        end as rank,
        case
          when open.state = 'before-approval' then false
          when open.state = 'returned' then movement.moved_at >= profile.previous_at
          when ${isLate} then open.due_on >= profile.previous
          when open.due_on <= profile.until or profile_day.due_on is not null then true
          else movement.moved_at >= profile.stalled_at - (${today}::date - profile.previous) * interval '1 day'
        end as is_new
      from executor join reminded on reminded.person_id = executor.person_id
      join profile on profile.number = reminded.number
      join open on open.id = executor.id
      left join profile_day on profile_day.number = profile.number and profile_day.due_on = open.due_on
      left join movement on movement.id = open.id
      union all
      select acceptor.person_id, acceptor.id, profile.opens_week, ${rankOf('waiting')},
        open.submitted_at >= profile.previous_at
      from acceptor join reminded on reminded.person_id = acceptor.person_id
      join profile on profile.number = reminded.number join open on open.id = acceptor.id
      union all
      select keeper.person_id, open.id, profile.opens_week, ${rankOf('undated')}, false
      from open join keeper on keeper.plan_id = open.plan_id
      join reminded on reminded.person_id = keeper.person_id
      join profile on profile.number = reminded.number and profile.tells_undated
      where open.is_undated
      union all
      select overseer.person_id, open.id, profile.opens_week, ${rankOf('escalated')}, true
      from open join step on step.plan_id = open.plan_id and open.due_on <= ${today}::date - step.days
      join overseer on overseer.plan_id = open.plan_id
      join reminded on reminded.person_id = overseer.person_id
      join profile on profile.number = reminded.number
      where open.state = any(${lateStates}) and open.activity_id not in (${offControl}) and not exists (
        select from escalation where escalation.instance_id = open.id and escalation.step >= step.days)
    ),
    told as materialized (
      select distinct on (person_id, id) person_id, id, rank, is_new, opens_week
      from reason where rank is not null
      order by person_id, id, rank
    )`;
}

/** Instances of an activity with one last day are one line; of a person's lines the most pressing are shown. */
const lines = ({ toldAnyway }: Pick<RemindedAsk, 'toldAnyway'>) => sql`
  line as (
    select told.person_id, told.rank, open.activity_id, open.due_on, count(*)::int as count, bool_or(told.is_new) as is_new,
      bool_or(told.opens_week) as opens_week, (array_agg(open.id))[1] as instance_id,
      (array_agg(open.school_id))[1] as school_id
    from told join open on open.id = told.id
    group by told.person_id, told.rank, open.activity_id, open.due_on
  ),
  placed as materialized (
    select line.*, row_number() over by_person as place, count(*) over whole as line_count,
      bool_or(is_new or opens_week or person_id = any(${uuids(toldAnyway)})) over whole as goes
    from line
    window whole as (partition by person_id),
      by_person as (partition by person_id order by rank, due_on nulls last, activity_id)
  ),
  total as (
    select person_id, (array[${sql.join(ReminderKind.options.map((kind) => sql.lit(kind)))}])[rank + 1] as kind,
      sum(count)::int as kind_count, max(line_count)::int as line_count
    from placed where goes
    group by person_id, rank
  ),
  shown as (
    select placed.person_id, placed.place, jsonb_build_object(
      'kind', (array[${sql.join(ReminderKind.options.map((kind) => sql.lit(kind)))}])[placed.rank + 1],
      'planId', plan.id, 'planTitle', plan.title, 'activityId', activity.id, 'no', activity.printed_no,
      'title', activity.title, 'deadline', coalesce(activity.deadline ->> 'raw', ''), 'dueOn', placed.due_on,
      'instanceId', case when placed.count = 1 then placed.instance_id end,
      'schoolName', case when placed.count = 1 then school.short_name end,
      'count', placed.count, 'isNew', placed.is_new) as line
    from placed join activity on activity.id = placed.activity_id join plan on plan.id = activity.plan_id
    left join org_unit as school on school.id = placed.school_id
    where placed.goes and placed.place <= ${sql.lit(digestLinesMax)}
  ),
  shown_of as materialized (
    select person_id, jsonb_agg(line order by place) as lines from shown group by person_id
  ),
  counted as materialized (
    select person_id, max(line_count)::int as line_count, jsonb_object_agg(kind, kind_count) as counts
    from total group by person_id
  )`;
