import { setImmediate as letOthersIn } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { compareRuns } from '@opora/domain/results/compare-runs.ts';
import { type InputChange, inputChanges, typeChanges } from '@opora/domain/results/input-changes.ts';
import type { Recheck, VerdictDifference } from '@opora/domain/results/identification-contract.ts';
import type { IdentificationRun, RunVerdict } from '@opora/domain/results/identification-run.ts';
import type { IdentificationRule } from '@opora/domain/results/methodology.ts';
import type { Procedure } from '@opora/domain/results/procedure.ts';
import { prepareRule, type PreparedRule, proceduresOf } from '@opora/domain/results/prepare-rule.ts';
import { resultsOf } from '@opora/domain/results/run-schools.ts';
import type { SchoolResults } from '@opora/domain/results/school-results.ts';
import { lowTold } from '@opora/domain/results/show-verdict.ts';
import { tryAbove, type TriedAbove } from '@opora/domain/results/try-above.ts';
import { identify, type SchoolVerdict } from '@opora/domain/results/identify.ts';
import type { Verdict } from '@opora/domain/results/verdict.ts';
import type { Db } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import { digestOf, gatherInputs } from './make-run.ts';
import { findDigest } from './run-queries.ts';
import { runInParts } from './run-in-parts.ts';
import { listKept } from './verdict-queries.ts';

type Judged = { readonly school: string; readonly verdict: Verdict; readonly low: readonly Procedure[] };
type Comparison = { readonly sameCount: number; readonly differences: VerdictDifference[] };

type Tried = Comparison & {
  readonly counts: Partial<Record<Verdict, number>>;
  /** Schools of which it is not told: it would follow from hidden numbers. */
  readonly untold: string[];
};

/** So many schools are tried in some ten milliseconds. */
const schoolsAtOnce = 100;

/** What another rule would make of the numbers of a run that are shown above the school level. */
export async function tryRule(
  db: Db,
  { id, year, methodology }: IdentificationRun,
  rule: IdentificationRule,
): Promise<Tried> {
  const results = resultsOf(await listKept(db, id));
  const procedures = proceduresOf(results);
  const rules = {
    run: prepareRule(methodology, year, procedures),
    tried: prepareRule(rule, year, procedures),
  };
  const all: TriedAbove[] = [];
  for (let from = 0; from < results.length; from += schoolsAtOnce) {
    // oxlint-disable-next-line no-await-in-loop -- the rest waits on purpose
    await letOthersIn();
    all.push(...results.slice(from, from + schoolsAtOnce).map((school) => tryAbove(school, rules)));
  }
  const told = all.filter((one): one is TriedAbove & { after: Verdict } => one.after !== null);
  const counts: Partial<Record<Verdict, number>> = {};
  for (const { after } of told) counts[after] = (counts[after] ?? 0) + 1;
  const before = told.map((one) => ({ school: one.school, verdict: one.before, low: one.lowBefore }));
  const after = told.map((one) => ({ school: one.school, verdict: one.after, low: one.lowAfter }));
  return {
    ...compareJudged(before, after),
    counts,
    untold: all.filter((one) => one.after === null).map(({ school }) => school),
  };
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

/** As it may be told above the school level. */
function judged(
  verdicts: readonly SchoolVerdict[],
  results: readonly SchoolResults[],
  prepared: PreparedRule,
): Judged[] {
  const known = new Map(results.map((one) => [one.school, one]));
  return verdicts.map((one) => ({
    school: one.school,
    verdict: one.verdict,
    low: lowTold(one, known.get(one.school) ?? { counts: [] }, prepared),
  }));
}

/** So many changed numbers are told one by one. */
const changesMax = 200;

/** Does the run again on the numbers it keeps, to the last digit, and sets these against the numbers of today. */
export async function recheckRun(
  { id, scope, year, methodology }: IdentificationRun,
  today: CalendarDate,
  call: Pick<Call, 'tx' | 'actor' | 'parts'>,
): Promise<Recheck> {
  const kept = await listKept(call.tx, id);
  const digest = await findDigest(call.tx, id);
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
  const { schools } = await gatherInputs({ scope, year, rule: methodology, today }, call);
  const changes = inputChanges(kept, schools);
  await letOthersIn();
  const current = resultsOf(schools);
  const now = identify(current, methodology, year);
  const prepare = (of: readonly SchoolResults[]) => prepareRule(methodology, year, proceduresOf(of));
  return {
    isSame: differing.length === 0 && digestOf(results, methodology, year) === digest,
    differing,
    inputChanges: changes.slice(0, changesMax).map(({ school, before, after, ...change }) => ({
      ...change,
      orgUnitId: school,
      before: seen(before),
      after: seen(after),
    })),
    inputChangeCount: changes.length,
    typeChanges: typeChanges(kept, schools),
    today: compareJudged(
      judged([...again.values()], results, prepare(results)),
      judged(now, current, prepare(current)),
    ),
  };
}

/** A number of a run, or of today, as far as it is shown above the school level. */
function seen(counted: InputChange['before']): Recheck['inputChanges'][number]['before'] {
  if (counted === null) return null;
  const { participants, below, sight } = counted;
  return {
    participants: sight === 'all' || sight === 'participants' ? participants : null,
    below: sight === 'all' ? below : null,
  };
}
