import { type Insertable, sql } from 'kysely';
import type { ActivityTrace, CarriedTo, UndoneActivity } from '@opora/domain/cascade/carry-over-contract.ts';
import { DeadlineValue } from '@opora/domain/plans/deadline-value.ts';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import type { CarryOver as CarryOverRow } from '../platform/database.gen.ts';
import type { Db, Tx } from '../platform/database.ts';

/** In the order of the plan; an activity of which everything was accepted is left out. */
export async function listUndone(
  db: Db,
  planId: string,
  today: CalendarDate,
): Promise<Omit<UndoneActivity, 'carriedTo'>[]> {
  const { rows } = await sql<{
    id: string;
    printed_no: string;
    title: string;
    deadline: unknown;
    section: string | null;
    done: number;
    total: number;
    schools: string[];
    is_ahead: boolean;
    reason: string | null;
  }>`
    with counted as (
      select instance.activity_id, (count(*) filter (where instance.state = 'accepted'))::int as done, count(*)::int as total,
        coalesce(
          array_agg(distinct org_unit.short_name) filter (where instance.state <> 'accepted' and org_unit.id is not null), '{}'
        ) as schools,
        coalesce(bool_and(
          instance.state not in ('postponed', 'cancelled') and coalesce(due_on, plan.period_ends_on) >= ${today}
        ) filter (where instance.state <> 'accepted'), false) as is_ahead
      from instance join plan on plan.id = instance.plan_id left join org_unit on org_unit.id = instance.school_id
      where instance.plan_id = ${planId}
      group by instance.activity_id
    )
    select activity.id, activity.printed_no, activity.title, activity.deadline, plan_section.title as section,
      counted.done, counted.total, counted.schools, counted.is_ahead, (
        select note from instance_event as told
        where told.activity_id = activity.id and told.to_state in ('postponed', 'cancelled') and note <> ''
        order by told.at desc, told.id limit 1
      ) as reason
    from activity
    join counted on counted.activity_id = activity.id
    left join plan_section on plan_section.id = activity.section_id
    where activity.plan_id = ${planId} and activity.removed_on is null and counted.done < counted.total
    order by activity.position`.execute(db);
  return rows.map((row) => ({
    activityId: row.id,
    no: row.printed_no,
    title: row.title,
    phrase: DeadlineValue.parse(row.deadline).raw,
    section: row.section,
    done: row.done,
    total: row.total,
    schools: row.schools,
    isAhead: row.is_ahead,
    reason: row.reason ?? '',
  }));
}

/** Carry-overs that stand: their draft is open, or has become a plan. */
const standing = (db: Db) =>
  db
    .selectFrom('carry_over')
    .leftJoin('plan_draft as draft', (join) =>
      join
        .onRef('draft.id', '=', 'carry_over.draft_id')
        .on('draft.state', 'not in', ['discarded', 'approved']),
    )
    .leftJoin('plan as next', 'next.id', 'carry_over.to_plan_id')
    .select(['carry_over.activity_id', 'carry_over.draft_id', 'reason', 'to_plan_id', 'to_activity_id'])
    .select(sql<string>`coalesce(next.title, draft.title, '')`.as('title'))
    .where((eb) => eb.or([eb('draft.id', 'is not', null), eb('to_activity_id', 'is not', null)]))
    .orderBy('made_at');

type StandingRow = Awaited<ReturnType<ReturnType<typeof standing>['executeTakeFirstOrThrow']>>;

const presentTo = (row: StandingRow): CarriedTo => ({
  draftId: row.draft_id,
  title: row.title,
  planId: row.to_plan_id,
  activityId: row.to_activity_id,
  reason: row.reason,
});

/** By activity. */
export async function listCarried(db: Db, planId: string): Promise<Map<string, CarriedTo>> {
  const rows = await standing(db).where('carry_over.plan_id', '=', planId).execute();
  return new Map(rows.map((row) => [row.activity_id, presentTo(row)]));
}

export async function findTrace(db: Db, activityId: string): Promise<ActivityTrace> {
  const to = await standing(db).where('carry_over.activity_id', '=', activityId).executeTakeFirst();
  const from = await db
    .selectFrom('carry_over')
    .innerJoin('plan', 'plan.id', 'carry_over.plan_id')
    .innerJoin('activity', 'activity.id', 'carry_over.activity_id')
    .select(['plan.id as planId', 'activity.id as activityId', 'plan.title as planTitle'])
    .select(['activity.printed_no as no', 'reason'])
    .where('to_activity_id', '=', activityId)
    .executeTakeFirst();
  return { from: from ?? null, to: to === undefined ? null : presentTo(to) };
}

export async function insertCarryOvers(tx: Tx, rows: Insertable<CarryOverRow>[]): Promise<void> {
  await tx.insertInto('carry_over').values(rows).execute();
}

/** Rows of an approved draft become the activities that were made from their lines. */
export async function bindCarriedRows(
  tx: Tx,
  { draftId, planId }: { readonly draftId: string; readonly planId: string },
): Promise<void> {
  await sql`
    update carry_over set to_plan_id = made.plan_id, to_activity_id = made.id
    from (
      select distinct on (line) id, plan_id, (source ->> 'from')::int as line
      from activity where plan_id = ${planId} order by line, position
    ) as made
    where draft_id = ${draftId} and draft_line = made.line`.execute(tx);
}
