import { z } from 'zod';
import { CalendarDateText } from '../registry/org-unit.ts';
import { SchoolType } from '../registry/school-type.ts';
import { CountSight } from './count-sight.ts';
import { Methodology } from './methodology.ts';
import { Procedure } from './procedure.ts';
import { Verdict } from './verdict.ts';
import { Certainty } from './verdict-certainty.ts';

/** `draft` until an act approves it; `withdrawn` when another act took the approval back. A draft may be removed, the others stay. */
export const runStates = ['draft', 'approved', 'withdrawn'] as const;

/** A count as a run keeps it: what it was made from stays, whatever happens to imports. */
export const RunCount = z.object({
  year: z.number().int(),
  procedure: Procedure,
  participants: z.number().int(),
  below: z.number().int(),
  /** What of it result pages showed above the school level when the run was made; absent in earlier runs. */
  sight: CountSight.optional(),
});
export const RunInputs = z.object({ type: SchoolType.nullable(), counts: z.array(RunCount) });
export type RunInputs = z.infer<typeof RunInputs>;

/** What one school's verdict rests on. Null is not shown to who asks. */
export const RunMeasure = z.object({
  year: z.number().int(),
  procedure: Procedure,
  participants: z.number().int().nullable(),
  below: z.number().int().nullable(),
  /** Where `below` is hidden and `participants` are not: from and to, both included. */
  between: z.tuple([z.number().int(), z.number().int()]).nullable().default(null),
  low: z.boolean().nullable(),
  /** Wilson, 95 %. */
  interval: z.tuple([z.number(), z.number()]).nullable(),
  /** That the true share is at or over the threshold; above the school level to the nearest tenth. */
  probability: z.number().nullable(),
});
export type RunMeasure = z.infer<typeof RunMeasure>;

export const RunChange = z.object({
  direction: z.enum(['fewer', 'more']),
  pupils: z.number().int(),
  steps: z.array(z.object({ procedure: Procedure, pupils: z.number().int() })),
});

export const RunReasons = z.object({ measures: z.array(RunMeasure), change: RunChange.nullable() });
export type RunReasons = z.infer<typeof RunReasons>;

/** A verdict as it is seen above the school level, kept beside the whole one when the run is made. */
export const RunShown = z.object({
  certainty: Certainty,
  listedProbability: z.number().nullable(),
  reasons: RunReasons,
});
export type RunShown = z.infer<typeof RunShown>;

/** Who opened the exact numbers of a school, and why. */
export const RunDisclosure = z.object({
  id: z.uuid(),
  runId: z.uuid(),
  orgUnitId: z.uuid(),
  openedBy: z.string().nullable(),
  openedAt: z.iso.datetime(),
  reason: z.string(),
});
export type RunDisclosure = z.infer<typeof RunDisclosure>;

/** The prior of a procedure and year, as it was estimated over the schools of the run. */
export const RunPrior = z.object({
  year: z.number().int(),
  procedure: Procedure,
  prior: z.object({ alpha: z.number(), beta: z.number(), schools: z.number().int() }),
  /** Schools whose counts are hidden above the school level; absent in earlier runs. */
  hiddenSchools: z.number().int().optional(),
});

/** A prior as it is shown; null where it would tell of the few schools whose counts are hidden. */
export const ShownPrior = RunPrior.pick({ year: true, procedure: true }).extend({
  schools: z.number().int(),
  prior: z.object({ alpha: z.number(), beta: z.number() }).nullable(),
});
export type ShownPrior = z.infer<typeof ShownPrior>;

/** One line of the list: the verdict on a school and what was low in the year. */
export const RunVerdict = z.object({
  orgUnitId: z.uuid(),
  verdict: Verdict,
  certainty: Certainty,
  /** Procedures of the year that were low. */
  low: z.array(Procedure),
});
export type RunVerdict = z.infer<typeof RunVerdict>;

export type RunPrior = z.infer<typeof RunPrior>;

/** By which act a list is in force, and for which days. */
export const RunAct = z.object({
  actNumber: z.string().trim().min(1).max(60),
  actOn: CalendarDateText,
  fromOn: CalendarDateText,
  untilOn: CalendarDateText.nullable(),
});

export type RunAct = z.infer<typeof RunAct>;

/** By which act it is no longer, and from which day. */
export const RunWithdrawal = RunAct.pick({ actNumber: true, actOn: true, fromOn: true });

export type RunWithdrawal = z.infer<typeof RunWithdrawal>;

export const IdentificationRun = z.object({
  id: z.uuid(),
  /** Whose list it is: the region or a municipality. */
  orgUnitId: z.uuid(),
  scope: z.string(),
  year: z.number().int(),
  methodology: Methodology,
  state: z.enum(runStates),
  act: RunAct.nullable(),
  withdrawal: RunWithdrawal.nullable(),
  madeBy: z.string().nullable(),
  madeAt: z.iso.datetime(),
  version: z.number().int(),
  /** Schools by verdict, as many as the person sees. */
  counts: z.partialRecord(Verdict, z.number().int()),
});
export type IdentificationRun = z.infer<typeof IdentificationRun>;

/** Years before its own that a run keeps counts of, so that other rules can be tried on it. */
export const runYearsKept = 5;
