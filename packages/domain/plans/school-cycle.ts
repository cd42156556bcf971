import { z } from 'zod';
import { Evidence } from './evidence.ts';
import { InstanceState } from './instance-state.ts';
import { PlanSummary, StateCounts } from './plan.ts';

/** Instances of a school as they are asked for: the parts of its progress (`progressParts`), in the order in which they press. */
export const SchoolPart = z.enum(['late', 'ahead', 'waits', 'accepted']);
export type SchoolPart = z.infer<typeof SchoolPart>;

/** A plan in which the school stands: as a participant, or as one who answers for an activity. */
export const SchoolPlan = PlanSummary.pick({
  id: true,
  title: true,
  actType: true,
  actNumber: true,
  actOn: true,
  ownerName: true,
  state: true,
}).extend({
  /** Days of taking part; null: the whole time of the plan. */
  fromOn: z.string().nullable(),
  untilOn: z.string().nullable(),
  counts: StateCounts,
  late: z.number().int(),
});
export type SchoolPlan = z.infer<typeof SchoolPlan>;

export const SchoolCycle = z.object({
  /** Instances of the school and its branches and the common ones it answers for, by state. */
  counts: StateCounts,
  late: z.number().int(),
  /** The newest act first. */
  plans: z.array(SchoolPlan),
});
export type SchoolCycle = z.infer<typeof SchoolCycle>;

const place = {
  instanceId: z.uuid(),
  activityId: z.uuid(),
  planId: z.uuid(),
  no: z.string(),
  title: z.string(),
};

export const SchoolInstance = z.object({
  ...place,
  /** The phrase of the order. */
  deadline: z.string(),
  label: z.string().nullable(),
  dueOn: z.string().nullable(),
  state: InstanceState,
  planTitle: z.string(),
  actType: z.string().nullable(),
  actNumber: z.string().nullable(),
  /** Whose it is when it is a branch's; null: the school's own or a common one. */
  branchName: z.string().nullable(),
});
export type SchoolInstance = z.infer<typeof SchoolInstance>;

/** A document, a file or a link given as evidence; counts and notes are read where they were given. */
export const SchoolDocument = z.object({ ...place, evidence: Evidence });
export type SchoolDocument = z.infer<typeof SchoolDocument>;
