import { type AliasableExpression, type ExpressionBuilder, sql } from 'kysely';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { DeadlineValue } from '@opora/domain/plans/deadline-value.ts';
import { InstanceState } from '@opora/domain/plans/instance-state.ts';
import { asksForDate } from '@opora/domain/plans/lateness.ts';
import { type ControlledPlan, type Task, TaskReason } from '@opora/domain/plans/tasks.ts';
import type { DB } from '../platform/database.gen.ts';
import type { Db } from '../platform/database.ts';
import { type Accepting, submittedByNearer, submittedOfPlans, toAccept } from './accept-queries.ts';
import { countOf, lateSum, listed, tallied, type TallySight } from './tally-queries.ts';

/** On whose behalf a person works. */
export type TaskHolder = {
  readonly personId: string;
  /** That name her or her organisations: those of her roles and, for who keeps a territory, its own authority. */
  readonly namedIn: readonly string[];
  /** Schools that she carries out for. */
  readonly schoolIds: readonly string[];
  /** Plans that she keeps. */
  readonly keptPlanIds: readonly string[];
  /** Plans whose execution she controls. */
  readonly controlledPlanIds: readonly string[];
  /** As of `TallySight`. */
  readonly ownSchools: readonly string[];
  /** Null for who accepts nothing by her roles. */
  readonly accepting: Accepting | null;
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
  const reasons = await findNearest(db, holder, window);
  const rows = await db
    .selectFrom('instance')
    .innerJoin('activity', 'activity.id', 'instance.activity_id')
    .innerJoin('plan', 'plan.id', 'instance.plan_id')
    .select((eb) => [
      'instance.id',
      'instance.plan_id',
      'instance.activity_id',
      'instance.due_on',
      'instance.state',
      'instance.rounds',
      'activity.printed_no',
      'activity.title',
      'activity.deadline',
      'plan.title as plan_title',
      'instance.school_id',
      lastReturnNote(eb).as('return_note'),
    ])
    .where('instance.id', '=', anyOf([...reasons.keys()]))
    .orderBy('due_on', (order) => order.asc().nullsLast())
    .orderBy('instance.id')
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
      reason: reasons.get(row.id) ?? 'acceptor',
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

const anyOf = (ids: readonly string[]) => sql<string>`any(${ids}::uuid[])`;

type Reader = Pick<Db, 'selectFrom'>;
type Found = AliasableExpression<{ id: string; due_on: CalendarDate | null; state: string }>;
const foundColumns = ['instance.id', 'instance.due_on', 'instance.state'] as const;

/**
 * The most pressing instances of each reason that she can have, each with the nearest: by name, by organisation, by school, by default; a
 * decision stands alone. A query for each reason, for PostgreSQL keeps what it has planned of each; to plan all of them in one took longer
 * than to run it.
 */
async function findNearest(db: Db, holder: TaskHolder, window: TaskWindow): Promise<Map<string, TaskReason>> {
  const found = new Map<string, Reached>();
  for (const [reason, query] of queriesOf(db, holder, window)) {
    // One transaction has one connection: they could not run at once.
    // oxlint-disable-next-line no-await-in-loop
    for (const row of await firstOf(db, query, window)) {
      const known = found.get(row.id);
      if (known === undefined || isNearer(reason, known.reason)) found.set(row.id, { ...row, reason });
    }
  }
  const first = [...found.values()].sort(inOrder).slice(0, window.max);
  return new Map(first.map(({ id, reason }) => [id, reason]));
}

type Reached = { readonly id: string; readonly due_on: CalendarDate | null; readonly reason: TaskReason };

function queriesOf(db: Db, holder: TaskHolder, window: TaskWindow): (readonly [TaskReason, Found])[] {
  const { accepting, controlledPlanIds } = holder;
  const queries: (readonly [TaskReason, Found])[] = [['assignee', assigned(db, holder)]];
  if (holder.namedIn.length > 0) queries.push(['party', ofParty(db, holder, window)]);
  if (holder.schoolIds.length > 0) queries.push(['school', ofSchool(db, holder)]);
  if (holder.keptPlanIds.length > 0) queries.push(['keeper', ofKeeper(db, holder, window)]);
  if (controlledPlanIds.length > 0) {
    const controlled = { ownSchools: holder.ownSchools, planIds: controlledPlanIds };
    queries.push(['acceptor', submittedOfPlans(db, holder.personId, controlled).select(foundColumns)]);
  }
  if (accepting === null) return queries;
  queries.push(['acceptor', toAccept(db, accepting).select(foundColumns)]);
  if (accepting.nearer.length > 0)
    queries.push(['acceptor', submittedByNearer(db, accepting).select(foundColumns)]);
  return queries;
}

const isNearer = (one: TaskReason, other: TaskReason): boolean =>
  TaskReason.options.indexOf(one) < TaskReason.options.indexOf(other);

/** As the database orders them: by day, those without one last, then by id. */
const inOrder = (one: Reached, other: Reached): number =>
  compare(one.due_on ?? '~', other.due_on ?? '~') || compare(one.id, other.id);
const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** What is not among the first of its reasons is not among the first of all. */
async function firstOf(db: Db, query: Found, { until, max }: TaskWindow) {
  return db
    .selectFrom(query.as('found'))
    .select(['id', 'due_on'])
    .where((eb) =>
      eb.or([eb('due_on', '<=', until), eb('due_on', 'is', null), eb('state', '=', sql.lit('submitted'))]),
    )
    .orderBy('due_on', (order) => order.asc().nullsLast())
    .orderBy('id')
    .limit(max)
    .execute();
}

const assigned = (db: Reader, holder: TaskHolder) =>
  db
    .selectFrom('instance')
    .select(foundColumns)
    .where('assignee_id', '=', holder.personId)
    .where('state', 'in', listed(executorStates));

const ofSchool = (db: Reader, holder: TaskHolder) =>
  db
    .selectFrom('instance')
    .select(foundColumns)
    .where('school_id', '=', anyOf(holder.schoolIds))
    .where('state', 'in', listed(executorStates));

const ofParty = (db: Db, { ownSchools, namedIn }: TaskHolder, window: TaskWindow) => {
  const terms = openTerms(db, window, { ownSchools, planIds: null });
  return instancesOfNearest(db, terms.where('counted.activity_id', '=', anyOf(namedIn)), window);
};

/** Common instances of the plans she keeps for which nobody known to the system answers. */
const ofKeeper = (db: Db, { keptPlanIds }: TaskHolder, window: TaskWindow) => {
  const terms = openTerms(db, window, { ownSchools: [], planIds: keptPlanIds });
  const ofNobody = terms.where('counted.of_schools', '=', sql.lit(false)).where((eb) =>
    eb.not(
      eb.exists(
        eb
          .selectFrom('activity_party')
          .select('activity_party.id')
          .whereRef('activity_party.activity_id', '=', 'counted.activity_id')
          .where((own) => own.or([own('org_unit_id', 'is not', null), own('person_id', 'is not', null)])),
      ),
    ),
  );
  return instancesOfNearest(db, ofNobody, window, 'common');
};

/** Terms that wait for their executors within the window; those of own schools are counted one by one. */
function openTerms(db: Reader, window: TaskWindow, sight: TallySight) {
  return db
    .selectFrom(tallied(db, sight).as('counted'))
    .where(sql<boolean>`${openCount} > 0`)
    .where((eb) => eb.or([eb('counted.due_on', '<=', window.until), eb('counted.due_on', 'is', null)]));
}

const openCount = countOf(executorStates);

/** Open instances of the nearest terms: of as many as hold the first `max` instances, and no more are read. */
function instancesOfNearest(
  db: Db,
  terms: ReturnType<typeof openTerms>,
  { max }: TaskWindow,
  which: 'all' | 'common' = 'all',
) {
  const order = sql`order by counted.due_on asc nulls last, counted.activity_id`;
  const counted = terms
    .select(['counted.activity_id', 'counted.due_on'])
    .select(
      sql<number>`sum(${openCount}) over (${order} rows unbounded preceding) - ${openCount}`.as('nearer'),
    );
  const withTerms = db.with('term', (cte) =>
    cte
      .selectFrom(counted.as('ranked'))
      .select(['activity_id', 'due_on'])
      .distinct()
      .where('nearer', '<', max),
  );
  const openOf = (reader: Pick<typeof withTerms, 'selectFrom'>) =>
    reader
      .selectFrom('term')
      .innerJoin('instance', 'instance.activity_id', 'term.activity_id')
      .where('instance.state', 'in', listed(executorStates))
      .$if(which === 'common', (query) => query.where('instance.school_id', 'is', null))
      .select(foundColumns);
  // Not `is not distinct from`, for which no index serves.
  return openOf(withTerms)
    .whereRef('instance.due_on', '=', 'term.due_on')
    .unionAll((reader) =>
      openOf(reader).where('term.due_on', 'is', null).where('instance.due_on', 'is', null),
    );
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

/** Plans that the person controls, those with most to see to first. */
export async function listControlledPlans(
  db: Db,
  { controlledPlanIds, ownSchools }: Pick<TaskHolder, 'controlledPlanIds' | 'ownSchools'>,
  today: CalendarDate,
): Promise<ControlledPlan[]> {
  if (controlledPlanIds.length === 0) return [];
  const counted = tallied(db, { ownSchools, planIds: controlledPlanIds }).as('counted');
  const rows = await db
    .selectFrom('plan')
    .innerJoin(counted, 'counted.plan_id', 'plan.id')
    .select(['plan.id', 'plan.title', lateSum(today), sql<number>`sum(submitted)::int`.as('submitted')])
    .where('plan.state', '=', 'in-force')
    .groupBy('plan.id')
    .orderBy('late', 'desc')
    .orderBy('plan.title')
    .execute();
  return rows.map((row) => ({
    planId: row.id,
    title: row.title,
    lateCount: row.late,
    submittedCount: row.submitted,
  }));
}
