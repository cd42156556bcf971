import { z } from 'zod';
import { contract } from '../basics/contract.ts';
import { CalendarDateText } from '../registry/org-unit.ts';
import {
  CampaignDetail,
  CampaignWeight,
  CompletenessTable,
  FormTrack,
  ListedCampaign,
  OwnForm,
} from './campaign-view.ts';
import { CampaignFields } from './campaign.ts';

const CampaignId = z.object({ campaignId: z.uuid() });
const SubmissionId = z.object({ submissionId: z.uuid() });
const Version = z.object({ version: z.number().int() });
const schoolsMax = 5000;
const Schools = z.array(z.uuid()).max(schoolsMax);
const Reason = z.string().trim().min(1).max(1000);
const Note = z.string().trim().min(1).max(2000).nullable();

/** What a draft says of itself. `schoolIds`: of the organisations that it asks, also where they are municipalities. */
export const CampaignDraft = CampaignFields.extend({ schoolIds: Schools });
export type CampaignDraft = z.infer<typeof CampaignDraft>;

/** Dates of one school alone: at least one of the two, with the reason. */
export const OwnDates = z.object({
  lateAfter: CalendarDateText.nullable(),
  closedAfter: CalendarDateText.nullable(),
  reason: Reason,
});
export type OwnDates = z.infer<typeof OwnDates>;

/** Collections of indicators: what an office asks of schools or municipalities, and where their forms are. */
export const campaignContract = contract({
  listCampaigns: {
    method: 'GET',
    path: '/campaigns',
    summary: 'Campaigns that the person may see, the latest opened first, with their forms by stage',
    permission: { who: 'role', action: 'indicators.read' },
    output: z.array(ListedCampaign),
  },
  getCampaign: {
    method: 'GET',
    path: '/campaigns/:campaignId',
    summary: 'A campaign with the forms that the person may see',
    permission: { who: 'role-on-thing', action: 'indicators.read' },
    params: CampaignId,
    output: CampaignDetail,
  },
  makeCampaign: {
    method: 'POST',
    path: '/campaigns',
    summary: 'Begin a campaign as a draft: nobody is asked yet',
    permission: { who: 'role-on-thing', action: 'indicators.manage' },
    body: CampaignDraft.extend({ orgUnitId: z.uuid() }),
    output: CampaignId,
  },
  changeCampaign: {
    method: 'PUT',
    path: '/campaigns/:campaignId',
    summary: 'Change a draft',
    permission: { who: 'role-on-thing', action: 'indicators.manage' },
    params: CampaignId,
    body: CampaignDraft.extend(Version.shape),
    output: CampaignId,
  },
  changeCampaignDates: {
    method: 'PUT',
    path: '/campaigns/:campaignId/dates',
    summary: 'Move the days of an open campaign for all its schools',
    permission: { who: 'role-on-thing', action: 'indicators.manage' },
    params: CampaignId,
    body: CampaignFields.pick({ lateAfter: true, closedAfter: true }).extend(Version.shape),
    output: CampaignId,
  },
  removeCampaign: {
    method: 'POST',
    path: '/campaigns/:campaignId/remove',
    summary: 'Remove a draft',
    permission: { who: 'role-on-thing', action: 'indicators.manage' },
    params: CampaignId,
    body: Version,
    output: z.object({}),
  },
  weighCampaign: {
    method: 'POST',
    path: '/campaign-weights',
    summary:
      'What a set of indicators would weigh on schools, what is known already and what is asked elsewhere',
    permission: { who: 'role-on-thing', action: 'indicators.manage' },
    body: CampaignDraft.pick({
      asks: true,
      period: true,
      sections: true,
      schoolIds: true,
      lateAfter: true,
    }).extend({
      orgUnitId: z.uuid(),
      /** The campaign itself, which does not overlap with itself. */
      campaignId: z.uuid().nullable(),
    }),
    storesNothing: true,
    output: CampaignWeight,
  },
  openCampaign: {
    method: 'POST',
    path: '/campaigns/:campaignId/open',
    summary: 'Open a draft: each chosen school or municipality gets its form',
    permission: { who: 'role-on-thing', action: 'indicators.manage' },
    params: CampaignId,
    body: Version,
    output: z.object({ formCount: z.number().int() }),
  },
  closeCampaign: {
    method: 'POST',
    path: '/campaigns/:campaignId/close',
    summary: 'Close an open campaign: schools send nothing more but what is returned to them',
    permission: { who: 'role-on-thing', action: 'indicators.manage' },
    params: CampaignId,
    body: Version,
    output: CampaignId,
  },
  addCampaignSchools: {
    method: 'POST',
    path: '/campaigns/:campaignId/schools',
    summary: 'Ask more schools or municipalities in an open campaign, or a released one again',
    permission: { who: 'role-on-thing', action: 'indicators.manage' },
    params: CampaignId,
    body: z.object({ schoolIds: Schools.min(1) }),
    output: z.object({ formCount: z.number().int() }),
  },
  releaseForm: {
    method: 'POST',
    path: '/submissions/:submissionId/release',
    summary: 'Release a school from a form, with the reason; its form is expected no more',
    permission: { who: 'role-on-thing', action: 'indicators.manage' },
    params: SubmissionId,
    body: Version.extend({ reason: Reason }),
    output: SubmissionId,
  },
  setFormDates: {
    method: 'PUT',
    path: '/submissions/:submissionId/dates',
    summary: 'Give one school days of its own with the reason, or take them back',
    permission: { who: 'role-on-thing', action: 'indicators.manage' },
    params: SubmissionId,
    body: Version.extend({ dates: OwnDates.nullable() }),
    output: SubmissionId,
  },
  getFormTrack: {
    method: 'GET',
    path: '/submissions/:submissionId/track',
    summary: 'Where a form is, how it came there, and what the person may do with it',
    permission: { who: 'role-on-thing', action: 'indicators.values' },
    params: SubmissionId,
    output: FormTrack,
  },
  moveOwnForm: {
    method: 'POST',
    path: '/submissions/:submissionId/own-moves',
    summary: 'Send a form, or take it back while nobody above has acted on it',
    permission: { who: 'role-on-thing', action: 'indicators.enter' },
    params: SubmissionId,
    body: Version.extend({ move: z.enum(['send', 'take-back']) }),
    output: FormTrack,
  },
  judgeForm: {
    method: 'POST',
    path: '/submissions/:submissionId/moves',
    summary:
      'Hold a form while reading, let it go, accept it, return it to the school with a note, or open its small numbers with the reason',
    permission: { who: 'role-on-thing', action: 'indicators.approve' },
    params: SubmissionId,
    body: Version.extend({
      move: z.enum(['hold', 'let-go', 'accept', 'return', 'open-numbers']),
      note: Note,
    }),
    output: FormTrack,
  },
  acceptForms: {
    method: 'POST',
    path: '/campaigns/:campaignId/accept',
    summary: 'Accept several forms as they were seen; those that are not accepted come back with the reason',
    permission: { who: 'role', action: 'indicators.approve' },
    params: CampaignId,
    body: z.object({
      forms: z.array(Version.extend(SubmissionId.shape)).min(1).max(1000),
    }),
    output: z.object({
      accepted: z.number().int(),
      left: z.array(SubmissionId.extend({ orgUnitId: z.uuid(), why: z.string() })),
    }),
  },
  listOwnForms: {
    method: 'GET',
    path: '/own-forms',
    summary: 'Forms that wait for the person’s own schools or municipality, the first due first',
    permission: { who: 'role', action: 'indicators.enter' },
    output: z.array(OwnForm),
  },
  getCompleteness: {
    method: 'GET',
    path: '/completeness/:orgUnitId',
    summary:
      'How many forms are expected, in time, late, empty and missing in each campaign of a school year',
    permission: { who: 'role-on-thing', action: 'indicators.values' },
    params: z.object({ orgUnitId: z.uuid() }),
    query: z.object({
      year: z
        .string()
        .regex(/^20\d\d$/)
        .transform(Number),
    }),
    output: CompletenessTable,
  },
});
