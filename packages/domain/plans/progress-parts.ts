import { progressOf } from './progress.ts';
import type { StateCounts } from './plan.ts';

/** Parts of a progress bar, in the order in which it is drawn; together they are all instances but the cancelled ones. */
export type ProgressParts = {
  readonly accepted: number;
  readonly waits: number;
  readonly late: number;
  readonly ahead: number;
  readonly total: number;
};

/** `late` are those that wait for their executor past their day; the rest, undated and done-before-approval ones included, are ahead. */
export function progressParts(counts: StateCounts, late: number): ProgressParts {
  const { done, total } = progressOf(counts);
  const waits = counts.submitted ?? 0;
  return { accepted: done, waits, late, ahead: total - done - waits - late, total };
}
