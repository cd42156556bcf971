import { sql } from 'kysely';
import { SchoolType } from '@opora/domain/registry/school-type.ts';
import type { Db, Tx } from '../platform/database.ts';
import { expectRows } from '../platform/expect-rows.ts';

/** Null where it is not known. */
export async function findSchoolType(db: Db, orgUnitId: string): Promise<SchoolType | null> {
  const row = await db
    .selectFrom('org_unit')
    .select('school_type')
    .where('id', '=', orgUnitId)
    .executeTakeFirstOrThrow();
  return row.school_type === null ? null : SchoolType.parse(row.school_type);
}

export async function updateSchoolType(
  tx: Tx,
  orgUnitId: string,
  schoolType: SchoolType | null,
): Promise<void> {
  const changed = await tx
    .updateTable('org_unit')
    .set({ school_type: schoolType })
    .where('id', '=', orgUnitId)
    .executeTakeFirst();
  expectRows(changed, 1);
}

/** Types of schools of a territory, by their ids. */
export async function listSchoolTypes(db: Db, scope: string): Promise<Map<string, SchoolType | null>> {
  const rows = await db
    .selectFrom('org_unit')
    .select(['id', 'school_type'])
    .where(sql<boolean>`scope operator(public.<@) ${scope}::public.ltree`)
    .execute();
  return new Map(
    rows.map((row) => [row.id, row.school_type === null ? null : SchoolType.parse(row.school_type)]),
  );
}

/** One statement a type; null takes it away. */
export async function saveSchoolTypes(tx: Tx, types: ReadonlyMap<string, SchoolType | null>): Promise<void> {
  for (const [schoolType, entries] of Map.groupBy(types, ([, type]) => type)) {
    const ids = entries.map(([id]) => id);
    // oxlint-disable-next-line no-await-in-loop -- there are half a dozen types
    await tx
      .updateTable('org_unit')
      .set({ school_type: schoolType })
      .where((eb) => eb('id', '=', eb.fn.any(eb.val(ids))))
      .execute();
  }
}
