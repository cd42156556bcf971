import { Refusal } from '@opora/domain/basics/refusal.ts';
import { checkOrgUnit, type OrgUnit, type OrgUnitFields } from '@opora/domain/registry/org-unit.ts';
import { checkClosing, checkOpenBelow, isClosing } from '@opora/domain/registry/unit-use.ts';
import type { Tx } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import { listAliases } from './alias-queries.ts';
import { findOrgUnit, updateOrgUnit } from './registry-queries.ts';
import {
  type FollowingCall,
  type FollowUnits,
  type ListLaterUses,
  listUnitUses,
} from './unit-use-queries.ts';

type Change = Omit<OrgUnitFields, 'kind'> & {
  readonly version: number;
  readonly despiteUse?: boolean | undefined;
};

/** Changes what is known of an organisation; its place in the tree and its kind stay. Closing it asks what is still in use. */
export async function changeOrgUnit(
  call: FollowingCall & Pick<Call, 'allow'>,
  id: string,
  { despiteUse = false, ...change }: Change,
  means: { readonly listLaterUses: ListLaterUses; readonly followUnits: FollowUnits },
): Promise<OrgUnit> {
  const { tx } = call;
  const known = await findOrgUnit(tx, id);
  if (known === undefined) throw new Refusal('not-found');
  call.allow('registry.manage', known);
  const unit: OrgUnit = { ...known, ...change, version: change.version + 1 };
  checkOrgUnit(unit, null);
  if (isClosing(known, unit)) {
    const uses = [
      ...(await listUnitUses(tx, known, unit.closedOn)),
      ...(await means.listLaterUses(tx, known, unit.closedOn)),
    ];
    checkClosing({ before: known, after: unit, uses, isDespiteUse: despiteUse });
  } else if (unit.closedOn !== known.closedOn) {
    checkOpenBelow(unit, (await parentOf(tx, known)) ?? null);
  }
  const aliases = await listAliases(tx, id);
  const isSaved = await updateOrgUnit(
    tx,
    unit,
    aliases.map((alias) => alias.name),
  );
  if (!isSaved) throw new Refusal('changed-meanwhile');
  await means.followUnits(call, [{ before: known, after: unit }]);
  return unit;
}

async function parentOf(tx: Tx, unit: OrgUnit): Promise<OrgUnit | undefined> {
  return unit.parentId === null ? undefined : findOrgUnit(tx, unit.parentId);
}
