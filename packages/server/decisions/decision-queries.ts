import { sql } from 'kysely';
import type { DecisionTask } from '@opora/domain/decisions/hearing.ts';
import type { DueCounts } from '@opora/domain/decisions/month-dynamics.ts';
import { DeadlineValue } from '@opora/domain/plans/deadline-value.ts';
import { InstanceState } from '@opora/domain/plans/instance-state.ts';
import type { Db } from '../platform/database.ts';
import { countsIn, stateSums, tallied } from '../plans/tally-queries.ts';

/** Tasks out of the protocols of a school, the latest hearing first, each hearing's in the order of its protocol. */
export async function listDecisionTasks(db: Db, schoolId: string): Promise<DecisionTask[]> {
  const rows = await db
    .selectFrom('hearing')
    .innerJoin('plan', 'plan.id', 'hearing.plan_id')
    .innerJoin('activity', 'activity.plan_id', 'plan.id')
    .innerJoin('instance', 'instance.activity_id', 'activity.id')
    .select(['hearing.id as hearing_id', 'plan.act_on', 'plan.act_number', 'plan.id as plan_id'])
    .select(['hearing.on_date', 'activity.id as activity_id', 'activity.printed_no', 'activity.title'])
    .select(['activity.deadline', 'instance.id', 'instance.due_on', 'instance.state', 'instance.accepted_at'])
    .select((eb) =>
      eb
        .selectFrom('activity_party')
        .select(sql<string>`string_agg(raw, ', ' order by position)`.as('raw'))
        .whereRef('activity_party.activity_id', '=', 'activity.id')
        .as('responsible'),
    )
    .where('hearing.school_id', '=', schoolId)
    .orderBy('hearing.on_date', 'desc')
    .orderBy('hearing.id')
    .orderBy('activity.position')
    .orderBy('instance.due_on')
    .orderBy('instance.id')
    .limit(tasksMax)
    .execute();
  return rows.map((row) => ({
    hearingId: row.hearing_id,
    heldOn: row.act_on ?? row.on_date,
    protocolNumber: row.act_number ?? '',
    planId: row.plan_id,
    activityId: row.activity_id,
    instanceId: row.id,
    no: row.printed_no,
    text: row.title,
    responsible: row.responsible ?? '',
    deadline: DeadlineValue.parse(row.deadline).raw,
    dueOn: row.due_on,
    state: InstanceState.parse(row.state),
    acceptedAt: row.accepted_at?.toISOString() ?? null,
  }));
}

/** Some years of a school's hearings. */
const tasksMax = 300;

/** Plans in force in which the schools take part, protocols left out. */
export async function listPlansOfSchools(
  db: Db,
  unitIds: readonly string[],
): Promise<{ id: string; title: string; actType: string | null; actNumber: string | null }[]> {
  return db
    .selectFrom('plan')
    .select(['id', 'title', 'act_type as actType', 'act_number as actNumber'])
    .where('state', '=', 'in-force')
    .where('kind', '=', 'plan')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('plan_school')
        .select('plan_id')
        .where('org_unit_id', '=', sql<string>`any(${unitIds}::uuid[])`)
        .where('until_on', 'is', null),
    )
    .orderBy('act_on')
    .orderBy('id')
    .execute();
}

type Days = { readonly from: string; readonly to: string };

/** What the schools themselves had to do within the days, by last day. */
export async function countDueOfSchools(
  db: Db,
  { planIds, unitIds }: { readonly planIds: readonly string[]; readonly unitIds: readonly string[] },
  { from, to }: Days,
): Promise<DueCounts[]> {
  const rows = await db
    .selectFrom('instance')
    .select(['due_on', 'state', (eb) => eb.fn.countAll<number>().as('count')])
    .where('school_id', '=', sql<string>`any(${unitIds}::uuid[])`)
    .where('plan_id', '=', sql<string>`any(${planIds}::uuid[])`)
    .where('due_on', '>=', from)
    .where('due_on', '<=', to)
    .groupBy(['due_on', 'state'])
    .execute();
  return rows.map((row) => ({
    dueOn: row.due_on ?? to,
    counts: { [InstanceState.parse(row.state)]: row.count },
  }));
}

/** As above of all schools of the plans together, out of the tally. */
export async function countDueOfAllSchools(
  db: Db,
  planIds: readonly string[],
  { from, to }: Days,
): Promise<DueCounts[]> {
  const rows = await db
    .selectFrom(tallied(db, { ownSchools: [], planIds: null }).as('counted'))
    .select('due_on')
    .select(stateSums)
    .where('plan_id', '=', sql<string>`any(${planIds}::uuid[])`)
    .where('of_schools', '=', true)
    .where('due_on', '>=', from)
    .where('due_on', '<=', to)
    .groupBy('due_on')
    .execute();
  return rows.map((row) => ({ dueOn: row.due_on ?? to, counts: countsIn(row) }));
}

type Named = { personId: string; name: string; post: string };

/** The person with the organisation she works in; her organisation holds what she plans. */
export async function findHost(
  db: Db,
  personId: string,
): Promise<(Named & { hostId: string; hostName: string }) | undefined> {
  const row = await db
    .selectFrom('person')
    .innerJoin('org_unit', 'org_unit.id', 'person.org_unit_id')
    .select(['person.id', 'post', 'org_unit.id as host_id', 'org_unit.name as host_name', initialsFirst])
    .where('person.id', '=', personId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    personId: row.id,
    name: row.name,
    post: row.post ?? '',
    hostId: row.host_id,
    hostName: row.host_name,
  };
}

/** Who heads a school or coordinates its part in the work on the day. */
export async function listSchoolPeople(db: Db, scope: string, day: string): Promise<Named[]> {
  const rows = await db
    .selectFrom('role_assignment')
    .innerJoin('person', 'person.id', 'role_assignment.person_id')
    .select(['person.id', 'post', 'role', initialsFirst])
    .where('role_assignment.scope', '=', sql<string>`${scope}::public.ltree`)
    .where('role', 'in', ['school-director', 'school-coordinator'])
    .where('from_on', '<=', day)
    .where((eb) => eb.or([eb('until_on', 'is', null), eb('until_on', '>=', day)]))
    .orderBy('role', 'desc')
    .orderBy('surname')
    .execute();
  return rows.map((row) => ({ personId: row.id, name: row.name, post: row.post ?? '' }));
}

/** «А. П. Иванова», as protocols name people. */
const initialsFirst =
  sql<string>`left(given_name, 1) || '.' || coalesce(U&'\\00A0' || left(patronymic, 1) || '.', '')
  || U&'\\00A0' || surname`.as('name');
