import type { Actor } from '@opora/domain/basics/actor.ts';
import { addDays, type CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import {
  type Overview,
  overviewListMax,
  plansInFullMax,
  upcomingDays,
} from '@opora/domain/overview/overview.ts';
import { sumCounts } from '@opora/domain/plans/progress.ts';
import type { Db } from '../platform/database.ts';
import { findTallySight } from '../plans/tally-queries.ts';
import {
  countDueByDay,
  listDue,
  listPlansInForce,
  listSectionTitles,
  listTerritories,
  type PlanTally,
  type SectionTally,
  type Tally,
  tallyPlans,
  tallySections,
} from './overview-queries.ts';

/** What the person may see of all plans in force, in one answer. */
export async function getOverview(db: Db, actor: Actor, today: CalendarDate): Promise<Overview> {
  const sight = await findTallySight(db, actor);
  // Who sees a part of the region sees few plans: their counts are read once, by section.
  const bySection = sight.planIds === null ? null : await tallySections(db, sight, today);
  const { tallies, plans } = await countPlans(db, bySection ?? (await tallyPlans(db, sight, today)));
  const byTerritory = await territoriesOf(db, tallies);
  const month = { from: today, to: addDays(today, upcomingDays) };
  const late = { from: null, to: addDays(today, -1) };
  return {
    ...summed(byTerritory),
    byTerritory,
    planCount: plans.length,
    byPlan:
      plans.length > plansInFullMax
        ? mostLate(plans)
        : await withSections(
            db,
            plans,
            (planIds) => bySection ?? tallySections(db, { ...sight, planIds }, today),
          ),
    lateList: await listDue(db, sight, { days: late, max: overviewListMax }),
    upcoming: await countDueByDay(db, sight, month),
    upcomingList: await listDue(db, sight, { days: month, max: overviewListMax }),
  };
}

type PlanPart = Overview['byPlan'][number];

async function territoriesOf(db: Db, tallies: readonly PlanTally[]): Promise<Overview['byTerritory']> {
  const byScope = Map.groupBy(tallies, ({ territory }) => territory);
  const territories = await listTerritories(db, [...byScope.keys()]);
  return territories.map(({ id, name, scope }) => ({ id, name, ...summed(byScope.get(scope) ?? []) }));
}

/** Of plans in force, so that the whole is the sum of its plans: decisions of hearings are followed with their hearings. */
async function countPlans(
  db: Db,
  all: readonly PlanTally[],
): Promise<{ tallies: PlanTally[]; plans: PlanPart[] }> {
  const byPlan = Map.groupBy(all, ({ planId }) => planId);
  const inForce = await listPlansInForce(db, [...byPlan.keys()]);
  const ids = new Set(inForce.map(({ id }) => id));
  const plans = inForce.map(({ id, title, ownerName }) => ({
    id,
    name: title,
    ownerName,
    ...summed(byPlan.get(id) ?? []),
    sections: null,
  }));
  return { tallies: all.filter(({ planId }) => ids.has(planId)), plans };
}

const mostLate = (plans: readonly PlanPart[]): PlanPart[] =>
  plans.toSorted((one, other) => other.late - one.late).slice(0, overviewListMax);

async function withSections(
  db: Db,
  plans: readonly PlanPart[],
  tally: (planIds: readonly string[]) => Promise<SectionTally[]> | SectionTally[],
): Promise<PlanPart[]> {
  const planIds = plans.map(({ id }) => id);
  const byPlan = Map.groupBy(await tally(planIds), ({ planId }) => planId);
  const titles = await listSectionTitles(db, planIds);
  const orderOf = new Map<string | null, number>(titles.map(({ id }, at) => [id, at]));
  return plans.map((plan) => {
    const bySection = Map.groupBy(byPlan.get(plan.id) ?? [], ({ sectionId }) => sectionId);
    const inOrder = [...bySection].toSorted(
      ([one], [other]) => (orderOf.get(one) ?? -1) - (orderOf.get(other) ?? -1),
    );
    const sections = inOrder.map(([id, rows]) => ({
      id,
      name: titles[orderOf.get(id) ?? -1]?.title ?? '',
      ...summed(rows),
    }));
    return { ...plan, sections };
  });
}

function summed(rows: readonly Tally[]): Tally {
  return {
    counts: sumCounts(rows.map(({ counts }) => counts)),
    late: rows.reduce((sum, { late }) => sum + late, 0),
  };
}
