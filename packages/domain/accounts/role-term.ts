import type { Role, ScopePath } from '../basics/actor.ts';
import { addDays, type CalendarDate } from '../basics/calendar-date.ts';

/** A role on a node of the tree, for a time; both days included, `untilOn` null while no end is known. */
export type AssignmentTerm = {
  readonly personId: string;
  readonly role: Role;
  readonly scope: ScopePath;
  readonly orgUnitId: string;
  readonly fromOn: CalendarDate;
  readonly untilOn: CalendarDate | null;
  /** In another's absence (и. о.). */
  readonly acting: boolean;
  readonly inPlaceOfId: string | null;
};
export type Assignment = AssignmentTerm & { readonly id: string };

type Term = Pick<AssignmentTerm, 'fromOn' | 'untilOn'>;

export function isInForce(term: Term, on: CalendarDate): boolean {
  return term.fromOn <= on && (term.untilOn === null || term.untilOn >= on);
}

export function rolesInForce<T extends Term>(assignments: readonly T[], on: CalendarDate): T[] {
  return assignments.filter((assignment) => isInForce(assignment, on));
}

/** In force on the day or later: what a person is or will be. */
export function rolesNotOver<T extends Term>(assignments: readonly T[], on: CalendarDate): T[] {
  return assignments.filter(({ untilOn }) => untilOn === null || untilOn >= on);
}

export function doTermsOverlap(a: Term, b: Term): boolean {
  return (b.untilOn === null || a.fromOn <= b.untilOn) && (a.untilOn === null || b.fromOn <= a.untilOn);
}

/** Is `whole` in force on every day of `part`? */
export function coversTerm(whole: Term, part: Term): boolean {
  return (
    whole.fromOn <= part.fromOn &&
    (whole.untilOn === null || (part.untilOn !== null && whole.untilOn >= part.untilOn))
  );
}

export type Handover = {
  /** Last days of the roles that are given up. */
  readonly ended: readonly { readonly id: string; readonly untilOn: CalendarDate }[];
  readonly begun: readonly AssignmentTerm[];
};

type HandoverTerms = {
  readonly toPersonId: string;
  readonly fromOn: CalendarDate;
  /** Last day of acting in the other's absence, who keeps the roles; null: handed over for good. */
  readonly actingUntilOn: CalendarDate | null;
};

/**
 * Hands over every role that is in force on the first day. For good: the old row ends the day before, the new one lasts as long as the old
 * would have. For an absence: both hold the role, the other as acting. A role that begins on that very day cannot have ended before; it
 * ends on it.
 */
export function handover(assignments: readonly Assignment[], terms: HandoverTerms): Handover {
  const { toPersonId, fromOn, actingUntilOn } = terms;
  const handed = rolesInForce(assignments, fromOn);
  const acting = actingUntilOn !== null;
  const begun = handed.map(({ id, ...assignment }) => ({
    ...assignment,
    personId: toPersonId,
    fromOn,
    untilOn: acting ? earlier(actingUntilOn, assignment.untilOn) : assignment.untilOn,
    acting: acting || assignment.acting,
    inPlaceOfId: id,
  }));
  const dayBefore = addDays(fromOn, -1);
  const ended = acting
    ? []
    : handed.map((assignment) => ({
        id: assignment.id,
        untilOn: assignment.fromOn > dayBefore ? assignment.fromOn : dayBefore,
      }));
  return { ended, begun };
}

function earlier(a: CalendarDate, b: CalendarDate | null): CalendarDate {
  return b === null || a < b ? a : b;
}
