import { type ChangeNeeded, changeNeeded } from './change-needed.ts';
import type { IdentificationRule } from './methodology.ts';
import { type Measure, measureSchool } from './measure.ts';
import { type PreparedRule, prepareRule, proceduresOf } from './prepare-rule.ts';
import { compareCodes, type Procedure } from './procedure.ts';
import { combineRules, repeatedBefore } from './rule-parts.ts';
import type { SchoolResults } from './school-results.ts';
import type { Verdict } from './verdict.ts';

/** Why a school is on the list or not. */
export type SchoolVerdict = {
  readonly school: string;
  readonly verdict: Verdict;
  /** Everything the rule looked at, by year and procedure. */
  readonly measures: readonly Measure[];
  /** Null where no change of the year's results alone changes the verdict, or there is nothing to change. */
  readonly change: ChangeNeeded | null;
};

/** Applies the rule to every school for the year; schools in the order of their codes. */
export function identify(
  results: readonly SchoolResults[],
  rule: IdentificationRule,
  year: number,
): SchoolVerdict[] {
  const prepared = prepareRule(rule, year, proceduresOf(results));
  return results
    .map((school) => identifySchool(school, prepared))
    .sort((one, other) => compareCodes(one.school, other.school));
}

/** The verdict on one school, for a caller that goes through them one by one. */
export function identifySchool(school: SchoolResults, prepared: PreparedRule): SchoolVerdict {
  const measures = measureSchool(school, prepared);
  const verdict = judgeMeasures(school, measures, prepared);
  return {
    school: school.school,
    verdict,
    measures,
    change: changeNeeded({ school, verdict, measures, prepared }),
  };
}

/** What the rule says of measures, whoever made them. */
export function judgeMeasures(
  school: Pick<SchoolResults, 'type'>,
  measures: readonly Measure[],
  prepared: PreparedRule,
): Verdict {
  const { rule, year } = prepared;
  if (school.type !== null && rule.excludedTypes?.includes(school.type)) return 'excluded';
  const ofYear = measures.filter((measure) => measure.year === year);
  if (ofYear.length === 0) return 'insufficient';
  const low = ofYear.filter((measure) => measure.low).map(({ procedure }) => procedure);
  return isListed(low, measures, prepared) ? 'listed' : 'not-listed';
}

function isListed(
  lowInYear: readonly Procedure[],
  measures: readonly Measure[],
  prepared: PreparedRule,
): boolean {
  const before = repeatedBefore(measures, prepared);
  return combineRules(prepared.rule.combine, {
    a: lowInYear.length >= prepared.rule.minProceduresInYear,
    b: lowInYear.some((procedure) => before(procedure)),
  });
}
