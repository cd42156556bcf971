import type { Activity, StateCounts } from './plan.ts';
import type { InstanceState } from './instance-state.ts';

/** n of N instances: accepted, of all that were not cancelled. Never above 1, and 0 of 0 is nothing to say. */
export type Progress = { readonly done: number; readonly total: number };

export function progressOf(counts: StateCounts): Progress {
  const total = (Object.entries(counts) as [InstanceState, number][])
    .filter(([state]) => state !== 'cancelled')
    .reduce((sum, [, count]) => sum + count, 0);
  return { done: counts.accepted ?? 0, total };
}

export function sumCounts(parts: readonly StateCounts[]): StateCounts {
  const sum: StateCounts = {};
  for (const part of parts) {
    for (const [state, count] of Object.entries(part) as [InstanceState, number][]) {
      sum[state] = (sum[state] ?? 0) + count;
    }
  }
  return sum;
}

export function countsOf(activity: Pick<Activity, 'terms'>): StateCounts {
  return sumCounts(activity.terms.map((term) => term.counts));
}

/**
 * The state of several instances in one word: the one that most needs a person. An activity is accepted when all that was not
 * cancelled is; null when there are none.
 */
export function leadingState(counts: StateCounts): InstanceState | null {
  return order.find((state) => (counts[state] ?? 0) > 0) ?? null;
}

const order: readonly InstanceState[] = [
  'returned',
  'submitted',
  'in-progress',
  'postponed',
  'before-approval',
  'planned',
  'accepted',
  'cancelled',
];
