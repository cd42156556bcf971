import { type ExpressionBuilder, sql } from 'kysely';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { DeadlineValue } from '@opora/domain/plans/deadline-value.ts';
import { InstanceState } from '@opora/domain/plans/instance-state.ts';
import { asksForDate } from '@opora/domain/plans/lateness.ts';
import { type ControlledPlan, type Task, TaskReason } from '@opora/domain/plans/tasks.ts';
import type { DB } from '../platform/database.gen.ts';
import type { Db } from '../platform/database.ts';
import { type Accepting, submittedByNearer, toAccept } from './accept-queries.ts';
import { countOf, lateSum, tallied, type TallySight } from './tally-queries.ts';

/** On whose behalf a person works. */
export type TaskHolder = {
  readonly personId: string;
  /** Her organisations: those of her roles and, for who keeps a territory, its own authority. */
  readonly unitIds: readonly string[];
  /** Schools that she carries out for. */
  readonly schoolIds: readonly string[];
  /** Organisations whose plans she keeps. */
  readonly keptUnitIds: readonly string[];
  readonly sight: TallySight;
  readonly accepting: Accepting;
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
    .with('mine', (cte) => hers(cte, holder, window))
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
      'instance.school_id',
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
  const schools = await namesOfSchools(
    db,
    rows.flatMap((row) => row.school_id ?? []),
  );
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
      schoolName: schools.get(row.school_id ?? '') ?? null,
      dueOn: row.due_on,
      state: InstanceState.parse(row.state),
      rounds: row.rounds,
      reason: TaskReason.parse(reasons[row.rank]),
      returnNote: row.return_note,
    };
  });
}

/** Asked for by themselves: joined, they were looked for anew in the whole tree for each task. */
async function namesOfSchools(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('org_unit')
    .select(['id', 'short_name'])
    .where('id', '=', anyOf([...new Set(ids)]))
    .execute();
  return new Map(rows.map((row) => [row.id, row.short_name]));
}

/** The nearest first: by name, by school, by organisation, by default; a decision stands alone. */
const reasons = TaskReason.options;
const rank = (reason: TaskReason) => sql<number>`${sql.lit(reasons.indexOf(reason))}::int`.as('rank');
const anyOf = (ids: readonly string[]) => sql<string>`any(${ids}::uuid[])`;

type Reader = Pick<Db, 'selectFrom'>;

/** Instances by each reason that she can have: to plan a query of all reasons takes longer than to run it. */
function hers(db: Reader, holder: TaskHolder, window: TaskWindow) {
  let found = assigned(db, holder)
    .unionAll(ofParty(db, holder, window))
    .unionAll(toAccept(db, holder.accepting).select(rank('acceptor')));
  if (holder.schoolIds.length > 0) found = found.unionAll(ofSchool(db, holder));
  if (holder.keptUnitIds.length > 0) found = found.unionAll(ofKeeper(db, holder, window));
  if (holder.accepting.nearer.length > 0)
    found = found.unionAll(submittedByNearer(db, holder.accepting).select(rank('acceptor')));
  return found;
}

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

const ofParty = (db: Reader, holder: TaskHolder, window: TaskWindow) =>
  instancesOfNearest(
    db,
    openTerms(db, window, holder.sight).where('counted.activity_id', 'in', (eb) =>
      eb
        .selectFrom('activity_party as party')
        .select('party.activity_id')
        .where((own) =>
          own.or([
            own('party.org_unit_id', '=', anyOf(holder.unitIds)),
            own('party.person_id', '=', holder.personId),
          ]),
        ),
    ),
    window,
  ).select(['instance.id', rank('party')]);

const ofKeeper = (db: Reader, holder: TaskHolder, window: TaskWindow) =>
  instancesOfNearest(
    db,
    openTerms(db, window, { ...holder.sight, ownSchools: [] })
      .innerJoin('plan', 'plan.id', 'counted.plan_id')
      .where('plan.owner_unit_id', '=', anyOf(holder.keptUnitIds))
      .where('counted.of_schools', '=', false)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('activity_party')
              .select('activity_party.id')
              .whereRef('activity_party.activity_id', '=', 'counted.activity_id')
              .where((own) => own.or([own('org_unit_id', 'is not', null), own('person_id', 'is not', null)])),
          ),
        ),
      ),
    window,
  )
    .where('instance.school_id', 'is', null)
    .select(['instance.id', rank('keeper')]);

/** Terms that wait for their executors within the window; those of own schools are counted one by one. */
function openTerms(db: Reader, window: TaskWindow, sight: TallySight) {
  return db
    .selectFrom(tallied(db, sight).as('counted'))
    .where(sql<boolean>`${openCount} > 0`)
    .where((eb) => eb.or([eb('counted.due_on', '<=', window.until), eb('counted.due_on', 'is', null)]));
}

const openCount = countOf(executorStates);

/** Open instances of the nearest terms: of as many as hold the first `max` instances, and no more are read. */
function instancesOfNearest(db: Reader, terms: ReturnType<typeof openTerms>, window: TaskWindow) {
  const order = sql`order by counted.due_on asc nulls last, counted.activity_id`;
  const counted = terms
    .select(['counted.activity_id', 'counted.due_on'])
    .select(
      sql<number>`sum(${openCount}) over (${order} rows unbounded preceding) - ${openCount}`.as('nearer'),
    );
  return db
    .selectFrom(
      db
        .selectFrom(counted.as('ranked'))
        .select(['activity_id', 'due_on'])
        .distinct()
        .where('nearer', '<', window.max)
        .as('term'),
    )
    .innerJoin('instance', 'instance.activity_id', 'term.activity_id')
    .where(sql<boolean>`instance.due_on is not distinct from term.due_on`)
    .where('instance.state', 'in', executorStates);
}

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
  { personId, sight }: Pick<TaskHolder, 'personId' | 'sight'>,
  today: CalendarDate,
): Promise<ControlledPlan[]> {
  const rows = await db
    .selectFrom('plan')
    .innerJoin(tallied(db, sight).as('counted'), 'counted.plan_id', 'plan.id')
    .select(['plan.id', 'plan.title', lateSum(today), sql<number>`sum(submitted)::int`.as('submitted')])
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
