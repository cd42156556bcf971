import { z } from 'zod';
import {
  askedLevels,
  CampaignFields,
  campaignStates,
  submissionMoves,
  submissionStages,
} from './campaign.ts';
import { formStandings } from './completeness.ts';
import { formLocks } from './submission-moves.ts';

/** A campaign as it is kept. */
export const Campaign = CampaignFields.extend({
  id: z.uuid(),
  asks: z.enum(askedLevels),
  /** The territory whose office asks. */
  orgUnitId: z.uuid(),
  unitName: z.string(),
  scope: z.string(),
  state: z.enum(campaignStates),
  version: z.number().int(),
});
export type Campaign = z.infer<typeof Campaign>;

/** How many forms stand where; released schools are not counted. */
export const FormCounts = z.object({
  all: z.number().int(),
  school: z.number().int(),
  municipality: z.number().int(),
  region: z.number().int(),
  approved: z.number().int(),
  /** Of those at the school: came back with a note. */
  returned: z.number().int(),
});
export type FormCounts = z.infer<typeof FormCounts>;

/** A line of the list, with the forms that the reader may see. */
export const ListedCampaign = Campaign.omit({ sections: true }).extend({
  indicatorCount: z.number().int(),
  forms: FormCounts,
});
export type ListedCampaign = z.infer<typeof ListedCampaign>;

/** What is asked of the person's own schools or municipality and waits for them; `school…` is whoever is asked. */
export const OwnForm = z.object({
  submissionId: z.uuid(),
  campaignId: z.uuid(),
  title: z.string(),
  asks: z.enum(askedLevels),
  schoolId: z.uuid(),
  schoolName: z.string(),
  lateAfter: z.string(),
  closedAfter: z.string(),
  isReturned: z.boolean(),
  askedCount: z.number().int(),
  givenCount: z.number().int(),
});
export type OwnForm = z.infer<typeof OwnForm>;

/** The form of one school or municipality as the queue of readers shows it. */
export const CampaignForm = z.object({
  id: z.uuid(),
  orgUnitId: z.uuid(),
  scope: z.string(),
  stage: z.enum(submissionStages),
  isReturned: z.boolean(),
  /** Somebody of the office above reads it. */
  isHeld: z.boolean(),
  rounds: z.number().int(),
  firstSentOn: z.string().nullable(),
  lastSentOn: z.string().nullable(),
  askedCount: z.number().int(),
  givenCount: z.number().int(),
  releasedOn: z.string().nullable(),
  releasedReason: z.string().nullable(),
  /** Of this school alone; null where the campaign's hold. */
  lateAfter: z.string().nullable(),
  closedAfter: z.string().nullable(),
  exceptionReason: z.string().nullable(),
  standing: z.enum(formStandings).nullable(),
  /** What the reader may do with it now. */
  moves: z.array(z.enum(submissionMoves)),
  version: z.number().int(),
});
export type CampaignForm = z.infer<typeof CampaignForm>;

export const CampaignDetail = Campaign.extend({
  /** Of a draft: whom it is meant for, schools or municipalities. */
  schoolIds: z.array(z.uuid()),
  forms: z.array(CampaignForm),
});
export type CampaignDetail = z.infer<typeof CampaignDetail>;

/** Where a form is and how it came there. */
export const FormTrack = z.object({
  submissionId: z.uuid(),
  campaignId: z.uuid(),
  scope: z.string(),
  version: z.number().int(),
  stage: z.enum(submissionStages),
  /** The way up of this form. */
  route: z.array(z.enum(submissionStages)),
  isReturned: z.boolean(),
  isHeld: z.boolean(),
  rounds: z.number().int(),
  moves: z.array(z.enum(submissionMoves)),
  lock: z.enum(formLocks).nullable(),
  /** In the order in which they were made. */
  steps: z.array(
    z.object({
      id: z.uuid(),
      move: z.enum(submissionMoves),
      toStage: z.enum(submissionStages),
      note: z.string().nullable(),
      unitName: z.string(),
      /** Null where the reader may not see people of that office. */
      personName: z.string().nullable(),
      on: z.string(),
    }),
  ),
});
export type FormTrack = z.infer<typeof FormTrack>;

const Range = z.object({ least: z.number().int(), most: z.number().int() });

/** What a set of indicators weighs on the schools it is meant for. */
export const CampaignWeight = z.object({
  schoolCount: z.number().int(),
  /** Numbers a school is to write in this campaign, and those the system knows. */
  fields: Range,
  known: Range,
  /** Computed indicators that are reckoned of a school, and codes of those that some school is asked, since no register knows them of it. */
  reckoned: Range,
  notReckoned: z.array(z.string()),
  /** `2026-10`: the month in which the forms are due. */
  month: z.string(),
  /** With all other open campaigns due in that month. */
  monthFields: Range,
  /** Totals that were put in for the shares. */
  addedTotals: z.array(z.string()),
  /** Codes that no school will be asked, since all of it is known, reckoned or asked elsewhere. */
  notAsked: z.array(z.string()),
  overlaps: z.array(
    z.object({
      campaignId: z.uuid(),
      title: z.string(),
      codes: z.array(z.string()),
      schoolIds: z.array(z.uuid()),
    }),
  ),
});
export type CampaignWeight = z.infer<typeof CampaignWeight>;

const Count = z.number().int();

/** Completeness and timeliness: campaigns across, municipalities or schools down. */
export const CompletenessTable = z.object({
  campaigns: z.array(Campaign.omit({ sections: true })),
  lines: z.array(
    z.object({
      orgUnitId: z.uuid(),
      name: z.string(),
      isSchool: z.boolean(),
      /** One for each campaign; null where nothing is expected. */
      cells: z.array(
        z
          .object({
            expected: Count,
            'in-time': Count,
            late: Count,
            empty: Count,
            returned: Count,
            missing: Count,
            waiting: Count,
          })
          .nullable(),
      ),
    }),
  ),
});
export type CompletenessTable = z.infer<typeof CompletenessTable>;
