import type { Actor } from '@opora/domain/basics/actor.ts';
import type { Deadline } from '@opora/domain/plans/deadline.ts';
import { DeadlineValue } from '@opora/domain/plans/deadline-value.ts';
import { type Insertable, sql } from 'kysely';
import {
  type Activity,
  type ExpectedResult,
  type PartEnd,
  type Party,
  PartyRole,
  type PlanPart,
  planPartMax,
} from '@opora/domain/plans/plan.ts';
import { ExpectedKind } from '@opora/domain/plans/expected-kind.ts';
import type { InstanceDetail } from '@opora/domain/plans/instance.ts';
import type {
  Activity as ActivityRow,
  ActivityParty as PartyRow,
  ExpectedResult as ExpectedRow,
} from '../platform/database.gen.ts';
import type { Db, Tx } from '../platform/database.ts';
import { inBatches } from '../platform/in-batches.ts';
import { personName } from './person-name.ts';
import { termsOfPlan } from './tally-queries.ts';

/** All activities of a plan that were not taken out, in the order of the plan, with everything that hangs on them. */
export async function listActivities(db: Db, actor: Actor, planId: string): Promise<Activity[]> {
  return withAllThatHangs(db, actor, { planId, rows: await rowsOf(db, planId).execute() });
}

/** Those that follow `after`, from the first when it is null; as many as one answer holds. */
export async function listPart(
  db: Db,
  actor: Actor,
  { planId, after }: { readonly planId: string; readonly after: PartEnd | null },
): Promise<PlanPart> {
  const rows = await rowsOf(db, planId)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(position, id) > (${after?.position}::int, ${after?.activityId}::uuid)`),
    )
    // One more says whether there is a rest.
    .limit(planPartMax + 1)
    .execute();
  const part = rows.slice(0, planPartMax);
  const end = part.at(-1);
  return {
    activities: await withAllThatHangs(db, actor, { planId, rows: part, isPart: true }),
    rest:
      rows.length > part.length && end !== undefined ? { position: end.position, activityId: end.id } : null,
  };
}

export async function countActivities(db: Db, planId: string): Promise<number> {
  const { count } = await db
    .selectFrom('activity')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('plan_id', '=', planId)
    .where('removed_on', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

const rowsOf = (db: Db, planId: string) =>
  db
    .selectFrom('activity')
    .select(['id', 'section_id', 'position', 'printed_no', 'title', 'deadline', 'per_school', 'version'])
    .select('indicator_code')
    .where('plan_id', '=', planId)
    .where('removed_on', 'is', null)
    .orderBy('position')
    .orderBy('id');

type BareRows = {
  readonly planId: string;
  readonly rows: Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>;
  /** Not all of the plan. */
  readonly isPart?: boolean;
};

async function withAllThatHangs(
  db: Db,
  actor: Actor,
  { planId, rows, isPart = false }: BareRows,
): Promise<Activity[]> {
  const activityIds = rows.map(({ id }) => id);
  const of = isPart ? { activityIds } : { planId };
  const parties = byActivity(await partiesOf(db, of));
  const expected = byActivity(await expectedOf(db, of));
  const terms = await termsOfPlan(db, actor, planId, isPart ? activityIds : null);
  const comments = await countComments(db, of);
  return rows.map((row) => ({
    id: row.id,
    sectionId: row.section_id,
    position: row.position,
    no: row.printed_no,
    title: row.title,
    // As it was written; `mount` checks the whole answer once, and for a long plan once is enough.
    deadline: row.deadline as unknown as Deadline,
    perSchool: row.per_school,
    parties: parties.get(row.id) ?? [],
    expected: expected.get(row.id) ?? [],
    terms: terms.get(row.id) ?? [],
    indicator: row.indicator_code,
    commentCount: comments.get(row.id) ?? 0,
    version: row.version,
  }));
}

/** What an instance shows of its activity. */
export async function findActivityCard(
  db: Db,
  activityId: string,
): Promise<
  | Pick<InstanceDetail, 'planTitle' | 'activityNo' | 'activityTitle' | 'deadline' | 'parties' | 'expected'>
  | undefined
> {
  const row = await db
    .selectFrom('activity')
    .innerJoin('plan', 'plan.id', 'activity.plan_id')
    .select(['activity.printed_no', 'activity.title', 'activity.deadline', 'plan.title as plan_title'])
    .where('activity.id', '=', activityId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    planTitle: row.plan_title,
    activityNo: row.printed_no,
    activityTitle: row.title,
    deadline: DeadlineValue.parse(row.deadline),
    parties: (await partiesOf(db, { activityIds: [activityId] })).map(({ value }) => value),
    expected: (await expectedOf(db, { activityIds: [activityId] })).map(({ value }) => value),
  };
}

type OfActivity<T> = { readonly activityId: string; readonly value: T };
type Of = { readonly planId: string } | { readonly activityIds: readonly string[] };

/** Parties of a whole plan or of some activities, in their order. */
export async function partiesOf(db: Db, of: Of): Promise<OfActivity<Party>[]> {
  const rows = await db
    .selectFrom('activity_party')
    .leftJoin('org_unit', 'org_unit.id', 'activity_party.org_unit_id')
    .leftJoin('person', 'person.id', 'activity_party.person_id')
    .select(['activity_party.id', 'activity_id', 'raw', 'role', 'activity_party.org_unit_id', 'person_id'])
    .select(['org_unit.short_name', personName('person').as('person_name')])
    .$call((query) =>
      'planId' in of
        ? query.where('plan_id', '=', of.planId)
        : query.where('activity_id', '=', sql<string>`any(${of.activityIds}::uuid[])`),
    )
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    activityId: row.activity_id,
    value: {
      id: row.id,
      raw: row.raw,
      role: PartyRole.parse(row.role),
      orgUnitId: row.org_unit_id,
      personId: row.person_id,
      meant: row.short_name ?? row.person_name,
    },
  }));
}

export async function expectedOf(db: Db, of: Of): Promise<OfActivity<ExpectedResult>[]> {
  const rows = await db
    .selectFrom('expected_result')
    .select(['id', 'activity_id', 'raw', 'kind', 'target_count', 'target_share'])
    .$call((query) =>
      'planId' in of
        ? query.where('plan_id', '=', of.planId)
        : query.where('activity_id', '=', sql<string>`any(${of.activityIds}::uuid[])`),
    )
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    activityId: row.activity_id,
    value: {
      id: row.id,
      raw: row.raw,
      kind: ExpectedKind.parse(row.kind),
      targetCount: row.target_count,
      targetShare: row.target_share,
    },
  }));
}

async function countComments(db: Db, of: Of): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('comment')
    .innerJoin('activity', 'activity.id', 'comment.activity_id')
    .select((eb) => ['activity_id', eb.fn.countAll<number>().as('count')])
    .$call((query) =>
      'planId' in of
        ? query.where('activity.plan_id', '=', of.planId)
        : query.where('activity_id', '=', sql<string>`any(${of.activityIds}::uuid[])`),
    )
    .groupBy('activity_id')
    .execute();
  return new Map(rows.map((row) => [row.activity_id, row.count]));
}

function byActivity<T>(rows: readonly OfActivity<T>[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const { activityId, value } of rows) {
    const group = groups.get(activityId);
    if (group === undefined) groups.set(activityId, [value]);
    else group.push(value);
  }
  return groups;
}

export async function insertActivities(tx: Tx, rows: Insertable<ActivityRow>[]): Promise<void> {
  await inBatches(rows, (batch) => tx.insertInto('activity').values(batch).execute());
}

export async function insertParties(tx: Tx, rows: Insertable<PartyRow>[]): Promise<void> {
  await inBatches(rows, (batch) => tx.insertInto('activity_party').values(batch).execute());
}

export async function insertExpected(tx: Tx, rows: Insertable<ExpectedRow>[]): Promise<void> {
  await inBatches(rows, (batch) => tx.insertInto('expected_result').values(batch).execute());
}
