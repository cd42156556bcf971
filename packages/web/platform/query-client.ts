import { QueryClient } from '@tanstack/react-query';
import { ServerRefusal } from './call.ts';

/** A refusal is an answer and is not asked again; a broken connection is. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => !(error instanceof ServerRefusal) && failures < 2,
    },
  },
});
