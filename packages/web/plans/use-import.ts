import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { importContract, type PlanDraftEntry } from '@opora/domain/plans/import-contract.ts';
import { call } from '../platform/call.ts';
import { upload } from '../platform/upload.ts';

const listKey = ['plan-drafts'];
const draftKey = (draftId: string) => ['plan-draft', draftId];

const isUnderWay = (draft: PlanDraftEntry): boolean => draft.state === 'waiting' || draft.state === 'reading';

/** Asked again every second while something is being read. */
export function usePlanDrafts() {
  return useQuery({
    queryKey: listKey,
    queryFn: () => call(importContract.listPlanDrafts, {}),
    refetchInterval: (query) => (query.state.data?.some(isUnderWay) === true ? 1000 : false),
  });
}

export function usePlanDraft(draftId: string) {
  return useQuery({
    queryKey: draftKey(draftId),
    queryFn: () => call(importContract.getPlanDraft, { params: { draftId } }),
    refetchInterval: ({ state }) => (state.data !== undefined && isUnderWay(state.data.draft) ? 1000 : false),
    // The editor keeps what is typed by itself.
    refetchOnWindowFocus: false,
    staleTime: 0,
    gcTime: 0,
  });
}

export function useDraftSource(draftId: string) {
  return useQuery({
    queryKey: [...draftKey(draftId), 'source'],
    queryFn: () => call(importContract.getDraftSource, { params: { draftId } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Whom the printed names may mean; asked anew for each saved version. */
export function useDraftParties(draftId: string, version: number) {
  return useQuery({
    queryKey: [...draftKey(draftId), 'parties', version],
    queryFn: () => call(importContract.listDraftParties, { params: { draftId } }),
    placeholderData: (known) => known,
  });
}

export function useBringDocuments() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: listKey });
  return {
    send: useMutation({
      mutationFn: ({
        files,
        onSent,
      }: {
        readonly files: readonly File[];
        readonly onSent: (share: number) => void;
      }) => upload(importContract.uploadPlanDrafts, {}, files, onSent),
      onSuccess,
    }),
    paste: useMutation({
      mutationFn: (text: string) => call(importContract.pastePlanDraft, { body: { text } }),
      onSuccess,
    }),
  };
}

/** What is done to a draft as a whole; each gives what it has become. */
export function useDraftMoves() {
  const client = useQueryClient();
  const onSuccess = async (draft: PlanDraftEntry) => {
    await client.invalidateQueries({ queryKey: listKey });
    await client.invalidateQueries({ queryKey: draftKey(draft.id) });
  };
  const discard = useMutation({
    mutationFn: (draftId: string) => call(importContract.discardPlanDraft, { params: { draftId } }),
    onSuccess,
  });
  const restore = useMutation({
    mutationFn: (draftId: string) => call(importContract.restorePlanDraft, { params: { draftId } }),
    onSuccess,
  });
  const readAgain = useMutation({
    mutationFn: (draftId: string) => call(importContract.readDraftAgain, { params: { draftId } }),
    onSuccess,
  });
  return { discard, restore, readAgain };
}

export function useApproveDraft(draftId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (version: number) =>
      call(importContract.approvePlanDraft, { params: { draftId }, body: { version } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: listKey });
      await client.invalidateQueries({ queryKey: ['plans'] });
    },
  });
}
