import type { ExamCount } from './exam-count.ts';

/**
 * Participants of one or many schools, divided four times: by having passed, those who passed by their marks, and all by the journal, once as three numbers and once with how far. Each division adds up
 * to what it divides, so that cells of schools add up to those of a territory.
 */
export type ResultCells = {
  readonly participants: number;
  /** Below the minimum with a mark 2, below without marks, passed, not known. */
  readonly passing: readonly [marked: number, unmarked: number, passed: number, unknown: number];
  /** Marks 3, 4 and 5 of those who passed, and those whose mark is not known. */
  readonly marks: readonly [three: number, four: number, five: number, unknown: number];
  readonly journal: readonly [lowered: number, confirmed: number, raised: number, unknown: number];
  /** Lowered and raised by two marks or more and by one, confirmed, and those of whom it is not known how far. */
  readonly gaps: readonly [
    loweredFar: number,
    loweredNear: number,
    raisedFar: number,
    raisedNear: number,
    confirmed: number,
    unknown: number,
  ];
};

export type CountedParts = Pick<ExamCount, 'participants' | 'below' | 'marks' | 'journal' | 'gaps'>;

/** Marks that say something else of those below the minimum than the count itself are left out: two numbers for one thing cannot be added up. */
export function cellsOf({ participants, below, marks, journal, gaps }: CountedParts): ResultCells {
  const [two, three, four, five] = marks ?? [null, 0, 0, 0];
  const under = below ?? two;
  const { lowered, confirmed, raised } = journal ?? { lowered: 0, confirmed: 0, raised: 0 };
  const unknown = participants - lowered - confirmed - raised;
  const byGap: ResultCells['gaps'] =
    gaps === null
      ? [0, 0, 0, 0, 0, participants]
      : [gaps.lowered, lowered - gaps.lowered, gaps.raised, raised - gaps.raised, confirmed, unknown];
  const compared = { journal: [lowered, confirmed, raised, unknown], gaps: byGap } as const;
  if (under === null)
    return { participants, passing: [0, 0, 0, participants], marks: [0, 0, 0, 0], ...compared };
  const passed = participants - under;
  return two === under
    ? {
        participants,
        passing: [under, 0, passed, 0],
        marks: [three, four, five, passed - three - four - five],
        ...compared,
      }
    : { participants, passing: [0, under, passed, 0], marks: [0, 0, 0, passed], ...compared };
}

export const noCells: ResultCells = {
  participants: 0,
  passing: [0, 0, 0, 0],
  marks: [0, 0, 0, 0],
  journal: [0, 0, 0, 0],
  gaps: [0, 0, 0, 0, 0, 0],
};

type Four = readonly [number, number, number, number];

export function sumCells(parts: readonly ResultCells[]): ResultCells {
  return parts.reduce(
    (sum, one) => ({
      participants: sum.participants + one.participants,
      passing: added(sum.passing, one.passing),
      marks: added(sum.marks, one.marks),
      journal: added(sum.journal, one.journal),
      gaps: addedSix(sum.gaps, one.gaps),
    }),
    noCells,
  );
}

function added([a, b, c, d]: Four, [e, f, g, h]: Four): [number, number, number, number] {
  return [a + e, b + f, c + g, d + h];
}

type Six = ResultCells['gaps'];

function addedSix([a, b, c, d, e, f]: Six, [g, h, i, j, k, l]: Six): Six {
  return [a + g, b + h, c + i, d + j, e + k, f + l];
}

/** Pupils of whom it is known how far their mark is from the journal's. */
export function measuredIn({ gaps }: ResultCells): number {
  const [loweredFar, loweredNear, raisedFar, raisedNear, confirmed] = gaps;
  return loweredFar + loweredNear + raisedFar + raisedNear + confirmed;
}
