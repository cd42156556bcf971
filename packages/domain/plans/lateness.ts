import { daysBetween, type CalendarDate } from '../basics/calendar-date.ts';
import type { Deadline } from './deadline.ts';
import { canBeLate, type InstanceState } from './instance-state.ts';

export type Dated = { readonly state: InstanceState; readonly dueOn: CalendarDate | null };

/** Late from the day after the last day, while it waits for its executor. */
export function isLate(instance: Dated, today: CalendarDate): boolean {
  return daysLate(instance, today) > 0;
}

/** 0 when it is not late. */
export function daysLate({ state, dueOn }: Dated, today: CalendarDate): number {
  if (dueOn === null || !canBeLate(state)) return 0;
  return Math.max(0, daysBetween(dueOn, today));
}

/** Whom an instance waits for. */
export type WaitsFor = 'executor' | 'acceptor' | 'date' | 'evidence' | 'nobody';

/** An external schedule or an event has no date in the plan: somebody enters it once it is known. */
export function asksForDate(deadline: Pick<Deadline, 'schedule' | 'event' | 'kind'>): boolean {
  return deadline.schedule !== null || deadline.event !== null || deadline.kind === 'unknown';
}

export function waitsFor(
  { state, dueOn }: Dated,
  deadline: Pick<Deadline, 'schedule' | 'event' | 'kind'>,
): WaitsFor {
  switch (state) {
    case 'submitted':
      return 'acceptor';
    case 'accepted':
    case 'cancelled':
      return 'nobody';
    case 'before-approval':
      return 'evidence';
    case 'planned':
    case 'in-progress':
    case 'returned':
    case 'postponed':
      return dueOn === null && asksForDate(deadline) ? 'date' : 'executor';
  }
}
