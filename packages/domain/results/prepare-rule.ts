import { foldText } from '../basics/fold-text.ts';
import { type DecimalFraction, decimalFraction } from './decimal-fraction.ts';
import type { IdentificationRule, ProcedureChoice } from './methodology.ts';
import { compareProcedures, type Procedure } from './procedure.ts';
import type { SchoolResults } from './school-results.ts';

/** A rule made ready for one set of results and one year. */
export type PreparedRule = {
  readonly rule: IdentificationRule;
  readonly year: number;
  readonly threshold: DecimalFraction;
  /** Years that the rule looks at, the last being `year`. */
  readonly years: readonly number[];
  /** Procedures of the results that take part, in their order. */
  readonly procedures: readonly Procedure[];
  readonly placeOf: ReadonlyMap<Procedure, number>;
};

/** Throws when the threshold is not a decimal fraction, which `IdentificationRule` does not let through. */
export function prepareRule(
  rule: IdentificationRule,
  year: number,
  procedures: Iterable<Procedure>,
): PreparedRule {
  const threshold = decimalFraction(rule.threshold);
  if (threshold === null) throw new Error('threshold has more digits than can be compared exactly');
  const chosen = [...procedures]
    .filter((procedure) => takesPart(procedure, rule.procedures))
    .sort(compareProcedures);
  const yearCount = rule.combine === 'a' ? 1 : rule.repeatYears;
  return {
    rule,
    year,
    threshold,
    years: Array.from({ length: yearCount }, (_, at) => year - yearCount + 1 + at),
    procedures: chosen,
    placeOf: new Map(chosen.map((procedure, at) => [procedure, at])),
  };
}

/** Every procedure that some school of the results has a count in. */
export function proceduresOf(results: Iterable<SchoolResults>): Set<Procedure> {
  const procedures = new Set<Procedure>();
  for (const { counts } of results) for (const { procedure } of counts) procedures.add(procedure);
  return procedures;
}

function takesPart(procedure: Procedure, choices: readonly ProcedureChoice[] | undefined): boolean {
  if (choices === undefined) return true;
  return choices.some(
    ({ procedure: kind, grades, subjects }) =>
      foldText(kind) === foldText(procedure.kind) &&
      (grades === undefined || grades.includes(procedure.grade)) &&
      (subjects === undefined ||
        subjects.some((subject) => foldText(subject) === foldText(procedure.subject))),
  );
}
