import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  campaignContract,
  type CampaignDraft,
  type OwnDates,
} from '@opora/domain/indicators/campaign-contract.ts';
import { call } from '../platform/call.ts';

export const campaignsKey = ['campaigns'] as const;

export function useCampaigns() {
  return useQuery({
    queryKey: [...campaignsKey, 'list'],
    queryFn: () => call(campaignContract.listCampaigns, {}),
  });
}

export function useCampaign(campaignId: string) {
  return useQuery({
    queryKey: [...campaignsKey, 'one', campaignId],
    queryFn: () => call(campaignContract.getCampaign, { params: { campaignId } }),
    enabled: campaignId !== '',
  });
}

export function useFormTrack(submissionId: string) {
  return useQuery({
    queryKey: [...campaignsKey, 'track', submissionId],
    queryFn: () => call(campaignContract.getFormTrack, { params: { submissionId } }),
  });
}

export function useOwnForms(isOffered: boolean) {
  return useQuery({
    queryKey: [...campaignsKey, 'own'],
    queryFn: () => call(campaignContract.listOwnForms, {}),
    enabled: isOffered,
  });
}

export function useCompleteness(orgUnitId: string, year: number) {
  return useQuery({
    queryKey: [...campaignsKey, 'completeness', orgUnitId, year],
    queryFn: () =>
      call(campaignContract.getCompleteness, { params: { orgUnitId }, query: { year: String(year) } }),
  });
}

type Weighed = Pick<CampaignDraft, 'asks' | 'period' | 'sections' | 'schoolIds' | 'lateAfter'> & {
  readonly orgUnitId: string;
  readonly campaignId: string | null;
};

/** What the set would weigh; null while it is not complete. */
export function useWeight(weighed: Weighed | null) {
  return useQuery({
    queryKey: [...campaignsKey, 'weight', weighed],
    queryFn: () => (weighed === null ? null : call(campaignContract.weighCampaign, { body: weighed })),
    enabled: weighed !== null,
    placeholderData: keepPreviousData,
  });
}

/** Whatever is done with a campaign or a form is seen in lists, queues, tracks and forms. */
function useCampaignChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    // Also after a refusal: somebody was faster, and the page is to show what she did.
    onSettled: () =>
      Promise.all([campaignsKey, ['forms']].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

export function useSaveCampaign() {
  return useCampaignChange(({ known, orgUnitId, draft }: SavedDraft): Promise<{ campaignId: string }> =>
    known === null
      ? call(campaignContract.makeCampaign, { body: { ...draft, orgUnitId } })
      : call(campaignContract.changeCampaign, {
          params: { campaignId: known.id },
          body: { ...draft, version: known.version },
        }),
  );
}

type Judging = 'hold' | 'let-go' | 'accept' | 'return' | 'open-numbers';
type Kept = { readonly id: string; readonly version: number };
type SavedDraft = { readonly known: Kept | null; readonly orgUnitId: string; readonly draft: CampaignDraft };

export function useCampaignActions({ id, version }: Kept) {
  const params = { campaignId: id };
  return {
    open: useCampaignChange(() => call(campaignContract.openCampaign, { params, body: { version } })),
    close: useCampaignChange(() => call(campaignContract.closeCampaign, { params, body: { version } })),
    remove: useCampaignChange(() => call(campaignContract.removeCampaign, { params, body: { version } })),
    moveDates: useCampaignChange((dates: { lateAfter: string; closedAfter: string }) =>
      call(campaignContract.changeCampaignDates, { params, body: { ...dates, version } }),
    ),
    addSchools: useCampaignChange((schoolIds: string[]) =>
      call(campaignContract.addCampaignSchools, { params, body: { schoolIds } }),
    ),
    accept: useCampaignChange((forms: readonly Kept[]) =>
      call(campaignContract.acceptForms, {
        params,
        body: { forms: forms.map((form) => ({ submissionId: form.id, version: form.version })) },
      }),
    ),
  };
}

export function useFormActions({ id, version }: Kept) {
  const params = { submissionId: id };
  return {
    move: useCampaignChange((move: 'send' | 'take-back') =>
      call(campaignContract.moveOwnForm, { params, body: { move, version } }),
    ),
    judge: useCampaignChange(({ move, note }: { move: Judging; note: string | null }) =>
      call(campaignContract.judgeForm, { params, body: { move, note, version } }),
    ),
    release: useCampaignChange((reason: string) =>
      call(campaignContract.releaseForm, { params, body: { reason, version } }),
    ),
    setDates: useCampaignChange((dates: OwnDates | null) =>
      call(campaignContract.setFormDates, { params, body: { dates, version } }),
    ),
  };
}
