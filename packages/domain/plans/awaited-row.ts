import { z } from 'zod';
import { addDays, type CalendarDate } from '../basics/calendar-date.ts';
import { foldText } from '../basics/fold-text.ts';
import { addWorkingDays, type ProductionCalendar } from '../basics/production-calendar.ts';
import type { DeadlineEvent } from './deadline.ts';
import { DeadlineValue } from './deadline-value.ts';
import { InstanceState } from './instance-state.ts';

/** An instance whose date the plan leaves to a schedule or an event, and that may still be given one. */
export const AwaitedInstance = z.object({
  id: z.uuid(),
  schoolId: z.uuid().nullable(),
  schoolName: z.string().nullable(),
  startsOn: z.string().nullable(),
  /** Null: not entered yet. */
  dueOn: z.string().nullable(),
  state: InstanceState,
  version: z.number().int(),
});
export type AwaitedInstance = z.infer<typeof AwaitedInstance>;

/** A row of the plan that names no date of its own. */
export const AwaitedRow = z.object({
  activityId: z.uuid(),
  no: z.string(),
  title: z.string(),
  deadline: DeadlineValue,
  instances: z.array(AwaitedInstance),
});
export type AwaitedRow = z.infer<typeof AwaitedRow>;

/** Rows that one event opens. */
export type AwaitedEvent = { readonly name: string; readonly rows: readonly AwaitedRow[] };

/** Rows by the event that they wait for, in the order of the plan; «по итогам» and «после проведения» of one thing are one event. */
export function awaitedEvents(rows: readonly AwaitedRow[]): AwaitedEvent[] {
  const named = rows.flatMap((row) =>
    row.deadline.schedule === null && row.deadline.event !== null ? [{ row, event: row.deadline.event }] : [],
  );
  const groups = Map.groupBy(named, ({ event }) => stemsOf(event.name));
  return [...groups.values()].map((group) => ({
    name: group[0]?.event.name ?? '',
    rows: group.map(({ row }) => row),
  }));
}

/** Words around an event that do not tell which one it is. */
const around =
  /^(?:после|при|перед|дня|момента|случае|связи|ходе|начал[аоу]м?|итог\p{L}*|результат\p{L}*|проведен\p{L}*|завершен\p{L}*|окончан\p{L}*|получен\p{L}*)$/u;

function stemsOf(name: string): string {
  const words = foldText(name).match(/\p{L}+|\d+/gu) ?? [];
  const telling = words.filter((word) => word.length > 2 && !around.test(word));
  // «после завершения»: of what, only the row knows.
  return (telling.length === 0 ? words : telling.map((word) => word.slice(0, 6))).toSorted().join(' ');
}

export type EventTerm = {
  readonly startsOn: CalendarDate | null;
  /** Null: the phrase does not say how long it takes. */
  readonly dueOn: CalendarDate | null;
};

/**
 * The term that an event opens on its day: «в течение 10 рабочих дней после» counts from the next day, «за 3 дня до» ends before it,
 * «до проведения» on the day before, «в день» on the day. «По итогам» says nothing of a last day.
 */
export function termOfEvent(
  { name, offsetDays, workingDays }: DeadlineEvent,
  on: CalendarDate,
  calendar: ProductionCalendar,
): EventTerm {
  if (offsetDays === null) {
    const isBefore = /^(?:до|перед)\s/i.test(name);
    if (isBefore) return { startsOn: null, dueOn: addDays(on, -1) };
    return /^к\s/i.test(name) ? { startsOn: null, dueOn: on } : { startsOn: on, dueOn: null };
  }
  const dueOn = workingDays ? addWorkingDays(on, offsetDays, calendar).date : addDays(on, offsetDays);
  return { startsOn: offsetDays < 0 ? null : on, dueOn };
}
