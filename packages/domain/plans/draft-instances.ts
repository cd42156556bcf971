import type { CalendarDate } from '../basics/calendar-date.ts';
import type { Deadline } from './deadline.ts';
import type { InstanceState } from './instance-states.ts';

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

type InstanceContext = {
  /** Day of the act; what was due earlier asks only for its evidence. Null when the plan has no act yet. */
  readonly actOn: CalendarDate | null;
  readonly schoolIds: readonly string[];
};

/** The dated obligations of an activity: one for each term, times each participant where the deadline says «по школам». */
export function draftInstances(deadline: Deadline, context: InstanceContext): InstanceDraft[] {
  const terms = deadline.windows.length > 0 ? deadline.windows : [{ start: null, end: null, label: null }];
  const schools = deadline.perSchool && context.schoolIds.length > 0 ? context.schoolIds : [null];
  return terms.flatMap(({ start, end, label }) =>
    schools.map((schoolId) => ({
      schoolId,
      label,
      startsOn: start !== null && end !== null && end < start ? null : start,
      dueOn: end,
      state: end !== null && context.actOn !== null && end < context.actOn ? 'before-approval' : 'planned',
    })),
  );
}
