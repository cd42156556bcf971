import type { CalendarDate } from '../basics/calendar-date.ts';
import type { InstanceDetail, InstanceEvent } from './instance.ts';

/** Why an instance stands as it does, for whoever works on it now. */
export type StandingReason = {
  readonly move: 'return' | 'postpone' | 'cancel';
  readonly note: string | null;
  /** Null when the person works where the reader may not look. */
  readonly by: string | null;
  readonly at: string;
  /** The day to which it was postponed. */
  readonly dueOn: CalendarDate | null;
};

/**
 * The return that nothing was submitted after, the delay while its day is the last one, the cancellation: each until it is over, whatever
 * the state is called meanwhile (what was done before the act goes back to «before-approval», what was taken into work is «in-progress»).
 */
export function standingReasons({
  state,
  dueOn,
  events,
}: Pick<InstanceDetail, 'state' | 'dueOn' | 'events'>): StandingReason[] {
  if (state === 'submitted' || state === 'accepted') return [];
  const cancelled = state === 'cancelled' ? events.findLast(({ to }) => to === 'cancelled') : undefined;
  if (cancelled !== undefined) return [reasonOf('cancel', cancelled)];
  const decided = events.findLast((event) => event.to === 'submitted' || isReturn(event));
  const postponed = events.findLast(
    (event) => event.to === 'postponed' && event.dueOnAfter !== event.dueOnBefore,
  );
  return [
    ...(decided !== undefined && isReturn(decided) ? [reasonOf('return', decided)] : []),
    ...(postponed !== undefined && postponed.dueOnAfter === dueOn ? [reasonOf('postpone', postponed)] : []),
  ];
}

/** A withdrawal goes the same way and carries no note. */
function isReturn({ from, to, note }: InstanceEvent): boolean {
  const decidedOn = from === 'submitted' || from === 'accepted';
  return decidedOn && note !== null && (to === 'returned' || to === 'before-approval');
}

const reasonOf = (move: StandingReason['move'], event: InstanceEvent): StandingReason => ({
  move,
  note: event.note,
  by: event.by,
  at: event.at,
  dueOn: move === 'postpone' ? event.dueOnAfter : null,
});
