import { z } from 'zod';
import type { CalendarDate } from '../basics/calendar-date.ts';
import type { AwaitedInstance, AwaitedRow } from './awaited-row.ts';
import { instancesFor, type ScheduleAnswer, type ScheduleMatch } from './match-schedule.ts';
import type { ScheduleEvent } from './schedule-event.ts';

/** What is to become of one instance; `before` as it is now. */
export type InstanceDating = {
  readonly before: AwaitedInstance;
  readonly startsOn: CalendarDate | null;
  readonly dueOn: CalendarDate;
};

/** What an event answers after what was matched and what a person chose: an answer, or nothing. */
export type Answered = { readonly event: ScheduleEvent; readonly answer: ScheduleAnswer | null };

const count = z.number().int();
export const DatingCounts = z.object({
  /** Events that answer something. */
  events: count,
  /** Instances without a date that get one. */
  dated: count,
  /** Instances that have another date. */
  changed: count,
  /** Instances that have this very date. */
  kept: count,
});
export type DatingCounts = z.infer<typeof DatingCounts>;

/** A choice by hand stands before what was matched; `null` by hand: nothing is answered. */
export function answersOf(
  events: readonly ScheduleEvent[],
  matches: ReadonlyMap<string, ScheduleMatch | null>,
  chosen: Readonly<Record<string, ScheduleAnswer | null>>,
): Answered[] {
  return events.map((event) => {
    const byHand = chosen[event.key];
    if (byHand !== undefined) return { event, answer: byHand };
    const match = matches.get(event.key) ?? null;
    return { event, answer: match?.isTaken === true ? match.answer : null };
  });
}

/**
 * The dates that instances get: from the first day of all events that answer one to the last of them, for it is one obligation. A date
 * that somebody entered is replaced too, so that a schedule that was moved can be brought again.
 */
export function datingsOf(answered: readonly Answered[], rows: readonly AwaitedRow[]): InstanceDating[] {
  const windows = new Map<string, { start: CalendarDate; end: CalendarDate }>();
  const known = new Map(
    rows.flatMap(({ instances }) => instances.map((instance) => [instance.id, instance] as const)),
  );
  const byActivity = new Map(rows.map((row) => [row.activityId, row]));
  for (const { event, answer } of answered) {
    if (answer === null) continue;
    const row = byActivity.get(answer.activityId);
    for (const { id } of row === undefined ? [] : instancesFor(row, answer)) {
      const window = windows.get(id) ?? { start: event.startsOn, end: event.endsOn };
      windows.set(id, {
        start: event.startsOn < window.start ? event.startsOn : window.start,
        end: event.endsOn > window.end ? event.endsOn : window.end,
      });
    }
  }
  return [...windows].flatMap(([id, { start, end }]) => {
    const before = known.get(id);
    return before === undefined ? [] : [{ before, startsOn: start, dueOn: end }];
  });
}

const isSame = ({ before, startsOn, dueOn }: InstanceDating): boolean =>
  before.startsOn === startsOn && before.dueOn === dueOn;

/** Those that change something. */
export function datingChanges(datings: readonly InstanceDating[]): InstanceDating[] {
  return datings.filter((dating) => !isSame(dating));
}

export function datingCounts(
  answered: readonly Answered[],
  datings: readonly InstanceDating[],
): DatingCounts {
  const changes = datingChanges(datings);
  const dated = changes.filter(({ before }) => before.dueOn === null).length;
  return {
    events: answered.filter(({ answer }) => answer !== null).length,
    dated,
    changed: changes.length - dated,
    kept: datings.length - changes.length,
  };
}
