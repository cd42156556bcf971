import { z } from 'zod';
import { contract } from '../basics/contract.ts';
import { SchoolType } from '../registry/school-type.ts';
import {
  IdentificationRun,
  RunAct,
  RunDisclosure,
  RunReasons,
  RunVerdict,
  RunWithdrawal,
  ShownPrior,
} from './identification-run.ts';
import { IdentificationRule, Methodology } from './methodology.ts';
import { Procedure } from './procedure.ts';
import { Verdict } from './verdict.ts';

const RunId = z.object({ runId: z.uuid() });
/** Characters of a reason: a word is none. */
export const disclosureReasonMin = 10;
const Version = z.object({ version: z.number().int() });
const Year = z.number().int().min(2000).max(2100);
/** Null inside is hidden; null outside, there was none. */
const Counted = z
  .object({ participants: z.number().int().nullable(), below: z.number().int().nullable() })
  .nullable();

/** A methodology as it is offered: shipped with the product, or an office's own. */
export const OfferedMethodology = z.object({
  /** Null: shipped. */
  id: z.uuid().nullable(),
  orgUnitId: z.uuid().nullable(),
  madeBy: z.string().nullable(),
  madeAt: z.iso.datetime().nullable(),
  methodology: Methodology,
});
export type OfferedMethodology = z.infer<typeof OfferedMethodology>;

/** A school whose verdict differs between two lists, with what was low in each. */
const Difference = z.object({
  orgUnitId: z.uuid(),
  before: Verdict.nullable(),
  after: Verdict.nullable(),
  lowBefore: z.array(Procedure),
  lowAfter: z.array(Procedure),
});
export type VerdictDifference = z.infer<typeof Difference>;

const Comparison = z.object({
  sameCount: z.number().int(),
  differences: z.array(Difference),
});

export const SchoolVerdictAnswer = z.object({
  run: IdentificationRun,
  verdict: RunVerdict,
  /** That the rule holds for the true shares; null where there is no verdict by the rule, or where it is not shown. */
  listedProbability: z.number().nullable(),
  reasons: RunReasons,
  /** What result pages hide above the school level is hidden from who asks. */
  isSmallHidden: z.boolean(),
  /** Who opened the exact numbers of the school in this run, the latest first. */
  disclosures: z.array(RunDisclosure),
});
export type SchoolVerdictAnswer = z.infer<typeof SchoolVerdictAnswer>;

export const Recheck = z.object({
  /** The rule over the kept numbers gives the same verdicts to the digit, and their digest is the same. */
  isSame: z.boolean(),
  /** Schools whose verdict, reasons or digest came out otherwise. */
  differing: z.array(z.uuid()),
  /** Numbers of the run that are others today: the first of them. */
  inputChanges: z.array(
    z.object({
      orgUnitId: z.uuid(),
      year: z.number().int(),
      procedure: Procedure,
      before: Counted,
      after: Counted,
    }),
  ),
  inputChangeCount: z.number().int(),
  /** Schools of another type today. */
  typeChanges: z.array(z.uuid()),
  /** What today's numbers would make of the list. */
  today: Comparison,
});
export type Recheck = z.infer<typeof Recheck>;

export const identificationContract = contract({
  listMethodologies: {
    method: 'GET',
    path: '/methodologies',
    summary: 'Methodologies that come with the product and those of the offices around, every version',
    permission: { who: 'role', action: 'identification.manage' },
    output: z.array(OfferedMethodology),
  },
  saveMethodology: {
    method: 'POST',
    path: '/methodologies',
    summary: 'Save a methodology of an office: a new one, or the next version of one that it has',
    permission: { who: 'role-on-thing', action: 'identification.manage' },
    body: z.object({
      orgUnitId: z.uuid(),
      /** The code and the version that were changed; null for a new methodology. Refused when somebody saved a later one meanwhile. */
      after: Methodology.pick({ code: true, version: true }).nullable(),
      methodology: Methodology.omit({ code: true, version: true }),
    }),
    output: OfferedMethodology,
  },
  listRuns: {
    method: 'GET',
    path: '/identification-runs',
    summary: 'Runs of identification, the latest year first; drafts only for who may manage them',
    permission: { who: 'role', action: 'identification.read' },
    output: z.array(IdentificationRun),
  },
  makeRun: {
    method: 'POST',
    path: '/identification-runs',
    summary: 'Apply a methodology to the results of a territory; what it was made from is kept with it',
    permission: { who: 'role-on-thing', action: 'identification.manage' },
    body: z.object({
      orgUnitId: z.uuid(),
      year: Year,
      methodology: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('shipped'), code: z.string() }),
        z.object({ kind: z.literal('own'), methodologyId: z.uuid() }),
      ]),
    }),
    output: RunId,
  },
  getRun: {
    method: 'GET',
    path: '/identification-runs/:runId',
    summary: 'A run with its verdicts as far as the person sees them, and its priors',
    permission: { who: 'role-on-thing', action: 'identification.read' },
    params: RunId,
    output: z.object({
      run: IdentificationRun,
      priors: z.array(ShownPrior),
      verdicts: z.array(RunVerdict),
    }),
  },
  removeRun: {
    method: 'DELETE',
    path: '/identification-runs/:runId',
    summary: 'Remove a draft; an approved list is withdrawn by an act instead',
    permission: { who: 'role-on-thing', action: 'identification.manage' },
    params: RunId,
    output: z.object({}),
  },
  getVerdict: {
    method: 'GET',
    path: '/identification-runs/:runId/schools/:orgUnitId',
    summary: 'Why a school is on the list or not',
    permission: { who: 'role-on-thing', action: 'identification.read' },
    params: RunId.extend({ orgUnitId: z.uuid() }),
    output: SchoolVerdictAnswer,
  },
  discloseVerdict: {
    method: 'POST',
    path: '/identification-runs/:runId/schools/:orgUnitId/disclosures',
    summary: 'Open the exact numbers of one school of a list, giving a reason that stays with the list',
    permission: { who: 'role-on-thing', action: 'identification.manage' },
    params: RunId.extend({ orgUnitId: z.uuid() }),
    body: z.object({ reason: z.string().trim().min(disclosureReasonMin).max(1_000) }),
    output: SchoolVerdictAnswer,
  },
  listDisclosures: {
    method: 'GET',
    path: '/identification-runs/:runId/disclosures',
    summary: 'Who opened exact numbers of schools of a list, as far as the person sees it, the latest first',
    permission: { who: 'role-on-thing', action: 'identification.read' },
    params: RunId,
    output: z.array(RunDisclosure),
  },
  listSchoolVerdicts: {
    method: 'GET',
    path: '/org-units/:orgUnitId/verdicts',
    summary: 'Verdicts of approved lists on one school with their reasons, the latest first',
    permission: { who: 'role-on-thing', action: 'identification.read' },
    params: z.object({ orgUnitId: z.uuid() }),
    output: z.array(SchoolVerdictAnswer),
  },
  getSchoolType: {
    method: 'GET',
    path: '/org-units/:orgUnitId/school-type',
    summary: 'The type of a school, by which methodologies leave schools out; null: not known',
    permission: { who: 'role-on-thing', action: 'registry.read' },
    params: z.object({ orgUnitId: z.uuid() }),
    output: z.object({ schoolType: SchoolType.nullable() }),
  },
  setSchoolType: {
    method: 'PUT',
    path: '/org-units/:orgUnitId/school-type',
    summary: 'Say of which type a school is; lists made before keep the type they were made with',
    permission: { who: 'role-on-thing', action: 'registry.manage' },
    params: z.object({ orgUnitId: z.uuid() }),
    body: z.object({ schoolType: SchoolType.nullable() }),
    output: z.object({ schoolType: SchoolType.nullable() }),
  },
  tryRule: {
    method: 'POST',
    path: '/identification-runs/:runId/try',
    summary: 'What another rule would make of the numbers of a run; nothing is kept',
    permission: { who: 'role-on-thing', action: 'identification.manage' },
    storesNothing: true,
    params: RunId,
    body: z.object({ rule: IdentificationRule }),
    output: Comparison.extend({
      counts: z.partialRecord(Verdict, z.number().int()),
      /** Schools whose verdict would follow from hidden numbers: it is not told, and they are not among the counts. */
      untold: z.array(z.uuid()),
    }),
  },
  compareRuns: {
    method: 'GET',
    path: '/identification-runs/:runId/compare/:otherRunId',
    summary: 'Two lists side by side: who came, who left, what was low in each',
    permission: { who: 'role-on-thing', action: 'identification.read' },
    params: RunId.extend({ otherRunId: z.uuid() }),
    output: Comparison,
  },
  recheckRun: {
    method: 'POST',
    path: '/identification-runs/:runId/recheck',
    summary: 'Do the run again on the numbers it keeps, and set them against the numbers of today',
    permission: { who: 'role-on-thing', action: 'identification.manage' },
    storesNothing: true,
    params: RunId,
    output: Recheck,
  },
  approveRun: {
    method: 'POST',
    path: '/identification-runs/:runId/approve',
    summary: 'Approve a list by an act: its schools get the category for the days of the act',
    permission: { who: 'role-on-thing', action: 'identification.manage' },
    params: RunId,
    body: RunAct.extend({
      ...Version.shape,
      /** Categories by earlier lists that would go on end the day before; else the approval is refused and names them. */
      endEarlier: z.boolean(),
    }),
    output: RunId,
  },
  withdrawRun: {
    method: 'POST',
    path: '/identification-runs/:runId/withdraw',
    summary: 'Take an approved list back by an act: its categories end before the day, or are removed',
    permission: { who: 'role-on-thing', action: 'identification.manage' },
    params: RunId,
    body: RunWithdrawal.extend(Version.shape),
    output: RunId,
  },
  exportRun: {
    method: 'GET',
    path: '/identification-runs/:runId/list.xlsx',
    summary: 'The list as a workbook, schools in alphabetical order, counts under 5 pupils hidden',
    permission: { who: 'role-on-thing', action: 'identification.manage' },
    download: true,
    params: RunId,
    output: z.null(),
  },
});
