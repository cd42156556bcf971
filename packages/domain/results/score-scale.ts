import { z } from 'zod';
import { Procedure } from './procedure.ts';

/**
 * Primary or test scores and what they mean in one year. Never changed: a letter that replaces a letter makes the next version. Which version a count was
 * made by stays with the count.
 */
export const ScoreScale = z.strictObject({
  procedure: Procedure,
  year: z.number().int(),
  version: z.number().int().min(1),
  /** The least score that is not below the minimum. */
  minimum: z.number().int().min(0),
  /** Least scores of marks 3, 4 and 5; null where the work is not marked or no scale is known. */
  marks: z.tuple([z.number().int(), z.number().int(), z.number().int()]).nullable(),
  scoreMax: z.number().int().nullable(),
  /** What the numbers alone do not say: «не менее 2 баллов по геометрии». */
  condition: z.string().nullable(),
  source: z.string().min(1),
});
export type ScoreScale = z.infer<typeof ScoreScale>;

const languageName = /^(?:английский|немецкий|французский|испанский|китайский) язык/;

/**
 * The newest version of a procedure's scale for the year itself: scales of other years say nothing of it. A language without a scale of its own has that
 * of «иностранный язык».
 */
export function findScale(
  scales: readonly ScoreScale[],
  { kind, grade, subject }: Procedure,
  year: number,
): ScoreScale | null {
  const found = scales
    .filter((scale) => scale.year === year && scale.procedure.kind === kind)
    .filter((scale) => scale.procedure.grade === grade && scale.procedure.subject === subject)
    .reduce<ScoreScale | null>(
      (newest, scale) => (newest === null || scale.version > newest.version ? scale : newest),
      null,
    );
  if (found !== null || !languageName.test(subject)) return found;
  return findScale(scales, { kind, grade, subject: 'иностранный язык' }, year);
}

/** The mark for a score, or null where the scale has none. A condition beside the score is not seen from here. */
export function markFor(score: number, { marks }: ScoreScale): 2 | 3 | 4 | 5 | null {
  if (marks === null) return null;
  const [three, four, five] = marks;
  return score >= five ? 5 : score >= four ? 4 : score >= three ? 3 : 2;
}
