import { sql } from 'kysely';
import { entryOf } from '../platform/transaction.ts';
import type { Actor } from '@opora/domain/basics/actor.ts';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { canBeLate, InstanceState } from '@opora/domain/plans/instance-state.ts';
import type { StateCounts, Term } from '@opora/domain/plans/plan.ts';
import type { Db } from '../platform/database.ts';

/** Of whose counts a page speaks. */
export type TallySight = {
  /**
   * Schools whose instances she sees without seeing their municipality: a director's own school, and the one above a branch. The tally
   * counts their instances among neighbours', so these are counted one by one. Empty for who sees whole municipalities.
   */
  readonly ownSchools: readonly string[];
  /** Plans of which she sees a row, when she sees a part of the region: so few are found by an index. */
  readonly planIds: readonly string[] | null;
};

export async function findTallySight(db: Db, actor: Actor): Promise<TallySight> {
  const { scopes } = entryOf(actor);
  const isWide = scopes.some((scope) => !scope.includes('.'));
  const planIds = isWide ? [] : await findNearPlans(db, scopes);
  return {
    ownSchools: await findOwnSchools(db, actor),
    planIds: isWide || planIds.length > fewPlansMax ? null : planIds,
  };
}

/** Of counts in these plans alone. */
export async function findTallySightIn(
  db: Db,
  actor: Actor,
  planIds: readonly string[],
): Promise<TallySight> {
  return { ownSchools: await findOwnSchools(db, actor), planIds };
}

/** So many are sooner found by an index than among all. */
const fewPlansMax = 40;

async function findNearPlans(db: Db, scopes: readonly string[]): Promise<string[]> {
  const above = [...new Set(scopes.flatMap(nodesAbove))];
  const { rows } = await sql<{
    id: string;
  }>`select id from find_near_plans(${above}::public.ltree[])`.execute(db);
  return rows.map(({ id }) => id);
}

const nodesAbove = (scope: string): string[] =>
  scope.split('.').map((_, at, labels) => labels.slice(0, at + 1).join('.'));

/** As of `TallySight`. */
export async function findOwnSchools(db: Db, actor: Actor): Promise<string[]> {
  const { scopes } = entryOf(actor);
  const deep = scopes.filter((scope) => scope.split('.').length > territoryDepth);
  if (deep.length === 0) return [];
  const rows = await db
    .selectFrom('org_unit')
    .select('id')
    .where('kind', 'in', ['school', 'branch'])
    .where((eb) =>
      eb.or([
        sql<boolean>`scope operator(public.<@) any(${deep}::public.ltree[])`,
        eb('scope', '=', sql<string>`any(${deep.flatMap(nodesAbove)}::public.ltree[])`),
      ]),
    )
    .execute();
  return rows.map(({ id }) => id);
}

/** The region and the municipality: as deep as `tally_scope` of the database counts schools together. */
const territoryDepth = 2;

/** What the policies compare with, worked out once a query. */
const sight = sql`(select sight())::public.ltree[]`;

const columnOf = (state: InstanceState) => state.replaceAll('-', '_') as TallyColumn;
type TallyColumn =
  | 'planned'
  | 'in_progress'
  | 'submitted'
  | 'returned'
  | 'postponed'
  | 'accepted'
  | 'cancelled'
  | 'before_approval';
const columns = InstanceState.options.map((state) => [state, columnOf(state)] as const);

/**
 * All instances that the actor may see, counted: rows of the tally, and of her own schools each instance as a row of one. Whatever is
 * summed from it is exact.
 */
export function tallied(db: Pick<Db, 'selectFrom'>, { ownSchools, planIds }: TallySight) {
  const seen = db
    .selectFrom('activity_tally')
    .select(['activity_id', 'plan_id', 'scope', 'of_schools', 'label', 'starts_on', 'due_on'])
    .select(InstanceState.options.map(columnOf));
  const whole = planIds === null ? seen : seen.where('plan_id', '=', sql<string>`any(${planIds}::uuid[])`);
  if (ownSchools.length === 0) return whole;
  const own = db
    .selectFrom('instance')
    .select(['activity_id', 'plan_id', sql<string>`tally_scope(scope, school_id)`.as('scope')])
    .select([sql<boolean>`true`.as('of_schools'), 'label', 'starts_on', 'due_on'])
    .select(
      InstanceState.options.map((state) => sql<number>`(state = ${sql.lit(state)})::int`.as(columnOf(state))),
    )
    .where('school_id', '=', sql<string>`any(${ownSchools}::uuid[])`)
    // Not those that a row of the tally she sees has counted.
    .where(
      sql<boolean>`not (tally_scope(scope, school_id) <@ any (${sight}) or executors <@ any (${sight}))`,
    );
  return whole.unionAll(own);
}

/** Sums of the states, by their columns. */
export const stateSums = InstanceState.options.map((state) =>
  sql<number>`sum(${sql.ref(columnOf(state))})::int`.as(columnOf(state)),
);

/** States in which an instance waits for its executor. */
export const waitingStates = InstanceState.options.filter((state) => canBeLate(state));

/** States as words of the query and not as its values: a plan that is kept for any values uses no index of some states only. */
export const listed = (states: readonly InstanceState[]) =>
  sql<InstanceState>`(${sql.join(states.map((state) => sql.lit(state)))})`;

/** How many are in one of the states. */
export const countOf = (states: readonly InstanceState[]) =>
  sql<number>`(${sql.join(
    states.map((state) => sql.ref(columnOf(state))),
    sql` + `,
  )})`;

/** How many wait for their executor. */
export const waitingCount = countOf(waitingStates);

/** How many wait for their executor and were due before the day. */
export const lateSum = (today: CalendarDate) =>
  sql<number>`coalesce(sum(${waitingCount}) filter (where due_on < ${today}), 0)::int`.as('late');

/** States with none are left out. */
export function countsIn(row: Readonly<Record<TallyColumn, number>>): StateCounts {
  const counts: StateCounts = {};
  for (const [state, column] of columns) if (row[column] > 0) counts[state] = row[column];
  return counts;
}

/** What was done of each plan. */
export async function countsByPlan(
  db: Db,
  actor: Actor,
  today: CalendarDate,
): Promise<Map<string, { counts: StateCounts; late: number }>> {
  const rows = await db
    .selectFrom(tallied(db, await findTallySight(db, actor)).as('counted'))
    .select('plan_id')
    .select([...stateSums, lateSum(today)])
    .groupBy('plan_id')
    .execute();
  return new Map(rows.map((row) => [row.plan_id, { counts: countsIn(row), late: row.late }]));
}

/** Terms of each activity in order of time; of these activities alone, when they are named. */
export async function termsOfPlan(
  db: Db,
  actor: Actor,
  planId: string,
  activityIds: readonly string[] | null = null,
): Promise<Map<string, Term[]>> {
  const rows = await db
    .selectFrom(tallied(db, await findTallySightIn(db, actor, [planId])).as('counted'))
    .select(['activity_id', 'label', 'starts_on', 'due_on'])
    .select(stateSums)
    .where('plan_id', '=', planId)
    .$if(activityIds !== null, (query) =>
      query.where('activity_id', '=', sql<string>`any(${activityIds}::uuid[])`),
    )
    .groupBy(['activity_id', 'label', 'starts_on', 'due_on'])
    .orderBy('due_on', (order) => order.asc().nullsLast())
    .orderBy('starts_on', (order) => order.asc().nullsLast())
    .orderBy('label')
    .execute();
  const terms = new Map<string, Term[]>();
  for (const row of rows) {
    const term = { label: row.label, startsOn: row.starts_on, dueOn: row.due_on, counts: countsIn(row) };
    const known = terms.get(row.activity_id);
    if (known === undefined) terms.set(row.activity_id, [term]);
    else known.push(term);
  }
  return terms;
}
