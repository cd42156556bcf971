import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { feedsContract } from '@opora/domain/plans/feeds-contract.ts';
import { call } from '../platform/call.ts';

const feedsKey = ['feeds'];

export function useFeeds() {
  return useQuery({ queryKey: feedsKey, queryFn: () => call(feedsContract.listFeeds, {}) });
}

export function useMakeFeed(planId: string | null) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(feedsContract.makeFeed, { body: { planId } }),
    onSuccess: () => client.invalidateQueries({ queryKey: feedsKey }),
  });
}

export function useRevokeFeed() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (feedId: string) => call(feedsContract.revokeFeed, { params: { feedId } }),
    onSuccess: () => client.invalidateQueries({ queryKey: feedsKey }),
  });
}
