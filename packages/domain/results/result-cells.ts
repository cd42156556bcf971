import type { ExamCount } from './exam-count.ts';

/**
 * Participants of one or many schools, divided three times: by having passed, those who passed by their marks, and all by the journal. Each division adds up
 * to what it divides, so that cells of schools add up to those of a territory.
 */
export type ResultCells = {
  readonly participants: number;
  /** Below the minimum with a mark 2, below without marks, passed, not known. */
  readonly passing: readonly [marked: number, unmarked: number, passed: number, unknown: number];
  /** Marks 3, 4 and 5 of those who passed, and those whose mark is not known. */
  readonly marks: readonly [three: number, four: number, five: number, unknown: number];
  readonly journal: readonly [lowered: number, confirmed: number, raised: number, unknown: number];
};

export type CountedParts = Pick<ExamCount, 'participants' | 'below' | 'marks' | 'journal'>;

/** Marks that say something else of those below the minimum than the count itself are left out: two numbers for one thing cannot be added up. */
export function cellsOf({ participants, below, marks, journal }: CountedParts): ResultCells {
  const [two, three, four, five] = marks ?? [null, 0, 0, 0];
  const under = below ?? two;
  const journalKnown = journal ?? { lowered: 0, confirmed: 0, raised: 0 };
  const { lowered, confirmed, raised } = journalKnown;
  const byJournal = [lowered, confirmed, raised, participants - lowered - confirmed - raised] as const;
  if (under === null)
    return { participants, passing: [0, 0, 0, participants], marks: [0, 0, 0, 0], journal: byJournal };
  const passed = participants - under;
  return two === under
    ? {
        participants,
        passing: [under, 0, passed, 0],
        marks: [three, four, five, passed - three - four - five],
        journal: byJournal,
      }
    : { participants, passing: [0, under, passed, 0], marks: [0, 0, 0, passed], journal: byJournal };
}

export const noCells: ResultCells = {
  participants: 0,
  passing: [0, 0, 0, 0],
  marks: [0, 0, 0, 0],
  journal: [0, 0, 0, 0],
};

type Four = readonly [number, number, number, number];

export function sumCells(parts: readonly ResultCells[]): ResultCells {
  return parts.reduce(
    (sum, one) => ({
      participants: sum.participants + one.participants,
      passing: added(sum.passing, one.passing),
      marks: added(sum.marks, one.marks),
      journal: added(sum.journal, one.journal),
    }),
    noCells,
  );
}

function added([a, b, c, d]: Four, [e, f, g, h]: Four): [number, number, number, number] {
  return [a + e, b + f, c + g, d + h];
}
