import { z } from 'zod';
import { contract } from '../basics/contract.ts';
import { CalendarDateText } from '../registry/org-unit.ts';
import { AmendmentContent } from './amendment.ts';
import { AmendmentEdit } from './amendment-edit.ts';
import { Edition, PlanAt } from './edition.ts';
import { ParticipantQuestion } from './participant-question.ts';
import { Plan } from './plan.ts';
import { PlanDefinition } from './plan-definition.ts';

const PlanId = z.object({ planId: z.uuid() });
const AmendmentId = z.object({ amendmentId: z.uuid() });
const EditionId = z.object({ editionId: z.uuid() });
const Version = z.object({ version: z.number().int() });
const Saved = Version.extend({ savedAt: z.string() });

/** The draft that is open on a plan, or the amendment that waits for its day. */
const OpenAmendment = z.object({
  id: z.uuid(),
  state: z.enum(['draft', 'waiting', 'approved', 'discarded']),
  /** The day for which an approved one waits. */
  inForceOn: z.string().nullable(),
  begunBy: z.string().nullable(),
  begunAt: z.string(),
  changedAt: z.string(),
  version: z.number().int(),
});

export const PlanEditions = z.object({
  planId: z.uuid(),
  /** A protocol is not amended. */
  kind: Plan.shape.kind,
  scope: z.string(),
  title: z.string(),
  /** The newest first. */
  editions: z.array(Edition),
  /** Null also for those who may not see drafts. */
  amendment: OpenAmendment.nullable(),
  /** Empty also for those who may not see drafts. */
  participantQuestions: z.array(ParticipantQuestion),
});
export type PlanEditions = z.infer<typeof PlanEditions>;

export const Amendment = OpenAmendment.extend({
  planId: z.uuid(),
  scope: z.string(),
  /** Day of the plan's own act, against which phrases are read. */
  planActOn: z.string().nullable(),
  /** The edition in force, which the draft changes. */
  edition: Edition,
  before: PlanDefinition,
  content: AmendmentContent,
  /** The person has an edit of her own that stands. */
  mayUndo: z.boolean(),
  /** Edits whose row was taken out of the plan meanwhile. */
  lostEdits: z.number().int(),
});
export type Amendment = z.infer<typeof Amendment>;

const FollowingCounts = z.object({
  added: z.number().int(),
  moved: z.number().int(),
  removed: z.number().int(),
  cancelled: z.number().int(),
});

/** What approval would do to instances. */
export const AmendmentEffect = z.object({
  total: FollowingCounts,
  /** Only activities whose instances change, in the order of the plan. */
  activities: z.array(FollowingCounts.extend({ activityId: z.uuid() })),
});
export type AmendmentEffect = z.infer<typeof AmendmentEffect>;

export const editionsContract = contract({
  listEditions: {
    method: 'GET',
    path: '/plans/:planId/editions',
    summary: 'Editions of a plan, each with its act, and the draft of an amendment if one is open',
    permission: { who: 'role-on-thing', action: 'plans.read' },
    params: PlanId,
    output: PlanEditions,
  },
  getPlanAt: {
    method: 'GET',
    path: '/plans/:planId/at',
    summary:
      'The plan as it was at the end of a day (today when none is named), with its progress; or an edition on its last day in force',
    permission: { who: 'role-on-thing', action: 'plans.read' },
    params: PlanId,
    query: z.object({
      on: CalendarDateText.optional(),
      edition: z.coerce.number().int().min(1).max(10_000).optional(),
    }),
    output: PlanAt,
  },
  exportEdition: {
    method: 'GET',
    path: '/plan-editions/:editionId/annex.docx',
    summary: 'An edition as the annex of the act, with the acts that amended it',
    permission: { who: 'role-on-thing', action: 'plans.read' },
    params: EditionId,
    output: z.null(),
    download: true,
  },
  exportEditionChanges: {
    method: 'GET',
    path: '/plan-editions/:editionId/changes.docx',
    summary: 'What an edition changed, in the words of an amending act',
    permission: { who: 'role-on-thing', action: 'plans.read' },
    params: EditionId,
    output: z.null(),
    download: true,
  },
  beginAmendment: {
    method: 'POST',
    path: '/plans/:planId/amendments',
    summary: 'Begin the draft of an amendment from the edition in force',
    permission: { who: 'role-on-thing', action: 'plans.manage' },
    params: PlanId,
    output: z.object({ amendmentId: z.uuid() }),
  },
  getAmendment: {
    method: 'GET',
    path: '/amendments/:amendmentId',
    summary: 'A draft of an amendment beside the edition in force',
    permission: { who: 'role-on-thing', action: 'plans.manage' },
    params: AmendmentId,
    output: Amendment,
  },
  editAmendment: {
    method: 'POST',
    path: '/amendments/:amendmentId/edits',
    summary: 'Save an edit; what others edited since stays unless it concerns the same field',
    permission: { who: 'role-on-thing', action: 'plans.manage' },
    params: AmendmentId,
    body: Version.extend({ edit: AmendmentEdit }),
    output: Saved,
  },
  undoAmendmentEdit: {
    method: 'POST',
    path: '/amendments/:amendmentId/undo',
    summary: "Take back the person's own last edit",
    permission: { who: 'role-on-thing', action: 'plans.manage' },
    params: AmendmentId,
    output: Saved,
  },
  discardAmendment: {
    method: 'POST',
    path: '/amendments/:amendmentId/discard',
    summary: 'Put a draft away; the plan stays as it is',
    permission: { who: 'role-on-thing', action: 'plans.manage' },
    params: AmendmentId,
    body: Version,
    output: z.object({ planId: z.uuid() }),
  },
  getAmendmentEffect: {
    method: 'GET',
    path: '/amendments/:amendmentId/effect',
    summary: 'How instances would follow the approval, without changing anything',
    permission: { who: 'role-on-thing', action: 'plans.manage' },
    params: AmendmentId,
    output: AmendmentEffect,
  },
  exportAmendmentChanges: {
    method: 'GET',
    path: '/amendments/:amendmentId/changes.docx',
    summary: 'The change sheet of a draft, to be annexed to the act',
    permission: { who: 'role-on-thing', action: 'plans.manage' },
    params: AmendmentId,
    output: z.null(),
    download: true,
  },
  approveAmendment: {
    method: 'POST',
    path: '/amendments/:amendmentId/approve',
    summary:
      'Make the draft the edition in force by its act: the plan changes and its instances follow, on its day when that is to come',
    permission: { who: 'role-on-thing', action: 'plans.manage' },
    params: AmendmentId,
    body: Version,
    output: z.object({
      planId: z.uuid(),
      edition: z.number().int(),
      inForceOn: z.string(),
      /** False: it waits for its day. */
      isInForce: z.boolean(),
    }),
  },
  recallAmendment: {
    method: 'POST',
    path: '/amendments/:amendmentId/recall',
    summary: 'Take back the approval of an amendment whose day is to come: it is a draft again',
    permission: { who: 'role-on-thing', action: 'plans.manage' },
    params: AmendmentId,
    body: Version,
    output: Version,
  },
});
