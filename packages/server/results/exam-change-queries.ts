import { sql } from 'kysely';
import type { Db } from '../platform/database.ts';

/** A mark of all counts of exams in the region: the same while no transaction that changed one has been committed. Asked with sight of the whole region. */
export async function getExamMark(db: Db): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select count(*) || ' ' || coalesce(bit_xor(hashtextextended(operation_id::text, 0)), 0) as mark from exam_change`.execute(
    db,
  );
  return rows[0]?.mark ?? '';
}
