import { z } from 'zod';
import { contract } from '../basics/contract.ts';

/** A calendar by subscription: of the person's own terms, or of a plan. */
export const Feed = z.object({
  id: z.uuid(),
  /** Null: the person's own terms. */
  planId: z.uuid().nullable(),
  planTitle: z.string().nullable(),
  createdAt: z.iso.datetime(),
});
export type Feed = z.infer<typeof Feed>;

export const feedsContract = contract({
  listFeeds: {
    method: 'GET',
    path: '/me/calendar-feeds',
    summary: 'Calendars that the person subscribes to from other programs',
    permission: { who: 'self' },
    output: z.array(Feed),
  },
  makeFeed: {
    method: 'POST',
    path: '/me/calendar-feeds',
    summary:
      'Make the secret address of a calendar, in place of the one made before; it is answered this once',
    permission: { who: 'self' },
    body: z.object({ planId: z.uuid().nullable() }),
    output: z.object({ address: z.string() }),
  },
  revokeFeed: {
    method: 'POST',
    path: '/me/calendar-feeds/:feedId/revoke',
    summary: 'Make the address answer no more',
    permission: { who: 'self' },
    params: z.object({ feedId: z.uuid() }),
    output: z.object({}),
  },
  openFeed: {
    method: 'GET',
    path: '/calendar-feeds/:feedFile',
    summary:
      'The calendar as iCalendar, for the holder of its secret address; shows what its person may see today',
    permission: { who: 'anyone' },
    params: z.object({ feedFile: z.string().regex(/^[\w-]{43}\.ics$/) }),
    download: true,
    output: z.null(),
  },
});
