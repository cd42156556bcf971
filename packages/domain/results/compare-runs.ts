import type { SchoolVerdict } from './identify.ts';
import type { Verdict } from './verdict.ts';

/** A school whose verdict differs between two runs; null where a run did not have the school. */
export type VerdictChange = {
  readonly school: string;
  readonly before: Verdict | null;
  readonly after: Verdict | null;
};

export type RunComparison = {
  /** Schools of both runs with the same verdict. */
  readonly sameCount: number;
  /** In the order of the schools' codes. */
  readonly changes: readonly VerdictChange[];
};

type Judged = Pick<SchoolVerdict, 'school' | 'verdict'>;

/** Two runs side by side: over other results, another year or another methodology. Both are in the order of `identify`. */
export function compareRuns(before: readonly Judged[], after: readonly Judged[]): RunComparison {
  const verdicts = new Map(before.map(({ school, verdict }) => [school, verdict]));
  const afterwards = new Map(after.map(({ school, verdict }) => [school, verdict]));
  const schools = [...new Set([...verdicts.keys(), ...afterwards.keys()])].sort();
  const changes = schools
    .map((school) => ({
      school,
      before: verdicts.get(school) ?? null,
      after: afterwards.get(school) ?? null,
    }))
    .filter((change) => change.before !== change.after);
  return { sameCount: schools.length - changes.length, changes };
}
