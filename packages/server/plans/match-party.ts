import { Refusal } from '@opora/domain/basics/refusal.ts';
import { choiceOf, idsOf, type PartyChoice } from '@opora/domain/plans/party-choice.ts';
import type { PartyFields } from '@opora/domain/plans/plan.ts';
import type { Tx } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import { growVersions } from './activity-change-queries.ts';
import { executorsOf, namedIn } from './activity-rows.ts';
import { holdPlans } from './hold-plans.ts';
import { setExecutors } from './following-queries.ts';
import { getPartyScopes, listPlanParties, setParties } from './party-queries.ts';
import { getManagedPlan } from './allowed-plan.ts';
import { refuseProtocol } from './refuse-protocol.ts';

type Matching = {
  readonly printed: string;
  /** What it stood for when the person looked: what has been matched otherwise meanwhile stays. */
  readonly seen: PartyChoice;
  readonly choice: PartyChoice;
  readonly activityIds: readonly string[] | null;
};

/** Says whom a printed name of a plan means. Open instances take the new executors. Gives the activities that changed. */
export async function matchParty(
  tx: Tx,
  planId: string,
  { printed, seen, choice, activityIds }: Matching,
  allow: Call['allow'],
): Promise<string[]> {
  const plan = await getManagedPlan(planId, { tx, allow });
  refuseProtocol(plan);
  await holdPlans(tx, [planId], 'alone');
  const parties = (await listPlanParties(tx, planId)).map(({ id, activity_id: activityId, ...row }) => ({
    id,
    activityId,
    raw: row.raw,
    meant: { orgUnitId: row.org_unit_id, personId: row.person_id },
  }));
  const wanted = activityIds === null ? null : new Set(activityIds);
  const changed = parties.filter(
    ({ raw, meant, activityId }) =>
      raw === printed && isSame(choiceOf(meant), seen) && (wanted === null || wanted.has(activityId)),
  );
  if (changed.length === 0) throw new Refusal('changed-meanwhile');
  await setParties(
    tx,
    changed.map(({ id }) => id),
    idsOf(choice),
  );
  const ids = [...new Set(changed.map(({ activityId }) => activityId))];
  await growVersions(tx, ids);
  const changedIds = new Set(changed.map(({ id }) => id));
  const after = parties.map((party) =>
    changedIds.has(party.id) ? { ...party, meant: idsOf(choice) } : party,
  );
  await executeBy(tx, ids, after);
  return ids;
}

const isSame = (one: PartyChoice, other: PartyChoice): boolean =>
  JSON.stringify(idsOf(one)) === JSON.stringify(idsOf(other));

type Meant = { readonly activityId: string; readonly meant: Pick<PartyFields, 'orgUnitId' | 'personId'> };

async function executeBy(tx: Tx, activityIds: readonly string[], parties: readonly Meant[]): Promise<void> {
  const meantIn = (id: string) =>
    parties.filter(({ activityId }) => activityId === id).map(({ meant }) => meant);
  const known = await getPartyScopes(tx, namedIn(activityIds.flatMap(meantIn)));
  for (const id of activityIds) {
    // Each activity has parties of its own; a plan has some hundred.
    // oxlint-disable-next-line no-await-in-loop
    await setExecutors(tx, id, executorsOf(meantIn(id), known));
  }
}
