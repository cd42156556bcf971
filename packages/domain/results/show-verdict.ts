import type { Certainty } from './verdict-certainty.ts';
import { narrowRange, type Range, shownRange, staysOpen } from './count-sight.ts';
import type { RunMeasure, RunPrior, RunReasons, ShownPrior } from './identification-run.ts';
import type { SchoolVerdict } from './identify.ts';
import type { Measure } from './measure.ts';
import type { Procedure } from './procedure.ts';
import type { PreparedRule } from './prepare-rule.ts';
import type { ProcedureCount, SchoolResults } from './school-results.ts';
import type { SharePriors, SureMeasure } from './share-priors.ts';
import { shownPupilsMin } from './suppress-cells.ts';
import { assessVerdict, type SureVerdict } from './verdict-certainty.ts';

/** A verdict as it is seen above the school level. */
export type ShownVerdict = {
  readonly certainty: Certainty;
  readonly listedProbability: number | null;
  readonly reasons: RunReasons;
};

type Means = { readonly prepared: PreparedRule; readonly priors: SharePriors };

/**
 * Hidden are counts that result pages hide, and what they could be worked out from: interval and probability of the measure, how many pupils would change the
 * verdict, the probability of the whole. Verdict and rule stay; how sure is said of the least sure that the hidden numbers may be, so that the word follows from
 * what is shown.
 */
export function showVerdict(
  verdict: SureVerdict,
  { counts }: Pick<SchoolResults, 'counts'>,
  means: Means,
): ShownVerdict {
  const { prepared } = means;
  const measures = verdict.measures.map((measure) => ({
    measure,
    told: tellMeasure(measure, addedUp(counts, measure, prepared.rule), prepared),
  }));
  const isWhole = measures.every(({ told }) => told.isWhole);
  return {
    certainty: isWhole ? verdict.certainty : leastSure(verdict, measures, means),
    listedProbability: isWhole ? inTenths(verdict.listedProbability) : null,
    reasons: {
      measures: measures.map(({ measure, told }) => showMeasure(measure, told)),
      change:
        isWhole && verdict.change !== null ? { ...verdict.change, steps: [...verdict.change.steps] } : null,
    },
  };
}

/** What of a measure is told: the range of its number below the minimum, null where participants are hidden; and whether it was low. */
export type ToldMeasure = {
  readonly isWhole: boolean;
  readonly range: Range | null;
  readonly low: boolean | null;
};

/** Neither low nor not low is said where it would leave one number only: 1 of 5 is all that is small and under 30 %. */
export function tellMeasure(
  { participants, low }: Measure,
  added: readonly ProcedureCount[],
  { threshold }: Pick<PreparedRule, 'threshold'>,
): ToldMeasure {
  const ranges = added.map((count) => shownRange(count, threshold));
  const known = ranges.filter((range) => range !== null);
  if (known.length < ranges.length) return { isWhole: false, range: null, low };
  const range = {
    from: known.reduce((sum, { from }) => sum + from, 0),
    to: known.reduce((sum, { to }) => sum + to, 0),
  };
  if (range.from === range.to) return { isWhole: true, range, low };
  return { isWhole: false, range, low: staysOpen(range, participants, threshold) ? low : null };
}

type Pooling = Pick<PreparedRule['rule'], 'yearsPooled' | 'poolOnlyUnder'>;

/** Counts that a measure is the sum of. */
export function addedUp(
  counts: readonly ProcedureCount[],
  { year, procedure }: Pick<Measure, 'year' | 'procedure'>,
  { yearsPooled, poolOnlyUnder = Infinity }: Pooling,
): ProcedureCount[] {
  const own = counts.filter((count) => count.procedure === procedure);
  const ofYear = own.filter((count) => count.year === year);
  if (ofYear.some(({ participants }) => participants >= poolOnlyUnder)) return ofYear;
  return own.filter((count) => count.year <= year && count.year > year - yearsPooled);
}

function showMeasure(measure: SureMeasure, { isWhole, range, low }: ToldMeasure): RunMeasure {
  const { year, procedure, participants, below } = measure;
  if (isWhole) {
    const { interval, probability } = measure;
    return {
      year,
      procedure,
      participants,
      below,
      between: null,
      low,
      interval: [interval[0], interval[1]],
      probability: inTenths(probability),
    };
  }
  return {
    year,
    procedure,
    participants: range === null ? null : participants,
    below: null,
    between: range === null ? null : [range.from, range.to],
    low,
    interval: null,
    probability: null,
  };
}

type Told = { readonly measure: SureMeasure; readonly told: ToldMeasure };

/** The rule holds the surer, the more are below the minimum: the least sure stand at one end of what is hidden. */
function leastSure(verdict: SureVerdict, measures: readonly Told[], { prepared, priors }: Means): Certainty {
  const { threshold } = prepared;
  if (verdict.listedProbability === null) return verdict.certainty;
  if (measures.some(({ told }) => told.range === null)) return lessSure(verdict.certainty);
  const least = measures.map(({ measure, told: { range, low } }) => {
    const { participants } = measure;
    const open = range ?? { from: 0, to: participants };
    const { from, to } = low === null ? open : narrowRange(open, { participants, low, threshold });
    return { ...measure, below: verdict.verdict === 'listed' ? from : to };
  });
  return assessVerdict({ ...verdict, measures: least }, prepared, priors).certainty;
}

/** Of a run made before it was kept what may be shown: the verdict and which results were low, and no number. */
export function coverVerdict({ certainty, reasons }: ShownVerdict): ShownVerdict {
  const hidden = { participants: null, below: null, between: null, interval: null, probability: null };
  return {
    certainty: lessSure(certainty),
    listedProbability: null,
    reasons: { measures: reasons.measures.map((measure) => ({ ...measure, ...hidden })), change: null },
  };
}

/** Where numbers are hidden that could make it less sure. */
export function lessSure(certainty: Certainty): Certainty {
  return certainty === 'little-data' ? certainty : 'possible';
}

/** Procedures of the year that are told to be low above the school level. */
export function lowTold(
  { measures }: Pick<SchoolVerdict, 'measures'>,
  { counts }: Pick<SchoolResults, 'counts'>,
  prepared: PreparedRule,
): Procedure[] {
  return measures
    .filter(
      (measure) =>
        measure.year === prepared.year &&
        tellMeasure(measure, addedUp(counts, measure, prepared.rule), prepared).low === true,
    )
    .map(({ procedure }) => procedure);
}

/** A probability by steps of ten per cent: of its digits the prior could be worked out, and of the prior the numbers of others. */
function inTenths<P extends number | null>(probability: P): P | number {
  return probability === null ? probability : Math.round(probability * 10) / 10;
}

/** In how many schools of a run the counts of a prior are hidden: with the numbers of all others the prior tells of one or two. */
export function countHidden(
  schools: readonly SchoolResults[],
  { year, procedure }: Pick<RunPrior, 'year' | 'procedure'>,
  rule: Pooling,
): number {
  return schools.filter(({ counts }) =>
    addedUp(counts, { year, procedure }, rule).some(({ sight }) => sight !== 'all'),
  ).length;
}

/** To two digits, and not at all where the hidden schools are fewer than five. */
export function showPrior({ year, procedure, prior, hiddenSchools }: RunPrior): ShownPrior {
  const isShown = hiddenSchools === 0 || (hiddenSchools !== undefined && hiddenSchools >= shownPupilsMin);
  const { alpha, beta, schools } = prior;
  return {
    year,
    procedure,
    schools,
    prior: isShown ? { alpha: Number(alpha.toPrecision(2)), beta: Number(beta.toPrecision(2)) } : null,
  };
}
