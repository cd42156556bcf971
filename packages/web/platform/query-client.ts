import { QueryClient } from '@tanstack/react-query';
import { ServerRefusal } from './call.ts';

/** So long an answer is shown again without asking. */
export const freshMs = 15_000;

/** A refusal is an answer and is not asked again; a broken connection is. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: freshMs,
      retry: (failures, error) => !(error instanceof ServerRefusal) && failures < 2,
    },
  },
});
