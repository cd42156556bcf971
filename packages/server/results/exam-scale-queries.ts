import { isWithin } from '@opora/domain/basics/actor.ts';
import { ScoreScale } from '@opora/domain/results/score-scale.ts';
import { shippedScales } from '@opora/domain/results/shipped-scales.ts';
import type { Db } from '../platform/database.ts';

/** A scale with where it holds. */
export type ScopedScale = { readonly scope: string; readonly scale: ScoreScale };

/** Scales that were entered at, above and below the nodes that the person sees. */
export async function listEnteredScales(db: Db): Promise<ScopedScale[]> {
  const rows = await db.selectFrom('exam_scale').selectAll().execute();
  return rows.map((row) => ({
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
