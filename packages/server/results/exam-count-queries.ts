import { type Insertable, type Selectable, sql } from 'kysely';
import { ExamCount } from '@opora/domain/results/exam-count.ts';
import type { ExamCount as ExamCountRow } from '../platform/database.gen.ts';
import type { Db, Tx } from '../platform/database.ts';
import { inBatches } from '../platform/in-batches.ts';

/** Results of one school in one procedure and year, as they are held. */
export type SchoolCount = ExamCount & {
  readonly orgUnitId: string;
  readonly scope: string;
  /** The version of the scale by which scores became marks; null where the file gave them. */
  readonly scaleVersion: number | null;
};

export type CountFilter = {
  readonly orgUnitIds?: readonly string[];
  readonly years?: readonly number[];
  readonly kind?: string;
  readonly grade?: number;
  readonly subject?: string;
};

type ComparedColumns = Pick<
  Selectable<ExamCountRow>,
  'journal_lowered' | 'journal_confirmed' | 'journal_raised' | 'journal_lowered_far' | 'journal_raised_far'
>;

/** Marks against the journal, out of their columns. */
export function comparedOf({
  journal_lowered: lowered,
  journal_confirmed: confirmed,
  journal_raised: raised,
  journal_lowered_far: loweredFar,
  journal_raised_far: raisedFar,
}: ComparedColumns): Pick<ExamCount, 'journal' | 'gaps'> {
  return {
    journal:
      lowered === null || confirmed === null || raised === null ? null : { lowered, confirmed, raised },
    gaps: loweredFar === null || raisedFar === null ? null : { lowered: loweredFar, raised: raisedFar },
  };
}

/** Counts as far as row security shows them, by year, procedure and school's id. */
export async function listExamCounts(db: Db, filter: CountFilter = {}): Promise<SchoolCount[]> {
  let query = db
    .selectFrom('exam_count')
    .selectAll()
    .orderBy('year')
    .orderBy('kind')
    .orderBy('grade')
    .orderBy('exam_subject')
    .orderBy('org_unit_id');
  if (filter.orgUnitIds !== undefined) query = query.where('org_unit_id', 'in', filter.orgUnitIds);
  if (filter.years !== undefined) query = query.where('year', 'in', filter.years);
  if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind);
  if (filter.grade !== undefined) query = query.where('grade', '=', filter.grade);
  if (filter.subject !== undefined) query = query.where('exam_subject', '=', filter.subject);
  const rows = await query.execute();
  return rows.map((row) => {
    return {
      orgUnitId: row.org_unit_id,
      scope: row.scope,
      year: row.year,
      procedure: { kind: row.kind, grade: row.grade, subject: row.exam_subject },
      participants: row.participants,
      below: row.below,
      marks: row.marks === null ? null : ExamCount.shape.marks.parse(row.marks),
      scores: row.scores,
      ...comparedOf(row),
      tasks: ExamCount.shape.tasks.parse(row.task_points),
      scaleVersion: row.scale_version,
    };
  });
}

/** Puts in counts of schools that had none for their procedure and year. */
export async function insertExamCounts(
  tx: Tx,
  counts: readonly (SchoolCount & { readonly id: string })[],
): Promise<void> {
  await inBatches(counts.map(rowOf), async (values) => {
    await tx.insertInto('exam_count').values(values).execute();
  });
}

/** Puts in counts, in the place of those that their schools had for the same procedure and year. */
export async function saveExamCounts(
  tx: Tx,
  counts: readonly (SchoolCount & { readonly id: string })[],
): Promise<void> {
  await inBatches(counts.map(rowOf), (values) =>
    tx
      .insertInto('exam_count')
      .values([...values])
      .onConflict((conflict) =>
        conflict
          .columns(['org_unit_id', 'year', 'kind', 'grade', 'exam_subject'])
          .doUpdateSet((excluded) => ({
            participants: excluded.ref('excluded.participants'),
            below: excluded.ref('excluded.below'),
            marks: excluded.ref('excluded.marks'),
            scores: excluded.ref('excluded.scores'),
            journal_lowered: excluded.ref('excluded.journal_lowered'),
            journal_confirmed: excluded.ref('excluded.journal_confirmed'),
            journal_raised: excluded.ref('excluded.journal_raised'),
            journal_lowered_far: excluded.ref('excluded.journal_lowered_far'),
            journal_raised_far: excluded.ref('excluded.journal_raised_far'),
            task_points: excluded.ref('excluded.task_points'),
            scale_version: excluded.ref('excluded.scale_version'),
          })),
      )
      .execute(),
  );
}

/** Takes out counts; not there is gone already. */
export async function deleteExamCounts(
  tx: Tx,
  keys: readonly Pick<SchoolCount, 'orgUnitId' | 'year' | 'procedure'>[],
): Promise<void> {
  await inBatches(keys, (batch) =>
    sql`delete from exam_count using unnest(
      ${batch.map(({ orgUnitId }) => orgUnitId)}::uuid[], ${batch.map(({ year }) => year)}::integer[],
      ${batch.map(({ procedure }) => procedure.kind)}::text[], ${batch.map(({ procedure }) => procedure.grade)}::integer[],
      ${batch.map(({ procedure }) => procedure.subject)}::text[]) as gone (org_unit_id, year, kind, grade, exam_subject)
      where exam_count.org_unit_id = gone.org_unit_id and exam_count.year = gone.year and exam_count.kind = gone.kind
        and exam_count.grade = gone.grade and exam_count.exam_subject = gone.exam_subject`.execute(tx),
  );
}

function rowOf(count: SchoolCount & { readonly id: string }): Insertable<ExamCountRow> {
  return {
    id: count.id,
    org_unit_id: count.orgUnitId,
    scope: count.scope,
    year: count.year,
    kind: count.procedure.kind,
    grade: count.procedure.grade,
    exam_subject: count.procedure.subject,
    participants: count.participants,
    below: count.below,
    marks: count.marks === null ? null : [...count.marks],
    scores: count.scores === null ? null : [...count.scores],
    journal_lowered: count.journal?.lowered ?? null,
    journal_confirmed: count.journal?.confirmed ?? null,
    journal_raised: count.journal?.raised ?? null,
    journal_lowered_far: count.gaps?.lowered ?? null,
    journal_raised_far: count.gaps?.raised ?? null,
    task_points: count.tasks === null ? null : JSON.stringify(count.tasks),
    scale_version: count.scaleVersion,
  };
}
