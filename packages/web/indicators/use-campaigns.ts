import { useQuery } from '@tanstack/react-query';
import { campaignContract } from '@opora/domain/indicators/campaign-contract.ts';
import { call } from '../platform/call.ts';

export const campaignsKey = ['campaigns'] as const;

export function useCampaigns() {
  return useQuery({
    queryKey: [...campaignsKey, 'list'],
    queryFn: () => call(campaignContract.listCampaigns, {}),
  });
}
