import type { Language } from '@opora/domain/basics/catalog.ts';
import { isPublishable } from '@opora/domain/results/exam-kind.ts';
import { allShown } from '@opora/domain/results/hide-cells.ts';
import { hideTerritory } from '@opora/domain/results/hide-territory.ts';
import { datedSheet } from '@opora/domain/results/make-result-sheets.ts';
import { type Procedure, procedureKey } from '@opora/domain/results/procedure.ts';
import { cellsOf } from '@opora/domain/results/result-cells.ts';
import type { ResultSheet } from '@opora/domain/results/result-sheet.ts';
import { showCells } from '@opora/domain/results/shown-counts.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import type { Call } from '../platform/mount.ts';
import { entryOf, withWholeRegion } from '../platform/transaction.ts';
import { listExamCounts } from './exam-count-queries.ts';
import { findResultSight, isInSight } from './result-sight.ts';
import {
  listIdsBelow,
  listTerritorySums,
  listTerritoryUnits,
  listUnitResults,
  territoryOf,
  type TerritorySum,
  type UnitResults,
} from './result-sum-queries.ts';
import { partsAbove } from './show-school-results.ts';

type Asking = Pick<Call, 'tx' | 'actor' | 'parts'>;

/** Examinations of the region and of the municipalities of who asks over all years: what may be shown to everybody. */
export async function openDataSheet({ tx, actor, parts }: Asking, language: Language): Promise<ResultSheet> {
  const sight = await findResultSight(tx, actor);
  const { sums, units } = await withWholeRegion(tx, parts.database, entryOf(actor), async (db) => ({
    sums: (await listTerritorySums(db, {})).filter(({ kind }) => isPublishable(kind)),
    units: await listTerritoryUnits(db),
  }));
  const region = units.filter(({ kind }) => kind === 'region');
  const municipalities = units.filter(
    ({ kind, scope }) => kind === 'municipality' && isInSight(sight, scope),
  );
  const rows = [...Map.groupBy(sums, (sum) => `${sum.year}\t${procedureKey(sum)}`).values()].flatMap(
    (same) => {
      const hidden = hideTerritory(same);
      return [...region, ...municipalities].flatMap(({ name, kind, scope }) => {
        const [first] = same;
        const found = kind === 'region' ? hidden : hidden.territories.get(scope);
        if (first === undefined || found === undefined) return [];
        const { year, grade, subject } = first;
        return [
          { year, kind: first.kind, grade, subject, name, results: showCells(found.cells, found.shown) },
        ];
      });
    },
  );
  return datedSheet(rows, 'open', language);
}

/** Examinations of one school over all years, without anything that the contract of its head may not rest on. */
export async function contractSheet(
  unit: OrgUnit,
  { tx, actor, parts }: Asking,
  language: Language,
): Promise<ResultSheet> {
  const sight = await findResultSight(tx, actor);
  const counts = (await listExamCounts(tx, { orgUnitIds: [unit.id] })).filter(({ procedure }) =>
    isPublishable(procedure.kind),
  );
  const procedures = [
    ...new Map(
      counts.map((count) => [procedureKey(count.procedure), { ...count.procedure, year: count.year }]),
    ).values(),
  ];
  const whole = await withWholeRegion(tx, parts.database, entryOf(actor), async (db) => {
    const orgUnitIds = await listIdsBelow(db, territoryOf(unit.scope));
    const siblings: UnitResults[] = [];
    const sums: TerritorySum[] = [];
    for (const around of sight.isAbove ? procedures : []) {
      const isSame = (each: Procedure): boolean => procedureKey(each) === procedureKey(around);
      // oxlint-disable-next-line no-await-in-loop -- one connection
      const near = await listUnitResults(db, { around, orgUnitIds });
      siblings.push(...near.filter(({ procedure }) => isSame(procedure)));
      // oxlint-disable-next-line no-await-in-loop
      sums.push(...(await listTerritorySums(db, around)));
    }
    return { siblings, sums };
  });
  const partsOf = sight.isAbove ? partsAbove(unit, whole) : () => allShown;
  const rows = counts.map((count) => ({
    ...count.procedure,
    year: count.year,
    name: unit.shortName,
    results: showCells(cellsOf(count), partsOf(count)),
  }));
  return datedSheet(rows, 'contract', language);
}
