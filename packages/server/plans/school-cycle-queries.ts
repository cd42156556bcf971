import { type ExpressionBuilder, sql, type SqlBool } from 'kysely';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import type {
  SchoolDocument,
  SchoolInstance,
  SchoolPart,
  SchoolPlan,
} from '@opora/domain/plans/school-cycle.ts';
import { DeadlineValue } from '@opora/domain/plans/deadline-value.ts';
import { InstanceState } from '@opora/domain/plans/instance-state.ts';
import { PlanState } from '@opora/domain/plans/plan.ts';
import type { DB } from '../platform/database.gen.ts';
import type { Db } from '../platform/database.ts';
import { presentEvidence, selectEvidence } from './evidence-queries.ts';
import { listed, waitingStates } from './tally-queries.ts';

/** A school with its branches, and the activities whose common instances they answer for. */
export type SchoolSide = {
  readonly orgUnitId: string;
  readonly unitIds: readonly string[];
  readonly unitScopes: readonly string[];
  readonly activityIds: readonly string[];
};

export async function findSchoolSide(db: Db, orgUnitId: string): Promise<SchoolSide> {
  const units = await db
    .selectFrom('org_unit')
    .select(['id', 'scope'])
    .where((eb) =>
      eb.or([eb('id', '=', orgUnitId), eb.and([eb('parent_id', '=', orgUnitId), eb('kind', '=', 'branch')])]),
    )
    .execute();
  const unitIds = units.map(({ id }) => id);
  const activities = await db
    .selectFrom('activity_party')
    .select('activity_id')
    .distinct()
    .where('org_unit_id', 'in', unitIds)
    .execute();
  return {
    orgUnitId,
    unitIds,
    unitScopes: units.map(({ scope }) => scope),
    activityIds: activities.map((row) => row.activity_id),
  };
}

const anyOf = (ids: readonly string[]) => sql<string>`any(${ids}::uuid[])`;

/** Arrays of ids and no subqueries: equality on uuid may pass below row security, so both sides find their index. */
const isOfSchool =
  ({ unitIds, activityIds }: SchoolSide) =>
  (eb: ExpressionBuilder<DB, 'instance'>) =>
    eb.or([
      eb('instance.school_id', '=', anyOf(unitIds)),
      eb.and([eb('instance.school_id', 'is', null), eb('instance.activity_id', '=', anyOf(activityIds))]),
    ]);

export type PlanTally = {
  readonly planId: string;
  readonly state: InstanceState;
  readonly count: number;
  /** Waiting for the executor past their day. */
  readonly late: number;
};

export async function tallyByPlan(db: Db, side: SchoolSide, today: CalendarDate): Promise<PlanTally[]> {
  const rows = await db
    .selectFrom('instance')
    .select((eb) => [
      'plan_id',
      'state',
      eb.fn.countAll<number>().as('count'),
      eb.fn
        .countAll<number>()
        .filterWhere('due_on', '<', today)
        .filterWhere('state', 'in', listed(waitingStates))
        .as('late'),
    ])
    .where(isOfSchool(side))
    .groupBy(['plan_id', 'state'])
    .execute();
  return rows.map(({ plan_id: planId, state, count, late }) => ({
    planId,
    state: InstanceState.parse(state),
    count,
    late,
  }));
}

/** Plans that name the school among their participants, and those of `planIds`; the newest act first. */
export async function listPlansOfSchool(
  db: Db,
  side: SchoolSide,
  planIds: readonly string[],
): Promise<Omit<SchoolPlan, 'counts' | 'late'>[]> {
  const rows = await db
    .selectFrom('plan')
    .innerJoin('org_unit', 'org_unit.id', 'plan.owner_unit_id')
    .leftJoin('plan_school as part', (join) =>
      join.onRef('part.plan_id', '=', 'plan.id').on('part.org_unit_id', '=', side.orgUnitId),
    )
    .select(['plan.id', 'plan.title', 'plan.act_type', 'plan.act_number', 'plan.act_on', 'plan.state'])
    .select(['org_unit.name as owner_name', 'part.from_on', 'part.until_on'])
    .where((eb) =>
      eb.or([
        eb('plan.id', '=', anyOf(planIds)),
        eb(
          'plan.id',
          'in',
          eb.selectFrom('plan_school').select('plan_id').where('org_unit_id', '=', anyOf(side.unitIds)),
        ),
      ]),
    )
    .distinctOn(['plan.act_on', 'plan.id'])
    .orderBy('plan.act_on', (order) => order.desc().nullsLast())
    .orderBy('plan.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    actType: row.act_type,
    actNumber: row.act_number,
    actOn: row.act_on,
    ownerName: row.owner_name,
    state: PlanState.parse(row.state),
    fromOn: row.from_on,
    untilOn: row.until_on,
  }));
}

/** Where a page begins: the value it is ordered by and the id of the last row seen. */
export type Cursor = readonly [value: string, id: string];

type Paged<Row> = { readonly row: Row; readonly cursor: Cursor };
type PageOf = { readonly after: Cursor | null; readonly max: number };

/** What has no day stands after what has one. */
const dueDay = sql<string>`coalesce(instance.due_on, date '9999-12-31')`;

export async function listInstancesOfSchool(
  db: Db,
  side: SchoolSide,
  { part, today, after, max }: PageOf & { readonly part: SchoolPart; readonly today: CalendarDate },
): Promise<Paged<SchoolInstance>[]> {
  const isLast = part === 'accepted';
  const direction = isLast ? 'desc' : 'asc';
  const seen = sql<SqlBool>`(${dueDay}, instance.id) ${sql.raw(isLast ? '<' : '>')} (${after?.[0]}::date, ${after?.[1]}::uuid)`;
  const rows = await db
    .selectFrom('instance')
    .innerJoin('activity', 'activity.id', 'instance.activity_id')
    .innerJoin('plan', 'plan.id', 'instance.plan_id')
    .leftJoin('org_unit as school', 'school.id', 'instance.school_id')
    .select(['instance.id', 'instance.activity_id', 'instance.plan_id', 'instance.school_id'])
    .select(['instance.label', 'instance.due_on', 'instance.state', dueDay.as('due_day')])
    .select(['activity.printed_no', 'activity.title', 'activity.deadline'])
    .select(['plan.title as plan_title', 'plan.act_type', 'plan.act_number', 'school.short_name'])
    .where(isOfSchool(side))
    .where((eb) => isInPart(eb, part, today))
    .$if(after !== null, (query) => query.where(seen))
    .orderBy(dueDay, direction)
    .orderBy('instance.id', direction)
    .limit(max)
    .execute();
  return rows.map((row) => ({
    cursor: [row.due_day, row.id],
    row: {
      instanceId: row.id,
      activityId: row.activity_id,
      planId: row.plan_id,
      no: row.printed_no,
      title: row.title,
      deadline: DeadlineValue.parse(row.deadline).raw,
      label: row.label,
      dueOn: row.due_on,
      state: InstanceState.parse(row.state),
      planTitle: row.plan_title,
      actType: row.act_type,
      actNumber: row.act_number,
      branchName: row.school_id === side.orgUnitId ? null : row.short_name,
    },
  }));
}

/** The parts of `progressParts`, so that the lists add up to the figures over them. */
function isInPart(eb: ExpressionBuilder<DB, 'instance'>, part: SchoolPart, today: CalendarDate) {
  const isLate = eb.and([
    eb('instance.state', 'in', listed(waitingStates)),
    eb('instance.due_on', '<', today),
  ]);
  switch (part) {
    case 'late':
      return isLate;
    case 'accepted':
      return eb('instance.state', '=', 'accepted');
    case 'waits':
      return eb('instance.state', '=', 'submitted');
    case 'ahead':
      return eb.or([
        eb('instance.state', '=', 'before-approval'),
        eb.and([
          eb('instance.state', 'in', listed(waitingStates)),
          eb.or([eb('instance.due_on', '>=', today), eb('instance.due_on', 'is', null)]),
        ]),
      ]);
  }
}

export async function listDocumentsOfSchool(
  db: Db,
  side: SchoolSide,
  { after, max }: PageOf,
): Promise<Paged<SchoolDocument>[]> {
  const exactAt = sql<string>`to_char(evidence.given_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
  const rows = await selectEvidence(db)
    .innerJoin('instance', 'instance.id', 'evidence.instance_id')
    .innerJoin('activity', 'activity.id', 'evidence.activity_id')
    .select(['activity.printed_no', 'activity.title as activity_title', exactAt.as('exact_at')])
    .where(isOfSchool(side))
    // Of a common instance only what the school gave: the rest is its neighbours'.
    .where('evidence.scope', '=', sql<string>`any(${side.unitScopes}::public.ltree[])`)
    .where('evidence.kind', 'in', ['document', 'file', 'link'])
    .$if(after !== null, (query) =>
      query.where(
        sql<SqlBool>`(evidence.given_at, evidence.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`,
      ),
    )
    .orderBy('evidence.given_at', 'desc')
    .orderBy('evidence.id', 'desc')
    .limit(max)
    .execute();
  return rows.map((row) => ({
    cursor: [row.exact_at, row.id],
    row: {
      instanceId: row.instance_id,
      activityId: row.activity_id,
      planId: row.plan_id,
      no: row.printed_no,
      title: row.activity_title,
      evidence: presentEvidence(row),
    },
  }));
}
