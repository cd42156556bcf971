import type { Actor } from '@opora/domain/basics/actor.ts';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import type { PlanSummary } from '@opora/domain/plans/plan.ts';
import type { Db } from '../platform/database.ts';
import { listPlans } from './plans-queries.ts';
import { countsByPlan } from './tally-queries.ts';

/** Plans with what was done of them, as far as the person may see. */
export async function summarisePlans(db: Db, actor: Actor, today: CalendarDate): Promise<PlanSummary[]> {
  const counted = await countsByPlan(db, actor, today);
  return (await listPlans(db)).map((plan) => ({
    ...plan,
    counts: counted.get(plan.id)?.counts ?? {},
    lateCount: counted.get(plan.id)?.late ?? 0,
  }));
}
