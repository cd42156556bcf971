import { addToTally, type BetaPrior, emptyTally, estimatePrior } from './beta-prior.ts';
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
  sureness(measure: Measure): ShareSureness;
};

/** How sure the share of a measure is. */
export type ShareSureness = {
  readonly interval: ShareInterval;
  /** That the true share is at or over the rule's threshold. */
  readonly probability: number;
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
  const known = estimated.map((prior) => rememberSureness(prior, rule.threshold));
  return {
    priors: estimated.flatMap((prior, at) => {
      const year = years[Math.floor(at / procedures.length)];
      const procedure = procedures[at % procedures.length];
      return prior.schools === 0 || year === undefined || procedure === undefined
        ? []
        : [{ year, procedure, prior }];
    }),
    sureness: ({ year, procedure, below, participants }) => {
      const place = placeOf.get(procedure);
      const at = place === undefined ? -1 : (year - (years[0] ?? year)) * procedures.length + place;
      const sureness = known[at];
      if (sureness === undefined) throw new Error('a measure of another rule');
      return sureness(below, participants);
    },
  };
}

/** Answers are remembered: of forty thousand schools many have the same numbers. */
function rememberSureness(
  prior: BetaPrior,
  threshold: number,
): (below: number, participants: number) => ShareSureness {
  const remembered = new Map<number, ShareSureness>();
  return (below, participants) => {
    const key = participants * 4_194_304 + below;
    const before = remembered.get(key);
    if (before !== undefined) return before;
    const sureness = {
      interval: wilsonInterval(below, participants),
      probability: probabilityOver(prior, threshold, { below, participants }),
    };
    remembered.set(key, sureness);
    return sureness;
  };
}
