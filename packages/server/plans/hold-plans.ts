import { sql } from 'kysely';
import type { Db, Tx } from '../platform/database.ts';

/**
 * Keeps writers of instances out of each other's way until the transaction ends. A move that leaves the term of an instance touches one
 * row of the tally and goes `beside` other such moves; what touches several rows (many instances, a new term) has its plans `alone`. Every
 * writer asks first of all and for all its plans at once, in one order, so that no two can wait for each other.
 */
export async function holdPlans(tx: Tx, planIds: readonly string[], how: 'alone' | 'beside'): Promise<void> {
  const lock = sql.raw(how === 'alone' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared');
  const ids = [...new Set(planIds)].sort();
  await sql`select ${lock}(hashtextextended(id, 0)) from unnest(${ids}::text[]) as id`.execute(tx);
}

/** Plans of instances that the actor may see. */
export async function listPlansOf(db: Db, instanceIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('instance')
    .select('plan_id')
    .distinct()
    .where('id', '=', (eb) => eb.fn.any(eb.val([...instanceIds])))
    .execute();
  return rows.map((row) => row.plan_id);
}
