import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import type { SchoolCycle } from '@opora/domain/plans/school-cycle.ts';
import type { StateCounts } from '@opora/domain/plans/plan.ts';
import { sumCounts } from '@opora/domain/plans/progress.ts';
import type { Db } from '../platform/database.ts';
import { findSchoolSide, listPlansOfSchool, type PlanTally, tallyByPlan } from './school-cycle-queries.ts';

/** The plans of a school, each with the school's own progress in it. */
export async function getSchoolCycle(db: Db, orgUnitId: string, today: CalendarDate): Promise<SchoolCycle> {
  const side = await findSchoolSide(db, orgUnitId);
  const byPlan = Map.groupBy(await tallyByPlan(db, side, today), ({ planId }) => planId);
  const listed = await listPlansOfSchool(db, side, [...byPlan.keys()]);
  const plans = listed.map((plan) => ({ ...plan, ...summed(byPlan.get(plan.id) ?? []) }));
  return {
    counts: sumCounts(plans.map(({ counts }) => counts)),
    late: plans.reduce((sum, { late }) => sum + late, 0),
    plans,
  };
}

function summed(rows: readonly PlanTally[]): { counts: StateCounts; late: number } {
  return {
    counts: Object.fromEntries(rows.map(({ state, count }) => [state, count])),
    late: rows.reduce((sum, { late }) => sum + late, 0),
  };
}
