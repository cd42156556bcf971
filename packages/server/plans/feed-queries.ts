import { createHash } from 'node:crypto';
import type { Feed } from '@opora/domain/plans/feeds-contract.ts';
import { type Language, languages } from '@opora/domain/basics/catalog.ts';
import type { Db, Tx } from '../platform/database.ts';

export async function listFeeds(db: Db, personId: string): Promise<Feed[]> {
  const rows = await db
    .selectFrom('calendar_feed')
    .leftJoin('plan', 'plan.id', 'calendar_feed.plan_id')
    .select(['calendar_feed.id', 'calendar_feed.plan_id', 'plan.title', 'calendar_feed.created_at'])
    .where('person_id', '=', personId)
    .orderBy('calendar_feed.created_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    planId: row.plan_id,
    planTitle: row.title,
    createdAt: row.created_at.toISOString(),
  }));
}

export async function insertFeed(
  tx: Tx,
  feed: {
    readonly id: string;
    readonly personId: string;
    readonly scope: string;
    readonly planId: string | null;
    readonly secret: string;
    readonly now: Date;
  },
): Promise<void> {
  await tx
    .insertInto('calendar_feed')
    .values({
      id: feed.id,
      person_id: feed.personId,
      scope: feed.scope,
      plan_id: feed.planId,
      secret_hash: hashOf(feed.secret),
      created_at: feed.now,
    })
    .execute();
}

export async function deleteFeedOf(tx: Tx, personId: string, planId: string | null): Promise<void> {
  await tx
    .deleteFrom('calendar_feed')
    .where('person_id', '=', personId)
    .where('plan_id', planId === null ? 'is' : '=', planId)
    .execute();
}

/** False when the person has no such feed. */
export async function deleteFeed(tx: Tx, personId: string, id: string): Promise<boolean> {
  const result = await tx
    .deleteFrom('calendar_feed')
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

export type KnownFeed = {
  readonly personId: string;
  readonly planId: string | null;
  readonly language: Language;
};

/** The feed whose secret it is. */
export async function findFeed(db: Db, secret: string): Promise<KnownFeed | undefined> {
  const row = await db
    .selectFrom('calendar_feed')
    .innerJoin('person', 'person.id', 'calendar_feed.person_id')
    .select(['person_id', 'plan_id', 'person.language'])
    .where('secret_hash', '=', hashOf(secret))
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const language = languages.find((known) => known === row.language) ?? 'ru';
  return { personId: row.person_id, planId: row.plan_id, language };
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
