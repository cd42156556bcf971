import { cellsBeside } from '@opora/domain/results/cells-beside.ts';
import { allShown, hideBelow, nothingShown, type ShownParts } from '@opora/domain/results/hide-cells.ts';
import { hideTerritory, inHidingOrder } from '@opora/domain/results/hide-territory.ts';
import { type Procedure, procedureKey } from '@opora/domain/results/procedure.ts';
import { isOfJournal, journalKinds } from '@opora/domain/results/exam-kind.ts';
import { cellsOf, sumCells } from '@opora/domain/results/result-cells.ts';
import type { SchoolResultsShown } from '@opora/domain/results/results-contract.ts';
import { regionFigures, schoolSigns } from '@opora/domain/results/school-signs.ts';
import { distributionSchoolsMin, shareBins } from '@opora/domain/results/share-bins.ts';
import { showScores } from '@opora/domain/results/show-scores.ts';
import { showCells, type ShownResults } from '@opora/domain/results/shown-counts.ts';
import { showSign } from '@opora/domain/results/shown-sign.ts';
import { suppressRow } from '@opora/domain/results/suppress-cells.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import type { SchoolCount } from './exam-count-queries.ts';
import { sharesOf } from './get-territory-results.ts';
import { isInSight, type ResultSight } from './result-sight.ts';
import {
  type TaskSum,
  type TerritorySum,
  territoryOf,
  type UnitResults,
  type YearProcedure,
} from './result-sum-queries.ts';

export type ScoreBorders = { readonly marks: number[]; readonly source: string };

/** The school and what is asked of it. */
export type AskedSchool = {
  readonly unit: OrgUnit;
  readonly sight: ResultSight;
  readonly counts: readonly SchoolCount[];
  readonly chosen: YearProcedure;
  readonly borders: ScoreBorders | null;
  /** Results of the procedure that who asks knows whole; empty above the school. */
  readonly known: readonly SchoolCount[];
};

/** What nobody sees as it is. */
export type WholeRegion = {
  /** Schools in the chosen procedure; empty above the school, where sums are enough. */
  readonly units: readonly UnitResults[];
  readonly scores: readonly number[];
  readonly tasks: readonly TaskSum[];
  readonly siblings: readonly UnitResults[];
  readonly sums: readonly TerritorySum[];
};

type Shown = Omit<SchoolResultsShown, 'school' | 'isOwn' | 'procedures' | 'chosen'>;

export function showSchoolResults(asked: AskedSchool, whole: WholeRegion): Shown {
  const { counts, chosen, sight } = asked;
  const around = sight.isAbove ? aroundAbove(asked, whole) : aroundOwn(asked, whole);
  const { partsOf } = around;
  const own = counts.find((count) => isOf(count, chosen));
  const history = counts
    .filter((count) => isAround(count, chosen))
    .filter(
      ({ procedure: { kind } }) => kind === chosen.kind || !(isOfJournal(kind) || isOfJournal(chosen.kind)),
    );
  const annual = isOfJournal(chosen.kind)
    ? undefined
    : counts.find((count) => isOf(count, { ...chosen, kind: journalKinds.year }));
  const shown = (count: SchoolCount): ShownResults => showCells(cellsOf(count), partsOf(count));
  return {
    own: own === undefined ? null : shown(own),
    municipality: around.municipality,
    region: around.region,
    scores: scoresOf(own, asked, { whole, rest: around.rest }),
    tasks: tasksOf(own, asked, { whole, rest: around.rest }),
    distribution: sight.isAbove ? null : shareBins(sharesOf(whole.units), distributionSchoolsMin),
    history: history.map((count) => {
      const { assessed, below } = shown(count);
      return { year: count.year, procedure: count.procedure, assessed, below };
    }),
    annual: annual === undefined ? null : shown(annual),
    signs: own === undefined ? [] : signsOf(own, { asked, whole, history, around }),
  };
}

const isOf = ({ year, procedure }: SchoolCount, chosen: YearProcedure): boolean =>
  year === chosen.year && procedureKey(procedure) === procedureKey(chosen);

/** As the sums are read: the same procedure in other years, other grades of the year, the same pupils in other years. */
const isAround = ({ year, procedure }: SchoolCount, chosen: YearProcedure): boolean =>
  procedure.subject === chosen.subject &&
  ((procedure.kind === chosen.kind && (procedure.grade === chosen.grade || year === chosen.year)) ||
    year - procedure.grade === chosen.year - chosen.grade);

type Around = {
  readonly partsOf: (count: SchoolCount) => ShownParts;
  readonly municipality: ShownResults | null;
  readonly region: ShownResults | null;
  /** What of the schools that the reader does not know may be shown in sum. */
  readonly rest: ShownParts;
};

function aroundOwn({ unit, sight }: AskedSchool, { units }: WholeRegion): Around {
  const beside = cellsBeside(units, ({ scope }) => isInSight(sight, scope));
  return {
    partsOf: () => allShown,
    municipality: beside.territories.get(territoryOf(unit.scope)) ?? null,
    region: beside.region,
    rest: beside.rest,
  };
}

/**
 * What of a school is shown above it in each of its years and procedures: the same that the tables of the region show. Sums of municipalities are hidden first, then
 * schools of this one.
 */
export function partsAbove(
  unit: OrgUnit,
  { siblings, sums }: Pick<WholeRegion, 'siblings' | 'sums'>,
): (count: Pick<SchoolCount, 'year' | 'procedure'>) => ShownParts {
  const territory = territoryOf(unit.scope);
  const sumsOf = Map.groupBy(sums, (sum) => keyOf(sum.year, sum));
  const siblingsOf = Map.groupBy(siblings, ({ year, procedure }) => keyOf(year, procedure));
  const known = new Map<string, ShownParts>();
  const partsFor = (key: string): ShownParts => {
    const above = hideTerritory(sumsOf.get(key) ?? []).territories.get(territory)?.shown ?? nothingShown;
    const schools = inHidingOrder(siblingsOf.get(key) ?? []).filter(({ cells }) => cells.participants > 0);
    const parts = hideBelow(
      schools.map(({ cells }) => cells),
      above,
    );
    return parts[schools.findIndex(({ id }) => id === unit.id)] ?? nothingShown;
  };
  return ({ year, procedure }) => {
    const key = keyOf(year, procedure);
    const parts = known.get(key) ?? partsFor(key);
    known.set(key, parts);
    return parts;
  };
}

const keyOf = (year: number, procedure: Procedure): string => `${year}\t${procedureKey(procedure)}`;

function aroundAbove({ unit, chosen }: AskedSchool, whole: WholeRegion): Around {
  const { sums } = whole;
  const now = hideTerritory(sums.filter((sum) => keyOf(sum.year, sum) === keyOf(chosen.year, chosen)));
  const near = now.territories.get(territoryOf(unit.scope));
  return {
    partsOf: partsAbove(unit, whole),
    municipality: near === undefined ? null : showCells(near.cells, near.shown),
    region: now.cells.participants === 0 ? null : showCells(now.cells, now.shown),
    rest: now.shown,
  };
}

type Beside = { readonly whole: WholeRegion; readonly rest: ShownParts };

function scoresOf(
  own: SchoolCount | undefined,
  { sight, borders, known }: AskedSchool,
  { whole, rest }: Beside,
): Shown['scores'] {
  const others = whole.scores.map(
    (count, at) => count - known.reduce((sum, { scores }) => sum + (scores?.[at] ?? 0), 0),
  );
  const region =
    borders === null || whole.scores.length === 0
      ? null
      : showScores(whole.scores, { rest: others, restShown: rest, borders: borders.marks });
  const scores = own?.scores ?? null;
  return { own: scores === null ? null : sight.isAbove ? 'hidden' : scores, region, borders };
}

/** Tasks of a school above it would be counts of a few pupils each. */
function tasksOf(
  own: SchoolCount | undefined,
  { sight, known }: AskedSchool,
  { whole, rest }: Beside,
): Shown['tasks'] {
  const ownTasks = own?.tasks ?? null;
  if (sight.isAbove || ownTasks === null) return null;
  const regional = new Map(whole.tasks.map((task) => [task.task, task]));
  return ownTasks.map((task) => {
    const all = regional.get(task.task) ?? task;
    const mine = known.flatMap(({ tasks }) => tasks?.filter((one) => one.task === task.task) ?? []);
    const points = all.points - mine.reduce((sum, one) => sum + one.points, 0);
    const lost = all.pointsMax - mine.reduce((sum, one) => sum + one.pointsMax, 0) - points;
    const { cells, total } = suppressRow([points, lost]);
    const isShown = rest.participants && total !== null && total > 0 && !cells.includes(null);
    return {
      ...task,
      regionPercent: isShown ? Math.round((100 * all.points) / all.pointsMax) : null,
    };
  });
}

function signsOf(
  own: SchoolCount,
  {
    asked,
    whole,
    history,
    around,
  }: {
    readonly asked: AskedSchool;
    readonly whole: WholeRegion;
    readonly history: readonly SchoolCount[];
    readonly around: Around;
  },
): Shown['signs'] {
  const { chosen, sight: from } = asked;
  const schools = from.isAbove
    ? whole.sums.filter((sum) => keyOf(sum.year, sum) === keyOf(chosen.year, chosen))
    : whole.units;
  const region = regionFigures(sumCells(schools.map(({ cells }) => cells)), {
    scores: whole.scores,
    tasks: [...whole.tasks],
  });
  const signs = schoolSigns({ own, region, borders: asked.borders?.marks ?? null, history });
  const before = history.filter(({ year }) => year < own.year && year >= own.year - 2);
  const isOwn = !asked.sight.isAbove;
  const sight = {
    journal: around.partsOf(own).journal,
    gaps: around.partsOf(own).gaps,
    scores: isOwn,
    passing: [own, ...before].every((count) => around.partsOf(count).passing),
    region: around.region !== null && around.rest.journal,
    regionGaps: around.region !== null && around.rest.gaps,
  };
  return signs.map((sign) => showSign(sign, sight));
}
