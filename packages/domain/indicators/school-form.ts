import { z } from 'zod';
import { SimilarSummary } from './check-finding.ts';
import { CalendarDateText } from '../registry/org-unit.ts';
import { askedLevels, submissionStages } from './campaign.ts';
import { Indicator, IndicatorCode } from './indicator.ts';
import { IndicatorValue } from './indicator-value.ts';
import { PeriodCode } from './report-period.ts';
import { formLocks } from './submission-moves.ts';

/** A value with what is needed to change it: `version` grows with each change of the row. */
export const FormValue = IndicatorValue.extend({
  version: z.number().int(),
  definitionVersion: z.number().int(),
  /** 1 to 4 pupils that the reader, above the school, may not be told of: the numbers are left out. */
  isHidden: z.boolean(),
});
export type FormValue = z.infer<typeof FormValue>;

/** Where a value that is offered comes from. */
export const OfferOrigin = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('previous'), period: PeriodCode }),
  /** A register of the system, in its words: «результаты ОГЭ 2025». */
  z.object({ kind: z.literal('register'), ru: z.string(), en: z.string() }),
]);
export type OfferOrigin = z.infer<typeof OfferOrigin>;

/** What is known already and may be taken with one press. */
export const FormOffer = z.object({
  indicator: IndicatorCode,
  amount: z.number(),
  total: z.number().nullable(),
  origin: OfferOrigin,
});
export type FormOffer = z.infer<typeof FormOffer>;

/** How a warning of a check was explained; `seen` are the numbers that the explanation is of. */
export const FormAnswer = z.object({
  checkKey: z.string(),
  seen: z.string(),
  answer: z.string(),
  madeAt: z.iso.datetime(),
});
export type FormAnswer = z.infer<typeof FormAnswer>;

/** The form of one school in a campaign, or of a municipality that is asked itself, with everything its page shows. */
export const SchoolForm = z.object({
  submissionId: z.uuid(),
  version: z.number().int(),
  campaignId: z.uuid(),
  title: z.string(),
  asks: z.enum(askedLevels),
  period: PeriodCode,
  /** The period before of the same kind; null where there is none. */
  previousPeriod: PeriodCode.nullable(),
  orgUnitId: z.uuid(),
  schoolName: z.string(),
  scope: z.string(),
  opensOn: CalendarDateText,
  /** Both with the exception of this school. */
  lateAfter: CalendarDateText,
  closedAfter: CalendarDateText,
  exceptionReason: z.string().nullable(),
  stage: z.enum(submissionStages),
  isReturned: z.boolean(),
  isHeld: z.boolean(),
  /** Why nothing can be entered now; null while it can. */
  lock: z.enum(formLocks).nullable(),
  /** The person looks for the school; else for an office or a curator, who reads. */
  isOwn: z.boolean(),
  /** The person may enter while the form is open: for the school, or for an office in its name. */
  mayEnter: z.boolean(),
  /** In the order of the campaign; totals that its shares need and it does not ask stand first, by themselves. */
  sections: z.array(z.object({ title: z.string().nullable(), codes: z.array(IndicatorCode) })),
  indicators: z.array(Indicator),
  values: z.array(FormValue),
  previous: z.array(FormValue),
  offers: z.array(FormOffer),
  /** Totals that another form of the school has sent: seen here, mended there. */
  settled: z.array(IndicatorCode),
  /** Totals that another form asks which the school may fill now: given there, both show one fact. */
  askedIn: z.array(z.object({ indicator: IndicatorCode, submissionId: z.uuid(), title: z.string() })),
  answers: z.array(FormAnswer),
});
export type SchoolForm = z.infer<typeof SchoolForm>;

/** Whether the person enters now; else the form is read. */
export const isEntered = ({ lock, mayEnter }: Pick<SchoolForm, 'lock' | 'mayEnter'>): boolean =>
  lock === null && mayEnter;

/** What schools of a similar context and size have of one indicator, for the checks. */
export const SimilarSchools = SimilarSummary.extend({ code: IndicatorCode });
export type SimilarSchools = z.infer<typeof SimilarSchools>;

/** A value put in, or taken back by null, over the version that the person saw; null: there was none. */
export const CellChange = z.object({
  indicator: IndicatorCode,
  base: z.number().int().nullable(),
  value: IndicatorValue.omit({ indicator: true }).nullable(),
});
export type CellChange = z.infer<typeof CellChange>;

export const cellsMax = 400;

/** What became of a batch of cells. A conflict changes nothing: the value of the other stands beside the own. */
export const SavedCells = z.object({
  savedAt: z.iso.datetime(),
  /** As they are kept now, of cells that were put in or were the same already; a cell that was taken back is in `cleared`. */
  values: z.array(FormValue),
  cleared: z.array(IndicatorCode),
  conflicts: z.array(
    z.object({
      indicator: IndicatorCode,
      theirs: FormValue.nullable(),
      /** A total that another form was sent with: it is mended there, and nothing is to be chosen here. */
      isSettled: z.boolean(),
    }),
  ),
});
export type SavedCells = z.infer<typeof SavedCells>;
