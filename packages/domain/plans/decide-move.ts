import type { Actor } from '../basics/actor.ts';
import type { CalendarDate } from '../basics/calendar-date.ts';
import { Refusal } from '../basics/refusal.ts';
import { type InstanceMove, type InstanceState, moveInstance } from './instance-state.ts';
import { type InstancePlace, isAcceptor, mayMove } from './may-move.ts';

/** What a decision on a move reads of an instance. */
export type MovedInstance = InstancePlace & {
  readonly state: InstanceState;
  readonly startsOn: CalendarDate | null;
  readonly dueOn: CalendarDate | null;
  /** Due before the day of the act. */
  readonly beforeApproval: boolean;
  readonly rounds: number;
};

export type MoveAsked = {
  readonly move: InstanceMove;
  readonly note: string | null;
  /** The new last day of a postponement. */
  readonly dueOn?: CalendarDate | undefined;
};

export type MoveBy = {
  readonly actor: Actor;
  readonly today: CalendarDate;
  /** Expected results that nothing proves yet. */
  readonly missing: number;
};

/** The state and the last day after the move; throws the refusal that fits: by right, state, note, evidence and date, in this order. */
export function decideMove(
  instance: MovedInstance,
  asked: MoveAsked,
  by: MoveBy,
): { readonly state: InstanceState; readonly dueOn: CalendarDate | null } {
  const { move } = asked;
  if (!mayMove(by.actor, move, instance)) {
    const ownWork = move === 'accept' && isAcceptor(by.actor, instance);
    throw new Refusal(ownWork ? 'plans-own-submission' : 'forbidden');
  }
  const state = moveInstance(instance.state, move, {
    beforeApproval: instance.beforeApproval,
    note: asked.note,
  });
  if (move === 'submit' && by.missing > 0) {
    throw new Refusal('plans-evidence-missing', { count: by.missing });
  }
  return { state, dueOn: move === 'postpone' ? newDueOn(instance, asked.dueOn, by.today) : instance.dueOn };
}

function newDueOn(
  instance: MovedInstance,
  dueOn: CalendarDate | undefined,
  today: CalendarDate,
): CalendarDate {
  if (dueOn === undefined || dueOn < today) throw new Refusal('plans-date-past');
  if (instance.dueOn !== null && dueOn <= instance.dueOn) throw new Refusal('plans-date-not-later');
  if (instance.startsOn !== null && dueOn < instance.startsOn) throw new Refusal('plans-date-before-start');
  return dueOn;
}
