import { Refusal } from '@opora/domain/basics/refusal.ts';
import { checkOrgUnit, type OrgUnit, type OrgUnitFields } from '@opora/domain/registry/org-unit.ts';
import type { Tx } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import { listAliases } from './alias-queries.ts';
import { findOrgUnit, updateOrgUnit } from './registry-queries.ts';

/** Changes what is known of an organisation; its place in the tree and its kind stay. */
export async function changeOrgUnit(
  tx: Tx,
  id: string,
  change: Omit<OrgUnitFields, 'kind'> & { readonly version: number },
  allow: Call['allow'],
): Promise<OrgUnit> {
  const known = await findOrgUnit(tx, id);
  if (known === undefined) throw new Refusal('not-found');
  allow('registry.manage', known);
  const unit: OrgUnit = { ...known, ...change, version: change.version + 1 };
  checkOrgUnit(unit, null);
  const aliases = await listAliases(tx, id);
  if (
    !(await updateOrgUnit(
      tx,
      unit,
      aliases.map((alias) => alias.name),
    ))
  )
    throw new Refusal('changed-meanwhile');
  return unit;
}
