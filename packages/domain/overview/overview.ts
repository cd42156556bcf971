import { z } from 'zod';
import { StateCounts } from '../plans/plan.ts';

/** Progress of one part: instances by state (those that the person may see) and how many of them are late. */
const PartProgress = z.object({
  id: z.uuid(),
  name: z.string(),
  counts: StateCounts,
  late: z.number().int(),
});
export type PartProgress = z.infer<typeof PartProgress>;

/** An instance as a line of a list. */
const DueInstance = z.object({
  instanceId: z.uuid(),
  activityId: z.uuid(),
  planId: z.uuid(),
  /** The act of the plan, or the plan's title where no act is named. */
  actType: z.string().nullable(),
  actNumber: z.string().nullable(),
  planTitle: z.string(),
  no: z.string(),
  title: z.string(),
  schoolName: z.string().nullable(),
  dueOn: z.string(),
});
export type DueInstance = z.infer<typeof DueInstance>;

export const Overview = z.object({
  /** Everything the person may see, by state. */
  counts: StateCounts,
  late: z.number().int(),
  /** By municipality; what belongs to the region as a whole stands under the region's own name. */
  byTerritory: z.array(PartProgress),
  /** How many plans in force she sees. */
  planCount: z.number().int(),
  /** Each of a few plans by its sections, the newest act first; of more than `plansInFullMax` those with most late, at most `overviewListMax`, as a whole. */
  byPlan: z.array(
    PartProgress.extend({
      ownerName: z.string(),
      sections: z.array(PartProgress.extend({ id: z.uuid().nullable() })).nullable(),
    }),
  ),
  /** The longest late first; at most `overviewListMax`. */
  lateList: z.array(DueInstance),
  /** What is due today and in the next 30 days, in order of time: how many a day. */
  upcoming: z.array(z.object({ dueOn: z.string(), count: z.number().int() })),
  upcomingList: z.array(DueInstance),
});
export type Overview = z.infer<typeof Overview>;

/** A list on the overview is a beginning; the plan and «Мои задачи» hold the rest. */
export const overviewListMax = 20;

/** A screen holds the sections of so many plans. */
export const plansInFullMax = 6;

export const upcomingDays = 30;
