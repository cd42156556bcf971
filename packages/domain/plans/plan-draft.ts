import { z } from 'zod';
import { DeadlineValue } from './deadline-value.ts';
import { ActivitySource, PartyFields, PlanFields, PlanWarning } from './plan.ts';

const ActivityDraft = z.object({
  no: z.string().trim().max(60),
  /** Index in `sections`. */
  section: z.number().int().min(0).nullable(),
  title: z.string().trim().min(1).max(10_000),
  deadline: DeadlineValue,
  parties: z.array(PartyFields).max(200),
  /** Each expected result by itself, as printed. */
  expected: z.array(z.string().trim().min(1).max(4000)).max(100),
  source: ActivitySource.nullable(),
});
export type ActivityDraft = z.infer<typeof ActivityDraft>;

/** A reviewed and approved reading of a document: all that `createPlan` needs to make the plan. */
export const PlanDraft = PlanFields.extend({
  /** The authority, institute, municipality or school whose act it is. */
  ownerUnitId: z.uuid(),
  sourceFileId: z.uuid().nullable(),
  sourceDraftId: z.uuid().nullable(),
  /** Participating schools and branches. */
  schoolIds: z.array(z.uuid()).max(5000),
  sections: z.array(z.string().trim().min(1).max(1000)).max(500),
  activities: z.array(ActivityDraft).max(5000),
  /** What stays doubtful; `activity` is an index in `activities`. */
  warnings: z
    .array(PlanWarning.omit({ activityId: true }).extend({ activity: z.number().int().min(0).nullable() }))
    .max(20_000),
});
export type PlanDraft = z.infer<typeof PlanDraft>;
