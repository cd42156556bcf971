import { randomUUID } from 'node:crypto';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { checkOrgUnit, type OrgUnit, type OrgUnitFields } from '@opora/domain/registry/org-unit.ts';
import { checkOpenBelow } from '@opora/domain/registry/unit-use.ts';
import type { Tx } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import { findOrgUnit, insertOrgUnit } from './registry-queries.ts';

/** Adds a node to the organisation tree below a parent that the actor manages. */
export async function addOrgUnit(
  tx: Tx,
  fields: OrgUnitFields & { readonly parentId: string },
  allow: Call['allow'],
): Promise<OrgUnit> {
  const parent = await findOrgUnit(tx, fields.parentId);
  if (parent === undefined) throw new Refusal('not-found');
  allow('registry.manage', parent);
  checkOrgUnit(fields, parent.kind);
  checkOpenBelow(fields, parent);
  const id = randomUUID();
  const unit: OrgUnit = { ...fields, id, scope: `${parent.scope}.${scopeLabel(id)}`, version: 1 };
  await insertOrgUnit(tx, unit);
  return unit;
}

/** A label of the path: short, unique among siblings for all practical purposes, and free of characters that ltree refuses. */
export function scopeLabel(id: string): string {
  return id.replaceAll('-', '').slice(0, 12);
}
