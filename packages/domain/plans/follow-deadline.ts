import type { CalendarDate } from '../basics/calendar-date.ts';
import type { InstanceDraft } from './draft-instances.ts';
import { type InstanceState, isSettled } from './instance-state.ts';

/** What following a changed deadline needs to know of an instance. */
export type FollowedInstance = {
  readonly id: string;
  readonly schoolId: string | null;
  readonly startsOn: CalendarDate | null;
  readonly dueOn: CalendarDate | null;
  /** The last day by the plan itself: before it was postponed, and null where the date was entered when it became known. */
  readonly printedDueOn: CalendarDate | null;
  readonly state: InstanceState;
  /** Nobody has taken it, given evidence or written to it. */
  readonly untouched: boolean;
};

export type Following = {
  readonly insert: readonly InstanceDraft[];
  readonly move: readonly {
    readonly id: string;
    readonly from: CalendarDate | null;
    readonly to: InstanceDraft;
  }[];
  readonly remove: readonly string[];
  /** Begun, and no longer asked for: closed with the reason, so that what was given is not lost. */
  readonly cancel: readonly string[];
};

/** Nothing has to be changed. */
export function isNothing({ insert, move, remove, cancel }: Following): boolean {
  return insert.length + move.length + remove.length + cancel.length === 0;
}

/**
 * What becomes of the instances of an activity when its deadline or its participants change: the future follows, what was
 * accepted or cancelled stays, and a new term up to the last accepted one is not asked for again. Open instances of a school
 * take the new terms in order of time; one whose term the plan did not change keeps the day it was postponed to or was given.
 */
export function followDeadline(
  existing: readonly FollowedInstance[],
  drafts: readonly InstanceDraft[],
): Following {
  const schools = new Set([...existing, ...drafts].map((instance) => instance.schoolId));
  const parts = [...schools].map((schoolId) =>
    followOfSchool(
      existing.filter((instance) => instance.schoolId === schoolId),
      drafts.filter((draft) => draft.schoolId === schoolId),
    ),
  );
  return {
    insert: parts.flatMap((part) => part.insert),
    move: parts.flatMap((part) => part.move),
    remove: parts.flatMap((part) => part.remove),
    cancel: parts.flatMap((part) => part.cancel),
  };
}

/**
 * As `followDeadline`, for a recurrence in a plan that was amended: what it owed before the amendment was in force (`since`) stays as it was,
 * and a period before that day is not asked for, then or ever. Null: the plan was never amended, or nothing recurs.
 */
export function followSince(
  existing: readonly FollowedInstance[],
  drafts: readonly InstanceDraft[],
  since: CalendarDate | null,
): Following {
  if (since === null) return followDeadline(existing, drafts);
  const isOver = ({ state, printedDueOn, dueOn }: FollowedInstance): boolean =>
    !isSettled(state) && (printedDueOn ?? dueOn ?? since) < since;
  return followDeadline(
    existing.filter((instance) => !isOver(instance)),
    drafts.filter(({ dueOn }) => dueOn === null || dueOn >= since),
  );
}

function followOfSchool(existing: readonly FollowedInstance[], drafts: readonly InstanceDraft[]): Following {
  const settled = existing.filter((instance) => isSettled(instance.state));
  const lastSettled = settled
    .map(({ printedDueOn, dueOn }) => printedDueOn ?? dueOn ?? '')
    .reduce((a, b) => (a > b ? a : b), '');
  const wanted = drafts
    .filter((draft) => settled.length === 0 || draft.dueOn === null || draft.dueOn > lastSettled)
    .toSorted(byTime);
  const open = existing.filter((instance) => !isSettled(instance.state)).toSorted(byTime);
  // An earlier term that is still open stays so, even when a later one was accepted.
  const same = open.filter((instance) => drafts.some((draft) => isSameTerm(instance, draft)));
  const left = open.filter((instance) => !same.includes(instance));
  const missing = wanted.filter((draft) => !same.some((instance) => isSameTerm(instance, draft)));
  const kept = Math.min(left.length, missing.length);
  const surplus = left.slice(kept);
  return {
    insert: missing.slice(kept),
    move: left.slice(0, kept).flatMap((instance, index) => {
      const to = missing[index];
      return to === undefined ? [] : [{ id: instance.id, from: instance.dueOn, to }];
    }),
    remove: surplus.filter((instance) => instance.untouched).map((instance) => instance.id),
    cancel: surplus.filter((instance) => !instance.untouched).map((instance) => instance.id),
  };
}

/** What an open instance is after it has taken a new term: a state that says that work has begun stays. */
export function stateAtNewTerm(state: InstanceState, to: Pick<InstanceDraft, 'state'>): InstanceState {
  const hasNotBegun = state === 'planned' || state === 'before-approval' || state === 'postponed';
  return hasNotBegun ? to.state : state;
}

type Dates = { readonly startsOn: CalendarDate | null; readonly dueOn: CalendarDate | null };

/** Where the plan names no day, whatever was entered later answers the same question. */
export const isSameTerm = (instance: FollowedInstance, draft: Dates): boolean =>
  instance.printedDueOn === draft.dueOn && (draft.dueOn === null || instance.startsOn === draft.startsOn);

/** Those without a date come last. */
const byTime = (left: Dates, right: Dates): number => timeOf(left).localeCompare(timeOf(right));
const timeOf = ({ dueOn, startsOn }: Dates): string => `${dueOn ?? '9'}${startsOn ?? ''}`;
