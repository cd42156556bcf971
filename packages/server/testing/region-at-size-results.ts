import { sql } from 'kysely';
import type { Tx } from '../platform/database.ts';

/**
 * Results of every school in twelve procedures of the last five years: some 20 to 70 pupils each with marks, scores, journal and tasks, made of hashes, so that they are
 * the same whenever the schools are.
 */
export async function insertSizedResults(tx: Tx, lastYear: number): Promise<void> {
  await sql`
    insert into exam_count
      (id, org_unit_id, scope, year, kind, grade, exam_subject, participants, below, marks, scores,
       journal_lowered, journal_confirmed, journal_raised, journal_lowered_far, journal_raised_far, task_points,
       scale_version)
    select
      gen_random_uuid(), id, scope, year, kind, grade, subject, two + three + four + five, two,
      array[two, three, four, five],
      array[0, two / 3, two - two / 3, three / 2, three - three / 2, four / 2, four - four / 2, five / 2, five - five / 2],
      three / 2, two + three - three / 2 + four, five, three / 10, five / 5,
      jsonb_build_array(
        jsonb_build_object('task', '1', 'points', three + four + five, 'pointsMax', two + three + four + five),
        jsonb_build_object('task', '2', 'points', 2 * five + four, 'pointsMax', 2 * (two + three + four + five))
      ),
      null
    from (
      select school.id, school.scope, year, work.kind, grade, subject,
        (hash % 9)::int as two, (6 + hash / 9 % 21)::int as three, (6 + hash / 189 % 23)::int as four,
        (hash / 4347 % 15)::int as five
      from org_unit as school
      cross join generate_series(${sql.lit(lastYear - 4)}, ${sql.lit(lastYear)}) as year
      cross join (values
        ('ВПР', 4), ('ВПР', 5), ('ВПР', 6), ('ВПР', 7), ('ВПР', 8), ('ОГЭ', 9)
      ) as work (kind, grade)
      cross join (values ('математика'), ('русский язык')) as taught (subject)
      cross join lateral (
        select abs(hashtext(school.scope::text || year || work.kind || grade || subject)::bigint) as hash
      ) as mixed
      where school.kind = 'school'
    ) as counted`.execute(tx);
}
