import { z } from 'zod';
import { IndicatorCode } from '../indicators/indicator.ts';
import { CalendarDateText } from '../registry/org-unit.ts';
import { DeadlineValue } from './deadline-value.ts';
import { ExpectedKind } from './expected-kind.ts';
import { InstanceState } from './instance-state.ts';

const text = (max: number) => z.string().trim().max(max);

/** `protocol`: the decisions of a hearing, which change with its minutes alone. */
export const PlanKind = z.enum(['plan', 'protocol']);
export type PlanKind = z.infer<typeof PlanKind>;

/** The act that put the plan in force, and what the plan says of itself. */
export const PlanFields = z.object({
  title: text(2000).min(1),
  /** The title of the annex when the act above it has one of its own. */
  annexTitle: text(2000).nullable(),
  goal: text(10_000).nullable(),
  tasks: z.array(text(4000)).max(200),
  expectedResults: z.array(text(4000)).max(200),
  /** Abbreviation → expansion, from the document's own legend. */
  abbreviations: z.record(text(100), text(2000)),
  actType: text(200).nullable(),
  actNumber: text(100).nullable(),
  actOn: CalendarDateText.nullable(),
  actAuthority: text(500).nullable(),
  actPlace: text(200).nullable(),
  signatoryName: text(200).nullable(),
  signatoryPost: text(500).nullable(),
  basis: z.array(text(2000)).max(100),
  periodStartsOn: CalendarDateText.nullable(),
  periodEndsOn: CalendarDateText.nullable(),
  /** Who controls execution, as printed. */
  controller: text(500).nullable(),
  controllerId: z.uuid().nullable(),
});
export type PlanFields = z.infer<typeof PlanFields>;

export const PartyRole = z.enum(['lead', 'co-executor']);
export type PartyRole = z.infer<typeof PartyRole>;

/** Who answers for an activity: as printed, and the organisation or person when matched. */
export const PartyFields = z.object({
  raw: text(1000).min(1),
  role: PartyRole,
  orgUnitId: z.uuid().nullable(),
  personId: z.uuid().nullable(),
});
export type PartyFields = z.infer<typeof PartyFields>;

export const Party = PartyFields.extend({
  id: z.uuid(),
  /** Name of the organisation or person that is meant; null for a text, and when it may not be seen. */
  meant: z.string().nullable(),
});
export type Party = z.infer<typeof Party>;

export const ExpectedResult = z.object({
  id: z.uuid(),
  /** Letter for letter. */
  raw: z.string(),
  kind: ExpectedKind,
  /** What number is promised, null when none is named. */
  targetCount: z.number().int().nullable(),
  /** 0.3 for «30 % руководителей». */
  targetShare: z.number().nullable(),
});
export type ExpectedResult = z.infer<typeof ExpectedResult>;

/** How many instances are in each state; states with none are left out. */
export const StateCounts = z.partialRecord(InstanceState, z.number().int());
export type StateCounts = z.infer<typeof StateCounts>;

/** Instances of an activity that share a term: one, or one for each school. */
export const Term = z.object({
  label: z.string().nullable(),
  startsOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  counts: StateCounts,
});
export type Term = z.infer<typeof Term>;

export const ActivitySource = z.object({
  from: z.number().int(),
  to: z.number().int(),
  page: z.number().int().nullable(),
  table: z.number().int().nullable(),
  row: z.number().int().nullable(),
});

export const Activity = z.object({
  id: z.uuid(),
  sectionId: z.uuid().nullable(),
  position: z.number().int(),
  /** As printed in the act; '' where none is printed. */
  no: z.string(),
  title: z.string(),
  deadline: DeadlineValue,
  perSchool: z.boolean(),
  parties: z.array(Party),
  expected: z.array(ExpectedResult),
  /** In order of time; those without a date come last. */
  terms: z.array(Term),
  /** By which indicator the schools that carried it out are counted; null: by none. */
  indicator: IndicatorCode.nullable(),
  commentCount: z.number().int(),
  version: z.number().int(),
});
export type Activity = z.infer<typeof Activity>;

export const PlanSection = z.object({ id: z.uuid(), title: z.string() });
export type PlanSection = z.infer<typeof PlanSection>;

export const PlanSchool = z.object({
  orgUnitId: z.uuid(),
  name: z.string(),
  fromOn: z.string().nullable(),
  untilOn: z.string().nullable(),
});
export type PlanSchool = z.infer<typeof PlanSchool>;

/** Something doubtful in the document that was still so when the plan was approved. `code` is a ReadWarningCode. */
export const PlanWarning = z.object({
  code: z.string().max(60),
  where: z.string().max(1000),
  activityId: z.uuid().nullable(),
  values: z.array(z.string().max(1000)).max(20),
});
export type PlanWarning = z.infer<typeof PlanWarning>;

export const PlanState = z.enum(['in-force', 'closed']);
export type PlanState = z.infer<typeof PlanState>;

export const PlanSummary = PlanFields.pick({
  title: true,
  actType: true,
  actNumber: true,
  actOn: true,
  periodStartsOn: true,
  periodEndsOn: true,
}).extend({
  id: z.uuid(),
  scope: z.string(),
  ownerUnitId: z.uuid(),
  ownerName: z.string(),
  state: PlanState,
  activityCount: z.number().int(),
  /** Instances that the person may see, by state. */
  counts: StateCounts,
  lateCount: z.number().int(),
});
export type PlanSummary = z.infer<typeof PlanSummary>;

export const Plan = PlanFields.extend({
  id: z.uuid(),
  kind: PlanKind,
  scope: z.string(),
  ownerUnitId: z.uuid(),
  ownerName: z.string(),
  state: PlanState,
  sourceFileId: z.uuid().nullable(),
  sourceDraftId: z.uuid().nullable(),
  sections: z.array(PlanSection),
  schools: z.array(PlanSchool),
  activities: z.array(Activity),
  warnings: z.array(PlanWarning),
  /** From which day an amendment is in force that is approved already; null: none waits. */
  nextEditionOn: z.string().nullable(),
  version: z.number().int(),
});
export type Plan = z.infer<typeof Plan>;

/** So many activities are answered at once: a whole plan of 2,000 would hold up everybody else. */
export const planPartMax = 200;

/** The last activity of a part, after which the rest of the plan begins. */
export const PartEnd = z.object({ position: z.coerce.number().int(), activityId: z.uuid() });
export type PartEnd = z.infer<typeof PartEnd>;

/** Activities that follow one another in the plan. `rest` is null when the last of the plan is among them. */
export const PlanPart = z.object({ activities: z.array(Activity), rest: PartEnd.nullable() });
export type PlanPart = z.infer<typeof PlanPart>;

/** A plan with the first part of its activities. */
export const PlanBeginning = Plan.extend({
  rest: PlanPart.shape.rest,
  /** Of the whole plan. */
  activityCount: z.number().int(),
});
export type PlanBeginning = z.infer<typeof PlanBeginning>;
