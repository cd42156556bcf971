import { useQuery } from '@tanstack/react-query';
import { unreadContract } from '@opora/domain/reminders/unread-contract.ts';
import { call } from '../platform/call.ts';

export const unreadKey = ['reminders', 'unread'];

/** The morning's digest comes to a page that was left open overnight. */
const askEveryMs = 5 * 60_000;

/** How much the latest digest tells of, while it is not read. */
export function useUnread() {
  return useQuery({
    queryKey: unreadKey,
    queryFn: () => call(unreadContract.countUnreadReminders, {}),
    refetchInterval: askEveryMs,
  });
}
