import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { planPartMax } from '@opora/domain/plans/plan.ts';
import { searchTextOf } from '@opora/domain/registry/school-name.ts';
import type { Database, Tx } from '../platform/database.ts';
import { inBatches } from '../platform/in-batches.ts';
import { systemEntry } from '../platform/system-entry.ts';
import { write } from '../platform/transaction.ts';
import { orgUnitColumns } from '../registry/registry-queries.ts';
import { insertSizedPlan, type SizedPlan } from './region-at-size-plans.ts';
import { insertSizedResults } from './region-at-size-results.ts';
import { planRegion, type SizedUnits } from './region-at-size-units.ts';

export type RegionSize = {
  readonly municipalities: number;
  readonly schoolsOfEach: number;
  readonly plansOfEach: number;
  readonly activities: number;
  /** Months in which a school's own activity comes back. */
  readonly schoolTerms: number;
  /** Activities of the one long plan. */
  readonly longPlan: number;
};

/** What comes next: 1,000 schools, 200 plans, some 400,000 instances. */
export const fullSize: RegionSize = {
  municipalities: 40,
  schoolsOfEach: 25,
  plansOfEach: 5,
  activities: 45,
  schoolTerms: 5,
  longPlan: 2_000,
};

/** A twentieth of it, of the same shape: for tests and a quick look. */
export const smallSize: RegionSize = { ...fullSize, municipalities: 4, schoolsOfEach: 12, longPlan: 400 };

export type FilledRegion = SizedUnits & {
  readonly longPlanId: string;
  /** The query of each further part of it. */
  readonly longPlanParts: readonly string[];
  readonly regionalPlanId: string;
  /** Of each municipality, without the long one. */
  readonly planIds: readonly (readonly string[])[];
  /** Of each plan the query of the first window of its matrix. */
  readonly matrixWindows: ReadonlyMap<string, string>;
};

/** `checked`: as the application role, under row security, with every trigger and foreign key. `fast`: as the owner, past the triggers and keys. */
export type Filling = 'checked' | 'fast';

/** Fills an empty region. The rows are the same either way; a million of them take minutes when they are checked. */
export async function fillRegion(
  database: Database,
  size: RegionSize,
  { today, filling }: { readonly today: CalendarDate; readonly filling: Filling },
): Promise<FilledRegion> {
  const asPerson = <T>(personId: string | null, work: (tx: Tx) => Promise<T>): Promise<T> =>
    enterAs(database, personId, async (tx) => {
      if (filling === 'fast') await sql`set local session_replication_role = replica`.execute(tx);
      return work(tx);
    });
  const region = planRegion(size.municipalities, size.schoolsOfEach);
  const indexes = filling === 'fast' ? await asPerson(null, dropIndexes) : [];
  await asPerson(null, (tx) => insertUnits(tx, region, today));
  await asPerson(null, (tx) => insertSizedResults(tx, Number(today.slice(0, 4)) - 1));
  const { heads } = region;
  const all = region.municipalities.flatMap(({ schools }) => schools);
  const coordinatorId = region.people[0]?.id ?? '';
  const common = { institute: region.institute, activities: size.activities, everySchoolIn: 3 };
  const whole = { ...common, ...regional(size), owner: region.ministry, schools: all };
  const regionalPlanId = await asPerson(coordinatorId, (tx) =>
    insertSizedPlan(tx, whole, { today, heads, coordinatorId }),
  );
  const planIds: string[][] = [];
  let longPlanId = '';
  for (const [at, municipality] of region.municipalities.entries()) {
    const by = { today, heads, coordinatorId: municipality.coordinator.id };
    const own = { ...common, owner: municipality.authority, schools: municipality.schools };
    const titles = Array.from(
      { length: size.plansOfEach - (at === 0 ? 2 : 0) },
      (_, n) => `Дорожная карта ${n + 1}`,
    );
    const plans: SizedPlan[] = titles.map((title) => ({ ...own, title, schoolTerms: size.schoolTerms }));
    // One after another: a transaction for each municipality, as one office enters its plans.
    // oxlint-disable-next-line no-await-in-loop
    await asPerson(municipality.coordinator.id, async (tx) => {
      const ids: string[] = [];
      for (const plan of plans) ids.push(await insertSizedPlan(tx, plan, by));
      planIds.push(ids);
      if (at > 0) return;
      const long = { title: 'Длинный план', activities: size.longPlan, everySchoolIn: 2, schoolTerms: 1 };
      longPlanId = await insertSizedPlan(tx, { ...own, ...long }, by);
    });
  }
  if (filling === 'fast') {
    await asPerson(null, (tx) => makeIndexes(tx, indexes));
    await asPerson(null, (tx) => sql`select tally_all()`.execute(tx));
  }
  const matrixWindows = await asPerson(null, listMatrixWindows);
  const longPlanParts = await asPerson(null, (tx) => listPartQueries(tx, longPlanId));
  return { ...region, longPlanId, longPlanParts, regionalPlanId, planIds, matrixWindows };
}

/** Of the largest tables, whose rows go in three times as fast without; only what the filling itself looks up stays. Gives what makes them anew. */
async function dropIndexes(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ name: string; definition: string }>`
    select indexname as name, indexdef as definition from pg_indexes
    where schemaname = current_schema and tablename in ('instance', 'evidence', 'instance_event')
      and indexname <> 'instance_plan'
      and not exists (select from pg_constraint where conindid = format('%I.%I', schemaname, indexname)::regclass)
  `.execute(tx);
  for (const { name } of rows) await sql`drop index ${sql.id(name)}`.execute(tx);
  return rows.map(({ definition }) => definition);
}

async function makeIndexes(tx: Tx, definitions: readonly string[]): Promise<void> {
  await sql`set local maintenance_work_mem = '256MB'`.execute(tx);
  for (const definition of definitions) await sql.raw(definition).execute(tx);
}

async function listPartQueries(tx: Tx, planId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('activity')
    .select(['id', 'position'])
    .where('plan_id', '=', planId)
    .orderBy('position')
    .execute();
  return rows
    .filter((_, at) => (at + 1) % planPartMax === 0 && at + 1 < rows.length)
    .map(({ id, position }) => `position=${position}&activityId=${id}`);
}

async function listMatrixWindows(tx: Tx): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; window: string }>`
    select plan.id, concat(
      'activityIds=', (
        select string_agg(one.id::text, ',') from (
          select id from activity where plan_id = plan.id and per_school order by position limit 40
        ) as one
      ),
      '&schoolIds=', (
        select string_agg(one.org_unit_id::text, ',') from (
          select org_unit_id from plan_school where plan_id = plan.id order by org_unit_id limit 40
        ) as one
      )
    ) as window
    from plan`.execute(tx);
  return new Map(rows.map(({ id, window }) => [id, window]));
}

/** A plan of the region asks each school a few things only, or it alone would outweigh all others. */
const regional = (size: RegionSize) => ({
  title: 'Региональная дорожная карта',
  activities: size.activities,
  everySchoolIn: 5,
  schoolTerms: 2,
});

function enterAs<T>(database: Database, personId: string | null, work: (tx: Tx) => Promise<T>): Promise<T> {
  const operating = { name: 'createPlan', requestId: 'fill', at: new Date() };
  return write(database, { ...systemEntry, personId }, operating, work);
}

async function insertUnits(tx: Tx, region: SizedUnits, today: CalendarDate): Promise<void> {
  const rows = region.units.map((unit) => ({ ...orgUnitColumns(unit), search_text: searchTextOf(unit) }));
  await inBatches(rows, (batch) => tx.insertInto('org_unit').values(batch).execute());
  const unique = [...new Map(region.people.map((person) => [person.id, person])).values()];
  const people = unique.map((person) => ({
    id: person.id,
    org_unit_id: person.unit.id,
    scope: person.unit.scope,
    surname: person.surname,
    given_name: person.givenName,
    patronymic: 'Петровна',
    post: person.post,
    email: null,
    language: 'ru',
    version: 1,
  }));
  await inBatches(people, (batch) => tx.insertInto('person').values(batch).execute());
  const roles = region.people.flatMap(({ id, role, on }) =>
    role === null
      ? []
      : [
          {
            id: randomUUID(),
            person_id: id,
            role,
            scope: on.scope,
            org_unit_id: on.id,
            from_on: '2020-01-01',
            until_on: null,
            acting: false,
            in_place_of_id: null,
          },
        ],
  );
  await inBatches(roles, (batch) => tx.insertInto('role_assignment').values(batch).execute());
  const categories = region.municipalities.flatMap(({ schools }) =>
    schools.map((school, at) => ({
      id: randomUUID(),
      org_unit_id: school.id,
      scope: school.scope,
      category: at % 3 === 0 ? 'difficult-conditions' : 'low-results',
      act_number: '15',
      act_on: today,
      from_on: today,
      until_on: null,
      version: 1,
    })),
  );
  await inBatches(categories, (batch) => tx.insertInto('school_category').values(batch).execute());
}
