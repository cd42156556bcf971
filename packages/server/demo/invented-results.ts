import type { ExamCount } from '@opora/domain/results/exam-count.ts';
import type { Procedure } from '@opora/domain/results/procedure.ts';
import { journalKinds } from '@opora/domain/results/exam-kind.ts';

/** What results are invented of: a school's size and how well it teaches. */
export type InventedSchool = {
  /** Pupils of one grade. */
  readonly size: number;
  /** Share of points that its pupils get on average, 0 to 1. */
  readonly level: number;
  /** Change of the level from year to year. */
  readonly trend: number;
  /** What objectivity signs are to notice; null is as most schools are. */
  readonly habit: InventedHabit | null;
};

/**
 * `lenient`: marks of its own works lifted over the borders; `generous`: marks of the journal far above those of works; `drilled`: hard tasks of its own works
 * done better than simple ones.
 */
export type InventedHabit = 'lenient' | 'generous' | 'drilled';

/** A work as it is marked: tasks with their points, and the least scores of marks 3, 4 and 5. */
export type InventedWork = {
  readonly procedure: Procedure;
  readonly taskPoints: readonly number[];
  readonly marks: readonly [number, number, number];
};

const tasks = { math: [1, 1, 1, 1, 2, 2, 2, 2, 3, 3], russian: [2, 2, 3, 3, 1, 1, 2, 2, 2, 2] };

const work = (kind: string, grade: number, subject: string): InventedWork => ({
  procedure: { kind, grade, subject },
  taskPoints: subject === 'математика' ? tasks.math : tasks.russian,
  marks: subject === 'математика' ? [6, 10, 15] : [7, 12, 17],
});

/** ВПР of grades 5, 6 and 8 and ОГЭ of grade 9, in two subjects. */
export const inventedWorks: readonly InventedWork[] = ['русский язык', 'математика'].flatMap((subject) => [
  ...[5, 6, 8].map((grade) => work('ВПР', grade, subject)),
  work('ОГЭ', 9, subject),
]);

/**
 * Results of a school in every work of the years, as counts, as if each pupil had sat each task, and the marks of the year that its journal gave the same pupils.
 * `chance` gives even numbers in [0, 1).
 */
export function inventResults(
  school: InventedSchool,
  years: readonly number[],
  chance: () => number,
): ExamCount[] {
  return years.flatMap((year, at) =>
    inventedWorks.flatMap((one) => {
      const level = school.level + school.trend * at + 0.06 * (chance() - 0.5);
      const size = Math.max(1, Math.round(school.size * (0.85 + 0.3 * chance())));
      const isOwnWork = one.procedure.kind === 'ВПР';
      const habit = isOwnWork || school.habit === 'generous' ? school.habit : null;
      return sitWork(one, { year, size, level, habit }, chance);
    }),
  );
}

type Sitting = {
  readonly year: number;
  readonly size: number;
  readonly level: number;
  readonly habit: InventedHabit | null;
};

type Marks = [number, number, number, number];

function sitWork(one: InventedWork, { year, size, level, habit }: Sitting, chance: () => number) {
  const scores = Array.from({ length: scoreMaxOf(one) + 1 }, () => 0);
  const marks: Marks = [0, 0, 0, 0];
  const journalMarks: Marks = [0, 0, 0, 0];
  const journal = { lowered: 0, confirmed: 0, raised: 0 };
  const gaps = { lowered: 0, raised: 0 };
  const got = one.taskPoints.map(() => 0);
  for (let pupil = 0; pupil < size; pupil += 1) {
    const able = Math.min(0.97, Math.max(0.05, level + 0.5 * (chance() + chance() + chance() - 1.5) * 0.5));
    let score = 0;
    one.taskPoints.forEach((points, task) => {
      const hard = hardnessOf(task / one.taskPoints.length, habit);
      for (let point = 0; point < points; point += 1) {
        if (chance() >= able ** hard) continue;
        got[task] = (got[task] ?? 0) + 1;
        score += 1;
      }
    });
    // A mark just out of reach is given all the same; the point is found in the first task with room for it.
    if (habit === 'lenient' && one.marks.includes(score + 1) && chance() < 0.85) {
      const room = one.taskPoints.findIndex((points, task) => (got[task] ?? 0) < points * size);
      got[room] = (got[room] ?? 0) + 1;
      score += 1;
    }
    scores[score] = (scores[score] ?? 0) + 1;
    const mark = one.marks.filter((border) => score >= border).length;
    marks[mark] = (marks[mark] ?? 0) + 1;
    const inJournal = Math.min(3, Math.max(0, mark + journalStep(chance(), habit)));
    journalMarks[inJournal] = (journalMarks[inJournal] ?? 0) + 1;
    journal[mark < inJournal ? 'lowered' : mark > inJournal ? 'raised' : 'confirmed'] += 1;
    if (mark <= inJournal - 2) gaps.lowered += 1;
    if (mark >= inJournal + 2) gaps.raised += 1;
  }
  const tasks = one.taskPoints.map((points, task) => ({
    task: String(task + 1),
    points: got[task] ?? 0,
    pointsMax: points * size,
  }));
  const common = { year, participants: size };
  return [
    { ...common, procedure: one.procedure, below: marks[0], marks, scores, journal, gaps, tasks },
    {
      ...common,
      procedure: { ...one.procedure, kind: journalKinds.year },
      below: journalMarks[0],
      marks: journalMarks,
      scores: null,
      journal: null,
      gaps: null,
      tasks: null,
    },
  ];
}

const scoreMaxOf = ({ taskPoints }: InventedWork): number =>
  taskPoints.reduce((sum, points) => sum + points, 0);

/** The power by which a task is harder than a pupil is able; `place` from 0 of the first task to 1. */
function hardnessOf(place: number, habit: InventedHabit | null): number {
  return habit === 'drilled' ? 1.3 - 0.6 * place : 0.75 + 0.5 * place;
}

/** By how many marks the journal is above the work. */
function journalStep(swing: number, habit: InventedHabit | null): number {
  const up = habit === 'lenient' ? 0.02 : habit === 'generous' ? 0.5 : 0.22;
  const far = habit === 'generous' ? 0.2 : 0.01;
  if (swing < up) return swing < far ? 2 : 1;
  return swing < 0.9 ? 0 : swing < 0.98 ? -1 : -2;
}

/** A small generator of even numbers in [0, 1): chance that is the same in every run. */
export function seededChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
