import { sql, type Selectable } from 'kysely';
import type { OrgUnit, OrgUnitKind } from '@opora/domain/registry/org-unit.ts';
import { searchTextOf } from '@opora/domain/registry/school-name.ts';
import type { OrgUnit as OrgUnitRow } from '../platform/database.gen.ts';
import type { Db, Tx } from '../platform/database.ts';

export async function listOrgUnits(db: Db): Promise<OrgUnit[]> {
  const rows = await db.selectFrom('org_unit').selectAll().orderBy(byNumber('name')).execute();
  return rows.map(present);
}

export async function findOrgUnit(db: Db, id: string): Promise<OrgUnit | undefined> {
  const row = await db.selectFrom('org_unit').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : present(row);
}

/** Municipalities and schools that stand at the nodes themselves. */
export async function listUnitsAt(db: Db, scopes: readonly string[]): Promise<OrgUnit[]> {
  const rows = await db
    .selectFrom('org_unit')
    .selectAll()
    .where('scope', '=', sql<string>`any(${scopes}::public.ltree[])`)
    .where('kind', 'in', ['municipality', 'school', 'branch'])
    .orderBy(byNumber('name'))
    .execute();
  return rows.map(present);
}

/** From the region down to the unit itself. */
export async function listLine(db: Db, unit: OrgUnit): Promise<OrgUnit[]> {
  const rows = await db
    .selectFrom('org_unit')
    .selectAll()
    .where(sql<boolean>`scope operator(public.@>) ${unit.scope}::public.ltree`)
    .orderBy(sql`public.nlevel(scope)`)
    .execute();
  return rows.map(present);
}

export async function listBelow(db: Db, unit: OrgUnit): Promise<OrgUnit[]> {
  const rows = await db
    .selectFrom('org_unit')
    .selectAll()
    .where('parent_id', '=', unit.id)
    .orderBy(byNumber('name'))
    .execute();
  return rows.map(present);
}

export async function insertOrgUnit(tx: Tx, unit: OrgUnit): Promise<void> {
  await tx
    .insertInto('org_unit')
    .values({ ...orgUnitColumns(unit), search_text: searchTextOf(unit) })
    .execute();
}

/** False when the row has another version than `unit.version - 1`: somebody changed it meanwhile. */
export async function updateOrgUnit(tx: Tx, unit: OrgUnit, aliases: readonly string[]): Promise<boolean> {
  const result = await tx
    .updateTable('org_unit')
    .set({ ...orgUnitColumns(unit), search_text: searchTextOf(unit, aliases) })
    .where('id', '=', unit.id)
    .where('version', '=', unit.version - 1)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function updateSearchText(tx: Tx, unit: OrgUnit, aliases: readonly string[]): Promise<void> {
  await tx
    .updateTable('org_unit')
    .set({ search_text: searchTextOf(unit, aliases) })
    .where('id', '=', unit.id)
    .execute();
}

const byNumber = (column: 'name') => sql`${sql.ref(column)} collate by_number`;

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

export function orgUnitColumns(unit: OrgUnit) {
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
