import { z } from 'zod';
import type { SchoolVerdict } from './identify.ts';
import type { PreparedRule } from './prepare-rule.ts';
import type { Procedure } from './procedure.ts';
import { combineRules } from './rule-parts.ts';
import type { SharePriors, SureMeasure } from './share-priors.ts';

/** How far a verdict is to be relied on: «устойчиво», «возможно», «мало данных». */
export const Certainty = z.enum(['stable', 'possible', 'little-data']);
export type Certainty = z.infer<typeof Certainty>;

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
  const measures = verdict.measures.map((measure) => priors.sure(measure));
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
  const { rule, year } = prepared;
  const most = rule.minProceduresInYear;
  const [single, repeating] = [new Float64Array(most + 1), new Float64Array(most + 1)];
  single[0] = 1;
  const repeatedBy = repeatProbability(measures, prepared);
  for (const { procedure, probability, year: measureYear } of measures) {
    if (measureYear !== year) continue;
    const both = probability * repeatedBy(procedure);
    // From the most down, so that one procedure is not counted twice.
    for (let low = most; low >= 0; low -= 1) {
      const [one, two] = [single[low] ?? 0, repeating[low] ?? 0];
      const next = Math.min(most, low + 1);
      single[low] = one * (1 - probability);
      repeating[low] = two * (1 - probability);
      single[next] = (single[next] ?? 0) + one * (probability - both);
      repeating[next] = (repeating[next] ?? 0) + one * both + two * probability;
    }
  }
  let listed = 0;
  for (let low = 0; low <= most; low += 1) {
    const a = low === most;
    if (combineRules(rule.combine, { a, b: false })) listed += single[low] ?? 0;
    if (combineRules(rule.combine, { a, b: true })) listed += repeating[low] ?? 0;
  }
  return Math.min(1, listed);
}

/** How likely a procedure was low in every year that rule B looks at before the year itself. */
function repeatProbability(
  measures: readonly SureMeasure[],
  { years, year }: PreparedRule,
): (procedure: Procedure) => number {
  if (years.length === 1) return () => 1;
  const before = new Map<Procedure, { years: number; product: number }>();
  for (const { procedure, probability, year: measureYear } of measures) {
    if (measureYear === year) continue;
    const { years: count, product } = before.get(procedure) ?? { years: 0, product: 1 };
    before.set(procedure, { years: count + 1, product: product * probability });
  }
  return (procedure) => {
    const found = before.get(procedure);
    return found?.years === years.length - 1 ? found.product : 0;
  };
}
