import { z } from 'zod';
import { CampaignFields, campaignStates } from './campaign.ts';

/** A campaign as it is kept. */
export const Campaign = CampaignFields.extend({
  id: z.uuid(),
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
