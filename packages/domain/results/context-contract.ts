import { z } from 'zod';
import { contract } from '../basics/contract.ts';
import { RunAct } from './identification-run.ts';
import { Procedure } from './procedure.ts';
import { SchoolYear } from './passport-contract.ts';
import { settlementKinds } from './settlement-kind.ts';
import { PassportCode } from './social-passport.ts';

const schoolsMax = 50_000;

/** Within which schools an index is reckoned; indexes of two sets cannot be compared. */
export const ContextSet = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('territory'), orgUnitId: z.uuid() }),
  z.object({ kind: z.literal('settlement'), settlement: z.enum(settlementKinds) }),
  z.object({ kind: z.literal('chosen'), orgUnitIds: z.array(z.uuid()).max(schoolsMax) }),
]);
export type ContextSet = z.infer<typeof ContextSet>;

/** Signed weights by the codes of variables; those absent take no part. */
export const ContextWeights = z.partialRecord(PassportCode, z.number().min(-10).max(10));
export type ContextWeights = z.infer<typeof ContextWeights>;

/** Which index is asked for. */
export const ContextQuestion = z.object({
  schoolYear: SchoolYear,
  set: ContextSet,
  weights: ContextWeights,
  /** Schools of the hardest contexts are so large a share of the set. */
  hardestShare: z.number().gt(0).max(1),
});
export type ContextQuestion = z.infer<typeof ContextQuestion>;

const Count = z.number().int();

/** What the index says to who asks: a school sees itself and a distribution without names. */
export const ContextAnswer = z.object({
  /** The reader sees from above; else only her own schools, in the set and by the weights of the office above. */
  isAbove: z.boolean(),
  schoolCount: Count,
  indexed: z.array(
    z.object({
      orgUnitId: z.uuid(),
      index: Count,
      rank: Count,
      contributions: z.array(z.object({ variable: PassportCode, value: z.number().nullable() })),
    }),
  ),
  incomplete: z.array(z.object({ orgUnitId: z.uuid(), missing: z.array(PassportCode) })),
  ranks: z.array(
    z.object({
      orgUnitId: z.uuid(),
      ranks: z.array(z.object({ variable: PassportCode, rank: Count })),
    }),
  ),
  /** Schools by five steps of the index; empty where there is none. */
  distribution: z.array(Count),
  hardest: z.array(z.uuid()),
  weights: ContextWeights,
});
export type ContextAnswer = z.infer<typeof ContextAnswer>;

/** A version of weights with where they come from; never changed, followed by the next. */
export const WeightSet = z.object({
  id: z.uuid(),
  orgUnitId: z.uuid(),
  version: Count,
  title: z.string(),
  source: z.string(),
  weights: ContextWeights,
  madeBy: z.string(),
  madeAt: z.iso.datetime(),
});
export type WeightSet = z.infer<typeof WeightSet>;

/** An act that gave schools of hard contexts their category, out of an index that is kept with it. */
export const ContextApproval = RunAct.extend({
  id: z.uuid(),
  orgUnitIds: z.array(z.uuid()),
  schoolYear: Count,
  madeAt: z.iso.datetime(),
  isUndone: z.boolean(),
});
export type ContextApproval = z.infer<typeof ContextApproval>;

/** Results against the context: who asks from a school gets her own points and the line. */
export const LineAnswer = z.object({
  /** What can be asked for, the latest first. */
  procedures: z.array(Procedure.extend({ year: Count })),
  chosen: Procedure.extend({ year: Count }).nullable(),
  isDiagnostic: z.boolean(),
  /** Null under twenty schools. */
  line: z
    .object({ intercept: z.number(), slope: z.number(), spread: z.number(), schoolCount: Count })
    .nullable(),
  points: z.array(
    z.object({
      orgUnitId: z.uuid(),
      index: z.number(),
      participants: Count,
      result: z.number(),
      predicted: z.number(),
      interval: z.tuple([z.number(), z.number()]),
      residual: z.number(),
      isRough: z.boolean(),
    }),
  ),
  /** Null where there are none to name: a year without a line, or a work that diagnoses and was not taken. */
  candidates: z.array(z.uuid()).nullable(),
});
export type LineAnswer = z.infer<typeof LineAnswer>;

export const contextContract = contract({
  askContextIndex: {
    method: 'POST',
    path: '/context-index',
    summary: 'The index of social well-being of a set of schools by given weights; nothing is kept',
    permission: { who: 'role', action: 'results.read' },
    storesNothing: true,
    body: ContextQuestion,
    output: ContextAnswer,
  },
  askContextLine: {
    method: 'POST',
    path: '/context-line',
    summary:
      'Results of a procedure against the index of the set, with candidates for resilient schools; nothing is kept',
    permission: { who: 'role', action: 'results.read' },
    storesNothing: true,
    body: ContextQuestion.extend({
      /** Null: the latest there is. */
      procedure: Procedure.extend({ year: Count }).nullable(),
      /** A person has chosen to look at a work that diagnoses, and was told what it is. */
      isDiagnosticTaken: z.boolean(),
    }),
    output: LineAnswer,
  },
  listWeightSets: {
    method: 'GET',
    path: '/context-weights',
    summary: 'Kept weights of the index, the latest first',
    permission: { who: 'role', action: 'results.read' },
    output: z.array(WeightSet),
  },
  saveWeightSet: {
    method: 'POST',
    path: '/org-units/:orgUnitId/context-weights',
    summary: 'Keep weights of the index as the next version of a territory',
    permission: { who: 'role-on-thing', action: 'identification.manage' },
    params: z.object({ orgUnitId: z.uuid() }),
    body: z.object({
      title: z.string().trim().min(1).max(200),
      source: z.string().trim().min(1).max(1_000),
      weights: ContextWeights,
    }),
    output: z.array(WeightSet),
  },
  listContextApprovals: {
    method: 'GET',
    path: '/context-approvals',
    summary: 'Acts by which schools got the category of difficult social conditions out of an index',
    permission: { who: 'role', action: 'identification.manage' },
    output: z.array(ContextApproval),
  },
  approveContext: {
    method: 'POST',
    path: '/context-approvals',
    summary:
      'Give schools the category of difficult social conditions by an act, keeping the index it came from',
    permission: { who: 'role', action: 'identification.manage' },
    body: RunAct.extend({
      question: ContextQuestion,
      orgUnitIds: z.array(z.uuid()).min(1).max(schoolsMax),
    }),
    output: z.object({ approvalId: z.uuid() }),
  },
  undoContextApproval: {
    method: 'POST',
    path: '/context-approvals/:approvalId/undo',
    summary: 'Take back an approval whose categories nobody has changed since',
    permission: { who: 'role-on-thing', action: 'identification.manage' },
    params: z.object({ approvalId: z.uuid() }),
    output: z.object({}),
  },
});
