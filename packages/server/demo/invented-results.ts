import type { ExamCount } from '@opora/domain/results/exam-count.ts';
import type { Procedure } from '@opora/domain/results/procedure.ts';

/** What results are invented of: a school's size and how well it teaches. */
export type InventedSchool = {
  /** Pupils of one grade. */
  readonly size: number;
  /** Share of points that its pupils get on average, 0 to 1. */
  readonly level: number;
  /** Change of the level from year to year. */
  readonly trend: number;
  /** Marks of its own works lifted over the borders: what objectivity signs are to notice. */
  readonly lenient: boolean;
};

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

/** Results of a school in every work of the years, as counts, as if each pupil had sat each task. `chance` gives even numbers in [0, 1). */
export function inventResults(
  school: InventedSchool,
  years: readonly number[],
  chance: () => number,
): ExamCount[] {
  return years.flatMap((year, at) =>
    inventedWorks.map((one) => {
      const level = school.level + school.trend * at + 0.06 * (chance() - 0.5);
      const size = Math.max(1, Math.round(school.size * (0.85 + 0.3 * chance())));
      return sitWork(
        one,
        { year, size, level, lenient: school.lenient && one.procedure.kind === 'ВПР' },
        chance,
      );
    }),
  );
}

type Sitting = {
  readonly year: number;
  readonly size: number;
  readonly level: number;
  readonly lenient: boolean;
};

function sitWork(
  one: InventedWork,
  { year, size, level, lenient }: Sitting,
  chance: () => number,
): ExamCount {
  const scoreMax = one.taskPoints.reduce((sum, points) => sum + points, 0);
  const scores = Array.from({ length: scoreMax + 1 }, () => 0);
  const marks: [number, number, number, number] = [0, 0, 0, 0];
  const journal = { lowered: 0, confirmed: 0, raised: 0 };
  const got = one.taskPoints.map(() => 0);
  for (let pupil = 0; pupil < size; pupil += 1) {
    const able = Math.min(0.97, Math.max(0.05, level + 0.5 * (chance() + chance() + chance() - 1.5) * 0.5));
    let score = 0;
    one.taskPoints.forEach((points, task) => {
      const hard = 0.75 + (0.5 * task) / one.taskPoints.length;
      for (let point = 0; point < points; point += 1) {
        if (chance() >= able ** hard) continue;
        got[task] = (got[task] ?? 0) + 1;
        score += 1;
      }
    });
    // A mark just out of reach is given all the same; the point is found in the first task with room for it.
    if (lenient && one.marks.includes(score + 1) && chance() < 0.85) {
      const room = one.taskPoints.findIndex((points, task) => (got[task] ?? 0) < points * size);
      got[room] = (got[room] ?? 0) + 1;
      score += 1;
    }
    scores[score] = (scores[score] ?? 0) + 1;
    const mark = one.marks.filter((border) => score >= border).length;
    marks[mark] = (marks[mark] ?? 0) + 1;
    const swing = chance();
    journal[swing < (lenient ? 0.02 : 0.22) ? 'lowered' : swing < 0.9 ? 'confirmed' : 'raised'] += 1;
  }
  return {
    year,
    procedure: one.procedure,
    participants: size,
    below: marks[0],
    marks,
    scores,
    journal,
    tasks: one.taskPoints.map((points, task) => ({
      task: String(task + 1),
      points: got[task] ?? 0,
      pointsMax: points * size,
    })),
  };
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
