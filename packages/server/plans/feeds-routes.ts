import { randomBytes, randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Actor } from '@opora/domain/basics/actor.ts';
import type { CalendarEvent } from '@opora/domain/basics/calendar-event.ts';
import { can, canSomewhere } from '@opora/domain/basics/can.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { eventsOfPlan, eventsOfTasks, feedTexts } from '@opora/domain/plans/feed-events.ts';
import { feedsContract } from '@opora/domain/plans/feeds-contract.ts';
import { writeCalendar } from '@opora/office/write-calendar.ts';
import { findPerson } from '../accounts/person-queries.ts';
import { listGrants } from '../accounts/session-queries.ts';
import { asSystem, readAsSystem } from '../accounts/visitor.ts';
import { isoDateIn } from '../platform/clock.ts';
import { mount, type FileAnswer, type OpenCall, type SelfCall } from '../platform/mount.ts';
import type { Identify, ServerParts } from '../platform/server-parts.ts';
import { entryOf, read } from '../platform/transaction.ts';
import { deleteFeed, deleteFeedOf, findFeed, insertFeed, type KnownFeed, listFeeds } from './feed-queries.ts';
import { getPlan } from './get-plan.ts';
import { listTermsOfPerson } from './list-my-tasks.ts';
import { findPlan } from './plans-queries.ts';

/** Calendars by subscription. A secret address shows what its person may see on the day it is opened, and nothing once her roles end. */
export function mountFeeds(app: FastifyInstance, means: { parts: ServerParts; identify: Identify }): void {
  mount(app, means, feedsContract, {
    listFeeds: (_input, call) => readAsSystem(call, (db) => listFeeds(db, call.actor.personId)),
    makeFeed: ({ body }, call) => makeFeed(call, body.planId),
    revokeFeed: async ({ params }, call) => {
      const isDone = await asSystem(call, (tx) => deleteFeed(tx, call.actor.personId, params.feedId));
      if (!isDone) throw new Refusal('not-found');
      return {};
    },
    openFeed: ({ params }, call) => openFeed(call, params.feedFile.replace('.ics', '')),
  });
}

async function makeFeed(call: SelfCall, planId: string | null): Promise<{ address: string }> {
  const { actor, now, parts } = call;
  if (planId !== null) await read(parts.database, entryOf(actor), (db) => requirePlan(db, actor, planId));
  const secret = randomBytes(32).toString('base64url');
  await asSystem(call, async (tx) => {
    const person = await findPerson(tx, actor.personId);
    if (person === undefined) throw new Refusal('not-found');
    await deleteFeedOf(tx, person.id, planId);
    await insertFeed(tx, { id: randomUUID(), personId: person.id, scope: person.scope, planId, secret, now });
  });
  return { address: `${parts.settings.publicUrl}/api/calendar-feeds/${secret}.ics` };
}

async function requirePlan(db: Parameters<typeof findPlan>[0], actor: Actor, planId: string): Promise<void> {
  const plan = await findPlan(db, planId);
  if (plan === undefined || !can(actor, 'plans.read', plan)) throw new Refusal('not-found');
}

async function openFeed(call: OpenCall, secret: string): Promise<FileAnswer> {
  const { now, parts } = call;
  const found = await readAsSystem(call, async (db) => {
    const feed = await findFeed(db, secret);
    if (feed === undefined) return null;
    const grants = await listGrants(db, feed.personId, isoDateIn(now));
    return { feed, actor: { personId: feed.personId, grants } };
  });
  if (found === null || !canSomewhere(found.actor, 'plans.read')) throw new Refusal('not-found');
  const { name, events } = await read(parts.database, entryOf(found.actor), (db) =>
    contentOf(db, found, { now, publicUrl: parts.settings.publicUrl }),
  );
  const text = writeCalendar(events, { name, stampedAt: now });
  return { bytes: Buffer.from(text), name: 'opora.ics', mediaType: 'text/calendar; charset=utf-8' };
}

async function contentOf(
  db: Parameters<typeof findPlan>[0],
  { feed, actor }: { readonly feed: KnownFeed; readonly actor: Actor },
  { now, publicUrl }: { readonly now: Date; readonly publicUrl: string },
): Promise<{ name: string; events: CalendarEvent[] }> {
  const texts = feedTexts[feed.language];
  if (feed.planId === null) {
    const tasks = await listTermsOfPerson(db, actor, now);
    return { name: texts.myTerms, events: eventsOfTasks(tasks, { texts, publicUrl }) };
  }
  await requirePlan(db, actor, feed.planId);
  const plan = await getPlan(db, actor, feed.planId);
  if (plan === undefined) throw new Refusal('not-found');
  return { name: texts.planTerms(plan.title), events: eventsOfPlan(plan, { texts, publicUrl }) };
}
