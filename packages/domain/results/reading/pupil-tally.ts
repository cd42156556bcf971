import type { PartialCount } from './report.ts';

/** One pupil's result while a row is read; nothing of it outlives the row but what is added to the counts. */
export type PupilResult = {
  readonly mark: number | null;
  readonly journalMark: number | null;
  readonly score: number | null;
  readonly below: boolean | null;
  readonly tasks: readonly { readonly task: string; readonly points: number; readonly pointsMax: number }[];
};

/** Counts of pupils as they come. What no pupil of the file has stays null. */
export function pupilTally() {
  const marks: [number, number, number, number] = [0, 0, 0, 0];
  const scores: number[] = [];
  const journal = { lowered: 0, confirmed: 0, raised: 0 };
  const gaps = { lowered: 0, raised: 0 };
  const tasks = new Map<string, { points: number; pointsMax: number }>();
  const seen = { participants: 0, below: 0, told: 0 };
  return {
    add({ mark, journalMark, score, below, tasks: done }: PupilResult): void {
      seen.participants += 1;
      if (mark !== null) marks[mark - 2] = (marks[mark - 2] ?? 0) + 1;
      if (score !== null) {
        while (scores.length <= score) scores.push(0);
        scores[score] = (scores[score] ?? 0) + 1;
      }
      if (below !== null) seen.told += 1;
      if (below === true) seen.below += 1;
      if (mark !== null && journalMark !== null) {
        journal[mark < journalMark ? 'lowered' : mark > journalMark ? 'raised' : 'confirmed'] += 1;
        if (mark <= journalMark - 2) gaps.lowered += 1;
        if (mark >= journalMark + 2) gaps.raised += 1;
      }
      for (const { task, points, pointsMax } of done) {
        const sum = tasks.get(task) ?? { points: 0, pointsMax: 0 };
        tasks.set(task, { points: sum.points + points, pointsMax: sum.pointsMax + pointsMax });
      }
    },
    count: (): PartialCount => {
      const isCompared = Object.values(journal).some((count) => count > 0);
      return {
        participants: seen.participants,
        below: seen.told === 0 ? null : seen.below,
        marks: marks.some((count) => count > 0) ? [...marks] : null,
        scores: scores.length > 0 ? [...scores] : null,
        journal: isCompared ? { ...journal } : null,
        gaps: isCompared ? { ...gaps } : null,
        tasks: tasks.size > 0 ? [...tasks].map(([task, sum]) => ({ task, ...sum })) : null,
      };
    },
  };
}

/** A tally for each school, grade and subject of a file, in the order in which they come. */
export function tallies<K>(): {
  readonly at: (key: string, first: () => K) => ReturnType<typeof pupilTally>;
  readonly all: () => { readonly of: K; readonly count: PartialCount }[];
} {
  const known = new Map<string, { of: K; tally: ReturnType<typeof pupilTally> }>();
  return {
    at(key, first) {
      const found = known.get(key) ?? { of: first(), tally: pupilTally() };
      known.set(key, found);
      return found.tally;
    },
    all: () => [...known.values()].map(({ of, tally }) => ({ of, count: tally.count() })),
  };
}
