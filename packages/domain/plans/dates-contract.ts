import { z } from 'zod';
import { contract } from '../basics/contract.ts';
import { CalendarDateText } from '../registry/org-unit.ts';
import { AwaitedRow } from './awaited-row.ts';
import { ScheduleAnswer } from './match-schedule.ts';
import { DatingCounts } from './plan-dating.ts';
import { ReviewedEvent } from './schedule-review.ts';

const PlanId = z.object({ planId: z.uuid() });
const DatingId = z.object({ datingId: z.uuid() });
const Version = z.object({ version: z.number().int() });
const onPlan = { who: 'role-on-thing', action: 'plans.manage' } as const;

export const scheduleBytesMax = 20 * 1_048_576;

/** Dates given to many instances at once: out of a schedule, or because an event has happened. */
export const DatingEntry = z.object({
  id: z.uuid(),
  kind: z.enum(['schedule', 'event']),
  /** Name of the file, or of the event. */
  title: z.string(),
  state: z.enum(['draft', 'applied', 'undone']),
  createdAt: z.iso.datetime(),
  /** Null when the person works where the reader may not look. */
  by: z.string().nullable(),
  /** What was done; null for a draft. */
  counts: DatingCounts.nullable(),
  version: z.number().int(),
});
export type DatingEntry = z.infer<typeof DatingEntry>;

export const AwaitedDates = z.object({
  planId: z.uuid(),
  planTitle: z.string(),
  actOn: z.string().nullable(),
  /** Rows that a schedule or an event dates, in the order of the plan, with their instances that may still be dated. */
  rows: z.array(AwaitedRow),
  /** The newest first. */
  datings: z.array(DatingEntry),
});
export type AwaitedDates = z.infer<typeof AwaitedDates>;

/** A schedule with what would be done if it were applied now. */
export const ScheduleReview = DatingEntry.extend({
  planId: z.uuid(),
  planTitle: z.string(),
  events: z.array(ReviewedEvent),
  rows: z.array(AwaitedRow),
  expected: DatingCounts,
  /** Rows of the file that hold words and no readable day; the first of them. */
  unread: z.array(z.string()),
  unreadCount: z.number().int(),
});
export type ScheduleReview = z.infer<typeof ScheduleReview>;

/** Dates that a plan leaves to schedules of others and to events. */
export const datesContract = contract({
  listAwaitedDates: {
    method: 'GET',
    path: '/plans/:planId/dates',
    summary: 'Rows of a plan that wait for the date of a schedule or an event, and what has been dated so',
    permission: onPlan,
    params: PlanId,
    output: AwaitedDates,
  },
  uploadSchedule: {
    method: 'POST',
    path: '/plans/:planId/schedules',
    summary:
      'Bring a schedule (ICS, XLSX, XLS, ODS, CSV, or a document with a table; up to 20 MB) as a draft; nothing is dated yet',
    permission: onPlan,
    params: PlanId,
    uploadBytesMax: scheduleBytesMax,
    output: DatingEntry,
  },
  getScheduleReview: {
    method: 'GET',
    path: '/datings/:datingId',
    summary: 'A schedule with the row of the plan that each event answers, its doubts, and what would change',
    permission: onPlan,
    params: DatingId,
    output: ScheduleReview,
  },
  answerBySchedule: {
    method: 'PUT',
    path: '/datings/:datingId/answers',
    summary: 'Choose by hand what events answer; null: nothing',
    permission: onPlan,
    params: DatingId,
    body: Version.extend({
      answers: z
        .array(z.object({ event: z.string().max(60), answer: ScheduleAnswer.nullable() }))
        .min(1)
        .max(1000),
    }),
    output: ScheduleReview,
  },
  applySchedule: {
    method: 'POST',
    path: '/datings/:datingId/apply',
    summary: 'Give all dates of the review at once',
    permission: onPlan,
    params: DatingId,
    body: Version,
    output: DatingEntry,
  },
  discardSchedule: {
    method: 'DELETE',
    path: '/datings/:datingId',
    summary: 'Throw the draft of a schedule away',
    permission: onPlan,
    params: DatingId,
    output: z.object({}),
  },
  openByEvent: {
    method: 'POST',
    path: '/plans/:planId/event-days',
    summary: 'Enter the day of an event: the terms that it opens are reckoned by their phrases',
    permission: onPlan,
    params: PlanId,
    body: z.object({
      title: z.string().trim().min(1).max(1000),
      on: CalendarDateText,
      activityIds: z.array(z.uuid()).min(1).max(2000),
      /** Null: all schools. */
      schoolIds: z.array(z.uuid()).min(1).max(1000).nullable(),
      /** The last day where the phrase says nothing of it. */
      dueOn: CalendarDateText.nullable(),
    }),
    output: DatingEntry,
  },
  undoDating: {
    method: 'POST',
    path: '/datings/:datingId/undo',
    summary: 'Take the dates back; those that were changed or submitted since stay',
    permission: onPlan,
    params: DatingId,
    output: z.object({ restored: z.number().int(), kept: z.number().int() }),
  },
});
