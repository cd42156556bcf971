import { addToTally, type BetaPrior, emptyTally, estimatePrior, type PriorTally } from './beta-prior.ts';
import { type Measure, pooledSums } from './measure.ts';
import type { PreparedRule } from './prepare-rule.ts';
import type { Procedure } from './procedure.ts';
import { probabilityOver } from './probability-over.ts';
import type { SchoolResults } from './school-results.ts';
import { type ShareInterval, wilsonInterval } from './wilson-interval.ts';

/** The prior of each procedure and year that the rule looks at, to be shown beside what follows from it. */
export type SharePriors = {
  readonly priors: readonly {
    readonly year: number;
    readonly procedure: Procedure;
    readonly prior: BetaPrior;
  }[];
  /** Equal measures of different schools are one object. */
  sure(measure: Measure): SureMeasure;
};

/** A measure with how sure its share is. */
export type SureMeasure = Measure & {
  readonly interval: ShareInterval;
  /** That the true share is at or over the rule's threshold. */
  readonly probability: number;
};

/** Estimated over all schools that took part, however few their pupils; schools of excluded types are not among them. */
export function estimatePriors(schools: Iterable<SchoolResults>, prepared: PreparedRule): SharePriors {
  return sharePriors(tallyShares(schools, prepared).map(estimatePrior), prepared);
}

/** Schools by their numbers, for each year and procedure of the rule: years first, then procedures in their order. */
export function tallyShares(schools: Iterable<SchoolResults>, prepared: PreparedRule): PriorTally[] {
  const { years, procedures, rule } = prepared;
  const tallies = Array.from({ length: years.length * procedures.length }, emptyTally);
  for (const school of schools) {
    if (school.type !== null && rule.excludedTypes?.includes(school.type)) continue;
    const sums = pooledSums(school, prepared);
    tallies.forEach((tally, at) => addToTally(tally, sums[2 * at + 1] ?? 0, sums[2 * at] ?? 0));
  }
  return tallies;
}

/** What follows from priors that were estimated, in the order of `tallyShares`. */
export function sharePriors(
  estimated: readonly BetaPrior[],
  { years, procedures, placeOf, rule }: PreparedRule,
): SharePriors {
  const known = estimated.map((prior) => rememberMeasures(prior, rule.threshold));
  return {
    priors: estimated.flatMap((prior, at) => {
      const year = years[Math.floor(at / procedures.length)];
      const procedure = procedures[at % procedures.length];
      return prior.schools === 0 || year === undefined || procedure === undefined
        ? []
        : [{ year, procedure, prior }];
    }),
    sure: (measure) => {
      const place = placeOf.get(measure.procedure) ?? Number.NaN;
      const make = known[(measure.year - (years[0] ?? 0)) * procedures.length + place];
      if (make === undefined) throw new Error('a measure of another rule');
      return make(measure);
    },
  };
}

/** Answers are remembered: of forty thousand schools many have the same numbers. */
function rememberMeasures(prior: BetaPrior, threshold: number): (measure: Measure) => SureMeasure {
  const remembered = new Map<number, SureMeasure>();
  return (measure) => {
    const { year, procedure, participants, below, low } = measure;
    const key = participants * 4_194_304 + below;
    const before = remembered.get(key);
    if (before !== undefined) return before;
    const interval = wilsonInterval(below, participants);
    const probability = probabilityOver(prior, threshold, measure);
    const sure = { year, procedure, participants, below, low, interval, probability };
    remembered.set(key, sure);
    return sure;
  };
}
