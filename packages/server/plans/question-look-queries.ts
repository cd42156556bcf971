import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Tx } from '../platform/database.ts';

/** What is looked at: evidence of instances or of a whole plan, or a plan beside those of others. */
export type Look =
  | { readonly kind: 'evidence'; readonly instanceIds: readonly string[] }
  | { readonly kind: 'evidence' | 'plans-alike'; readonly planId: string };

/** Longer no look takes: one that stands after it was broken off. */
const lookSecondsMax = 60;

const missed = (now: Date) =>
  sql<boolean>`(failed_at is not null or asked_at < ${new Date(now.getTime() - lookSecondsMax * 1000)})`;

const ids = (list: readonly string[]) => sql`${[...list]}::uuid[]`;

/** One row for each plan. */
export async function insertLook(
  tx: Tx,
  look: Look,
  by: { readonly authorScope: string; readonly now: Date },
): Promise<void> {
  const plans =
    'planId' in look
      ? sql`select id, scope, '{}'::uuid[] as instance_ids from plan where id = ${look.planId}`
      : sql`select plan.id, plan.scope, array_agg(instance.id) as instance_ids
          from instance join plan on plan.id = instance.plan_id
          where instance.id = any(${ids(look.instanceIds)}) group by plan.id, plan.scope`;
  const { rows } = await sql<{ id: string; scope: string; instance_ids: string[] }>`${plans}`.execute(tx);
  if (rows.length === 0) return;
  await tx
    .insertInto('question_look')
    .values(
      rows.map((row) => ({
        id: randomUUID(),
        plan_id: row.id,
        scope: row.scope,
        author_scope: by.authorScope,
        kind: look.kind,
        instance_ids: row.instance_ids,
        asked_at: by.now,
      })),
    )
    .execute();
}

const covered = (look: Look) =>
  'planId' in look
    ? sql<boolean>`plan_id = ${look.planId} and kind = ${look.kind}`
    : sql<boolean>`kind = ${look.kind} and instance_ids operator(pg_catalog.<@) ${ids(look.instanceIds)}
        and plan_id in (select plan_id from instance where id = any(${ids(look.instanceIds)}))`;

export async function deleteLooks(tx: Tx, look: Look): Promise<void> {
  await tx.deleteFrom('question_look').where(covered(look)).execute();
}

export async function markFailed(tx: Tx, look: Look, now: Date): Promise<void> {
  await tx.updateTable('question_look').set({ failed_at: now }).where(covered(look)).execute();
}

export type MissedLooks = { readonly instanceIds: readonly string[]; readonly isCompared: boolean };

export async function listMissedLooks(db: Db, planId: string, now: Date): Promise<MissedLooks> {
  const rows = await db
    .selectFrom('question_look')
    .select(['kind', 'instance_ids'])
    .where('plan_id', '=', planId)
    .where(missed(now))
    .execute();
  return {
    instanceIds: [...new Set(rows.flatMap((row) => row.instance_ids))],
    isCompared: !rows.some(({ kind }) => kind === 'plans-alike'),
  };
}

export async function isLookMissed(
  db: Db,
  instance: { readonly id: string; readonly planId: string },
  now: Date,
): Promise<boolean> {
  return (await listMissedLooks(db, instance.planId, now)).instanceIds.includes(instance.id);
}
