import { z } from 'zod';
import { contract } from '../basics/contract.ts';
import { Refusal } from '../basics/refusal.ts';
import { Procedure } from './procedure.ts';
import { ScoreScale } from './score-scale.ts';

const score = z.number().int().min(0).max(200);

/** What an office enters of a scale; the version is the next one. */
export const ExamScaleFields = z.object({
  procedure: Procedure,
  year: z.number().int().min(2000).max(2100),
  /** The least score that is not below the minimum. */
  minimum: score,
  /** Least scores of marks 3, 4 and 5; null where the work is not marked. */
  marks: z.array(score).length(3).nullable(),
  scoreMax: score.nullable(),
  condition: z.string().trim().max(500).nullable(),
  /** The act or letter that sets it. */
  source: z.string().trim().min(1).max(500),
});
export type ExamScaleFields = z.infer<typeof ExamScaleFields>;

/** Throws when borders do not rise or lie over the greatest score. */
export function checkScale({ minimum, marks, scoreMax }: ExamScaleFields): void {
  const [three = 0, four = 0, five = 0] = marks ?? [];
  const rises = marks === null || (three < four && four < five);
  const most = Math.max(minimum, five);
  if (!rises || (scoreMax !== null && most > scoreMax)) throw new Refusal('results-scale-wrong');
}

export const ExamScaleEntry = ScoreScale.extend({
  /** Null for a scale that the product comes with. */
  id: z.uuid().nullable(),
  /** For which unit it was entered; null for a shipped one. */
  unitName: z.string().nullable(),
  /** Not replaced by a later version of the same year. */
  isNewest: z.boolean(),
});
export type ExamScaleEntry = z.infer<typeof ExamScaleEntry>;

export const examScaleContract = contract({
  listExamScales: {
    method: 'GET',
    path: '/exam-scales',
    summary: 'Scales and minimums, shipped and entered, every version with its source',
    permission: { who: 'role', action: 'results.read' },
    output: z.array(ExamScaleEntry),
  },
  addExamScale: {
    method: 'POST',
    path: '/exam-scales',
    summary:
      'Enter the next version of a scale for what is below the person’s node; counts that have only scores are made anew',
    permission: { who: 'role', action: 'results.import' },
    body: ExamScaleFields,
    output: z.object({ version: z.number().int(), remade: z.number().int() }),
  },
});
