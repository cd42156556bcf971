import { identifySchool } from './identify.ts';
import type { IdentificationRule } from './methodology.ts';
import type { Measure } from './measure.ts';
import { prepareRule, proceduresOf } from './prepare-rule.ts';
import { compareCodes, type Procedure, procedureKey } from './procedure.ts';
import type { RunInputs } from './identification-run.ts';
import type { SchoolResults } from './school-results.ts';
import { showVerdict, type ShownVerdict } from './show-verdict.ts';
import { estimatePriors, type SharePriors } from './share-priors.ts';
import { assessVerdict, type SureVerdict } from './verdict-certainty.ts';

type PreparedRun = {
  readonly priors: SharePriors['priors'];
  /** In the order of their codes. */
  readonly schools: readonly SchoolResults[];
  readonly judge: (school: SchoolResults) => SureVerdict;
  /** The same as it is seen above the school level. */
  readonly show: (verdict: SureVerdict, school: SchoolResults) => ShownVerdict;
};

/** A run made ready to go through its schools one by one, as far at a time as the caller likes. */
export function prepareRun(
  results: readonly SchoolResults[],
  rule: IdentificationRule,
  year: number,
): PreparedRun {
  const prepared = prepareRule(rule, year, proceduresOf(results));
  const priors = estimatePriors(results, prepared);
  return {
    priors: priors.priors,
    schools: results.toSorted((one, other) => compareCodes(one.school, other.school)),
    judge: (school) => assessVerdict(identifySchool(school, prepared), prepared, priors),
    show: (verdict, school) => showVerdict(verdict, school, { prepared, priors }),
  };
}

type KeptSchool = RunInputs & { readonly school: string };

/** What was kept of schools as the rules take it: equal procedures become one object. */
export function resultsOf(schools: readonly KeptSchool[]): SchoolResults[] {
  const known = new Map<string, Procedure>();
  const one = (procedure: Procedure): Procedure => {
    const key = procedureKey(procedure);
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, procedure);
    return procedure;
  };
  return schools.map(({ school, type, counts }) => ({
    school,
    type,
    counts: counts.map((count) => ({ ...count, procedure: one(count.procedure) })),
  }));
}

type JudgedSchool = {
  readonly measures: readonly (Pick<Measure, 'year' | 'procedure'> & { readonly low: boolean | null })[];
};

/** Procedures of the year that were low: why a school is on the list, in a word. */
export function lowInYear({ measures }: JudgedSchool, year: number): Procedure[] {
  return measures.filter((measure) => measure.low && measure.year === year).map(({ procedure }) => procedure);
}
