import { sql, type SqlBool } from 'kysely';
import {
  type FoundActivity,
  type FoundPlan,
  searchFoundMax,
} from '@opora/domain/overview/search-contract.ts';
import type { Db } from '../platform/database.ts';
import type { Patterns } from '../registry/search-patterns.ts';

/**
 * Plans are few: they are read under row security as they are, without an index. Those that fit `whole` words first («15» before «150»),
 * then the newest.
 */
export async function findPlans(db: Db, { all }: Patterns, whole: readonly string[]): Promise<FoundPlan[]> {
  const rows = await foundPlans(db)
    .where(sql<SqlBool>`plan.search_text like all (${all})`)
    .orderBy(sql`plan.search_text like all (${whole})`, 'desc')
    .orderBy('plan.act_on', (order) => order.desc().nullsLast())
    .orderBy('plan.id')
    .execute();
  return rows.map(presentPlan);
}

export async function findLikePlans(db: Db, words: readonly string[]): Promise<FoundPlan[]> {
  const likeness = sql<number>`(select avg(public.word_similarity(word, plan.search_text)) from unnest(${words}::text[]) as word)`;
  const rows = await foundPlans(db)
    .where(likeness, '>=', 0.4)
    .orderBy(likeness, 'desc')
    .orderBy('plan.id')
    .execute();
  return rows.map(presentPlan);
}

function foundPlans(db: Db) {
  return db
    .selectFrom('plan')
    .innerJoin('org_unit', 'org_unit.id', 'plan.owner_unit_id')
    .select(['plan.id', 'plan.title', 'plan.act_type', 'plan.act_number', 'plan.act_on'])
    .select('org_unit.name as owner_name')
    .limit(searchFoundMax);
}

type PlanRow = {
  readonly id: string;
  readonly title: string;
  readonly act_type: string | null;
  readonly act_number: string | null;
  readonly act_on: string | null;
  readonly owner_name: string;
};

function presentPlan(row: PlanRow): FoundPlan {
  return { id: row.id, title: row.title, ...actOf(row), ownerName: row.owner_name };
}

const actOf = (row: Pick<PlanRow, 'act_type' | 'act_number' | 'act_on'>) => ({
  actType: row.act_type,
  actNumber: row.act_number,
  actOn: row.act_on,
});

/** One with the very number `no` comes first. */
export function findActivities(db: Db, { all }: Patterns, no: string): Promise<FoundActivity[]> {
  return listFound(db, sql`select id from find_activities(${no}, ${all}, ${searchFoundMax})`);
}

/** `halves`: patterns of the beginning and of the rest of the longest word, of which a slip of the pen leaves one whole. */
export function findLikeActivities(
  db: Db,
  words: readonly string[],
  halves: readonly [head: string, tail: string],
): Promise<FoundActivity[]> {
  return listFound(
    db,
    sql`select id from find_like_activities(${words}, ${halves[0]}, ${halves[1]}, ${searchFoundMax})`,
  );
}

async function listFound(db: Db, found: ReturnType<typeof sql<{ id: string }>>): Promise<FoundActivity[]> {
  const ids = (await found.execute(db)).rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('activity')
    .innerJoin('plan', 'plan.id', 'activity.plan_id')
    .select(['activity.id', 'activity.printed_no', 'activity.title', 'activity.plan_id'])
    .select(['plan.title as plan_title', 'plan.act_type', 'plan.act_number', 'plan.act_on'])
    .where('activity.id', 'in', ids)
    .execute();
  return rows
    .map((row) => ({
      id: row.id,
      no: row.printed_no,
      title: row.title,
      planId: row.plan_id,
      planTitle: row.plan_title,
      ...actOf(row),
    }))
    .sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
}
