import type { ExamCount } from './exam-count.ts';
import { isDiagnostic } from './exam-kind.ts';
import {
  cohortSigns,
  comparedInJournal,
  type FarGaps,
  gapSigns,
  journalSigns,
  type ObjectivitySign,
  peakSigns,
  signLimits,
  taskSigns,
  workAgainstExamSigns,
} from './objectivity-signs.ts';
import { measuredIn, type ResultCells } from './result-cells.ts';
import type { ShareCount } from './share-change.ts';

/** What the region does in a procedure and year, for comparison. */
export type RegionFigures = {
  readonly journal: ExamCount['journal'];
  /** Of the schools whose files tell gaps. */
  readonly gaps: FarGaps | null;
  readonly scores: ExamCount['scores'];
  readonly tasks: ExamCount['tasks'];
};

/** What the region does, out of its cells and the sums that cells do not hold. */
export function regionFigures(
  cells: ResultCells,
  { scores, tasks }: { readonly scores: readonly number[]; readonly tasks: NonNullable<ExamCount['tasks']> },
): RegionFigures {
  const [lowered, confirmed, raised] = cells.journal;
  const [loweredFar, , raisedFar] = cells.gaps;
  return {
    journal: { lowered, confirmed, raised },
    gaps: { lowered: loweredFar, raised: raisedFar, compared: measuredIn(cells) },
    scores: scores.length === 0 ? null : [...scores],
    tasks,
  };
}

/** Results of one school around one procedure and year. */
export type SignSource = {
  readonly own: ExamCount;
  readonly region: RegionFigures;
  /** Least scores of marks 3, 4 and 5; null where no scale is known. */
  readonly borders: readonly number[] | null;
  /** All that is known of the school in the subject. */
  readonly history: readonly ExamCount[];
};

/** A task that the region does as well as ФИОКО asks of the basic level (60 %) counts as simple: reports do not name levels. */
const simpleShareMin = 0.6;

/** All signs of a school's work or exam that the numbers at hand allow. Each asks for a closer look and says nothing else. */
export function schoolSigns({ own, region, borders, history }: SignSource): ObjectivitySign[] {
  const few = own.participants < signLimits.participantsMin.value;
  return [
    ...(own.journal === null || region.journal === null ? [] : journalSigns(own.journal, region.journal)),
    ...(own.journal === null || own.gaps === null || region.gaps === null
      ? []
      : gapSigns({ ...own.gaps, compared: comparedInJournal(own.journal) }, region.gaps)),
    ...(own.scores === null || region.scores === null || borders === null || few
      ? []
      : peakSigns(own.scores, region.scores, borders)),
    ...(few ? [] : taskSigns(tasksAgainst(own.tasks, region.tasks))),
    ...cohortPairs(own, history).flatMap(([before, after]) => cohortSigns(before, after)),
    ...examPairs(own, history).flatMap(([work, exam]) => workAgainstExamSigns(work, exam)),
  ];
}

function tasksAgainst(own: ExamCount['tasks'], region: ExamCount['tasks']) {
  const regional = new Map(region?.map((task) => [task.task, task]));
  return (own ?? []).flatMap((task) => {
    const whole = regional.get(task.task);
    if (whole === undefined || whole.pointsMax === 0 || task.pointsMax === 0) return [];
    const share = whole.points / whole.pointsMax;
    return [{ simple: share >= simpleShareMin, own: task.points / task.pointsMax, region: share }];
  });
}

/** The same pupils a grade earlier, in a work of the same kind. */
function cohortPairs(own: ExamCount, history: readonly ExamCount[]): (readonly [ShareCount, ShareCount])[] {
  return history
    .filter(({ procedure }) => procedure.kind === own.procedure.kind)
    .filter(({ year, procedure }) => year === own.year - 1 && procedure.grade === own.procedure.grade - 1)
    .flatMap((before) => pairOf(before, own));
}

/** The same pupils in ВПР of a year or two before, the latest there is. */
function examPairs(own: ExamCount, history: readonly ExamCount[]): (readonly [ShareCount, ShareCount])[] {
  if (isDiagnostic(own.procedure.kind)) return [];
  return history
    .filter(({ procedure }) => isDiagnostic(procedure.kind))
    .filter(({ year, procedure }) => {
      const back = own.year - year;
      return back > 0 && back <= 2 && procedure.grade === own.procedure.grade - back;
    })
    .toSorted((one, other) => other.year - one.year)
    .slice(0, 1)
    .flatMap((work) => pairOf(work, own));
}

function pairOf(before: ExamCount, after: ExamCount): (readonly [ShareCount, ShareCount])[] {
  if (before.below === null || after.below === null) return [];
  return [
    [
      { below: before.below, participants: before.participants },
      { below: after.below, participants: after.participants },
    ],
  ];
}
