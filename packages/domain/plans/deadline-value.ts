import { z } from 'zod';
import { CalendarDateText } from '../registry/org-unit.ts';
import type { Deadline } from './deadline.ts';

const date = CalendarDateText.nullable();
const month = z.number().int().min(1).max(12);
const weekday = z.number().int().min(1).max(7);

const Recurrence = z.object({
  every: z.enum(['day', 'week', 'month', 'quarter', 'school-quarter', 'half-year', 'year']),
  interval: z.number().int().min(1).max(100),
  timesInPeriod: z.number().int().min(1).max(100),
  dayOfMonth: z.number().int().min(1).max(31).nullable(),
  followingMonth: z.boolean(),
  weekday: weekday.nullable(),
  // Plans kept before several days of the week were told apart have no such list.
  otherWeekdays: z.array(weekday).max(6).readonly().default([]),
  weekOfMonth: z.number().int().min(-1).max(5).nullable(),
  months: z
    .array(z.object({ from: month, to: month }))
    .max(24)
    .readonly(),
});

/** `Deadline` where it comes from outside: a request or a JSON column. */
export const DeadlineValue = z.object({
  raw: z.string().max(4000),
  kind: z.enum([
    'date',
    'range',
    'month',
    'months',
    'year',
    'academic-year',
    'recurring',
    'by-schedule',
    'event',
    'continuous',
    'compound',
    'unknown',
  ]),
  windows: z
    .array(
      z
        .object({ start: date, end: date, label: z.string().max(1000).nullable() })
        .refine(({ start, end }) => start === null || end === null || start <= end, { path: ['end'] }),
    )
    .max(400)
    .readonly(),
  recurrence: Recurrence.nullable(),
  schedule: z.string().max(1000).nullable(),
  event: z
    .object({
      name: z.string().max(1000),
      offsetDays: z.number().int().nullable(),
      workingDays: z.boolean(),
    })
    .nullable(),
  perSchool: z.boolean(),
  confidence: z.number().min(0).max(1),
  assumptions: z
    .array(
      z.enum([
        'year-from-plan',
        'year-from-range-end',
        'year-unknown',
        'school-year',
        'school-calendar',
        'school-calendar-entered',
        'until-plan-end',
        'month-not-included',
        'every-month',
        'end-before-start',
        'letters-mended',
        'part-not-read',
      ]),
    )
    .readonly(),
}) satisfies z.ZodType<Deadline>;
