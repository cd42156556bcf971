import { areGapsWithin, type ExamCount } from './exam-count.ts';
import type { PartialCount } from './reading/report.ts';
import { markFor, type ScoreScale } from './score-scale.ts';

/** What one import says of a school, procedure and year. */
export type ExamPart = {
  readonly count: PartialCount;
  /** The version of the scale by which its `below` was told; null where the file told it. */
  readonly scaleVersion: number | null;
};

export const droppedSides = ['below', 'marks', 'scores', 'journal', 'gaps', 'tasks'] as const;
/** A side that does not add up with what is newer, and is left out. */
export type DroppedSide = (typeof droppedSides)[number];

export type HeldCount = Omit<ExamCount, 'year' | 'procedure'> & { readonly scaleVersion: number | null };

export type MergedParts = {
  /** Null where no part says how many took part. */
  readonly count: HeldCount | null;
  readonly dropped: readonly DroppedSide[];
};

/**
 * One count out of the parts of several imports, the oldest first: of each side the newest word holds. A side that then contradicts the participants or the
 * number below is dropped and named. Where nothing but primary scores is given for all participants, the scale tells marks and who is below; `scale` is
 * null where there is none or where it is not of primary scores.
 */
export function mergeParts(parts: readonly ExamPart[], scale: ScoreScale | null): MergedParts {
  const newest = parts.toReversed();
  const first = <T>(look: (part: ExamPart) => T | null): T | null =>
    newest.map(look).find((found) => found !== null) ?? null;
  const marks = first(({ count }) => count.marks);
  const scores = first(({ count }) => count.scores);
  const participants = first(({ count }) => count.participants) ?? sumOf(marks) ?? sumOf(scores);
  if (participants === null) return { count: null, dropped: [] };
  const belowPart = first((part) => (belowOf(part) === null ? null : part));
  const journal = first(({ count }) => count.journal);
  const gaps = first(({ count }) => count.gaps);
  const tasks = first(({ count }) => count.tasks);
  const below = belowPart === null ? null : belowOf(belowPart);
  const isJournalWrong =
    journal !== null && journal.lowered + journal.confirmed + journal.raised > participants;
  const wrong: Readonly<Record<DroppedSide, boolean>> = {
    below: below !== null && below > participants,
    marks: marks !== null && ((sumOf(marks) ?? 0) > participants || (below !== null && marks[0] !== below)),
    scores: (sumOf(scores) ?? 0) > participants || (scores?.length ?? 0) > 201,
    journal: isJournalWrong,
    gaps: !areGapsWithin({ journal: isJournalWrong ? null : journal, gaps }),
    tasks: tasks?.some(({ points, pointsMax }) => points > pointsMax) ?? false,
  };
  const held: HeldCount = {
    participants,
    below: wrong.below ? null : below,
    marks: wrong.marks || marks === null ? null : [...marks],
    scores: wrong.scores || scores === null ? null : [...scores],
    journal: wrong.journal ? null : journal,
    gaps: wrong.gaps ? null : gaps,
    tasks: wrong.tasks || tasks === null || tasks.length === 0 ? null : [...tasks],
    scaleVersion: wrong.below ? null : (belowPart?.scaleVersion ?? null),
  };
  return {
    count: { ...held, ...byScale(held, scale) },
    dropped: droppedSides.filter((side) => wrong[side]),
  };
}

/** Minimums of the ЕГЭ are of test scores; what is kept of it are primary ones. */
export function isScaleOfPrimaryScores({ procedure }: ScoreScale): boolean {
  return procedure.kind !== 'ЕГЭ';
}

function byScale(
  { participants, below, marks, scores }: HeldCount,
  scale: ScoreScale | null,
): Partial<HeldCount> {
  if (below !== null || marks !== null || scores === null || scale === null) return {};
  if (!isScaleOfPrimaryScores(scale) || sumOf(scores) !== participants) return {};
  const counted: [number, number, number, number] = [0, 0, 0, 0];
  let under = 0;
  scores.forEach((pupils, score) => {
    const mark = markFor(score, scale);
    if (mark !== null) counted[mark - 2] = (counted[mark - 2] ?? 0) + pupils;
    if (score < scale.minimum) under += pupils;
  });
  return { below: under, marks: scale.marks === null ? null : counted, scaleVersion: scale.version };
}

const belowOf = ({ count }: ExamPart): number | null => count.below ?? count.marks?.[0] ?? null;

const sumOf = (values: readonly number[] | null): number | null =>
  values === null ? null : values.reduce((total, value) => total + value, 0);
