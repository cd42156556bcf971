import { allShown } from '@opora/domain/results/hide-cells.ts';
import { cellsBeside } from '@opora/domain/results/cells-beside.ts';
import { chooseProcedure } from '@opora/domain/results/choose-procedure.ts';
import { hideTerritory } from '@opora/domain/results/hide-territory.ts';
import type { ResultChoice, TerritoryResults } from '@opora/domain/results/results-contract.ts';
import { distributionSchoolsMin, shareBins } from '@opora/domain/results/share-bins.ts';
import { shareShown, showCells } from '@opora/domain/results/shown-counts.ts';
import type { Call } from '../platform/mount.ts';
import { entryOf, withWholeRegion } from '../platform/transaction.ts';
import { findResultSight, isInSight, type ResultSight } from './result-sight.ts';
import {
  listProcedureYears,
  listRegionProcedureYears,
  listTerritorySums,
  listTerritoryUnits,
  listUnitResults,
  type TerritorySum,
  type UnitResults,
  type YearProcedure,
} from './result-sum-queries.ts';

type Found = {
  readonly units: readonly UnitResults[];
  readonly sums: readonly TerritorySum[];
  readonly territories: readonly { id: string; name: string; scope: string; kind: string }[];
};

/** Results of one procedure and year as far as they may be shown to who asks. */
export async function getTerritoryResults(
  choice: ResultChoice,
  { tx, actor, parts }: Pick<Call, 'tx' | 'actor' | 'parts'>,
): Promise<TerritoryResults> {
  const sight = await findResultSight(tx, actor);
  const procedures = sight.isAbove
    ? await withWholeRegion(tx, parts.database, entryOf(actor), listRegionProcedureYears)
    : await listProcedureYears(tx);
  const chosen = chooseProcedure(procedures, choice);
  if (chosen === null) return { ...nothing, procedures };
  const found = await withWholeRegion(tx, parts.database, entryOf(actor), (db) =>
    findWhole(db, chosen, sight.isAbove),
  );
  const shown = sight.isAbove ? showAbove(found, sight) : showToSchool(found, sight);
  return { ...nothing, procedures, chosen, ...shown };
}

const nothing: TerritoryResults = {
  procedures: [],
  chosen: null,
  region: null,
  municipalities: [],
  schools: [],
  distribution: null,
  outsideDistribution: 0,
  dynamics: [],
};

async function findWhole(
  db: Parameters<typeof listUnitResults>[0],
  chosen: YearProcedure,
  withYears: boolean,
): Promise<Found> {
  return {
    units: await listUnitResults(db, { chosen }),
    sums: withYears ? await listTerritorySums(db, { ...withoutYear(chosen) }) : [],
    territories: await listTerritoryUnits(db),
  };
}

const withoutYear = ({ kind, grade, subject }: YearProcedure) => ({ kind, grade, subject });

function showAbove({ units, sums, territories }: Found, sight: ResultSight): Partial<TerritoryResults> {
  const hidden = hideTerritory(units);
  const region = territories.find(({ kind }) => kind === 'region');
  const seen = territories.filter(({ kind, scope }) => kind !== 'region' && isInSight(sight, scope));
  const municipalities = seen.flatMap(({ id, name, scope }) => {
    const found = hidden.territories.get(scope);
    return found === undefined ? [] : [{ id, name, results: showCells(found.cells, found.shown) }];
  });
  const nameOf = new Map(territories.map(({ scope, name }) => [scope, name]));
  const schools = [...hidden.territories.values()]
    .flatMap((territory) => territory.units)
    .filter(({ unit }) => isInSight(sight, unit.scope))
    .map(({ unit, cells, shown }) => ({
      id: unit.id,
      name: unit.name,
      municipality: nameOf.get(unit.territory) ?? '',
      results: showCells(cells, shown),
    }));
  const order = new Map(units.map(({ id }, at) => [id, at]));
  const shares = schools.map(({ results }) => shareShown(results));
  return {
    region:
      region === undefined
        ? null
        : { id: region.id, name: region.name, results: showCells(hidden.cells, hidden.shown) },
    municipalities,
    schools: schools.toSorted((one, other) => (order.get(one.id) ?? 0) - (order.get(other.id) ?? 0)),
    // They have names in the table beside it.
    distribution: shareBins(
      shares.filter((share) => share !== null),
      1,
    ),
    outsideDistribution: schools.filter(({ results }) => results.below === 'hidden').length,
    dynamics: dynamicsOf(sums, [...(region === undefined ? [] : [region]), ...seen]),
  };
}

/** Every year is hidden by itself, as the tables of that year are. */
function dynamicsOf(
  sums: readonly TerritorySum[],
  units: readonly { id: string; name: string; scope: string; kind: string }[],
): TerritoryResults['dynamics'] {
  const years = [...Map.groupBy(sums, ({ year }) => year)]
    .toSorted(([one], [other]) => one - other)
    .map(([year, ofYear]) => ({ year, hidden: hideTerritory(ofYear) }));
  const rows = units.map(({ id, name, scope, kind }) => ({
    id,
    name,
    years: years.flatMap(({ year, hidden }) => {
      const found = kind === 'region' ? hidden : hidden.territories.get(scope);
      if (found === undefined) return [];
      const { assessed, below } = showCells(found.cells, found.shown);
      return [{ year, assessed, below }];
    }),
  }));
  return rows.filter((row) => row.years.length > 0);
}

/** Own schools in full, sums that no neighbour can be taken out of, and a distribution without names. */
function showToSchool({ units, territories }: Found, sight: ResultSight): Partial<TerritoryResults> {
  const isOwn = (unit: UnitResults): boolean => isInSight(sight, unit.scope);
  const beside = cellsBeside(units, isOwn);
  const region = territories.find(({ kind }) => kind === 'region');
  const nameOf = new Map(territories.map(({ scope, name }) => [scope, name]));
  return {
    region:
      region === undefined || beside.region === null
        ? null
        : { id: region.id, name: region.name, results: beside.region },
    municipalities: territories.flatMap(({ id, name, scope }) => {
      const results = beside.territories.get(scope) ?? null;
      return results === null ? [] : [{ id, name, results }];
    }),
    schools: units.filter(isOwn).map((unit) => ({
      id: unit.id,
      name: unit.name,
      municipality: nameOf.get(unit.territory) ?? '',
      results: showCells(unit.cells, allShown),
    })),
    distribution: shareBins(sharesOf(units), distributionSchoolsMin),
  };
}

/** Of all schools whose passing is known. */
export function sharesOf(units: readonly UnitResults[]): { below: number; participants: number }[] {
  return units.flatMap(({ cells }) => shareShown(showCells(cells, allShown)) ?? []);
}
