import type { Selectable } from 'kysely';
import type { OrgUnit, OrgUnitKind } from '@opora/domain/registry/org-unit.ts';
import type { OrgUnit as OrgUnitRow } from '../platform/database.gen.ts';
import type { Db, Tx } from '../platform/database.ts';

export async function listOrgUnits(db: Db): Promise<OrgUnit[]> {
  const rows = await db.selectFrom('org_unit').selectAll().orderBy('name').execute();
  return rows.map(present);
}

export async function findOrgUnit(db: Db, id: string): Promise<OrgUnit | undefined> {
  const row = await db.selectFrom('org_unit').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : present(row);
}

export async function insertOrgUnit(tx: Tx, unit: OrgUnit): Promise<void> {
  await tx.insertInto('org_unit').values(columns(unit)).execute();
}

/** False when the row has another version than `unit.version - 1`: somebody changed it meanwhile. */
export async function updateOrgUnit(tx: Tx, unit: OrgUnit): Promise<boolean> {
  const result = await tx
    .updateTable('org_unit')
    .set(columns(unit))
    .where('id', '=', unit.id)
    .where('version', '=', unit.version - 1)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

function present(row: Selectable<OrgUnitRow>): OrgUnit {
  return {
    id: row.id,
    parentId: row.parent_id,
    scope: row.scope,
    // The column's check constraint holds the same list.
    kind: row.kind as OrgUnitKind,
    name: row.name,
    shortName: row.short_name,
    settlement: row.settlement,
    inn: row.inn,
    ogrn: row.ogrn,
    code: row.code,
    openedOn: row.opened_on,
    closedOn: row.closed_on,
    version: row.version,
  };
}

function columns(unit: OrgUnit) {
  return {
    id: unit.id,
    parent_id: unit.parentId,
    scope: unit.scope,
    kind: unit.kind,
    name: unit.name,
    short_name: unit.shortName,
    settlement: unit.settlement,
    inn: unit.inn,
    ogrn: unit.ogrn,
    code: unit.code,
    opened_on: unit.openedOn,
    closed_on: unit.closedOn,
    version: unit.version,
  };
}
