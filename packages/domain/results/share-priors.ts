import { addToTally, type BetaPrior, emptyTally, estimatePrior } from './beta-prior.ts';
import { type Measure, pooledSums } from './measure.ts';
import type { PreparedRule } from './prepare-rule.ts';
import type { Procedure } from './procedure.ts';
import { probabilityOver } from './probability-over.ts';
import type { SchoolResults } from './school-results.ts';

/** The prior of each procedure and year that the rule looks at, to be shown beside what follows from it. */
export type SharePriors = {
  readonly priors: readonly {
    readonly year: number;
    readonly procedure: Procedure;
    readonly prior: BetaPrior;
  }[];
  /** That the true share of a measure is at or over the rule's threshold. */
  probability(measure: Measure): number;
};

/** Estimated over all schools that took part, however few their pupils; schools of excluded types are not among them. */
export function estimatePriors(schools: Iterable<SchoolResults>, prepared: PreparedRule): SharePriors {
  const { years, procedures, placeOf, rule } = prepared;
  const tallies = Array.from({ length: years.length * procedures.length }, emptyTally);
  for (const school of schools) {
    if (school.type !== null && rule.excludedTypes?.includes(school.type)) continue;
    const sums = pooledSums(school, prepared);
    tallies.forEach((tally, at) => addToTally(tally, sums[2 * at + 1] ?? 0, sums[2 * at] ?? 0));
  }
  const estimated = tallies.map((tally) => estimatePrior(tally));
  const functions = estimated.map((prior) => probabilityOver(prior, rule.threshold));
  return {
    priors: estimated.flatMap((prior, at) => {
      const year = years[Math.floor(at / procedures.length)];
      const procedure = procedures[at % procedures.length];
      return prior.schools === 0 || year === undefined || procedure === undefined
        ? []
        : [{ year, procedure, prior }];
    }),
    probability: ({ year, procedure, below, participants }) => {
      const place = placeOf.get(procedure);
      const at = place === undefined ? -1 : (year - (years[0] ?? year)) * procedures.length + place;
      const probability = functions[at];
      if (probability === undefined) throw new Error('a measure of another rule');
      return probability(below, participants);
    },
  };
}
