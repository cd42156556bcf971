import { z } from 'zod';
import { contract } from '../basics/contract.ts';

/** More than a person has before her. */
export const watchedPlansMax = 10;

/** What has changed since, without data: `plan <id>`, `tasks`, or `all` when something may have been missed. */
export const liveContract = contract({
  followChanges: {
    method: 'GET',
    path: '/changes',
    summary:
      'Server-sent events that say what to ask for anew: the named plans as far as they are seen, and tasks',
    permission: { who: 'role', action: 'plans.read' },
    query: z.object({
      /** Ids, with commas between them. */
      plans: z
        .string()
        .max(37 * watchedPlansMax)
        .optional(),
    }),
    stream: true,
    output: z.null(),
  },
});
