import type { Procedure } from '@opora/domain/results/procedure.ts';
import type { Db } from '../platform/database.ts';

/** Procedures and years of which results are held, as far as row security shows them. */
export async function listCountedProcedures(db: Db): Promise<(Procedure & { readonly year: number })[]> {
  const rows = await db
    .selectFrom('exam_count')
    .select(['kind', 'grade', 'exam_subject', 'year'])
    .distinct()
    .execute();
  return rows.map(({ exam_subject: subject, ...row }) => ({ ...row, subject }));
}
