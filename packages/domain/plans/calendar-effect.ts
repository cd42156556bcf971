import { z } from 'zod';

/** What the calendar of the territory changes in the open terms of an activity. */
export const CalendarEffect = z.object({
  activityId: z.uuid(),
  planId: z.uuid(),
  planTitle: z.string(),
  no: z.string(),
  title: z.string(),
  /** The phrase of the order. */
  deadline: z.string(),
  /** Last days before and after, an entry for each open instance that moves. */
  moves: z.array(z.object({ before: z.string().nullable(), after: z.string().nullable() })),
  added: z.number().int(),
  closed: z.number().int(),
});
export type CalendarEffect = z.infer<typeof CalendarEffect>;
