import { addDays, type CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { type Overview, overviewListMax, upcomingDays } from '@opora/domain/overview/overview.ts';
import { canBeLate } from '@opora/domain/plans/instance-state.ts';
import { sumCounts } from '@opora/domain/plans/progress.ts';
import type { StateCounts } from '@opora/domain/plans/plan.ts';
import type { Db } from '../platform/database.ts';
import {
  countDueByDay,
  listDue,
  type SectionTally,
  type Tally,
  tallyBySection,
  tallyByTerritory,
} from './overview-queries.ts';

/** What the person may see of all plans in force, in one answer. */
export async function getOverview(db: Db, today: CalendarDate): Promise<Overview> {
  const byUnit = Map.groupBy(await tallyByTerritory(db, today), ({ unitId }) => unitId);
  const byTerritory = [...byUnit].map(([id, rows]) => ({ id, name: rows[0]?.name ?? '', ...summed(rows) }));
  const month = { from: today, to: addDays(today, upcomingDays) };
  return {
    counts: sumCounts(byTerritory.map(({ counts }) => counts)),
    late: byTerritory.reduce((sum, { late }) => sum + late, 0),
    byTerritory,
    byPlan: plansOf(await tallyBySection(db, today)),
    lateList: await listDue(db, { from: null, to: addDays(today, -1) }, overviewListMax),
    upcoming: await countDueByDay(db, month),
    upcomingList: await listDue(db, month, overviewListMax),
  };
}

function plansOf(rows: readonly SectionTally[]): Overview['byPlan'] {
  return [...Map.groupBy(rows, ({ planId }) => planId)].map(([planId, ofPlan]) => ({
    planId,
    title: ofPlan[0]?.planTitle ?? '',
    ownerName: ofPlan[0]?.ownerName ?? '',
    sections: [...Map.groupBy(ofPlan, ({ sectionId }) => sectionId)].map(([id, ofSection]) => ({
      id,
      name: ofSection[0]?.sectionTitle ?? '',
      ...summed(ofSection),
    })),
  }));
}

function summed(rows: readonly Tally[]): { counts: StateCounts; late: number } {
  return {
    counts: Object.fromEntries(rows.map(({ state, count }) => [state, count])),
    late: rows.reduce((sum, { state, overdue }) => sum + (canBeLate(state) ? overdue : 0), 0),
  };
}
