import type { FormulaValue } from '@opora/domain/indicators/formula.ts';
import { resultElementValues } from '@opora/domain/indicators/result-element-values.ts';
import { hideTerritory } from '@opora/domain/results/hide-territory.ts';
import { procedureKey } from '@opora/domain/results/procedure.ts';
import { noCells } from '@opora/domain/results/result-cells.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import type { Db } from '../platform/database.ts';
import { territoryOf } from '../results/result-sum-queries.ts';
import { listSchoolWorks, type SchoolWorks } from '../results/work-count-queries.ts';
import { proceduresOf, worksOf } from './shown-register.ts';

/** Elements of results of each school of a region, by exam year. */
export type SchoolElementsOfYears = ReadonlyMap<
  string,
  ReadonlyMap<number, ReadonlyMap<string, FormulaValue>>
>;

type SchoolsAsked = {
  readonly paths: readonly string[];
  readonly years: readonly number[];
  readonly units: readonly OrgUnit[];
};

/**
 * What formulas that count schools read of each school. A year in which the tables of results keep the number of its participants back is left out, be it for its few pupils or
 * beside another's: which of the two it is may not be told by who is counted.
 */
export async function loadSchoolResults(
  db: Db,
  { paths, years, units }: SchoolsAsked,
): Promise<SchoolElementsOfYears> {
  const procedures = proceduresOf(paths);
  const schools = await listSchoolWorks(db, { procedures: worksOf(procedures), years });
  const kept = keptBack(schools, new Map(units.map((unit) => [unit.scope, unit.id])));
  return new Map(
    schools.map(({ scope, counts }) => {
      const byYear = Map.groupBy(counts, ({ year }) => year);
      const shown = [...byYear].filter(
        ([year, ofYear]) =>
          !ofYear.some(({ procedure }) => kept.has(`${scope} ${year} ${procedureKey(procedure)}`)),
      );
      return [
        scope,
        new Map(
          shown.map(([year, ofYear]) => [
            year,
            resultElementValues(
              // No count of schools is made of scores: reading them takes longer than all the rest.
              ofYear.map((one) => ({ ...one, scores: null })),
              procedures,
            ),
          ]),
        ),
      ];
    }),
  );
}

/** Keys of schools, years and works whose participants are not shown; hidden in the order of ids like the tables of results. */
function keptBack(schools: readonly SchoolWorks[], idOf: ReadonlyMap<string, string>): Set<string> {
  const all = schools.flatMap(({ scope, counts }) => counts.map((count) => ({ scope, count })));
  const works = Map.groupBy(all, ({ count: { year, procedure } }) => `${year} ${procedureKey(procedure)}`);
  return new Set(
    [...works].flatMap(([key, ofWork]) => {
      const { territories } = hideTerritory(
        ofWork.map(({ scope, count: { participants } }) => ({
          id: idOf.get(scope) ?? scope,
          scope,
          territory: territoryOf(scope),
          cells: { ...noCells, participants },
        })),
      );
      return [...territories.values()].flatMap(({ units }) =>
        units.filter(({ shown }) => !shown.participants).map(({ unit }) => `${unit.scope} ${key}`),
      );
    }),
  );
}
