import { z } from 'zod';
import { contract } from '../basics/contract.ts';

/** More than a person has before her. */
export const watchedMax = 10;

/** Ids, with commas between them. */
const watched = z
  .string()
  .max(37 * watchedMax)
  .optional();

const PlanId = z.object({ planId: z.uuid() });

/** Somebody else who has a part of a plan, or the minutes of a hearing, open for editing. */
export const OtherEditor = z.object({
  /** An activity, or the plan or the hearing itself. */
  thingId: z.uuid(),
  /** Null when the person may not be seen. */
  name: z.string().nullable(),
});
export type OtherEditor = z.infer<typeof OtherEditor>;

/** What has changed since, without data: `plan <id>`, `editing <id>`, `tasks`, or `all` when something may have been missed. */
export const liveContract = contract({
  followChanges: {
    method: 'GET',
    path: '/changes',
    summary:
      'Server-sent events that say what to ask for anew: the named plans and hearings as far as they are seen, and tasks',
    permission: { who: 'role', action: 'plans.read' },
    query: z.object({ plans: watched, hearings: watched }),
    stream: true,
    output: z.null(),
  },
  tellEditing: {
    method: 'POST',
    path: '/plans/:planId/editing',
    summary: 'Say, every twenty seconds, that an activity or (null) the head of a plan is open for editing',
    permission: { who: 'role-on-thing', action: 'plans.manage' },
    params: PlanId,
    body: z.object({ activityId: z.uuid().nullable(), isEditing: z.boolean() }),
    storesNothing: true,
    output: z.object({}),
  },
  listEditors: {
    method: 'GET',
    path: '/plans/:planId/editing',
    summary: 'Who else has a part of the plan open for editing, of the last minute',
    permission: { who: 'role-on-thing', action: 'plans.read' },
    params: PlanId,
    output: z.array(OtherEditor),
  },
});
