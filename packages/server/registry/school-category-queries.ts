import type { Selectable } from 'kysely';
import type { SchoolCategory } from '@opora/domain/registry/school-period.ts';
import type { SchoolCategory as SchoolCategoryRow } from '../platform/database.gen.ts';
import type { Db, Tx } from '../platform/database.ts';
import { inBatches } from '../platform/in-batches.ts';
import { expectRows } from '../platform/expect-rows.ts';

/** Of one unit, or of every unit the person may see; the latest first. */
export async function listSchoolCategories(db: Db, orgUnitId: string | null): Promise<SchoolCategory[]> {
  const all = db.selectFrom('school_category').selectAll().orderBy('from_on', 'desc').orderBy('category');
  const rows = await (orgUnitId === null ? all : all.where('org_unit_id', '=', orgUnitId)).execute();
  return rows.map(present);
}

/** One category of many schools. */
export async function listCategoriesOfSchools(
  db: Db,
  orgUnitIds: readonly string[],
  category: SchoolCategory['category'],
): Promise<SchoolCategory[]> {
  const rows = await db
    .selectFrom('school_category')
    .selectAll()
    .where('org_unit_id', '=', (eb) => eb.fn.any(eb.val([...orgUnitIds])))
    .where('category', '=', category)
    .execute();
  return rows.map(present);
}

export async function findSchoolCategory(db: Db, id: string): Promise<SchoolCategory | undefined> {
  const row = await db.selectFrom('school_category').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : present(row);
}

export async function insertSchoolCategory(tx: Tx, category: SchoolCategory, scope: string): Promise<void> {
  await tx
    .insertInto('school_category')
    .values({ ...columns(category), id: category.id, org_unit_id: category.orgUnitId, scope })
    .execute();
}

/** Categories of many schools, each with the school's scope. */
export async function insertSchoolCategories(
  tx: Tx,
  given: readonly { readonly category: SchoolCategory; readonly scope: string }[],
): Promise<void> {
  await inBatches(given, (batch) =>
    tx
      .insertInto('school_category')
      .values(
        batch.map(({ category, scope }) => ({
          ...columns(category),
          id: category.id,
          org_unit_id: category.orgUnitId,
          scope,
        })),
      )
      .execute(),
  );
}

/** False when somebody changed it meanwhile. */
export async function updateSchoolCategory(tx: Tx, category: SchoolCategory): Promise<boolean> {
  const result = await tx
    .updateTable('school_category')
    .set(columns(category))
    .where('id', '=', category.id)
    .where('version', '=', category.version - 1)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function deleteSchoolCategory(tx: Tx, id: string): Promise<void> {
  expectRows(await tx.deleteFrom('school_category').where('id', '=', id).executeTakeFirst(), 1);
}

function columns(category: SchoolCategory) {
  return {
    category: category.category,
    act_number: category.actNumber,
    act_on: category.actOn,
    from_on: category.fromOn,
    until_on: category.untilOn,
    version: category.version,
    identification_run_id: category.identificationRunId,
  };
}

function present(row: Selectable<SchoolCategoryRow>): SchoolCategory {
  return {
    id: row.id,
    orgUnitId: row.org_unit_id,
    // The column's check constraint holds the same list.
    category: row.category as SchoolCategory['category'],
    actNumber: row.act_number,
    actOn: row.act_on,
    fromOn: row.from_on,
    untilOn: row.until_on,
    version: row.version,
    identificationRunId: row.identification_run_id,
  };
}
