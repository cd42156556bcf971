import { z } from 'zod';
import { contract } from '../basics/contract.ts';
import { Indicator, IndicatorCode, indicatorUnits } from './indicator.ts';
import { indicatorGroups } from './indicator-groups.ts';
import { valueSources, valueStates } from './indicator-value.ts';
import { registers } from './register-element.ts';
import { conclusionFindings } from './propose-conclusions.ts';
import { PeriodCode } from './report-period.ts';

const Count = z.number().int().nonnegative();

export const MeasuredNumber = z.object({ amount: z.number(), total: z.number().nullable() });

/** Null: no number; `hidden`: known and kept back because few pupils stand behind it. */
export const ShownValue = z.union([MeasuredNumber, z.literal('hidden'), z.null()]);
export type ShownValue = z.infer<typeof ShownValue>;

/** How many schools stand behind a number, and why others do not; of what municipalities alone are asked, how many of those. */
export const SchoolCounts = z.object({
  counted: Count,
  withoutTotal: Count,
  notApplicable: Count,
  unreadable: Count,
});
export type SchoolCounts = z.infer<typeof SchoolCounts>;

export const DynamicsCell = z.object({
  period: PeriodCode,
  own: ShownValue,
  schools: SchoolCounts,
  /** Versions of the definition that the values were given under. */
  versions: z.array(z.number().int()),
  /** Of what is around: the municipality of a school, the region of a municipality, weighted by N. */
  beside: ShownValue,
  target: MeasuredNumber.extend({ source: z.string() }).nullable(),
  /** Where the middle half of schools of a similar context lies; of a school's last period. */
  similar: z.object({ low: z.number(), high: z.number(), schools: Count }).nullable(),
  /** Reckoned by a formula and not given by a person. */
  isComputed: z.literal(true).optional(),
});
export type DynamicsCell = z.infer<typeof DynamicsCell>;

export const DynamicsRow = z.object({ code: IndicatorCode, cells: z.array(DynamicsCell) });
export type DynamicsRow = z.infer<typeof DynamicsRow>;

const DynamicsUnit = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(['region', 'municipality', 'school', 'branch']),
});

export const Dynamics = z.object({
  unit: DynamicsUnit,
  /** What stands beside the unit's own numbers; null of the region. */
  beside: DynamicsUnit.nullable(),
  /** A school's own view with its small numbers; else small ones are kept back. */
  isOwn: z.boolean(),
  /** Open schools of the unit. */
  schools: Count,
  /** In the order of time. */
  periods: z.array(PeriodCode),
  indicators: z.array(Indicator),
  /** In the order of the catalogue; indicators that nobody gave are not there. */
  rows: z.array(DynamicsRow),
});
export type Dynamics = z.infer<typeof Dynamics>;

/** Which numbers are asked for: of one group or all. */
export const DynamicsQuestion = z.object({
  orgUnitId: z.uuid(),
  group: z.enum(indicatorGroups).optional(),
});
export type DynamicsQuestion = z.infer<typeof DynamicsQuestion>;

/** Something that a reckoned number is made of; what an element is itself reckoned from follows it, a step deeper. */
export const ReckonedElement = z.object({
  depth: Count,
  name: z.object({ ru: z.string(), en: z.string() }),
  unit: z.enum(indicatorUnits),
  /** Of a change also the one before. */
  period: PeriodCode,
  value: ShownValue,
  /** Where it is read: a register, or an indicator that is asked of schools or itself reckoned. */
  from: z.enum([...registers, 'asked', 'computed']),
  /** Of an indicator. */
  code: IndicatorCode.nullable(),
});
export type ReckonedElement = z.infer<typeof ReckonedElement>;

/** An activity of a plan that schools are counted by; one event of it where they attend it together. */
export const CountedActivity = z.object({
  planId: z.uuid(),
  activityId: z.uuid(),
  /** The event (an instance of the activity); null: each school has its own term. */
  eventId: z.uuid().nullable(),
  no: z.string(),
  title: z.string(),
  /** The day of the event. */
  heldOn: z.string().nullable(),
  asked: Count,
  done: Count,
});
export type CountedActivity = z.infer<typeof CountedActivity>;

/** One number down to its sources. */
export const NumberExplained = z.object({
  indicator: Indicator,
  period: PeriodCode,
  own: ShownValue,
  schools: SchoolCounts,
  /** Of one school, or of a municipality that said it itself: how it was given. */
  given: z
    .object({
      state: z.enum(valueStates),
      typed: z.string().nullable(),
      source: z.enum(valueSources),
      version: z.number().int(),
      /** Empty where the person is not seen from here. */
      by: z.string(),
      at: z.iso.datetime(),
      campaign: z.string().nullable(),
    })
    .nullable(),
  /** Of a number that a formula gave: the formula in words, and its elements as far as they are shown of the unit. */
  reckoned: z
    .object({
      words: z.object({ ru: z.string(), en: z.string() }),
      elements: z.array(ReckonedElement),
      /** Of counts of plans: what schools are counted by, the first hundred. */
      activities: z.array(CountedActivity),
    })
    .nullable(),
  /** What the unit itself aims at; what a territory around it aims at is not here. */
  target: MeasuredNumber.extend({ source: z.string(), version: z.number().int() }).nullable(),
  maySetTarget: z.boolean(),
  /** Of a territory: what it is made of, by name. */
  parts: z.array(z.object({ id: z.uuid(), name: z.string(), own: ShownValue, schools: SchoolCounts })),
});
export type NumberExplained = z.infer<typeof NumberExplained>;

/** Municipalities of a region or schools of a municipality by name, without a rank. */
export const Worsened = z.object({
  /** Pairs of numbers set beside each other. */
  compared: Count,
  parts: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      changes: z.array(
        z.object({
          code: IndicatorCode,
          before: PeriodCode,
          last: PeriodCode,
          from: MeasuredNumber,
          to: MeasuredNumber,
        }),
      ),
    }),
  ),
  indicators: z.array(Indicator),
});
export type Worsened = z.infer<typeof Worsened>;

export const TargetFields = z.object({
  orgUnitId: z.uuid(),
  period: PeriodCode,
  indicator: IndicatorCode,
  amount: z.number().min(0).max(1e9),
  total: z.number().gt(0).max(1e9).nullable(),
  source: z.string().trim().min(3).max(300),
  /** Of the target that was seen; 0 where there was none. */
  version: z.number().int().min(0),
});
export type TargetFields = z.infer<typeof TargetFields>;

/** A number that a conclusion is drawn from, as it was shown to who wrote it. */
export const ConclusionNumber = z.object({
  indicator: IndicatorCode,
  period: PeriodCode,
  /** The unit's own, of what is around it, or what was aimed at. */
  of: z.enum(['own', 'beside', 'target']),
  value: ShownValue,
  /** Of the definition; only of its own numbers. */
  versions: z.array(z.number().int()).max(20),
});
export type ConclusionNumber = z.infer<typeof ConclusionNumber>;

/** The same beside the number of now. */
export const NumberSince = ConclusionNumber.omit({ value: true }).extend({
  was: ShownValue,
  now: ShownValue,
  versionsNow: z.array(z.number().int()),
});
export type NumberSince = z.infer<typeof NumberSince>;

export const ConclusionFields = z.object({
  orgUnitId: z.uuid(),
  indicator: IndicatorCode,
  period: PeriodCode,
  finding: z.enum(conclusionFindings),
  state: z.enum(['kept', 'dismissed']),
  text: z.string().trim().min(3).max(2000),
  cause: z.string().trim().max(2000),
  /** As the page shows them to who concludes, that of the conclusion among them; others than those of now are refused. */
  numbers: z.array(ConclusionNumber).max(60),
  /** Of the kept one that was changed; 0 of a proposal that nobody kept yet. */
  version: z.number().int().min(0),
});
export type ConclusionFields = z.infer<typeof ConclusionFields>;

/** A conclusion as a person left it. */
export const Conclusion = ConclusionFields.omit({ orgUnitId: true, numbers: true }).extend({
  /** What it was drawn from beside what that is now; empty of one from before numbers were kept. */
  numbers: z.array(NumberSince),
  /** Empty where the person is not seen from here. */
  by: z.string(),
  at: z.iso.datetime(),
});
export type Conclusion = z.infer<typeof Conclusion>;

export const ConclusionAnswer = z.object({
  kept: z.array(Conclusion),
  mayKeep: z.boolean(),
  /** Of all numbers that are told. */
  indicators: z.array(Indicator),
});
export type ConclusionAnswer = z.infer<typeof ConclusionAnswer>;

export const dynamicsContract = contract({
  getDynamics: {
    method: 'GET',
    path: '/indicators/dynamics',
    summary:
      'Indicators of a school or territory over periods, beside what is around, targets and schools of a similar context',
    permission: { who: 'role-on-thing', action: 'indicators.values' },
    query: DynamicsQuestion,
    output: Dynamics,
  },
  explainNumber: {
    method: 'GET',
    path: '/indicators/dynamics/number',
    summary:
      'What a number of an indicator is made of: schools, source, who gave it, by which version of the definition',
    permission: { who: 'role-on-thing', action: 'indicators.values' },
    query: z.object({ orgUnitId: z.uuid(), period: PeriodCode, indicator: IndicatorCode }),
    output: NumberExplained,
  },
  listWorsened: {
    method: 'GET',
    path: '/indicators/worsened',
    summary:
      'Municipalities of a region or schools of a municipality where a share went the wrong way beyond chance',
    permission: { who: 'role-on-thing', action: 'indicators.values' },
    query: z.object({ orgUnitId: z.uuid() }),
    output: Worsened,
  },
  setTarget: {
    method: 'PUT',
    path: '/indicators/targets',
    summary: 'Set what is aimed at for an indicator and period, with the act that says so',
    permission: { who: 'role-on-thing', action: 'indicators.manage' },
    body: TargetFields,
    output: z.null(),
  },
  removeTarget: {
    method: 'POST',
    path: '/indicators/targets/remove',
    summary: 'Take back what was aimed at',
    permission: { who: 'role-on-thing', action: 'indicators.manage' },
    body: TargetFields.pick({ orgUnitId: true, period: true, indicator: true, version: true }),
    output: z.null(),
  },
  listConclusions: {
    method: 'GET',
    path: '/indicators/conclusions',
    summary:
      'Conclusions that were kept or dismissed of a school or territory, with what they were drawn from beside the numbers of now; of a school those made where the reader stands',
    permission: { who: 'role-on-thing', action: 'indicators.values' },
    query: z.object({ orgUnitId: z.uuid() }),
    output: ConclusionAnswer,
  },
  keepConclusion: {
    method: 'PUT',
    path: '/indicators/conclusions',
    summary: 'Keep or dismiss a proposed conclusion in the words of a person',
    permission: { who: 'role-on-thing', action: 'indicators.enter' },
    body: ConclusionFields,
    output: z.null(),
  },
});
