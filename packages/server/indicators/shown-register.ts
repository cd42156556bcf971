import type { FormulaValue } from '@opora/domain/indicators/formula.ts';
import { findResultProcedure, type ResultProcedure } from '@opora/domain/indicators/register-element.ts';
import { type ShownWork, shownElementValues } from '@opora/domain/indicators/shown-element-values.ts';
import type { Looked } from '@opora/domain/indicators/show-dynamics.ts';
import { cellsBeside } from '@opora/domain/results/cells-beside.ts';
import { type HiddenRegion, hideTerritory } from '@opora/domain/results/hide-territory.ts';
import { type Procedure, procedureKey } from '@opora/domain/results/procedure.ts';
import { showCells } from '@opora/domain/results/shown-counts.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { atHand } from '../platform/at-hand.ts';
import type { Database, Db } from '../platform/database.ts';
import { getExamMark } from '../results/exam-change-queries.ts';
import {
  listTerritorySums,
  listUnitResults,
  type TerritorySum,
  territoryOf,
  type UnitResults,
  type WorksAsked,
} from '../results/result-sum-queries.ts';
import { partsAbove } from '../results/show-school-results.ts';

/** What the pages of results show of a unit, by exam year, as elements of formulas. */
export type ShownRegister = {
  readonly values: (scope: string, year: number) => ReadonlyMap<string, FormulaValue>;
  /** Schools with results that an element of these paths is of. */
  readonly schools: (scope: string, year: number, paths: readonly string[]) => number;
};

type RegisterAsked = {
  readonly database: Database;
  readonly paths: readonly string[];
  readonly years: readonly number[];
  readonly looked: Looked;
  /** Schools of the municipality that is looked into, and of those where the reader has schools of her own; empty where no school is looked at. */
  readonly near: readonly OrgUnit[];
};

/** The works that elements of results are made of. */
export function proceduresOf(paths: readonly string[]): readonly ResultProcedure[] {
  return [...new Set(paths.flatMap((path) => findResultProcedure(path) ?? []))];
}

export function worksOf(procedures: readonly ResultProcedure[]): readonly Procedure[] {
  const works = procedures.flatMap(({ kind, grades, subjects }) =>
    grades.flatMap((grade) => subjects.map((subject) => ({ kind, grade, subject }))),
  );
  return [...new Map(works.map((work) => [procedureKey(work), work])).values()];
}

export async function loadShownRegister(
  db: Db,
  { paths, years, looked, near, database }: RegisterAsked,
): Promise<ShownRegister> {
  const procedures = proceduresOf(paths);
  const works = { procedures: worksOf(procedures), years };
  if (works.procedures.length === 0 || years.length === 0)
    return { values: () => new Map(), schools: () => 0 };
  const { sums, byWork, regions } = await atHand(
    database,
    { key: `results ${JSON.stringify(works)}`, mark: await getExamMark(db) },
    () => readRegions(db, works),
  );
  const units =
    near.length === 0 ? [] : await listUnitResults(db, { works, orgUnitIds: near.map(({ id }) => id) });
  const worksIn =
    looked.isOwn === null
      ? aboveSchool({ sums, regions }, units, near)
      : besideSchool(sums, units, { near, looked });
  const known = new Map<string, ReadonlyMap<string, FormulaValue>>();
  return {
    values: (scope, year) => {
      const key = `${scope} ${year}`;
      const values = known.get(key) ?? shownElementValues(worksIn(scope, year), procedures);
      known.set(key, values);
      return values;
    },
    schools: (scope, year, of) => countSchools(byWork, scope, { year, works: worksOf(proceduresOf(of)) }),
  };
}

type Regions = {
  readonly sums: readonly TerritorySum[];
  readonly byWork: ReadonlyMap<string, readonly TerritorySum[]>;
  /** Each work of each year as the tables of results show it, from the whole region. */
  readonly regions: readonly { readonly work: TerritorySum; readonly hidden: HiddenRegion<TerritorySum> }[];
};

async function readRegions(db: Db, works: WorksAsked): Promise<Regions> {
  const sums = await listTerritorySums(db, { works });
  const byWork = Map.groupBy(sums, (sum) => workKey(sum.year, sum));
  const regions = [...byWork.values()].flatMap((ofWork) => {
    const [first] = ofWork;
    return first === undefined ? [] : [{ work: first, hidden: hideTerritory(ofWork) }];
  });
  return { sums, byWork, regions };
}

type WorksIn = (scope: string, year: number) => readonly ShownWork[];

const workKey = (year: number, procedure: Procedure): string => `${year}\t${procedureKey(procedure)}`;

/** Made of the whole region whoever asks, as the tables of results are. */
function aboveSchool(
  { sums, regions }: Pick<Regions, 'sums' | 'regions'>,
  units: readonly UnitResults[],
  near: readonly OrgUnit[],
): WorksIn {
  const school = new Map(near.map((unit) => [unit.scope, unit]));
  return (scope, year) => {
    const unit = school.get(scope);
    if (unit !== undefined) {
      const partsOf = partsAbove(unit, { siblings: units, sums });
      return units
        .filter((one) => one.id === unit.id && one.year === year)
        .map(({ procedure, cells }) => ({
          procedure,
          results: showCells(cells, partsOf({ year, procedure })),
        }));
    }
    return regions
      .filter(({ work }) => work.year === year)
      .flatMap(({ work, hidden }) => {
        const found = scope.includes('.') ? hidden.territories.get(scope) : hidden;
        return found === undefined ? [] : [{ procedure: work, results: showCells(found.cells, found.shown) }];
      });
  };
}

/** The municipality beside a school's own numbers: the schools near it one by one, all others as sums. */
function besideSchool(
  sums: readonly TerritorySum[],
  units: readonly UnitResults[],
  { near, looked: { scope: own, isOwn } }: Pick<RegisterAsked, 'near' | 'looked'>,
): WorksIn {
  const territory = territoryOf(own);
  const territoriesNear = new Set(near.map(({ scope }) => territoryOf(scope)));
  const works = Map.groupBy(units, ({ year, procedure }) => workKey(year, procedure));
  return (scope, year) =>
    [...works.values()].flatMap((schools) => {
      const [first] = schools;
      if (first === undefined || first.year !== year || scope !== territory) return [];
      const { procedure } = first;
      const elsewhere = sums.filter(
        (sum) => workKey(sum.year, sum) === workKey(year, procedure) && !territoriesNear.has(sum.territory),
      );
      const all = [...schools, ...elsewhere.map((sum) => ({ ...sum, scope: sum.territory }))];
      const beside = cellsBeside(all, (unit) => isOwn?.(unit.scope) === true);
      const results = beside.territories.get(territory) ?? null;
      return results === null ? [] : [{ procedure, results }];
    });
}

function countSchools(
  byWork: Regions['byWork'],
  scope: string,
  { year, works }: { readonly year: number; readonly works: readonly Procedure[] },
): number {
  const isWithinScope = ({ territory }: TerritorySum): boolean =>
    !scope.includes('.') || territory === territoryOf(scope);
  const counts = works.map((work) =>
    (byWork.get(workKey(year, work)) ?? [])
      .filter(isWithinScope)
      .reduce((count, { schools }) => count + schools, 0),
  );
  return Math.max(0, ...counts);
}
