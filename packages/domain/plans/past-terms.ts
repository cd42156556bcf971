import type { CalendarDate } from '../basics/calendar-date.ts';
import type { InstanceState } from './instance-state.ts';
import type { Term } from './plan.ts';

/** An instance as it stands now (or stood when it was taken away). */
export type PastInstance = {
  readonly id: string;
  readonly activityId: string;
  readonly label: string | null;
  readonly startsOn: CalendarDate | null;
  readonly dueOn: CalendarDate | null;
  readonly state: InstanceState;
};

/** What the first change after the day in question began from. */
export type Before = { readonly state: InstanceState; readonly dueOn: CalendarDate | null };

/**
 * The terms of each activity at the end of a day. `later` holds, for each instance that changed after it, what the first of those
 * changes found; an instance that is not in it stood then as it stands now.
 */
export function pastTerms(
  instances: readonly PastInstance[],
  later: ReadonlyMap<string, Before>,
): Map<string, Term[]> {
  const activities = Map.groupBy(instances, ({ activityId }) => activityId);
  return new Map(
    [...activities].map(([activityId, own]) => [
      activityId,
      termsOf(own.map((instance) => rewound(instance, later.get(instance.id)))),
    ]),
  );
}

function rewound(instance: PastInstance, before: Before | undefined): PastInstance {
  if (before === undefined) return instance;
  const { startsOn } = instance;
  // The first day is not written with a change; one behind the last day of that time was certainly another.
  const isPossible = startsOn === null || before.dueOn === null || startsOn <= before.dueOn;
  return { ...instance, ...before, startsOn: isPossible ? startsOn : null };
}

function termsOf(instances: readonly PastInstance[]): Term[] {
  const terms = new Map<string, Term>();
  for (const { startsOn, dueOn, label, state } of instances) {
    const key = [dueOn ?? '9', startsOn ?? '9', label ?? ''].join(' ');
    const term = terms.get(key) ?? { label, startsOn, dueOn, counts: {} };
    term.counts[state] = (term.counts[state] ?? 0) + 1;
    terms.set(key, term);
  }
  return [...terms].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, term]) => term);
}
