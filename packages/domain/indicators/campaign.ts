import { z } from 'zod';
import { CalendarDateText } from '../registry/org-unit.ts';
import { IndicatorVersion } from './indicator.ts';
import { PeriodCode } from './report-period.ts';

/** Draft: nobody is asked yet. Open: who is asked fills. Closed by a person before or after its dates. */
export const campaignStates = ['draft', 'open', 'closed'] as const;
export type CampaignState = (typeof campaignStates)[number];

/** Whom a collection asks. A branch is asked as a school is. */
export const askedLevels = ['school', 'municipality'] as const;
export type AskedLevel = (typeof askedLevels)[number];

/** A part of the form with its indicators in the order they are asked. */
export const CampaignSection = z.object({
  title: z.string().trim().min(1).max(200),
  indicators: z.array(IndicatorVersion).min(1).max(200),
});
export type CampaignSection = z.infer<typeof CampaignSection>;

/** What an office says of a collection: what is asked, for which period, until when. */
export const CampaignFields = z.object({
  title: z.string().trim().min(3).max(300),
  /** Municipalities are asked by the region alone. */
  asks: z.enum(askedLevels).default('school'),
  period: PeriodCode,
  sections: z.array(CampaignSection).min(1).max(40),
  /** Whose acceptance is the last one. */
  approvedBy: z.enum(['municipality', 'region']),
  opensOn: CalendarDateText,
  /** «Опоздание после»: what is sent later counts as late. */
  lateAfter: CalendarDateText,
  /** «Закрыто после»: nothing can be sent later without an exception. */
  closedAfter: CalendarDateText,
});
export type CampaignFields = z.infer<typeof CampaignFields>;

/** Where a form is on its way. What has left a stage is locked for it. `school`: with who fills it, which a municipality that is asked itself is as well. */
export const submissionStages = ['school', 'municipality', 'region', 'approved'] as const;
export type SubmissionStage = (typeof submissionStages)[number];

/**
 * What is done with a form. `hold`: the office reads it, the school cannot take it back. `open-numbers`: who reads it says why she has to see numbers of a few pupils, too; the
 * school sees who did.
 */
export const submissionMoves = [
  'send',
  'take-back',
  'hold',
  'let-go',
  'accept',
  'return',
  'open-numbers',
] as const;
export type SubmissionMove = (typeof submissionMoves)[number];
