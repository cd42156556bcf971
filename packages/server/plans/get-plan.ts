import type { Actor } from '@opora/domain/basics/actor.ts';
import type { Plan, PlanBeginning } from '@opora/domain/plans/plan.ts';
import type { Db } from '../platform/database.ts';
import { countActivities, listActivities, listPart } from './activity-queries.ts';
import { findPlan, listPlanSchools, listSections } from './plans-queries.ts';

/** The whole plan, as it is printed and written into a calendar. */
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

/** The plan with the first part of its activities; the page asks for the others one part after another. */
export async function getPlanBeginning(db: Db, actor: Actor, id: string): Promise<PlanBeginning | undefined> {
  const head = await findPlan(db, id);
  if (head === undefined) return undefined;
  const part = await listPart(db, actor, { planId: id, after: null });
  return {
    ...head,
    sections: await listSections(db, id),
    schools: await listPlanSchools(db, id),
    ...part,
    activityCount: part.rest === null ? part.activities.length : await countActivities(db, id),
  };
}
