import { sql } from 'kysely';
import type { ExamCount } from '@opora/domain/results/exam-count.ts';
import { z } from 'zod';
import type { Db } from '../platform/database.ts';
import type { WorksAsked } from './result-sum-queries.ts';

const Count = z.number().int();
const Rows = z.array(
  z.tuple([
    Count,
    z.string(),
    Count,
    z.string(),
    Count,
    Count.nullable(),
    z.tuple([Count, Count, Count, Count]).nullable(),
    z.tuple([Count, Count, Count]).nullable(),
  ]),
);

/** Marks, and marks against the journal, of one school in one work and year. */
export type WorkCount = Pick<
  ExamCount,
  'year' | 'procedure' | 'participants' | 'below' | 'marks' | 'journal'
>;

export type SchoolWorks = { readonly scope: string; readonly counts: readonly WorkCount[] };

/** Of all schools, one row a school: a region has tens of thousands of counts. All is in one covering index. */
export async function listSchoolWorks(db: Db, { procedures, years }: WorksAsked): Promise<SchoolWorks[]> {
  if (procedures.length === 0 || years.length === 0) return [];
  const { rows } = await sql<{ scope: string; counts: unknown }>`
    select exam_count.scope::text as scope,
      json_agg(json_build_array(year, exam_count.kind, exam_count.grade, exam_subject, participants, below, marks,
        case when journal_lowered is not null then array[journal_lowered, journal_confirmed, journal_raised] end)) as counts
    from unnest(
      ${procedures.map(({ subject }) => subject)}::text[], ${procedures.map(({ kind }) => kind)}::text[],
      ${procedures.map(({ grade }) => grade)}::integer[]) as work (subject, kind, grade)
    join exam_count on exam_subject = work.subject and exam_count.kind = work.kind and exam_count.grade = work.grade
      and year = any(${[...years]}::integer[])
    group by exam_count.scope`.execute(db);
  return rows.map(({ scope, counts }) => ({
    scope,
    counts: Rows.parse(counts).map(([year, kind, grade, subject, participants, below, marks, journal]) => ({
      year,
      procedure: { kind, grade, subject },
      participants,
      below,
      marks,
      journal: journal === null ? null : { lowered: journal[0], confirmed: journal[1], raised: journal[2] },
    })),
  }));
}
