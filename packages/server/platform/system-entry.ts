import type { Entry } from './transaction.ts';

/** Label of the root of every region's organisation tree. */
export const rootScope = 'region';

/** The entry of the system itself: for what happens before anybody is known (sign-in, links from mail) and for jobs. Sees the whole region. */
export const systemEntry: Entry = { personId: null, scopes: [rootScope] };
