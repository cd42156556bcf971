import { z } from 'zod';
import { contract } from '../basics/contract.ts';

const PlanId = z.object({ planId: z.uuid() });

/** Where an activity went: the draft of the next plan, or the plan that it has become. */
export const CarriedTo = z.object({
  draftId: z.uuid(),
  /** Of the draft or the plan. */
  title: z.string(),
  planId: z.uuid().nullable(),
  activityId: z.uuid().nullable(),
  reason: z.string(),
});
export type CarriedTo = z.infer<typeof CarriedTo>;

/** An activity of which something was not done. */
export const UndoneActivity = z.object({
  activityId: z.uuid(),
  no: z.string(),
  title: z.string(),
  phrase: z.string(),
  section: z.string().nullable(),
  done: z.number().int(),
  /** All, those that were cancelled included. */
  total: z.number().int(),
  /** Where it was not done; empty: it is nobody's own. */
  schools: z.array(z.string()),
  /** Nothing of it was due yet, and nothing was put off or cancelled: it may be done still. */
  isAhead: z.boolean(),
  /** As it was given when it was postponed or cancelled; '' when nobody said. */
  reason: z.string(),
  carriedTo: CarriedTo.nullable(),
});
export type UndoneActivity = z.infer<typeof UndoneActivity>;

export const PlanCarryOver = z.object({
  planId: z.uuid(),
  planTitle: z.string(),
  activities: z.array(UndoneActivity),
});
export type PlanCarryOver = z.infer<typeof PlanCarryOver>;

/** What came before an activity, and what comes after it. */
export const ActivityTrace = z.object({
  from: z
    .object({
      planId: z.uuid(),
      activityId: z.uuid(),
      planTitle: z.string(),
      no: z.string(),
      reason: z.string(),
    })
    .nullable(),
  to: CarriedTo.nullable(),
});
export type ActivityTrace = z.infer<typeof ActivityTrace>;

export const carryOverContract = contract({
  getCarryOver: {
    method: 'GET',
    path: '/plans/:planId/carry-over',
    summary: 'Activities of which something was not done: where, why, and where they were carried over to',
    permission: { who: 'role-on-thing', action: 'plans.manage' },
    params: PlanId,
    output: PlanCarryOver,
  },
  carryOver: {
    method: 'POST',
    path: '/plans/:planId/carry-over',
    summary:
      'Draft the plan of the next year out of activities that were not done; undone by putting the draft away',
    permission: { who: 'role-on-thing', action: 'plans.manage' },
    params: PlanId,
    body: z.object({
      activities: z
        .array(z.object({ activityId: z.uuid(), reason: z.string().trim().max(2000) }))
        .min(1)
        .max(2000),
    }),
    output: z.object({ draftId: z.uuid() }),
  },
  getActivityTrace: {
    method: 'GET',
    path: '/activities/:activityId/carry-over',
    summary: 'Where an activity was carried over from, and where it went',
    permission: { who: 'role-on-thing', action: 'plans.read' },
    params: z.object({ activityId: z.uuid() }),
    output: ActivityTrace,
  },
});
