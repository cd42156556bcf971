import { chooseProcedure } from '@opora/domain/results/choose-procedure.ts';
import type {
  ProcedureYears,
  ResultChoice,
  SchoolResultsShown,
} from '@opora/domain/results/results-contract.ts';
import { findScale } from '@opora/domain/results/score-scale.ts';
import { shippedScales } from '@opora/domain/results/shipped-scales.ts';
import { compareProcedures, procedureKey } from '@opora/domain/results/procedure.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import type { Db } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import { entryOf, withWholeRegion } from '../platform/transaction.ts';
import { listExamCounts, type SchoolCount } from './exam-count-queries.ts';
import { findResultSight } from './result-sight.ts';
import {
  listEnteredScales,
  listIdsBelow,
  listTerritorySums,
  listTerritoryUnits,
  listUnitResults,
  sumScores,
  sumTasks,
  territoryOf,
  type YearProcedure,
} from './result-sum-queries.ts';
import { type ScoreBorders, showSchoolResults, type WholeRegion } from './show-school-results.ts';

/** Results of one school beside its municipality and region, as far as they may be shown to who asks. */
export async function getSchoolResults(
  unit: OrgUnit,
  choice: ResultChoice,
  { tx, actor, parts }: Pick<Call, 'tx' | 'actor' | 'parts'>,
): Promise<SchoolResultsShown> {
  const sight = await findResultSight(tx, actor);
  const counts = await listExamCounts(tx, { orgUnitIds: [unit.id] });
  const procedures = proceduresOf(counts);
  const chosen = chooseProcedure(procedures, choice);
  const borders = chosen === null ? null : await findBorders(tx, chosen);
  const known = chosen === null || sight.isAbove ? [] : await listChosen(tx, chosen);
  const [municipality, region] = await withWholeRegion(tx, parts.database, entryOf(actor), async (db) => [
    (await listTerritoryUnits(db)).find(({ scope }) => scope === territoryOf(unit.scope)),
    chosen === null ? null : await findWhole(db, chosen, sight.isAbove ? territoryOf(unit.scope) : null),
  ]);
  const common = {
    school: { id: unit.id, name: unit.shortName, municipality: municipality?.name ?? '' },
    isOwn: !sight.isAbove,
    procedures,
    chosen,
  };
  if (chosen === null || region === null) return { ...common, ...nothing };
  return { ...common, ...showSchoolResults({ unit, sight, counts, chosen, borders, known }, region) };
}

const nothing = {
  own: null,
  municipality: null,
  region: null,
  scores: { own: null, region: null, borders: null },
  tasks: null,
  distribution: null,
  history: [],
  annual: null,
  signs: [],
} as const satisfies Partial<SchoolResultsShown>;

function proceduresOf(counts: readonly SchoolCount[]): ProcedureYears[] {
  return [...Map.groupBy(counts, ({ procedure }) => procedureKey(procedure)).values()]
    .flatMap(([first, ...others]) =>
      first === undefined
        ? []
        : [
            {
              ...first.procedure,
              years: [first, ...others].map(({ year }) => year).toSorted((a, b) => a - b),
            },
          ],
    )
    .toSorted(compareProcedures);
}

/** What who asks knows of her own schools. */
function listChosen(db: Db, { year, ...procedure }: YearProcedure): Promise<SchoolCount[]> {
  return listExamCounts(db, { ...procedure, years: [year] });
}

/** A scale that the office entered stands before the shipped one. */
export async function findBorders(
  db: Db,
  { year, ...procedure }: YearProcedure,
): Promise<ScoreBorders | null> {
  const [entered] = await listEnteredScales(db, { ...procedure, year });
  const { marks = null, source = '' } = entered ?? findScale(shippedScales, procedure, year) ?? {};
  return marks === null ? null : { marks: [...marks], source };
}

/** `near`: the municipality of which what is compared with the chosen is wanted too. */
async function findWhole(db: Db, chosen: YearProcedure, near: string | null): Promise<WholeRegion> {
  return {
    units: near === null ? await listUnitResults(db, { chosen }) : [],
    scores: await sumScores(db, chosen),
    tasks: await sumTasks(db, chosen),
    siblings:
      near === null
        ? []
        : await listUnitResults(db, { around: chosen, orgUnitIds: await listIdsBelow(db, near) }),
    sums: near === null ? [] : await listTerritorySums(db, { around: chosen }),
  };
}
