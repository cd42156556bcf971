import { IdentificationRule } from './methodology.ts';
import { compareCodes, compareProcedures } from './procedure.ts';
import type { SchoolResults } from './school-results.ts';

/**
 * Everything a run depends on as lines of text, the same for the same inputs in whatever order they came: hashed by the caller, this is the digest by which
 * a list of the past is known to be re-run on what it was made from. Names and sources of a methodology are not part of it.
 */
export function* runInputs(
  results: readonly SchoolResults[],
  rule: IdentificationRule,
  year: number,
): Generator<string> {
  // A part that the rule does not have is not named: parts that come with time leave the digests of earlier runs as they are.
  const parts = IdentificationRule.keyof().options.flatMap((part) =>
    rule[part] === undefined ? [] : [[part, rule[part]]],
  );
  yield `${JSON.stringify([year, parts])}\n`;
  for (const { school, type, counts } of results.toSorted((one, other) =>
    compareCodes(one.school, other.school),
  )) {
    const sorted = counts
      .toSorted((one, other) => one.year - other.year || compareProcedures(one.procedure, other.procedure))
      .map(({ year: countYear, procedure: { kind, grade, subject }, participants, below }) => [
        countYear,
        kind,
        grade,
        subject,
        participants,
        below,
      ]);
    yield `${JSON.stringify([school, type, sorted])}\n`;
  }
}
