import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import type { InstanceState } from '@opora/domain/plans/instance-state.ts';
import { isLate } from '@opora/domain/plans/lateness.ts';
import type { Activity, StateCounts, Term } from '@opora/domain/plans/plan.ts';
import { countsOf, leadingState } from '@opora/domain/plans/progress.ts';
import type { StateTone } from '../ui/state-badge.tsx';

/** What a person is told of an instance, a term or an activity: its state, or that it is late. */
export type ShownState = InstanceState | 'late';

const tones: Readonly<Record<ShownState, StateTone>> = {
  planned: 'plain',
  'in-progress': 'current',
  submitted: 'waits',
  returned: 'waits',
  postponed: 'waits',
  accepted: 'accepted',
  cancelled: 'ended',
  'before-approval': 'waits',
  late: 'late',
};

export const toneOf = (state: ShownState): StateTone => tones[state];

export function shownState(
  instance: { readonly state: InstanceState; readonly dueOn: CalendarDate | null },
  today: CalendarDate,
): ShownState {
  return isLate(instance, today) ? 'late' : instance.state;
}

/** Late when any of the instances is. */
export function stateOfCounts(
  counts: StateCounts,
  dueOn: CalendarDate | null,
  today: CalendarDate,
): ShownState | null {
  const late = lateCount(counts, dueOn, today) > 0;
  return late ? 'late' : leadingState(counts);
}

export function stateOfActivity(activity: Pick<Activity, 'terms'>, today: CalendarDate): ShownState | null {
  const late = activity.terms.some((term) => lateCount(term.counts, term.dueOn, today) > 0);
  return late ? 'late' : leadingState(countsOf(activity));
}

export function lateOfActivity(activity: Pick<Activity, 'terms'>, today: CalendarDate): number {
  return activity.terms.reduce((sum, term) => sum + lateCount(term.counts, term.dueOn, today), 0);
}

function lateCount(counts: StateCounts, dueOn: CalendarDate | null, today: CalendarDate): number {
  return (Object.entries(counts) as [InstanceState, number][])
    .filter(([state]) => isLate({ state, dueOn }, today))
    .reduce((sum, [, count]) => sum + count, 0);
}

/** The term that asks for something next; the last one when nothing does. */
export function nextTerm(activity: Pick<Activity, 'terms'>): Term | null {
  const open = activity.terms.find((term) => {
    const { accepted = 0, cancelled = 0, ...others } = term.counts;
    void [accepted, cancelled];
    return Object.values(others).some((count) => count > 0);
  });
  return open ?? activity.terms.at(-1) ?? null;
}
