import { setImmediate as letOthersIn } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { compareRuns } from '@opora/domain/results/compare-runs.ts';
import { inputChanges, typeChanges } from '@opora/domain/results/input-changes.ts';
import type { Recheck, VerdictDifference } from '@opora/domain/results/identification-contract.ts';
import type { IdentificationRun, RunVerdict } from '@opora/domain/results/identification-run.ts';
import type { IdentificationRule } from '@opora/domain/results/methodology.ts';
import type { Procedure } from '@opora/domain/results/procedure.ts';
import { lowInYear, resultsOf } from '@opora/domain/results/run-schools.ts';
import { identify, type SchoolVerdict } from '@opora/domain/results/identify.ts';
import type { Verdict } from '@opora/domain/results/verdict.ts';
import type { Db } from '../platform/database.ts';
import { digestOf, gatherInputs } from './make-run.ts';
import { runInParts } from './run-in-parts.ts';
import { listKept } from './verdict-queries.ts';

type Judged = { readonly school: string; readonly verdict: Verdict; readonly low: readonly Procedure[] };
type Comparison = { readonly sameCount: number; readonly differences: VerdictDifference[] };

/** What another rule would make of the numbers of a run. */
export async function tryRule(
  db: Db,
  { id, year, methodology }: IdentificationRun,
  rule: IdentificationRule,
): Promise<Comparison & { readonly counts: Partial<Record<Verdict, number>> }> {
  const results = resultsOf(await listKept(db, id));
  await letOthersIn();
  const tried = identify(results, rule, year);
  await letOthersIn();
  const counts: Partial<Record<Verdict, number>> = {};
  for (const { verdict } of tried) counts[verdict] = (counts[verdict] ?? 0) + 1;
  const asItIs = identify(results, methodology, year);
  return { ...compareJudged(judged(asItIs, year), judged(tried, year)), counts };
}

/** Two lists side by side, each as far as the person sees it. */
export function compareLists(before: readonly RunVerdict[], after: readonly RunVerdict[]): Comparison {
  const line = ({ orgUnitId, verdict, low }: RunVerdict): Judged => ({ school: orgUnitId, verdict, low });
  return compareJudged(before.map(line), after.map(line));
}

function compareJudged(before: readonly Judged[], after: readonly Judged[]): Comparison {
  const lowBefore = new Map(before.map(({ school, low }) => [school, low]));
  const lowAfter = new Map(after.map(({ school, low }) => [school, low]));
  const { sameCount, changes } = compareRuns(before, after);
  return {
    sameCount,
    differences: changes.map(({ school, ...verdicts }) => ({
      orgUnitId: school,
      ...verdicts,
      lowBefore: [...(lowBefore.get(school) ?? [])],
      lowAfter: [...(lowAfter.get(school) ?? [])],
    })),
  };
}

const judged = (verdicts: readonly SchoolVerdict[], year: number): Judged[] =>
  verdicts.map((one) => ({ school: one.school, verdict: one.verdict, low: lowInYear(one, year) }));

/** So many changed numbers are told one by one. */
const changesMax = 200;

/** Does the run again on the numbers it keeps, to the last digit, and sets these against the numbers of today. */
export async function recheckRun(
  db: Db,
  { id, scope, year, methodology, digest }: IdentificationRun,
  today: CalendarDate,
): Promise<Recheck> {
  const kept = await listKept(db, id);
  const results = resultsOf(kept);
  await letOthersIn();
  const again = new Map(
    (await runInParts(results, methodology, year)).verdicts.map((verdict) => [verdict.school, verdict]),
  );
  await letOthersIn();
  const differing = kept
    .filter(({ school, reasons, kept: told }) => {
      const { measures, change, verdict, certainty, listedProbability } = again.get(school) ?? {};
      return !isDeepStrictEqual(
        { reasons, ...told },
        { reasons: { measures, change }, verdict, certainty, listedProbability },
      );
    })
    .map(({ school }) => school);
  const { schools } = await gatherInputs(db, { scope, year, rule: methodology, today });
  const changes = inputChanges(kept, schools);
  await letOthersIn();
  const now = identify(resultsOf(schools), methodology, year);
  return {
    isSame: differing.length === 0 && digestOf(results, methodology, year) === digest,
    differing,
    inputChanges: changes
      .slice(0, changesMax)
      .map(({ school, ...change }) => ({ ...change, orgUnitId: school })),
    inputChangeCount: changes.length,
    typeChanges: typeChanges(kept, schools),
    today: compareJudged(judged([...again.values()], year), judged(now, year)),
  };
}
