import { leastReaching } from './decimal-fraction.ts';
import type { Measure } from './measure.ts';
import type { PreparedRule } from './prepare-rule.ts';
import type { Procedure } from './procedure.ts';
import { repeatedBefore } from './rule-parts.ts';
import type { SchoolResults } from './school-results.ts';
import type { Verdict } from './verdict.ts';

/** The least number of pupils with another result that would change the verdict: «one pupil fewer in ОГЭ mathematics». */
export type ChangeNeeded = {
  /** `fewer` below the minimum takes the school off the list, `more` puts it on. */
  readonly direction: 'fewer' | 'more';
  readonly pupils: number;
  /** One of the least ways; where several are equal, the first procedures in their order. */
  readonly steps: readonly { readonly procedure: Procedure; readonly pupils: number }[];
};

type Judged = {
  readonly school: SchoolResults;
  readonly verdict: Verdict;
  readonly measures: readonly Measure[];
  readonly prepared: PreparedRule;
};

/** What it takes to move one procedure of the year over or under the threshold. */
type Step = { readonly procedure: Procedure; readonly pupils: number; readonly repeats: boolean };

/** How the year stands: procedures that are low, those of them that repeat, and the cheapest steps first. */
type Standing = {
  readonly lowCount: number;
  readonly repeatingCount: number;
  readonly steps: readonly Step[];
};

/**
 * The change is looked for in the results of the year alone: those of earlier years are what they were, and who took part stays. Exact: no smaller
 * number of pupils in any procedures would do.
 */
export function changeNeeded(judged: Judged): ChangeNeeded | null {
  switch (judged.verdict) {
    case 'excluded':
    case 'insufficient':
      return null;
    case 'listed':
      return change('fewer', wayOff(judged));
    case 'not-listed':
      return change('more', wayOn(judged));
  }
}

function change(direction: ChangeNeeded['direction'], steps: readonly Step[] | null): ChangeNeeded | null {
  if (steps === null) return null;
  return {
    direction,
    pupils: total(steps),
    steps: steps.map(({ procedure, pupils }) => ({ procedure, pupils })),
  };
}

/** Low procedures to be raised: rule A breaks when enough of them are gone, rule B when all that repeat are. */
function wayOff(judged: Judged): readonly Step[] | null {
  const { rule } = judged.prepared;
  const { lowCount, repeatingCount, steps } = standing(judged, true);
  const excess = Math.max(0, lowCount - rule.minProceduresInYear + 1);
  const repeating = steps.filter((step) => step.repeats);
  const breakA = steps.length >= excess ? steps.slice(0, excess) : null;
  const breakB = repeating.length === repeatingCount ? repeating : null;
  switch (rule.combine) {
    case 'a':
      return breakA;
    case 'b':
      return breakB;
    case 'and':
      return cheaper(breakA, breakB);
    case 'or': {
      if (breakB === null) return null;
      const others = steps.filter((step) => !step.repeats);
      const more = Math.max(0, excess - breakB.length);
      return others.length >= more ? [...breakB, ...others.slice(0, more)] : null;
    }
  }
}

/** Procedures to become low: as many as rule A lacks, and one that was low in the years before for rule B. */
function wayOn(judged: Judged): readonly Step[] | null {
  const { rule } = judged.prepared;
  const { lowCount, repeatingCount, steps } = standing(judged, false);
  const lacking = Math.max(0, rule.minProceduresInYear - lowCount);
  const makeA = steps.length >= lacking ? steps.slice(0, lacking) : null;
  const first = steps.find((step) => step.repeats);
  const makeB = repeatingCount > 0 ? [] : first === undefined ? null : [first];
  switch (rule.combine) {
    case 'a':
      return makeA;
    case 'b':
      return makeB;
    case 'or':
      return cheaper(makeA, makeB);
    case 'and': {
      if (makeA === null || makeB === null) return null;
      if (repeatingCount > 0 || makeA.some((step) => step.repeats)) return makeA;
      return [...makeB, ...makeA.slice(0, Math.max(0, lacking - 1))];
    }
  }
}

/** Steps are over the procedures of the year that are low, or those that are not; what no result of the year itself can move is left out. */
function standing({ school, measures, prepared }: Judged, low: boolean): Standing {
  const repeated = repeatedBefore(measures, prepared);
  const ofYear = measures.filter((measure) => measure.year === prepared.year);
  const lowNow = ofYear.filter((measure) => measure.low);
  const steps = ofYear
    .filter((measure) => measure.low === low)
    .map((measure): Step | null => {
      const border = leastReaching(measure.participants, prepared.threshold);
      const pupils = low ? measure.below - border + 1 : border - measure.below;
      return pupils > movable(school, measure, low)
        ? null
        : { procedure: measure.procedure, pupils, repeats: repeated(measure.procedure) };
    })
    .filter((step) => step !== null)
    .sort((one, other) => one.pupils - other.pupils);
  return {
    lowCount: lowNow.length,
    repeatingCount: lowNow.filter(({ procedure }) => repeated(procedure)).length,
    steps,
  };
}

/** How many pupils of the year itself could have had the other result; pooled years count for the share, not for the change. */
function movable({ counts }: SchoolResults, { year, procedure }: Measure, low: boolean): number {
  const own = counts.find((count) => count.year === year && count.procedure === procedure);
  return own === undefined ? 0 : low ? own.below : own.participants - own.below;
}

function cheaper(one: readonly Step[] | null, other: readonly Step[] | null): readonly Step[] | null {
  if (one === null || other === null) return one ?? other;
  return total(other) < total(one) ? other : one;
}

function total(steps: readonly Step[]): number {
  return steps.reduce((sum, { pupils }) => sum + pupils, 0);
}
