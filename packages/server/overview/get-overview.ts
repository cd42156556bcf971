import type { Actor } from '@opora/domain/basics/actor.ts';
import { addDays, type CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { type Overview, overviewListMax, upcomingDays } from '@opora/domain/overview/overview.ts';
import type { StateCounts } from '@opora/domain/plans/plan.ts';
import { sumCounts } from '@opora/domain/plans/progress.ts';
import type { Db } from '../platform/database.ts';
import { findOwnSchools } from '../plans/tally-queries.ts';
import {
  countDueByDay,
  listDue,
  listPlansInForce,
  listSectionTitles,
  listTerritories,
  type Tally,
  tallyInstances,
} from './overview-queries.ts';

/** What the person may see of all plans in force, in one answer. */
export async function getOverview(db: Db, actor: Actor, today: CalendarDate): Promise<Overview> {
  const ownSchools = await findOwnSchools(db, actor);
  const tallies = await tallyInstances(db, ownSchools, today);
  const byTerritory = await territoriesOf(db, tallies);
  const month = { from: today, to: addDays(today, upcomingDays) };
  const late = { from: null, to: addDays(today, -1) };
  return {
    counts: sumCounts(byTerritory.map(({ counts }) => counts)),
    late: byTerritory.reduce((sum, part) => sum + part.late, 0),
    byTerritory,
    byPlan: await plansOf(db, tallies),
    lateList: await listDue(db, ownSchools, { days: late, max: overviewListMax }),
    upcoming: await countDueByDay(db, ownSchools, month),
    upcomingList: await listDue(db, ownSchools, { days: month, max: overviewListMax }),
  };
}

async function territoriesOf(db: Db, tallies: readonly Tally[]): Promise<Overview['byTerritory']> {
  const byScope = Map.groupBy(tallies, ({ territory }) => territory);
  const territories = await listTerritories(db, [...byScope.keys()]);
  return territories.map(({ id, name, scope }) => ({ id, name, ...summed(byScope.get(scope) ?? []) }));
}

async function plansOf(db: Db, tallies: readonly Tally[]): Promise<Overview['byPlan']> {
  const byPlan = Map.groupBy(tallies, ({ planId }) => planId);
  const plans = await listPlansInForce(db, [...byPlan.keys()]);
  const sections = await listSectionTitles(
    db,
    plans.map(({ id }) => id),
  );
  const orderOf = new Map<string | null, number>(sections.map(({ id }, at) => [id, at]));
  return plans.map(({ id, title, ownerName }) => {
    const bySection = Map.groupBy(byPlan.get(id) ?? [], ({ sectionId }) => sectionId);
    const inOrder = [...bySection].sort(
      ([one], [other]) => (orderOf.get(one) ?? -1) - (orderOf.get(other) ?? -1),
    );
    return {
      planId: id,
      title,
      ownerName,
      sections: inOrder.map(([sectionId, rows]) => ({
        id: sectionId,
        name: sections[orderOf.get(sectionId) ?? -1]?.title ?? '',
        ...summed(rows),
      })),
    };
  });
}

function summed(rows: readonly Tally[]): { counts: StateCounts; late: number } {
  return {
    counts: sumCounts(rows.map(({ counts }) => counts)),
    late: rows.reduce((sum, { late }) => sum + late, 0),
  };
}
