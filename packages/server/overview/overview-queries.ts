import { sql } from 'kysely';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import type { DueInstance } from '@opora/domain/overview/overview.ts';
import { canBeLate, InstanceState } from '@opora/domain/plans/instance-state.ts';
import type { Db } from '../platform/database.ts';

/** States in which an instance waits for its executor, as in `canBeLate`. */
const waitingStates = InstanceState.options.filter((state) => canBeLate(state));

export type Tally = {
  readonly state: InstanceState;
  readonly count: number;
  /** How many of them were due before the day asked for. */
  readonly overdue: number;
};

/** Instances of each territory: the municipality, or the region itself for what belongs to all. */
export async function tallyByTerritory(
  db: Db,
  today: CalendarDate,
): Promise<(Tally & { readonly unitId: string; readonly name: string })[]> {
  const rows = await db
    .with('tally', (part) =>
      part
        .selectFrom('instance')
        .select((eb) => [
          sql<string>`subpath(scope, 0, least(nlevel(scope), 2))`.as('territory'),
          'state',
          eb.fn.countAll<number>().as('count'),
          eb.fn.countAll<number>().filterWhere('due_on', '<', today).as('overdue'),
        ])
        .groupBy(['territory', 'state']),
    )
    .selectFrom('tally')
    .innerJoin('org_unit', 'org_unit.scope', 'tally.territory')
    .select(['org_unit.id', 'org_unit.name', 'tally.state', 'tally.count', 'tally.overdue'])
    .orderBy('org_unit.kind', 'desc')
    .orderBy('org_unit.name')
    .execute();
  return rows.map((row) => ({ ...tally(row), unitId: row.id, name: row.name }));
}

export type SectionTally = Tally & {
  readonly planId: string;
  readonly planTitle: string;
  readonly ownerName: string;
  readonly sectionId: string | null;
  readonly sectionTitle: string | null;
};

/** Instances of each section of each plan in force, in the order of the plans' acts and of the sections. */
export async function tallyBySection(db: Db, today: CalendarDate): Promise<SectionTally[]> {
  const rows = await db
    .with('tally', (part) =>
      part
        .selectFrom('instance')
        .innerJoin('activity', 'activity.id', 'instance.activity_id')
        .select((eb) => [
          'instance.plan_id',
          'activity.section_id',
          'instance.state',
          eb.fn.countAll<number>().as('count'),
          eb.fn.countAll<number>().filterWhere('instance.due_on', '<', today).as('overdue'),
        ])
        .groupBy(['instance.plan_id', 'activity.section_id', 'instance.state']),
    )
    .selectFrom('tally')
    .innerJoin('plan', 'plan.id', 'tally.plan_id')
    .innerJoin('org_unit', 'org_unit.id', 'plan.owner_unit_id')
    .leftJoin('plan_section', 'plan_section.id', 'tally.section_id')
    .select(['tally.plan_id', 'plan.title as plan_title', 'org_unit.name as owner_name'])
    .select(['tally.section_id', 'plan_section.title as section_title'])
    .select(['tally.state', 'tally.count', 'tally.overdue'])
    .where('plan.state', '=', 'in-force')
    .orderBy('plan.act_on', (order) => order.desc().nullsLast())
    .orderBy('plan.id')
    .orderBy('plan_section.position', (order) => order.asc().nullsFirst())
    .execute();
  return rows.map((row) => ({
    ...tally(row),
    planId: row.plan_id,
    planTitle: row.plan_title,
    ownerName: row.owner_name,
    sectionId: row.section_id,
    sectionTitle: row.section_title,
  }));
}

function tally(row: { state: string; count: number; overdue: number }): Tally {
  return { state: InstanceState.parse(row.state), count: row.count, overdue: row.overdue };
}

type Days = { readonly from: CalendarDate | null; readonly to: CalendarDate };

/** Instances that wait for their executor and are due within the days (inclusive), the earliest first. */
export async function listDue(db: Db, { from, to }: Days, max: number): Promise<DueInstance[]> {
  const rows = await due(db, { from, to })
    .innerJoin('activity', 'activity.id', 'instance.activity_id')
    .innerJoin('plan', 'plan.id', 'instance.plan_id')
    .leftJoin('org_unit', 'org_unit.id', 'instance.school_id')
    .select(['instance.id', 'instance.activity_id', 'instance.plan_id', 'instance.due_on'])
    .select(['plan.title as plan_title', 'plan.act_type', 'plan.act_number'])
    .select(['activity.printed_no', 'activity.title'])
    .select('org_unit.short_name as school_name')
    .orderBy('instance.due_on')
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
    dueOn: row.due_on ?? to,
  }));
}

export async function countDueByDay(db: Db, days: Days): Promise<{ dueOn: CalendarDate; count: number }[]> {
  const rows = await due(db, days)
    .select((eb) => ['instance.due_on', eb.fn.countAll<number>().as('count')])
    .groupBy('instance.due_on')
    .orderBy('instance.due_on')
    .execute();
  return rows.map((row) => ({ dueOn: row.due_on ?? days.to, count: row.count }));
}

function due(db: Db, { from, to }: Days) {
  const open = db
    .selectFrom('instance')
    .where('instance.state', 'in', waitingStates)
    .where('instance.due_on', '<=', to);
  return from === null ? open : open.where('instance.due_on', '>=', from);
}
