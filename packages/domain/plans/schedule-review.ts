import { z } from 'zod';
import type { CalendarDate } from '../basics/calendar-date.ts';
import type { AwaitedRow } from './awaited-row.ts';
import { MatchDoubt, matchSchedule, ScheduleAnswer } from './match-schedule.ts';
import { answersOf, type DatingCounts, datingCounts, datingsOf, type InstanceDating } from './plan-dating.ts';
import { EventDoubt, ScheduleEvent } from './schedule-event.ts';

/** Why a person should look at an event and what it answers. */
export const ReviewDoubt = z.enum([
  ...EventDoubt.options,
  ...MatchDoubt.options,
  /** Other events answer the same row: it gets the days from the first to the last. */
  'several-events',
  /** The day has passed: the term is late at once. */
  'passed',
]);
export type ReviewDoubt = z.infer<typeof ReviewDoubt>;

export const ReviewedEvent = ScheduleEvent.omit({ doubts: true }).extend({
  answer: ScheduleAnswer.nullable(),
  /** Near enough to be offered, not sure enough to be taken. */
  offered: ScheduleAnswer.nullable(),
  isByHand: z.boolean(),
  doubts: z.array(ReviewDoubt),
});
export type ReviewedEvent = z.infer<typeof ReviewedEvent>;

export type ScheduleReviewed = {
  readonly events: ReviewedEvent[];
  readonly datings: InstanceDating[];
  readonly expected: DatingCounts;
};

type Given = {
  readonly events: readonly ScheduleEvent[];
  readonly rows: readonly AwaitedRow[];
  /** What a person chose, by the key of the event; null: it answers nothing. */
  readonly chosen: Readonly<Record<string, ScheduleAnswer | null>>;
  readonly today: CalendarDate;
};

/** What the schedule would do if it were applied now. */
export function reviewSchedule({ events, rows, chosen, today }: Given): ScheduleReviewed {
  const matches = matchSchedule(events, rows);
  const answered = answersOf(events, matches, chosen);
  const datings = datingsOf(answered, rows);
  const answers = Map.groupBy(answered, ({ answer }) => JSON.stringify(answer));
  const reviewed = answered.map(({ event, answer }): ReviewedEvent => {
    const { doubts: own, ...rest } = event;
    const match = matches.get(event.key) ?? null;
    const isByHand = Object.hasOwn(chosen, event.key);
    const doubts: ReviewDoubt[] = [...own];
    if (!isByHand && match !== null) doubts.push(...match.doubts);
    const alike = answer === null ? [] : (answers.get(JSON.stringify(answer)) ?? []);
    if (alike.length > 1) doubts.push('several-events');
    if (alike.length > 0 && alike.every((each) => each.event.endsOn < today)) doubts.push('passed');
    const offered = answer === null && !isByHand ? (match?.answer ?? null) : null;
    return { ...rest, answer, offered, isByHand, doubts };
  });
  return { events: reviewed, datings, expected: datingCounts(answered, datings) };
}
