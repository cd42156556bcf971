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
