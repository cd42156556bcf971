import { sql } from 'kysely';
import type { ComparedPlan } from '@opora/domain/plans/plan-likeness.ts';
import type { Db } from '../platform/database.ts';

/** The latest plans in force with their rows: older ones are past copying from. */
export async function listComparedPlans(db: Db): Promise<ComparedPlan[]> {
  const plans = await db
    .selectFrom('plan')
    .innerJoin('org_unit', 'org_unit.id', 'plan.owner_unit_id')
    .select(['plan.id', 'plan.title', 'plan.owner_unit_id', 'plan.scope', 'org_unit.short_name'])
    .where('plan.state', '=', 'in-force')
    .orderBy('plan.created_at', 'desc')
    .limit(plansMax)
    .execute();
  const rows = await db
    .selectFrom('activity')
    .select(['plan_id', 'printed_no', 'title'])
    .where('plan_id', '=', sql<string>`any(${plans.map(({ id }) => id)}::uuid[])`)
    .where('removed_on', 'is', null)
    .orderBy('position')
    .execute();
  const byPlan = Map.groupBy(rows, ({ plan_id: planId }) => planId);
  return plans.map((plan) => ({
    id: plan.id,
    title: plan.title,
    ownerUnitId: plan.owner_unit_id,
    ownerName: plan.short_name,
    scope: plan.scope,
    rows: (byPlan.get(plan.id) ?? []).map(({ printed_no: no, title }) => ({ no, title })),
  }));
}

/** A large region has some two hundred plans a year. */
const plansMax = 500;
