import type { Procedure } from '@opora/domain/results/procedure.ts';
import type { SharePriors, SureMeasure } from '@opora/domain/results/share-priors.ts';
import type { SureVerdict } from '@opora/domain/results/verdict-certainty.ts';

/**
 * Each verdict as one object. Written by hand and not by one `JSON.stringify`: the object of a country is 150 MB, and most of it are the same few
 * thousand measures.
 */
export function verdictWriter(): (verdict: SureVerdict) => string {
  const measureJson = rememberMeasures();
  return ({ school, verdict, measures, certainty, listedProbability, change }) => {
    const head = JSON.stringify({
      school,
      verdict,
      certainty,
      listedProbability: listedProbability === null ? null : rounded(listedProbability),
      change:
        change === null
          ? null
          : {
              ...change,
              steps: change.steps.map(({ procedure, pupils }) => ({ ...named(procedure), pupils })),
            },
    });
    // Put together by `+`, the texts are copied once, when they are printed.
    let reasons = '';
    for (const measure of measures) reasons += (reasons === '' ? '' : ',') + measureJson(measure);
    return `${head.slice(0, -1)},"reasons":[${reasons}]}`;
  };
}

/** What stands before and after the verdicts. */
export function verdictFrame(year: number, { priors }: SharePriors): { before: string; after: string } {
  const shown = priors.map(({ year: ofYear, procedure, prior }) => ({
    year: ofYear,
    ...named(procedure),
    alpha: rounded(prior.alpha),
    beta: rounded(prior.beta),
    schools: prior.schools,
  }));
  return { before: `{"year":${year},"schools":[\n`, after: `\n],"priors":${JSON.stringify(shown)}}\n` };
}

/** Equal measures are one object: it is written once. */
function rememberMeasures(): (measure: SureMeasure) => string {
  const remembered = new Map<SureMeasure, string>();
  return (measure) => {
    const before = remembered.get(measure);
    if (before !== undefined) return before;
    const made = oneMeasure(measure);
    remembered.set(measure, made);
    return made;
  };
}

function oneMeasure({
  year,
  procedure,
  participants,
  below,
  low,
  interval,
  probability,
}: SureMeasure): string {
  return JSON.stringify({
    year,
    ...named(procedure),
    participants,
    below,
    share: below / participants,
    low,
    interval: interval.map(rounded),
    probability: rounded(probability),
  });
}

function named({ kind, grade, subject }: Procedure): { procedure: string; grade: number; subject: string } {
  return { procedure: kind, grade, subject };
}

/** Six digits: more than the estimate is worth, and the same on every machine. */
function rounded(value: number): number {
  return Math.round(value * 1_000_000) / 1_000_000;
}
