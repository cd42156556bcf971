import { foldText } from '@opora/domain/basics/fold-text.ts';
import type { OrgUnitAlias } from '@opora/domain/registry/org-unit.ts';
import type { Db, Tx } from '../platform/database.ts';
import { expectRows } from '../platform/expect-rows.ts';

export async function listAliases(db: Db, orgUnitId: string): Promise<OrgUnitAlias[]> {
  const rows = await db
    .selectFrom('org_unit_alias')
    .select(['id', 'org_unit_id', 'name'])
    .where('org_unit_id', '=', orgUnitId)
    .orderBy('name')
    .execute();
  return rows.map(present);
}

/** All that the person may see; for matching names in documents. */
export async function listAllAliases(db: Db): Promise<OrgUnitAlias[]> {
  const rows = await db.selectFrom('org_unit_alias').select(['id', 'org_unit_id', 'name']).execute();
  return rows.map(present);
}

export async function findAlias(db: Db, id: string): Promise<OrgUnitAlias | undefined> {
  const row = await db
    .selectFrom('org_unit_alias')
    .select(['id', 'org_unit_id', 'name'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : present(row);
}

export async function insertAlias(tx: Tx, alias: OrgUnitAlias, scope: string): Promise<void> {
  await tx
    .insertInto('org_unit_alias')
    .values({
      id: alias.id,
      org_unit_id: alias.orgUnitId,
      scope,
      name: alias.name,
      folded: foldText(alias.name),
    })
    .execute();
}

export async function deleteAlias(tx: Tx, id: string): Promise<void> {
  expectRows(await tx.deleteFrom('org_unit_alias').where('id', '=', id).executeTakeFirst(), 1);
}

function present(row: { id: string; org_unit_id: string; name: string }): OrgUnitAlias {
  return { id: row.id, orgUnitId: row.org_unit_id, name: row.name };
}
