import { z } from 'zod';
import { contract } from '../basics/contract.ts';
import { RequirementFields, RequirementState } from './requirement.ts';

const PlanId = z.object({ planId: z.uuid() });
const ActivityId = z.object({ activityId: z.uuid() });
const OrgUnitId = z.object({ orgUnitId: z.uuid() });
const RequirementId = z.object({ requirementId: z.uuid() });
const AnswerId = z.object({ answerId: z.uuid() });
const count = z.number().int();

const Progress = z.object({ asked: count, answered: count, done: count, late: count });

/** Why a unit answers with no activity. */
const Decline = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  unitName: z.string(),
  reason: z.string(),
  on: z.string(),
  /** The requirement has changed since: it is asked again. */
  isOutdated: z.boolean(),
});
export type RequirementDecline = z.infer<typeof Decline>;

/** An activity of a plan below that answers a requirement, or is about to. */
export const RequirementAnswer = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  unitName: z.string(),
  /** Null while it is a row of the draft of a plan. */
  planId: z.uuid().nullable(),
  planTitle: z.string().nullable(),
  /** The activity in force; null while it is in a draft. */
  activityId: z.uuid().nullable(),
  activityName: z.string().nullable(),
  draftId: z.uuid().nullable(),
  /** The open amendment that adds the row. */
  amendmentId: z.uuid().nullable(),
  progress: z.object({ done: count, total: count, late: count }),
  lastDay: z.string().nullable(),
  /** It ends later than it is asked above. */
  isLater: z.boolean(),
  /** The requirement as it was when it was last seen below; null: as it is now. */
  seen: RequirementState.nullable(),
  /** What the activity itself asks of those below it; null when it asks nothing. `behind`: have not followed its change. */
  below: Progress.extend({ behind: count }).nullable(),
  /** The open amendment into which the changes from above were taken. */
  takenAmendmentId: z.uuid().nullable(),
});
export type RequirementAnswer = z.infer<typeof RequirementAnswer>;

const Requirement = RequirementFields.extend({
  id: z.uuid(),
  planId: z.uuid(),
  planTitle: z.string(),
  ownerName: z.string(),
  actType: z.string().nullable(),
  actNumber: z.string().nullable(),
  actOn: z.string().nullable(),
  activityId: z.uuid(),
  activityName: z.string(),
  /** What is asked now. */
  state: RequirementState,
  /** The last day on which it is asked. */
  lastDay: z.string().nullable(),
  answers: z.array(RequirementAnswer),
  declines: z.array(Decline),
  version: z.number().int(),
});

/** A requirement as it stands above, with those below. */
export const OwnRequirement = Requirement.extend({
  progress: Progress,
  /** Who is asked, has no activity in force that answers and has not declined it as it stands. */
  gaps: z.array(z.object({ unitId: z.uuid(), name: z.string() })),
});
export type OwnRequirement = z.infer<typeof OwnRequirement>;

/** The same as it stands below, with the answers of one unit. */
export const RequirementAbove = Requirement.omit({ who: true });
export type RequirementAbove = z.infer<typeof RequirementAbove>;

export const PlanCascade = z.object({
  planId: z.uuid(),
  planTitle: z.string(),
  scope: z.string(),
  activities: z.array(z.object({ id: z.uuid(), name: z.string() })),
  requirements: z.array(OwnRequirement),
});
export type PlanCascade = z.infer<typeof PlanCascade>;

export const UnitCascade = z.object({
  unitId: z.uuid(),
  unitName: z.string(),
  scope: z.string(),
  level: z.enum(['municipality', 'school']),
  requirements: z.array(RequirementAbove),
  /** Plans in force of the unit's own territory. */
  plans: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      activities: z.array(z.object({ id: z.uuid(), name: z.string() })),
    }),
  ),
});
export type UnitCascade = z.infer<typeof UnitCascade>;

/** What the person's own municipality or school has still to answer, or to follow. */
export const OpenRequirement = z.object({
  requirementId: z.uuid(),
  unitId: z.uuid(),
  unitName: z.string(),
  ownerName: z.string(),
  activityName: z.string(),
  lastDay: z.string().nullable(),
  why: z.enum(['unanswered', 'changed']),
});
export type OpenRequirement = z.infer<typeof OpenRequirement>;

const managed = { who: 'role-on-thing', action: 'plans.manage' } as const;

export const cascadeContract = contract({
  getPlanCascade: {
    method: 'GET',
    path: '/plans/:planId/requirements',
    summary: 'What a plan asks of those below: who answers, who does not, who has not followed a change',
    permission: managed,
    params: PlanId,
    output: PlanCascade,
  },
  addRequirement: {
    method: 'POST',
    path: '/activities/:activityId/requirements',
    summary: 'Ask something of municipalities or schools below by an activity of a plan in force',
    permission: managed,
    params: ActivityId,
    body: RequirementFields,
    output: z.object({ requirementId: z.uuid() }),
  },
  changeRequirement: {
    method: 'PUT',
    path: '/requirements/:requirementId',
    summary: 'Change or cancel what is asked; those who answer are told what has changed',
    permission: managed,
    params: RequirementId,
    body: RequirementFields.extend({ version: z.number().int() }),
    output: z.object({}),
  },
  getUnitCascade: {
    method: 'GET',
    path: '/org-units/:orgUnitId/requirements',
    summary: 'What plans above ask of a municipality or a school, with what answers it there',
    permission: { who: 'role-on-thing', action: 'plans.execute' },
    params: OrgUnitId,
    output: UnitCascade,
  },
  listOpenRequirements: {
    method: 'GET',
    path: '/me/requirements',
    summary:
      'What plans above ask and the person’s own organisation has not answered, or has not followed since it changed',
    permission: { who: 'role', action: 'plans.manage' },
    output: z.array(OpenRequirement),
  },
  declineRequirement: {
    method: 'POST',
    path: '/requirements/:requirementId/declines',
    summary:
      'Say why the unit answers with no activity; refused when one answers. It is asked again when it changes',
    permission: managed,
    params: RequirementId,
    body: z.object({ orgUnitId: z.uuid(), reason: z.string().trim().min(1).max(2000) }),
    output: z.object({ declineId: z.uuid() }),
  },
  removeDecline: {
    method: 'DELETE',
    path: '/requirement-declines/:declineId',
    summary: 'Take the declining back: it is asked again',
    permission: managed,
    params: z.object({ declineId: z.uuid() }),
    output: z.object({}),
  },
  addAnswer: {
    method: 'POST',
    path: '/requirements/:requirementId/answers',
    summary: 'Say that an activity of the unit’s plan answers what is asked above',
    permission: managed,
    params: RequirementId,
    body: z.object({ orgUnitId: z.uuid(), activityId: z.uuid() }),
    output: z.object({ answerId: z.uuid() }),
  },
  removeAnswer: {
    method: 'DELETE',
    path: '/requirement-answers/:answerId',
    summary: 'The activity does not answer it after all',
    permission: managed,
    params: AnswerId,
    output: z.object({}),
  },
  confirmAnswer: {
    method: 'POST',
    path: '/requirement-answers/:answerId/confirm',
    summary: 'What has changed above is taken note of; refused when it has changed once more since',
    permission: managed,
    params: AnswerId,
    body: z.object({ current: RequirementState }),
    output: z.object({}),
  },
  takeChanges: {
    method: 'POST',
    path: '/requirement-answers/:answerId/take',
    summary: 'Carry what has changed above into the draft of an amendment of the own plan',
    permission: managed,
    params: AnswerId,
    output: z.object({ amendmentId: z.uuid() }),
  },
  draftAnswers: {
    method: 'POST',
    path: '/org-units/:orgUnitId/requirements/draft',
    summary: 'Draft what is asked above: as a new plan, or as an amendment of the unit’s plan in force',
    permission: managed,
    params: OrgUnitId,
    body: z.object({
      requirementIds: z.array(z.uuid()).min(1).max(500),
      /** The plan to amend; null: a new one. */
      planId: z.uuid().nullable(),
    }),
    output: z.object({ draftId: z.uuid().nullable(), amendmentId: z.uuid().nullable() }),
  },
});
