import { sql } from 'kysely';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import type { DueInstance } from '@opora/domain/overview/overview.ts';
import type { StateCounts } from '@opora/domain/plans/plan.ts';
import type { Db } from '../platform/database.ts';
import {
  countsIn,
  lateSum,
  listed,
  stateSums,
  tallied,
  waitingCount,
  waitingStates,
  type TallySight,
} from '../plans/tally-queries.ts';

/** What was counted: instances by state, and how many of them are late. */
export type Tally = { readonly counts: StateCounts; readonly late: number };

export type PlanTally = Tally & { readonly planId: string; readonly territory: string };

/** Counted instances of each plan by the node they belong to: a municipality, or the region for what belongs to all. */
export async function tallyPlans(db: Db, sight: TallySight, today: CalendarDate): Promise<PlanTally[]> {
  const rows = await db
    .selectFrom(tallied(db, sight).as('counted'))
    .select(['plan_id', 'scope', ...stateSums, lateSum(today)])
    .groupBy(['plan_id', 'scope'])
    .execute();
  return rows.map((row) => ({
    planId: row.plan_id,
    territory: territoryOf(row.scope),
    counts: countsIn(row),
    late: row.late,
  }));
}

export type SectionTally = PlanTally & { readonly sectionId: string | null };

/** As above, and by section too; null for activities outside of any. */
export async function tallySections(db: Db, sight: TallySight, today: CalendarDate): Promise<SectionTally[]> {
  const rows = await db
    // By activity first: a section is looked up once for each, not for each of its terms.
    .with('ofActivity', (part) =>
      part
        .selectFrom(tallied(part, sight).as('counted'))
        .select(['activity_id', 'plan_id', 'scope', ...stateSums, lateSum(today)])
        .groupBy(['activity_id', 'plan_id', 'scope']),
    )
    .selectFrom('ofActivity as counted')
    .leftJoin('activity', 'activity.id', 'counted.activity_id')
    .select(['counted.plan_id', 'counted.scope', 'activity.section_id', ...stateSums])
    .select(sql<number>`sum(late)::int`.as('late'))
    .groupBy(['counted.plan_id', 'counted.scope', 'activity.section_id'])
    .execute();
  return rows.map((row) => ({
    planId: row.plan_id,
    territory: territoryOf(row.scope),
    sectionId: row.section_id,
    counts: countsIn(row),
    late: row.late,
  }));
}

const territoryOf = (scope: string): string => scope.split('.', 2).join('.');

/** Organisations at these nodes: municipalities by name, then the region. */
export async function listTerritories(
  db: Db,
  scopes: readonly string[],
): Promise<{ id: string; name: string; scope: string }[]> {
  return db
    .selectFrom('org_unit')
    .select(['id', 'name', 'scope'])
    .where('scope', '=', sql<string>`any(${scopes}::public.ltree[])`)
    .orderBy('kind', 'desc')
    .orderBy('name')
    .execute();
}

export type PlanInForce = { readonly id: string; readonly title: string; readonly ownerName: string };

/** The newest act first. */
export async function listPlansInForce(db: Db, ids: readonly string[]): Promise<PlanInForce[]> {
  const rows = await db
    .selectFrom('plan')
    .innerJoin('org_unit', 'org_unit.id', 'plan.owner_unit_id')
    .select(['plan.id', 'plan.title', 'org_unit.name as owner_name'])
    .where('plan.id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('plan.state', '=', 'in-force')
    .where('plan.kind', '=', 'plan')
    .orderBy('plan.act_on', (order) => order.desc().nullsLast())
    .orderBy('plan.id')
    .execute();
  return rows.map(({ id, title, owner_name: ownerName }) => ({ id, title, ownerName }));
}

/** In the order of each plan. */
export async function listSectionTitles(
  db: Db,
  planIds: readonly string[],
): Promise<{ id: string; title: string }[]> {
  return db
    .selectFrom('plan_section')
    .select(['id', 'title'])
    .where('plan_id', '=', sql<string>`any(${planIds}::uuid[])`)
    .orderBy('position')
    .execute();
}

type Days = { readonly from: CalendarDate | null; readonly to: CalendarDate };

/** Instances that wait for their executor and are due within the days (inclusive), the earliest first. */
export async function listDue(
  db: Db,
  sight: TallySight,
  { days, max }: { readonly days: Days; readonly max: number },
): Promise<DueInstance[]> {
  const rows = await db
    // So many terms have at least so many instances: only theirs are read.
    .with('term', (part) =>
      dueTerms(part, sight, days)
        .select(['counted.activity_id', 'counted.due_on'])
        .distinct()
        .orderBy('due_on')
        .orderBy('activity_id')
        .limit(max),
    )
    .selectFrom('term')
    .innerJoin('instance', (join) =>
      join
        .onRef('instance.activity_id', '=', 'term.activity_id')
        .onRef('instance.due_on', '=', 'term.due_on')
        .on('instance.state', 'in', listed(waitingStates)),
    )
    .innerJoin('activity', 'activity.id', 'instance.activity_id')
    .innerJoin('plan', 'plan.id', 'instance.plan_id')
    .leftJoin('org_unit', 'org_unit.id', 'instance.school_id')
    .select(['instance.id', 'instance.activity_id', 'instance.plan_id', 'instance.due_on'])
    .select(['plan.title as plan_title', 'plan.act_type', 'plan.act_number'])
    .select(['activity.printed_no', 'activity.title'])
    .select('org_unit.short_name as school_name')
    .orderBy('instance.due_on')
    .orderBy('instance.activity_id')
    .orderBy('instance.id')
    .limit(max)
    .execute();
  return rows.map((row) => ({
    instanceId: row.id,
    activityId: row.activity_id,
    planId: row.plan_id,
    actType: row.act_type,
    actNumber: row.act_number,
    planTitle: row.plan_title,
    no: row.printed_no,
    title: row.title,
    schoolName: row.school_name,
    // The query asks for dated ones only.
    dueOn: row.due_on ?? days.to,
  }));
}

export async function countDueByDay(
  db: Db,
  sight: TallySight,
  days: Days,
): Promise<{ dueOn: CalendarDate; count: number }[]> {
  const rows = await dueTerms(db, sight, days)
    .select(['due_on', sql<number>`sum(${waitingCount})::int`.as('count')])
    .groupBy('due_on')
    .orderBy('due_on')
    .execute();
  return rows.map((row) => ({ dueOn: row.due_on ?? days.to, count: row.count }));
}

/** Terms of plans in force of which somebody is still waited for. */
function dueTerms(db: Pick<Db, 'selectFrom'>, sight: TallySight, { from, to }: Days) {
  const open = db
    .selectFrom(tallied(db, sight).as('counted'))
    // An executor may see an instance and not its plan.
    .innerJoin('plan', 'plan.id', 'counted.plan_id')
    .where('plan.kind', '=', 'plan')
    .where('plan.state', '=', 'in-force')
    .where(sql<boolean>`${waitingCount} > 0`)
    .where('due_on', '<=', to);
  return from === null ? open : open.where('due_on', '>=', from);
}
