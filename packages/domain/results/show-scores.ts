import type { ShownParts } from './hide-cells.ts';
import type { ShownCount } from './shown-counts.ts';
import { suppressRow } from './suppress-cells.ts';

type ScoreSight = {
  /** Pupils by score of all schools whose numbers the reader does not know. */
  readonly rest: readonly number[];
  readonly restShown: ShownParts;
  /** Least scores of marks 3, 4 and 5. */
  readonly borders: readonly number[];
};

/**
 * The histogram of many schools. Scores between two borders add up to a mark, so where the mark is kept back its scores are too, and where it is shown small
 * columns hide behind others of the same mark.
 */
export function showScores(
  all: readonly number[],
  { rest, restShown, borders }: ScoreSight,
): Exclude<ShownCount, null>[] {
  const starts = [0, ...borders];
  return starts.flatMap((start, band) => {
    const end = Math.max(start, Math.min(all.length, starts[band + 1] ?? all.length));
    const isShown = band === 0 ? restShown.passing : restShown.marks;
    const { cells } = suppressRow(all.slice(start, end).map((_, at) => rest[start + at] ?? 0));
    return all
      .slice(start, end)
      .map((count, at) => (isShown && (cells[at] ?? null) !== null ? count : ('hidden' as const)));
  });
}
