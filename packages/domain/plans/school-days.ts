import type { CalendarDate } from '../basics/calendar-date.ts';
import type { Deadline } from './deadline.ts';
import { draftInstances, type InstanceContext, type InstanceDraft } from './draft-instances.ts';
import { type FollowedInstance, type Following, isSameTerm } from './follow-deadline.ts';
import { isSettled } from './instance-state.ts';
import type { Participation } from './school-share.ts';

/** When a school takes part in a plan and is open; each end is inclusive, null: no bound. */
export type SchoolDays = {
  readonly schoolId: string;
  readonly firstOn: CalendarDate | null;
  readonly lastOn: CalendarDate | null;
};

/** A school that left and joined again has as many. */
export function schoolDaysOf({
  orgUnitId,
  fromOn,
  untilOn,
  openedOn,
  closedOn,
}: Omit<Participation, 'name'>): SchoolDays {
  const starts = [fromOn, openedOn].filter((day) => day !== null);
  const ends = [untilOn, closedOn].filter((day) => day !== null);
  return {
    schoolId: orgUnitId,
    firstOn: starts.toSorted().at(-1) ?? null,
    lastOn: ends.toSorted()[0] ?? null,
  };
}

type Term = { readonly schoolId: string | null; readonly dueOn: CalendarDate | null };

/**
 * Terms that are asked of their schools: those due while the school takes part, and those without a date while it still does. What is
 * asked of the plan as a whole is asked.
 */
export function askedTerms<T extends Term>(
  terms: readonly T[],
  days: readonly SchoolDays[],
  today: CalendarDate,
): T[] {
  const bySchool = Map.groupBy(days, ({ schoolId }) => schoolId);
  return terms.filter(
    ({ schoolId, dueOn }) =>
      schoolId === null || (bySchool.get(schoolId) ?? []).some((time) => isWithin(dueOn, time, today)),
  );
}

/** As `draftInstances`, of everybody who ever took part, each for her own days: what a school that left owes from then stays. */
export function draftAsked(
  deadline: Deadline,
  context: Omit<InstanceContext, 'schoolIds'>,
  { days, today }: { readonly days: readonly SchoolDays[]; readonly today: CalendarDate },
): InstanceDraft[] {
  const schoolIds = [...new Set(days.map(({ schoolId }) => schoolId))];
  return askedTerms(draftInstances(deadline, { ...context, schoolIds }), days, today);
}

function isWithin(dueOn: CalendarDate | null, { firstOn, lastOn }: SchoolDays, today: CalendarDate): boolean {
  if (dueOn === null) return lastOn === null || lastOn >= today;
  return (firstOn === null || firstOn <= dueOn) && (lastOn === null || dueOn <= lastOn);
}

type Change = {
  readonly before: readonly SchoolDays[];
  readonly after: readonly SchoolDays[];
  readonly today: CalendarDate;
};

/**
 * What becomes of one school's instances of an activity when the school closes, opens again, or its day of either moves: what is no longer
 * asked goes, what was begun is closed, what is asked anew is added. What was due while it was open stays, and so does what was settled.
 */
export function followSchoolDays(
  existing: readonly FollowedInstance[],
  drafts: readonly InstanceDraft[],
  { before, after, today }: Change,
): Following {
  const open = existing
    .filter(({ state }) => !isSettled(state))
    .map((instance) => ({ ...instance, dueOn: instance.printedDueOn ?? instance.dueOn }));
  const stays = new Set(askedTerms(open, after, today));
  const leaving = askedTerms(open, before, today).filter((instance) => !stays.has(instance));
  const known = new Set(askedTerms(drafts, before, today));
  const added = askedTerms(drafts, after, today).filter((draft) => !known.has(draft));
  return {
    insert: added.filter((draft) => !existing.some((instance) => isSameTerm(instance, draft))),
    move: [],
    remove: leaving.filter(({ untouched }) => untouched).map(({ id }) => id),
    cancel: leaving.filter(({ untouched }) => !untouched).map(({ id }) => id),
  };
}

/** Of terms that the closing of a school had cancelled, those to come that are asked of it again. */
export function reopenedTerms<T extends Pick<FollowedInstance, 'schoolId' | 'dueOn' | 'printedDueOn'>>(
  cancelled: readonly T[],
  { before, after, today }: Change,
): T[] {
  const terms = cancelled.map((instance) => ({
    instance,
    schoolId: instance.schoolId,
    dueOn: instance.printedDueOn ?? instance.dueOn,
  }));
  const were = new Set(askedTerms(terms, before, today));
  return askedTerms(terms, after, today)
    .filter((term) => !were.has(term) && (term.dueOn === null || term.dueOn >= today))
    .map(({ instance }) => instance);
}
