import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { addDays, type CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { territoryOf } from '@opora/domain/plans/territory.ts';
import type { Tx } from '../platform/database.ts';
import { expectedRows, partyRows } from '../plans/activity-rows.ts';
import { insertActivities, insertExpected, insertParties } from '../plans/activity-queries.ts';
import { insertPlan, insertPlanSchools, insertSections } from '../plans/plans-queries.ts';
import { planDraft, windowDeadline } from './plan-for-tests.ts';

export type SizedPlan = {
  readonly title: string;
  readonly owner: OrgUnit;
  readonly institute: OrgUnit;
  readonly schools: readonly OrgUnit[];
  readonly activities: number;
  /** Of how many activities one is each school's own. */
  readonly everySchoolIn: number;
  /** Months in which a school's own activity comes back. */
  readonly schoolTerms: number;
};

type Performing = {
  readonly today: CalendarDate;
  /** Who submits for a school, by its id. */
  readonly heads: ReadonlyMap<string, string>;
  /** Who submits what is not one school's. */
  readonly coordinatorId: string;
};

const sectionsOfPlan = 6;
const monthsOfPlan = 12;

/** A plan begun five months ago for a year, with instances, evidence, events and comments as after five months of work. Gives its id. */
export async function insertSizedPlan(tx: Tx, plan: SizedPlan, by: Performing): Promise<string> {
  const key = { id: randomUUID(), scope: territoryOf(plan.owner) };
  await insertHead(tx, plan, key, by);
  const sections = Array.from({ length: sectionsOfPlan }, (_, at) => ({
    id: randomUUID(),
    title: `${at + 1}. Направление работы`,
  }));
  await insertSections(tx, key, sections);
  const rows = Array.from({ length: plan.activities }, (_, at) => ({
    id: randomUUID(),
    position: at,
    section: Math.floor((at * sectionsOfPlan) / plan.activities),
    ofSchools: at % plan.everySchoolIn === 0,
  }));
  const ofActivity = ({ id }: { id: string }) => ({ id, planId: key.id, scope: key.scope });
  await insertActivities(
    tx,
    rows.map((row) => ({
      id: row.id,
      plan_id: key.id,
      scope: key.scope,
      section_id: sections[row.section]?.id ?? null,
      position: row.position,
      printed_no: `${row.section + 1}.${row.position + 1}`,
      title: `${titles[row.position % titles.length]}: адресная работа по результатам диагностики, шаг ${row.position + 1}`,
      deadline: JSON.stringify(
        windowDeadline('ежемесячно, до последнего числа', null, { schedule: null, kind: 'continuous' }),
      ),
      per_school: row.ofSchools,
      source: null,
      removed_on: null,
      version: 1,
    })),
  );
  await insertParties(
    tx,
    rows.flatMap((row) => partyRows(ofActivity(row), partiesOf(plan, row.position))),
  );
  await insertExpected(
    tx,
    rows.flatMap((row) => expectedRows(ofActivity(row), [expected[row.position % expected.length] ?? ''])),
  );
  await insertSizedInstances(tx, plan, { planId: key.id, rows, by });
  return key.id;
}

const titles = ['Семинар для школьных команд', 'Мониторинг планов подготовки к ГИА', 'Методический выезд'];
const expected = ['Приказ', 'Аналитическая справка', '100 % участников', 'План, протокол'];

function partiesOf(plan: SizedPlan, at: number) {
  const lead = { raw: plan.owner.name, role: 'lead' as const, orgUnitId: plan.owner.id, personId: null };
  const institute = {
    raw: 'ИРО',
    role: 'co-executor' as const,
    orgUnitId: plan.institute.id,
    personId: null,
  };
  const heads = { raw: 'Руководители ШНОР', role: 'lead' as const, orgUnitId: null, personId: null };
  if (at % 5 === 0) return [lead, institute];
  return at % 5 === 1 ? [heads] : [lead, { ...heads, role: 'co-executor' as const }];
}

async function insertHead(
  tx: Tx,
  plan: SizedPlan,
  key: { readonly id: string; readonly scope: string },
  by: Performing,
): Promise<void> {
  const { schoolIds, sections, activities, warnings, ...fields } = planDraft(plan.owner.id, {
    title: plan.title,
    actOn: addDays(by.today, -150),
    periodStartsOn: addDays(by.today, -150),
    periodEndsOn: addDays(by.today, 215),
    controllerId: by.coordinatorId,
  });
  void [schoolIds, sections, activities, warnings];
  const made = { warnings: [], state: 'in-force' as const, createdAt: new Date(`${by.today}T00:00:00Z`) };
  await insertPlan(tx, { ...fields, ...key, ...made, kind: 'plan', version: 1 });
  const participants = plan.schools.map((school) => ({
    id: randomUUID(),
    plan_id: key.id,
    scope: key.scope,
    org_unit_id: school.id,
    from_on: null,
    until_on: null,
  }));
  await insertPlanSchools(tx, participants);
}

type Sized = {
  readonly planId: string;
  readonly rows: readonly { readonly id: string; readonly ofSchools: boolean }[];
  readonly by: Performing;
};

/** Of what was due nine tenths are accepted; of what is to come, little is begun. */
async function insertSizedInstances(tx: Tx, plan: SizedPlan, { planId, rows, by }: Sized): Promise<void> {
  const terms = rows.map((row) => (row.ofSchools ? plan.schoolTerms : 2));
  const first = rows.map((_, at) => (at * 5) % (monthsOfPlan - (terms[at] ?? 0) + 1));
  const schools = plan.schools.map(({ id }) => id);
  const heads = schools.map((id) => by.heads.get(id) ?? by.coordinatorId);
  await sql`
    with own as (
      select activity.id, activity.scope, activity.position, activity.per_school, sized.first, sized.terms,
        array(
          select distinct named.scope from activity_party as party join org_unit as named on named.id = party.org_unit_id
          where party.activity_id = activity.id
        ) as executors
      from unnest(${rows.map(({ id }) => id)}::uuid[], ${first}::int[], ${terms}::int[]) as sized (id, first, terms)
      join activity on activity.id = sized.id
    ), dated as (
      select own.*, school.unit_id, school.head_id,
        (${by.today}::date + (own.first + term - 5) * 30 + own.position % 28)::date as due_on,
        (row_number() over () * 37 % 100)::int as chance
      from own
      cross join lateral generate_series(0, own.terms - 1) as term
      cross join lateral (
        select * from unnest(${schools}::uuid[], ${heads}::uuid[]) as s (unit_id, head_id) where own.per_school
        union all select null::uuid, ${by.coordinatorId}::uuid where not own.per_school
      ) as school
    ), stated as (
      select dated.*, case
        when due_on < ${by.today} then (array['accepted', 'cancelled', 'submitted', 'returned', 'in-progress', 'planned'])
          [width_bucket(chance, array[0, 86, 88, 91, 93, 96])]
        else (array['planned', 'in-progress', 'submitted', 'accepted'])[width_bucket(chance, array[0, 85, 95, 97])]
      end as state
      from dated
    )
    insert into instance (
      id, plan_id, activity_id, scope, school_id, label, starts_on, due_on, printed_due_on, state, rounds,
      assignee_id, executors, submitted_by_id, submitted_at, accepted_at, version
    )
    select gen_random_uuid(), ${planId}::uuid, stated.id, coalesce(unit.scope, stated.scope), stated.unit_id, null,
      stated.due_on - 20, stated.due_on, stated.due_on, stated.state, (stated.state = 'returned')::int,
      case when chance % 10 = 0 then head_id end,
      stated.executors,
      case when stated.state in ('submitted', 'accepted') then head_id end,
      case when stated.state in ('submitted', 'accepted') then stated.due_on::timestamptz - interval '2 days' end,
      case when stated.state = 'accepted' then stated.due_on::timestamptz end, 1
    from stated
    left join org_unit as unit on unit.id = stated.unit_id`.execute(tx);
  await insertSizedWork(tx, planId);
}

/** What people have added: a document with each submitted instance, its moves, a comment here and there. */
async function insertSizedWork(tx: Tx, planId: string): Promise<void> {
  await sql`
    insert into evidence (
      id, instance_id, activity_id, plan_id, scope, author_scope, expected_result_id, kind, document_type,
      document_number, document_on, given_by_id, given_at
    )
    select gen_random_uuid(), instance.id, activity_id, plan_id, instance.scope, instance.scope, null, 'document', 'приказ',
      (row_number() over ())::text, due_on, submitted_by_id, submitted_at
    from instance
    where plan_id = ${planId} and submitted_by_id is not null`.execute(tx);
  await sql`
    insert into instance_event (
      id, instance_id, activity_id, plan_id, scope, author_scope, from_state, to_state, note, actor_id, at
    )
    select gen_random_uuid(), instance.id, activity_id, plan_id, instance.scope, instance.scope, 'planned', 'submitted', null,
      submitted_by_id, submitted_at
    from instance
    where plan_id = ${planId} and submitted_by_id is not null`.execute(tx);
  await sql`
    insert into comment (id, plan_id, activity_id, instance_id, scope, author_scope, text, author_id, at)
    select gen_random_uuid(), plan_id, activity.id, null, activity.scope, activity.scope, 'Уточните срок', author.id, ${'2026-01-15T09:00:00Z'}
    from activity
    cross join lateral (
      select submitted_by_id as id from instance
      where instance.plan_id = activity.plan_id and activity_id = activity.id and submitted_by_id is not null limit 1
    ) as author
    where plan_id = ${planId} and position % 20 = 0`.execute(tx);
}
