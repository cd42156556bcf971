import { isWithin } from '@opora/domain/basics/actor.ts';
import type { ExamScaleFields } from '@opora/domain/results/exam-scale-contract.ts';
import { ScoreScale } from '@opora/domain/results/score-scale.ts';
import { shippedScales } from '@opora/domain/results/shipped-scales.ts';
import type { Db, Tx } from '../platform/database.ts';

/** A scale with where it holds. */
export type ScopedScale = { readonly id: string; readonly scope: string; readonly scale: ScoreScale };

/** Scales that were entered at, above and below the nodes that the person sees. */
export async function listEnteredScales(db: Db): Promise<ScopedScale[]> {
  const rows = await db.selectFrom('exam_scale').selectAll().execute();
  return rows.map((row) => ({
    id: row.id,
    scope: row.scope,
    scale: {
      procedure: { kind: row.kind, grade: row.grade, subject: row.exam_subject },
      year: row.year,
      version: row.version,
      minimum: row.minimum,
      marks: ScoreScale.shape.marks.parse(row.marks),
      scoreMax: row.score_max,
      condition: row.condition,
      source: row.source,
    },
  }));
}

/** Scales that hold at a node: the shipped ones, and those entered there or above. */
export function scalesAt(entered: readonly ScopedScale[], scope: string): ScoreScale[] {
  return [...shippedScales, ...entered.filter((own) => isWithin(scope, own.scope)).map(({ scale }) => scale)];
}

export type NewScale = {
  readonly id: string;
  readonly scope: string;
  readonly version: number;
  readonly fields: ExamScaleFields;
  readonly createdBy: string;
  readonly createdAt: Date;
};

export async function insertExamScale(tx: Tx, { fields, ...scale }: NewScale): Promise<void> {
  await tx
    .insertInto('exam_scale')
    .values({
      id: scale.id,
      scope: scale.scope,
      year: fields.year,
      kind: fields.procedure.kind,
      grade: fields.procedure.grade,
      exam_subject: fields.procedure.subject,
      version: scale.version,
      minimum: fields.minimum,
      marks: fields.marks,
      score_max: fields.scoreMax,
      condition: fields.condition === '' ? null : fields.condition,
      source: fields.source,
      created_by: scale.createdBy,
      created_at: scale.createdAt,
    })
    .execute();
}
