import { type InstanceMove, InstanceState, moveRules } from './instance-state.ts';
import type { Activity, Term } from './plan.ts';

/** Columns of the board in the order in which work goes; the last two are folded. */
export const boardColumns = [
  'planned',
  'in-progress',
  'submitted',
  'returned',
  'postponed',
  'accepted',
  'cancelled',
  'before-approval',
] as const satisfies readonly InstanceState[];

/** A term of an activity in one state: of a term that forty schools carry out, those of them that are in it. */
export type BoardCard = {
  readonly id: string;
  readonly activity: Activity;
  readonly term: Term;
  readonly state: InstanceState;
  readonly count: number;
  /** Of the term, cancelled ones left out. */
  readonly total: number;
};

/** Cards by column, in each by the last day, those without one last. */
export function boardCards(activities: readonly Activity[]): Map<InstanceState, BoardCard[]> {
  const cards = activities.flatMap((activity) =>
    activity.terms.flatMap((term, at) => {
      const total = InstanceState.options
        .filter((state) => state !== 'cancelled')
        .reduce((sum, state) => sum + (term.counts[state] ?? 0), 0);
      return InstanceState.options.flatMap((state): BoardCard[] => {
        const count = term.counts[state] ?? 0;
        return count === 0
          ? []
          : [{ id: `${activity.id} ${at} ${state}`, activity, term, state, count, total }];
      });
    }),
  );
  const dueOf = ({ term }: BoardCard): string => term.dueOn ?? '9999';
  const sorted = cards.toSorted((one, other) => dueOf(one).localeCompare(dueOf(other)));
  return Map.groupBy(sorted, ({ state }) => state);
}

/** What a person does to bring an instance from one column to another; null where nothing leads there. */
export function moveBetween(from: InstanceState, to: InstanceState): InstanceMove | null {
  if (from === to) return null;
  const moves = Object.entries(moveRules) as [InstanceMove, (typeof moveRules)[InstanceMove]][];
  return moves.find(([, rule]) => rule.to === to && rule.from.includes(from))?.[0] ?? null;
}
