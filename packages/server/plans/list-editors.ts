import type { OtherEditor } from '@opora/domain/plans/live-contract.ts';
import type { Db } from '../platform/database.ts';
import type { Live } from '../platform/live.ts';
import type { Call } from '../platform/mount.ts';
import { personName } from './person-name.ts';

/** Who but the actor edits in a plan or a hearing that she was found to see. */
export async function listEditors(
  live: Live,
  rootId: string,
  { tx, actor, now }: Pick<Call, 'tx' | 'actor' | 'now'>,
): Promise<OtherEditor[]> {
  const others = live.listEditing(rootId, now).filter(({ personId }) => personId !== actor.personId);
  if (others.length === 0) return [];
  const names = await listNames(
    tx,
    others.map(({ personId }) => personId),
  );
  return others.map(({ thingId, personId }) => ({ thingId, name: names.get(personId) ?? null }));
}

async function listNames(db: Db, ids: readonly string[]): Promise<Map<string, string | null>> {
  const rows = await db
    .selectFrom('person')
    .select(['id', personName('person').as('name')])
    .where('id', '=', (eb) => eb.fn.any(eb.val([...ids])))
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
