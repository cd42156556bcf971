import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import type { PlanSummary } from '@opora/domain/plans/plan.ts';
import type { Db } from '../platform/database.ts';
import { countInstancesByPlan } from './instance-queries.ts';
import { listPlans } from './plans-queries.ts';

/** Plans with what was done of them, as far as the person may see. */
export async function summarisePlans(db: Db, today: CalendarDate): Promise<PlanSummary[]> {
  const plans = await listPlans(db);
  const counts = Map.groupBy(await countInstancesByPlan(db, today), (row) => row.planId);
  return plans.map((plan) => {
    const ofPlan = counts.get(plan.id) ?? [];
    return {
      ...plan,
      counts: Object.fromEntries(ofPlan.map((row) => [row.state, row.count])),
      lateCount: ofPlan.reduce((sum, row) => sum + row.late, 0),
    };
  });
}
