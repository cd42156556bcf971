import type { CalendarDate } from '../basics/calendar-date.ts';
import { Refusal } from '../basics/refusal.ts';
import type { Deadline } from './deadline.ts';
import { instancesOf, mostInstancesOf } from './deadline-instances.ts';
import type { InstanceState } from './instance-state.ts';
import type { Reckoning } from './reckoning.ts';

/** A dated obligation that is about to be made. */
export type InstanceDraft = {
  /** Whose it is; null: one for the whole plan. */
  readonly schoolId: string | null;
  readonly label: string | null;
  readonly startsOn: CalendarDate | null;
  /** Null: to be entered when the schedule or the event is known, or no last day. */
  readonly dueOn: CalendarDate | null;
  readonly state: Extract<InstanceState, 'planned' | 'before-approval'>;
};

export type InstanceContext = {
  /** Day of the act; what was due earlier asks only for its evidence. Null when the plan has no act yet. */
  readonly actOn: CalendarDate | null;
  readonly periodStartsOn: CalendarDate | null;
  readonly periodEndsOn: CalendarDate | null;
  readonly schoolIds: readonly string[];
  readonly reckoning: Reckoning;
};

/** More a plan cannot have. 2,000 activities asked of 24 schools twice a year stay below. */
export const instancesMax = 100_000;

/**
 * The instances that an activity begins with: what its deadline means, each with its first state. Refuses a deadline that means more of
 * them than a plan can have.
 */
export function draftInstances(deadline: Deadline, context: InstanceContext): InstanceDraft[] {
  const instancesContext = {
    periodStart: context.periodStartsOn,
    periodEnd: context.periodEndsOn,
    ...context.reckoning,
    schools: context.schoolIds,
  };
  if (mostInstancesOf(deadline, instancesContext) > instancesMax) refuseTooMany();
  const instances = instancesOf(deadline, instancesContext);
  // A recurrence begins with the act: nobody was asked for the months before it.
  const asked = instances.filter(
    ({ dueOn }) => deadline.recurrence === null || dueOn === null || dueOn >= (context.actOn ?? dueOn),
  );
  return asked.map((instance) => ({
    ...instance,
    state:
      instance.dueOn !== null && context.actOn !== null && instance.dueOn < context.actOn
        ? 'before-approval'
        : 'planned',
  }));
}

export function refuseTooMany(): never {
  throw new Refusal('plans-too-many-instances', { max: instancesMax });
}
