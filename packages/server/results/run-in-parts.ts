import { setImmediate as letOthersIn } from 'node:timers/promises';
import type { IdentificationRule } from '@opora/domain/results/methodology.ts';
import { prepareRun } from '@opora/domain/results/run-schools.ts';
import type { SchoolResults } from '@opora/domain/results/school-results.ts';
import type { ShownVerdict } from '@opora/domain/results/show-verdict.ts';
import type { SharePriors } from '@opora/domain/results/share-priors.ts';
import type { SureVerdict } from '@opora/domain/results/verdict-certainty.ts';

/** So many schools are judged in some ten milliseconds. */
const schoolsAtOnce = 100;

/** A verdict, and what of it is seen above the school level. */
export type RunVerdictMade = SureVerdict & { readonly shown: ShownVerdict };

/** Verdicts with how sure they are: everything that a run keeps. Between the parts the server answers others. */
export async function runInParts(
  results: readonly SchoolResults[],
  rule: IdentificationRule,
  year: number,
): Promise<{ readonly verdicts: readonly RunVerdictMade[]; readonly priors: SharePriors['priors'] }> {
  await letOthersIn();
  const { schools, priors, judge, show } = prepareRun(results, rule, year);
  const verdicts: RunVerdictMade[] = [];
  for (let from = 0; from < schools.length; from += schoolsAtOnce) {
    // oxlint-disable-next-line no-await-in-loop -- the rest waits on purpose
    await letOthersIn();
    for (const school of schools.slice(from, from + schoolsAtOnce)) {
      const verdict = judge(school);
      verdicts.push({ ...verdict, shown: show(verdict, school) });
    }
  }
  return { verdicts, priors };
}
