import { randomUUID } from 'node:crypto';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { OrgUnit, OrgUnitAlias } from '@opora/domain/registry/org-unit.ts';
import type { Tx } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import { deleteAlias, findAlias, insertAlias, listAliases } from './alias-queries.ts';
import { findOrgUnit, updateSearchText } from './registry-queries.ts';

export async function addAlias(
  tx: Tx,
  orgUnitId: string,
  name: string,
  allow: Call['allow'],
): Promise<OrgUnitAlias> {
  const unit = await manageableUnit(tx, orgUnitId, allow);
  const alias = { id: randomUUID(), orgUnitId, name };
  await insertAlias(tx, alias, unit.scope);
  await refreshSearch(tx, unit);
  return alias;
}

export async function removeAlias(tx: Tx, aliasId: string, allow: Call['allow']): Promise<void> {
  const alias = await findAlias(tx, aliasId);
  if (alias === undefined) throw new Refusal('not-found');
  const unit = await manageableUnit(tx, alias.orgUnitId, allow);
  await deleteAlias(tx, aliasId);
  await refreshSearch(tx, unit);
}

/** Throws unless there is such a unit and the actor manages it. */
export async function manageableUnit(tx: Tx, id: string, allow: Call['allow']): Promise<OrgUnit> {
  const unit = await findOrgUnit(tx, id);
  if (unit === undefined) throw new Refusal('not-found');
  allow('registry.manage', unit);
  return unit;
}

async function refreshSearch(tx: Tx, unit: OrgUnit): Promise<void> {
  const aliases = await listAliases(tx, unit.id);
  await updateSearchText(
    tx,
    unit,
    aliases.map((alias) => alias.name),
  );
}
