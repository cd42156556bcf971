import { z } from 'zod';
import { contract } from '../basics/contract.ts';
import { ListedCampaign } from './campaign-view.ts';

/** Collections of indicators: what an office asks of schools, and where their forms are. */
export const campaignContract = contract({
  listCampaigns: {
    method: 'GET',
    path: '/campaigns',
    summary: 'Campaigns that the person may see, the latest opened first, with their forms by stage',
    permission: { who: 'role', action: 'indicators.read' },
    output: z.array(ListedCampaign),
  },
});
