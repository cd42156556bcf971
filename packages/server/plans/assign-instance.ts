import { isWithin } from '@opora/domain/basics/actor.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { Assignee } from '@opora/domain/plans/instance.ts';
import { isSettled } from '@opora/domain/plans/instance-state.ts';
import { executingScope, nodesOf } from '@opora/domain/plans/may-move.ts';
import type { Db, Tx } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import { findAssignees } from './assignee-queries.ts';
import { findInstance, updateInstance } from './instance-queries.ts';
import type { By } from './move-instance.ts';
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
  if (executingScope(by.actor, instance) === null) throw new Refusal('forbidden');
  if (isSettled(instance.state)) throw new Refusal('plans-move-closed');
  if (assigning.personId !== null) {
    const { persons } = await getPartyScopes(tx, { orgUnitIds: [], personIds: [assigning.personId] });
    const node = persons.get(assigning.personId) ?? '';
    const nodes = nodesOf(instance);
    // Her node may also stand above: a coordinator takes over for a school.
    const among = nodes.some((executor) => isWithin(node, executor) || isWithin(executor, node));
    if (!among) throw new Refusal('plans-assignee-outside');
  }
  const saved = await updateInstance(tx, instance.id, assigning.version, { assignee_id: assigning.personId });
  if (!saved) throw new Refusal('changed-meanwhile');
}
