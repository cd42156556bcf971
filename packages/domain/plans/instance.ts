import { z } from 'zod';
import { DeadlineValue } from './deadline-value.ts';
import { Evidence } from './evidence.ts';
import { InstanceMove, InstanceState } from './instance-state.ts';
import { Attendance } from './attendance.ts';
import { EvidenceQuestion } from './evidence-question.ts';
import { ExpectedResult, Party } from './plan.ts';

/** One dated obligation, as it stands in a list. */
export const Instance = z.object({
  id: z.uuid(),
  planId: z.uuid(),
  activityId: z.uuid(),
  schoolId: z.uuid().nullable(),
  schoolName: z.string().nullable(),
  label: z.string().nullable(),
  startsOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  /** The last day that the plan named, before it was postponed. */
  printedDueOn: z.string().nullable(),
  state: InstanceState,
  rounds: z.number().int(),
  assigneeId: z.uuid().nullable(),
  assigneeName: z.string().nullable(),
  evidenceCount: z.number().int(),
  version: z.number().int(),
});
export type Instance = z.infer<typeof Instance>;

/** Somebody who may be named as the one who does it. */
export const Assignee = z.object({
  personId: z.uuid(),
  /** Surname and initials. */
  name: z.string(),
  post: z.string().nullable(),
  orgUnitName: z.string(),
});
export type Assignee = z.infer<typeof Assignee>;

export const InstanceEvent = z.object({
  id: z.uuid(),
  from: InstanceState,
  to: InstanceState,
  note: z.string().nullable(),
  dueOnBefore: z.string().nullable(),
  dueOnAfter: z.string().nullable(),
  /** Null when the person works where the reader may not look. */
  by: z.string().nullable(),
  at: z.string(),
});
export type InstanceEvent = z.infer<typeof InstanceEvent>;

export const Comment = z.object({
  id: z.uuid(),
  instanceId: z.uuid().nullable(),
  text: z.string(),
  by: z.string().nullable(),
  at: z.string(),
});
export type Comment = z.infer<typeof Comment>;

/** Everything that confirming, accepting and returning need, in one answer. */
export const InstanceDetail = Instance.extend({
  planTitle: z.string(),
  activityNo: z.string(),
  activityTitle: z.string(),
  deadline: DeadlineValue,
  parties: z.array(Party),
  expected: z.array(ExpectedResult),
  evidence: z.array(Evidence),
  events: z.array(InstanceEvent),
  /** What is asked about its evidence; empty for who neither carries it out nor accepts it. */
  questions: z.array(EvidenceQuestion),
  /** The evidence could not be looked through for questions; told to who accepts it. */
  isLookMissed: z.boolean(),
  /** Which schools took part; null for what asks for no attendance. */
  attendance: Attendance.nullable(),
  /** What the person may do now. */
  moves: z.array(InstanceMove),
  mayGiveEvidence: z.boolean(),
  maySetDate: z.boolean(),
  mayAssign: z.boolean(),
});
export type InstanceDetail = z.infer<typeof InstanceDetail>;
