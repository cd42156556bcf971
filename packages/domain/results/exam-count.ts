import { z } from 'zod';
import { Procedure } from './procedure.ts';

const count = z.number().int().min(0).max(10_000_000);

/**
 * What is kept of one school, procedure and year: counts, so that shares and means of any territory are reckoned and not averaged. Null is what the
 * source did not say; nothing here tells one pupil from another.
 */
export const ExamCount = z
  .strictObject({
    year: z.number().int().min(2000).max(2100),
    procedure: Procedure,
    participants: count,
    below: count.nullable(),
    /** Numbers of marks 2, 3, 4 and 5. */
    marks: z.tuple([count, count, count, count]).nullable(),
    /** Pupils by primary score, from 0 up. */
    scores: z.array(count).max(201).nullable(),
    /** The mark against that of the journal: lowered, confirmed, raised. */
    journal: z.strictObject({ lowered: count, confirmed: count, raised: count }).nullable(),
    /** Of those lowered and raised: by two marks or more. */
    gaps: z.strictObject({ lowered: count, raised: count }).nullable(),
    /** Points that all participants got for each task together, of as many as they could get. */
    tasks: z
      .array(z.strictObject({ task: z.string().min(1).max(20), points: count, pointsMax: count }))
      .nullable(),
  })
  .superRefine((value, context) => {
    for (const fault of countFaults(value))
      context.addIssue({ code: 'custom', path: [fault], message: 'does not add up' });
  });
export type ExamCount = z.infer<typeof ExamCount>;

type Counted = Pick<ExamCount, 'participants' | 'below' | 'marks' | 'scores' | 'journal' | 'gaps' | 'tasks'>;

/** Parts that do not add up: more below than took part, marks of more pupils than there were, more points than there are. */
function countFaults(counted: Counted): (keyof Counted)[] {
  const { participants, below, marks, scores, journal, tasks } = counted;
  const faults: (keyof Counted)[] = [];
  if (below !== null && below > participants) faults.push('below');
  if (marks !== null && sum(marks) > participants) faults.push('marks');
  if (scores !== null && sum(scores) > participants) faults.push('scores');
  if (journal !== null && sum(Object.values(journal)) > participants) faults.push('journal');
  if (!areGapsWithin(counted)) faults.push('gaps');
  if (tasks?.some(({ points, pointsMax }) => points > pointsMax)) faults.push('tasks');
  return faults;
}

/** Gaps are of pupils whose marks are compared with the journal: of others they say nothing. */
export function areGapsWithin({
  journal,
  gaps,
}: {
  readonly journal: { readonly lowered: number; readonly raised: number } | null;
  readonly gaps: { readonly lowered: number; readonly raised: number } | null;
}): boolean {
  if (gaps === null) return true;
  return journal !== null && gaps.lowered <= journal.lowered && gaps.raised <= journal.raised;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
