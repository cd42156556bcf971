import { z } from 'zod';
import { InstanceState } from '../plans/instance-state.ts';
import { CalendarDateText, OrgUnit } from '../registry/org-unit.ts';
import { SchoolCategory } from '../registry/school-period.ts';
import { Minutes } from './minutes.ts';
import { MinutesGap, UnderstoodTerm } from './minutes-gaps.ts';
import { MonthDynamics } from './month-dynamics.ts';

/** `correcting`: the protocol was closed and is being written anew, with a reason; until then its last edition stands. */
export const HearingState = z.enum(['planned', 'held', 'correcting', 'cancelled']);
export type HearingState = z.infer<typeof HearingState>;

/** «10:30». */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** What most offices call it. */
export const usualHearingTitle = 'Час контроля';

export const HearingFields = z.object({
  title: z.string().trim().min(1).max(200).default(usualHearingTitle),
  onDate: CalendarDateText,
  startsAt: TimeOfDay.nullable(),
  place: z.string().trim().max(500).nullable(),
});
export type HearingFields = z.infer<typeof HearingFields>;

/** A hearing as it stands in the schedule. */
export const Hearing = HearingFields.extend({
  id: z.uuid(),
  schoolId: z.uuid(),
  schoolName: z.string(),
  scope: z.string(),
  hostId: z.uuid(),
  /** Null when the reader may not see the host. */
  hostName: z.string().nullable(),
  state: HearingState,
  /** Why it was cancelled. */
  note: z.string().nullable(),
  /** Of the protocol's newest edition. */
  protocolNumber: z.string().nullable(),
  /** Decisions that ask somebody for something, and how many of them were accepted. */
  taskCount: z.number().int(),
  doneCount: z.number().int(),
  version: z.number().int(),
});
export type Hearing = z.infer<typeof Hearing>;

/** An edition of a protocol. */
export const Protocol = z.object({
  id: z.uuid(),
  edition: z.number().int(),
  number: z.string(),
  /** Of the hearing. */
  title: z.string(),
  heldOn: z.string(),
  place: z.string().nullable(),
  hostName: z.string(),
  /** Why the edition before it was corrected; null for the first. */
  reasons: z.string().nullable(),
  closedBy: z.string().nullable(),
  closedAt: z.string(),
  content: Minutes,
});
export type Protocol = z.infer<typeof Protocol>;

/** A decision that has to be carried out, with how far it has come. */
export const DecisionTask = z.object({
  hearingId: z.uuid(),
  heldOn: z.string(),
  protocolNumber: z.string(),
  planId: z.uuid(),
  activityId: z.uuid(),
  instanceId: z.uuid(),
  no: z.string(),
  text: z.string(),
  responsible: z.string(),
  /** The phrase of the protocol. */
  deadline: z.string(),
  dueOn: z.string().nullable(),
  state: InstanceState,
  acceptedAt: z.string().nullable(),
});
export type DecisionTask = z.infer<typeof DecisionTask>;

/** The minutes while they are typed. */
export const OpenMinutes = z.object({
  content: Minutes,
  version: z.number().int(),
  savedBy: z.string().nullable(),
  savedAt: z.string(),
  gaps: z.array(MinutesGap),
  understood: z.array(UnderstoodTerm),
});
export type OpenMinutes = z.infer<typeof OpenMinutes>;

/** The screen of a hearing. */
export const HearingDetail = Hearing.extend({
  school: OrgUnit,
  categories: z.array(SchoolCategory),
  /** Null for who does not keep them, and while none are open. */
  minutes: OpenMinutes.nullable(),
  /** The number that the host's next protocol of the year would have. */
  nextNumber: z.string(),
  /** The newest first. */
  protocols: z.array(Protocol),
  /** Decisions of this hearing and of those before it, the latest hearing first. */
  tasks: z.array(DecisionTask),
  dynamics: z.array(MonthDynamics),
  mayManage: z.boolean(),
});
export type HearingDetail = z.infer<typeof HearingDetail>;
