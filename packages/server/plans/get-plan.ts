import type { Actor } from '@opora/domain/basics/actor.ts';
import type { Plan } from '@opora/domain/plans/plan.ts';
import type { Db } from '../platform/database.ts';
import { listActivities } from './activity-queries.ts';
import { findPlan, listPlanSchools, listSections } from './plans-queries.ts';

/** The whole plan in one answer: the page groups, filters and draws it without asking again. */
export async function getPlan(db: Db, actor: Actor, id: string): Promise<Plan | undefined> {
  const head = await findPlan(db, id);
  if (head === undefined) return undefined;
  return {
    ...head,
    sections: await listSections(db, id),
    schools: await listPlanSchools(db, id),
    activities: await listActivities(db, actor, id),
  };
}
