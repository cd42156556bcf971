import { compareRuns, type RunComparison } from './compare-runs.ts';
import { identify } from './identify.ts';
import type { IdentificationRule } from './methodology.ts';
import type { SchoolResults } from './school-results.ts';

/** What a changed rule would make of the same results, and what differs from the rule as it is. */
export type TriedRule = {
  readonly changed: Partial<IdentificationRule>;
  readonly listedCount: number;
  readonly comparison: RunComparison;
};

/** «What if the threshold were 25 %?»: the rule with each of the changes, before anything is approved. */
export function tryRules(
  results: readonly SchoolResults[],
  { rule, year }: { readonly rule: IdentificationRule; readonly year: number },
  changes: readonly Partial<IdentificationRule>[],
): TriedRule[] {
  const asItIs = identify(results, rule, year);
  return changes.map((changed) => {
    const tried = identify(results, { ...rule, ...changed }, year);
    return {
      changed,
      listedCount: tried.filter(({ verdict }) => verdict === 'listed').length,
      comparison: compareRuns(asItIs, tried),
    };
  });
}
