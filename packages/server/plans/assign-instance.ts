import { Refusal } from '@opora/domain/basics/refusal.ts';
import { requireAmongExecutors, requireAssignable } from '@opora/domain/plans/bulk-act.ts';
import type { Assignee } from '@opora/domain/plans/instance.ts';
import { executingScope, nodesOf } from '@opora/domain/plans/may-move.ts';
import type { Db, Tx } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import { findAssignees } from './assignee-queries.ts';
import { findInstance, updateInstance } from './instance-queries.ts';
import type { By } from './move-instance.ts';
import { overtakenOf } from './overtaken.ts';
import { getPartyScopes } from './party-queries.ts';

/** Who may be named, the nearest to the executors first. */
export async function listAssignees(
  db: Db,
  { instanceId, search = '' }: { readonly instanceId: string; readonly search?: string | undefined },
  by: Pick<Call, 'actor' | 'allow'>,
): Promise<Assignee[]> {
  const instance = await findInstance(db, instanceId);
  if (instance === undefined) throw new Refusal('not-found');
  by.allow('plans.execute', { scope: executingScope(by.actor, instance) ?? instance.scope });
  return findAssignees(db, { nodes: nodesOf(instance), search });
}

type Assigning = { readonly instanceId: string; readonly version: number; readonly personId: string | null };

/** Says who of the executors does it. Only a person who may act on it can be named. */
export async function assignInstance(tx: Tx, assigning: Assigning, by: By): Promise<void> {
  const instance = await findInstance(tx, assigning.instanceId);
  if (instance === undefined) throw new Refusal('not-found');
  requireAssignable(instance, by);
  if (assigning.personId !== null) {
    const { persons } = await getPartyScopes(tx, { orgUnitIds: [], personIds: [assigning.personId] });
    requireAmongExecutors(instance, persons.get(assigning.personId) ?? '');
  }
  const saved = await updateInstance(tx, instance.id, assigning.version, { assignee_id: assigning.personId });
  if (!saved) throw await overtakenOf(tx, instance.id);
}
