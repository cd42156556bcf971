import { z } from 'zod';
import { contract } from '../basics/contract.ts';

/** Apart from the other operations of reminders: every page asks it, and a first load should not bring the rest. */
export const unreadContract = contract({
  countUnreadReminders: {
    method: 'GET',
    path: '/me/reminders/unread',
    summary: 'How many instances the latest digest tells of, while it is not read',
    permission: { who: 'self' },
    output: z.object({ count: z.number().int() }),
  },
});
