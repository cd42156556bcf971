import { isWithin } from '@opora/domain/basics/actor.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { isSettled } from '@opora/domain/plans/instance-state.ts';
import { executingScope } from '@opora/domain/plans/may-move.ts';
import type { Tx } from '../platform/database.ts';
import { findInstance, updateInstance } from './instance-queries.ts';
import type { By } from './move-instance.ts';
import { getPartyScopes } from './party-queries.ts';

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
    const nodes = [instance.scope, ...instance.executors];
    // Her node may also stand above: a coordinator takes over for a school.
    const among = nodes.some((executor) => isWithin(node, executor) || isWithin(executor, node));
    if (!among) throw new Refusal('plans-assignee-outside');
  }
  const saved = await updateInstance(tx, instance.id, assigning.version, { assignee_id: assigning.personId });
  if (!saved) throw new Refusal('changed-meanwhile');
}
