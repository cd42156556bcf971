import { type ExpressionBuilder, sql } from 'kysely';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { DeadlineValue } from '@opora/domain/plans/deadline-value.ts';
import { InstanceState } from '@opora/domain/plans/instance-state.ts';
import { asksForDate } from '@opora/domain/plans/lateness.ts';
import { type ControlledPlan, type Task, TaskReason } from '@opora/domain/plans/tasks.ts';
import type { DB } from '../platform/database.gen.ts';
import type { Db } from '../platform/database.ts';

/** On whose behalf a person works. */
export type TaskHolder = {
  readonly personId: string;
  /** Her organisations: those of her roles and, for who keeps a territory, its own authority. */
  readonly unitIds: readonly string[];
  /** Schools that she carries out for. */
  readonly schoolIds: readonly string[];
  /** Organisations whose plans she keeps. */
  readonly keptUnitIds: readonly string[];
  /** Nodes below which she accepts. */
  readonly acceptScopes: readonly string[];
};

export type TaskWindow = {
  readonly today: CalendarDate;
  /** What is due later is not a task yet. */
  readonly until: CalendarDate;
  readonly max: number;
};

const executorStates = ['planned', 'in-progress', 'returned', 'postponed', 'before-approval'] as const;

/** The most pressing first. Each instance once, with the nearest reason. */
export async function listTasks(db: Db, holder: TaskHolder, window: TaskWindow): Promise<Task[]> {
  const rows = await db
    .with('mine', (cte) =>
      assigned(cte, holder)
        .unionAll(ofSchool(cte, holder))
        .unionAll(ofParty(cte, holder))
        .unionAll(ofKeeper(cte, holder))
        .unionAll(toAccept(cte, holder, window.today)),
    )
    .with('once', (cte) =>
      cte
        .selectFrom('mine')
        .select(['id', sql<number>`min(rank)`.as('rank')])
        .groupBy('id'),
    )
    .selectFrom('once')
    .innerJoin('instance', 'instance.id', 'once.id')
    .innerJoin('activity', 'activity.id', 'instance.activity_id')
    .innerJoin('plan', 'plan.id', 'instance.plan_id')
    .leftJoin('org_unit as school', 'school.id', 'instance.school_id')
    .select((eb) => [
      'instance.id',
      'instance.plan_id',
      'instance.activity_id',
      'instance.due_on',
      'instance.state',
      'instance.rounds',
      'once.rank',
      'activity.printed_no',
      'activity.title',
      'activity.deadline',
      'plan.title as plan_title',
      'school.short_name as school_name',
      lastReturnNote(eb).as('return_note'),
    ])
    .where((eb) =>
      eb.or([
        eb('due_on', '<=', window.until),
        eb('due_on', 'is', null),
        eb('instance.state', '=', 'submitted'),
      ]),
    )
    .orderBy('due_on', (order) => order.asc().nullsLast())
    .orderBy('instance.id')
    .limit(window.max)
    .execute();
  return rows.map((row) => {
    const deadline = DeadlineValue.parse(row.deadline);
    return {
      instanceId: row.id,
      planId: row.plan_id,
      planTitle: row.plan_title,
      activityId: row.activity_id,
      no: row.printed_no,
      title: row.title,
      deadline: deadline.raw,
      asksForDate: asksForDate(deadline),
      schoolName: row.school_name,
      dueOn: row.due_on,
      state: InstanceState.parse(row.state),
      rounds: row.rounds,
      reason: TaskReason.parse(reasons[row.rank]),
      returnNote: row.return_note,
    };
  });
}

/** The nearest first: by name, by school, by organisation, by default; a decision stands alone. */
const reasons = TaskReason.options;
const rank = (reason: TaskReason) => sql<number>`${sql.lit(reasons.indexOf(reason))}::int`.as('rank');
const anyOf = (ids: readonly string[]) => sql<string>`any(${ids}::uuid[])`;

type Reader = Pick<Db, 'selectFrom'>;

const assigned = (db: Reader, holder: TaskHolder) =>
  db
    .selectFrom('instance')
    .select(['id', rank('assignee')])
    .where('assignee_id', '=', holder.personId)
    .where('state', 'in', executorStates);

const ofSchool = (db: Reader, holder: TaskHolder) =>
  db
    .selectFrom('instance')
    .select(['id', rank('school')])
    .where('school_id', '=', anyOf(holder.schoolIds))
    .where('state', 'in', executorStates);

const ofParty = (db: Reader, holder: TaskHolder) =>
  db
    .selectFrom('activity_party as party')
    .innerJoin('instance', 'instance.activity_id', 'party.activity_id')
    .select(['instance.id', rank('party')])
    .where((eb) =>
      eb.or([
        eb('party.org_unit_id', '=', anyOf(holder.unitIds)),
        eb('party.person_id', '=', holder.personId),
      ]),
    )
    .where('state', 'in', executorStates);

const ofKeeper = (db: Reader, holder: TaskHolder) =>
  db
    .selectFrom('plan')
    .innerJoin('instance', 'instance.plan_id', 'plan.id')
    .select(['instance.id', rank('keeper')])
    .where('plan.owner_unit_id', '=', anyOf(holder.keptUnitIds))
    .where('instance.school_id', 'is', null)
    .where('instance.state', 'in', executorStates)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('activity_party')
            .select('activity_party.id')
            .whereRef('activity_party.activity_id', '=', 'instance.activity_id')
            .where((own) => own.or([own('org_unit_id', 'is not', null), own('person_id', 'is not', null)])),
        ),
      ),
    );

/** Asked of the nearest who may accept: a school's curator or municipality before the region. */
const toAccept = (db: Reader, holder: TaskHolder, today: CalendarDate) => {
  const own = sql`${holder.acceptScopes}::public.ltree[]`;
  return db
    .selectFrom('instance')
    .innerJoin('plan', 'plan.id', 'instance.plan_id')
    .select(['instance.id', rank('acceptor')])
    .where('instance.state', '=', 'submitted')
    .where('submitted_by_id', '!=', holder.personId)
    .where((eb) =>
      eb.or([
        eb('plan.controller_id', '=', holder.personId),
        eb.and([
          sql<boolean>`instance.scope <@ any(${own})`,
          sql<boolean>`not exists (
            select from role_assignment nearer
            where nearer.role in ('municipal-coordinator', 'curator')
              and nearer.scope @> instance.scope and nearer.scope <@ any(${own}) and nearer.scope <> all(${own})
              and nearer.from_on <= ${today} and coalesce(nearer.until_on >= ${today}, true)
              and nearer.person_id <> instance.submitted_by_id)`,
        ]),
      ]),
    );
};

function lastReturnNote(eb: ExpressionBuilder<DB & { instance: DB['instance'] }, 'instance'>) {
  return eb
    .selectFrom('instance_event')
    .select('note')
    .whereRef('instance_event.instance_id', '=', 'instance.id')
    .whereRef('instance.rounds', '>', sql.lit(0))
    .where('from_state', 'in', ['submitted', 'accepted'])
    .where('to_state', 'in', ['returned', 'before-approval'])
    .orderBy('at', 'desc')
    .limit(1);
}

/** Organisations at these nodes, and the authorities that stand right below them. */
export async function findUnitsAt(
  db: Db,
  scopes: readonly string[],
): Promise<{ id: string; scope: string }[]> {
  return db
    .selectFrom('org_unit')
    .select(['id', 'scope'])
    .where((eb) =>
      eb.or([
        eb('scope', '=', sql<string>`any(${scopes}::public.ltree[])`),
        eb.and([
          eb('kind', '=', 'authority'),
          sql<boolean>`public.subpath(scope, 0, -1) = any(${scopes}::public.ltree[])`,
        ]),
      ]),
    )
    .execute();
}

/** Ids of these nodes' organisations and of all below them. */
export async function findUnitsBelow(db: Db, scopes: readonly string[]): Promise<string[]> {
  if (scopes.length === 0) return [];
  const rows = await db
    .selectFrom('org_unit')
    .select('id')
    .where(sql<boolean>`scope <@ any(${scopes}::public.ltree[])`)
    .execute();
  return rows.map((row) => row.id);
}

/** Plans that the person controls, those with most to see to first. */
export async function listControlledPlans(
  db: Db,
  personId: string,
  today: CalendarDate,
): Promise<ControlledPlan[]> {
  const rows = await db
    .selectFrom('plan')
    .innerJoin('instance', 'instance.plan_id', 'plan.id')
    .select((eb) => [
      'plan.id',
      'plan.title',
      eb.fn
        .countAll<number>()
        .filterWhere('due_on', '<', today)
        .filterWhere('instance.state', 'in', ['planned', 'in-progress', 'returned', 'postponed'])
        .as('late'),
      eb.fn.countAll<number>().filterWhere('instance.state', '=', 'submitted').as('submitted'),
    ])
    .where('plan.controller_id', '=', personId)
    .where('plan.state', '=', 'in-force')
    .groupBy('plan.id')
    .orderBy('late', 'desc')
    .execute();
  return rows.map((row) => ({
    planId: row.id,
    title: row.title,
    lateCount: row.late,
    submittedCount: row.submitted,
  }));
}
