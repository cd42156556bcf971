import type { FastifyInstance } from 'fastify';
import { isWithin } from '@opora/domain/basics/actor.ts';
import { campaignContract } from '@opora/domain/indicators/campaign-contract.ts';
import { type Means, mount } from '../platform/mount.ts';
import { listCampaigns } from './campaign-queries.ts';
import {
  changeCampaign,
  changeCampaignDates,
  closeCampaign,
  makeCampaign,
  removeCampaign,
} from './compose-campaign.ts';
import { getCampaign, listOwnForms } from './get-campaign.ts';
import { getCompleteness } from './get-completeness.ts';
import { acceptForms, getFormTrack, moveSubmission } from './move-submission.ts';
import { addCampaignSchools, openCampaign, weighCampaign } from './open-campaign.ts';
import { releaseForm, setFormDates } from './release-form.ts';

export function mountCampaigns(app: FastifyInstance, means: Means): void {
  mount(app, means, campaignContract, {
    listCampaigns: async (_, { tx, actor }) =>
      (await listCampaigns(tx)).filter(
        ({ scope, forms }) => forms.all > 0 || actor.grants.some((grant) => isWithin(scope, grant.scope)),
      ),
    getCampaign: ({ params }, call) => getCampaign(params.campaignId, call),
    makeCampaign: async ({ body }, call) => ({ campaignId: await makeCampaign(body, call) }),
    changeCampaign: async ({ params, body }, call) => {
      await changeCampaign(params.campaignId, body, call);
      return params;
    },
    changeCampaignDates: async ({ params, body }, call) => {
      await changeCampaignDates(params.campaignId, body, call);
      return params;
    },
    removeCampaign: async ({ params, body }, call) => {
      await removeCampaign(params.campaignId, body.version, call);
      return {};
    },
    weighCampaign: ({ body }, call) => weighCampaign(body, call),
    openCampaign: async ({ params, body }, call) => ({
      formCount: await openCampaign(params.campaignId, body.version, call),
    }),
    closeCampaign: async ({ params, body }, call) => {
      await closeCampaign(params.campaignId, body.version, call);
      return params;
    },
    addCampaignSchools: async ({ params, body }, call) => ({
      formCount: await addCampaignSchools(params.campaignId, body.schoolIds, call),
    }),
    releaseForm: async ({ params, body }, call) => {
      await releaseForm(params.submissionId, body, call);
      return params;
    },
    setFormDates: async ({ params, body }, call) => {
      await setFormDates(params.submissionId, body, call);
      return params;
    },
    getFormTrack: ({ params }, call) => getFormTrack(params.submissionId, call),
    moveOwnForm: ({ params, body }, call) =>
      moveSubmission(params.submissionId, { ...body, note: null }, 'indicators.enter', call),
    judgeForm: ({ params, body }, call) =>
      moveSubmission(params.submissionId, body, 'indicators.approve', call),
    acceptForms: ({ params, body }, call) => acceptForms(params.campaignId, body.forms, call),
    listOwnForms: (_, call) => listOwnForms(call),
    getCompleteness: ({ params, query }, call) => getCompleteness(params.orgUnitId, query.year, call),
  });
}
