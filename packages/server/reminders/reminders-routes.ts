import type { FastifyInstance } from 'fastify';
import { remindersContract } from '@opora/domain/reminders/reminders-contract.ts';
import { unreadContract } from '@opora/domain/reminders/unread-contract.ts';
import { asSystem, readAsSystem } from '../accounts/visitor.ts';
import { mount } from '../platform/mount.ts';
import type { Identify, ServerParts } from '../platform/server-parts.ts';
import { countUnread, findDigest, listDigestDays, readDigests } from './digest-queries.ts';
import { getOfficeRules, setOfficeRules } from './office-rules.ts';
import { getOwnSettings, setOwnSettings } from './own-settings.ts';

export function mountReminders(
  app: FastifyInstance,
  means: { parts: ServerParts; identify: Identify },
): void {
  mount(app, means, unreadContract, {
    countUnreadReminders: async (_input, call) => ({
      count: await readAsSystem(call, (db) => countUnread(db, call.actor.personId)),
    }),
  });
  mount(app, means, remindersContract, {
    getReminders: ({ query }, call) =>
      readAsSystem(call, async (db) => {
        const { personId } = call.actor;
        const days = await listDigestDays(db, personId);
        const day = query.day ?? days[0]?.day;
        return { days, digest: day === undefined ? null : await findDigest(db, personId, day) };
      }),
    readReminders: ({ body }, call) =>
      asSystem(call, async (tx) => {
        await readDigests(tx, call.actor.personId, body.day, call.now);
        return { count: await countUnread(tx, call.actor.personId) };
      }),
    getReminderSettings: (_input, call) => getOwnSettings(call),
    setReminderSettings: ({ body }, call) => setOwnSettings(call, body),
    getReminderRules: ({ params }, call) => getOfficeRules(call, params.orgUnitId),
    setReminderRules: ({ params, body }, call) => setOfficeRules(call, params.orgUnitId, body),
  });
}
