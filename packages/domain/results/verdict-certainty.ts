import type { SchoolVerdict } from './identify.ts';
import type { Measure } from './measure.ts';
import type { PreparedRule } from './prepare-rule.ts';
import type { SharePriors } from './share-priors.ts';
import { combineRules } from './rule-parts.ts';
import { type ShareInterval, wilsonInterval } from './wilson-interval.ts';

/** How far a verdict is to be relied on: «устойчиво», «возможно», «мало данных». */
export type Certainty = 'stable' | 'possible' | 'little-data';

/** From where on a verdict is called what. */
export const certaintyLimits = {
  stableProbability: {
    value: 0.9,
    source: '[own]: one verdict in ten may be chance.',
  },
  readableParticipants: {
    value: 20,
    source:
      'ФИОКО, recommendations on analysing ВПР, 2026: distributions of fewer than 20 participants say little.',
  },
} as const;

/** A measure with how sure its share is. */
export type SureMeasure = Measure & {
  readonly interval: ShareInterval;
  /** That the true share is at or over the threshold. */
  readonly probability: number;
};

export type SureVerdict = Omit<SchoolVerdict, 'measures'> & {
  readonly measures: readonly SureMeasure[];
  /** That the rule holds for the true shares; null where there is no verdict by the rule. */
  readonly listedProbability: number | null;
  readonly certainty: Certainty;
};

/**
 * Procedures, and years of one, are taken as independent given their priors; where years are pooled, neighbouring years share pupils and the probability is
 * a little too sure.
 */
export function assessVerdict(
  verdict: SchoolVerdict,
  prepared: PreparedRule,
  priors: SharePriors,
): SureVerdict {
  const measures = verdict.measures.map((measure): SureMeasure => ({
    ...measure,
    interval: wilsonInterval(measure.below, measure.participants),
    probability: priors.probability(measure),
  }));
  const judged = verdict.verdict === 'listed' || verdict.verdict === 'not-listed';
  const listedProbability = judged ? probabilityListed(measures, prepared) : null;
  return {
    ...verdict,
    measures,
    listedProbability,
    certainty: certaintyOf({ ...verdict, measures, listedProbability }, prepared.year),
  };
}

function certaintyOf(
  { verdict, measures, listedProbability }: Omit<SureVerdict, 'certainty' | 'change'>,
  year: number,
): Certainty {
  const { stableProbability, readableParticipants } = certaintyLimits;
  const readable = measures.some(
    (measure) => measure.year === year && measure.participants >= readableParticipants.value,
  );
  if (listedProbability === null || !readable) return 'little-data';
  const ownProbability = verdict === 'listed' ? listedProbability : 1 - listedProbability;
  return ownProbability >= stableProbability.value ? 'stable' : 'possible';
}

/** Goes through the procedures of the year and keeps how likely so many are low, with a repeating one among them or not. */
export function probabilityListed(measures: readonly SureMeasure[], prepared: PreparedRule): number {
  const { rule, year, years } = prepared;
  const most = rule.minProceduresInYear;
  let states = new Float64Array(2 * (most + 1));
  states[0] = 1;
  for (const { procedure, probability, year: measureYear } of measures) {
    if (measureYear !== year) continue;
    const before = measures.filter((one) => one.procedure === procedure && one.year !== year);
    const repeated =
      before.length < years.length - 1 ? 0 : before.reduce((product, one) => product * one.probability, 1);
    const next = new Float64Array(states.length);
    states.forEach((chance, state) => {
      const [low, repeats] = [state >> 1, state & 1];
      const more = Math.min(most, low + 1);
      const add = (to: number, share: number) => {
        next[to] = (next[to] ?? 0) + chance * share;
      };
      add(state, 1 - probability);
      add(more * 2 + repeats, probability * (1 - repeated));
      add(more * 2 + 1, probability * repeated);
    });
    states = next;
  }
  return states.reduce(
    (sum, chance, state) =>
      combineRules(rule.combine, { a: state >> 1 >= most, b: (state & 1) === 1 }) ? sum + chance : sum,
    0,
  );
}
