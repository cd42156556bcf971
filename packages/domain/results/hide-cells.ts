import type { ResultCells } from './result-cells.ts';
import { shownPupilsMin } from './suppress-cells.ts';

/** What of a unit's results may be shown above the school level; each part is shown whole or not at all. */
export type ShownParts = {
  readonly participants: boolean;
  readonly passing: boolean;
  readonly marks: boolean;
  readonly journal: boolean;
  readonly gaps: boolean;
};

/** Cells that are no secret: nobody's mark. They balance a row all the same. */
const secretColumns = 3;
/** Gaps by two marks or one, down and up: the one is the other taken off the journal. */
const secretGaps = 4;

/** Of the highest unit, above which nothing is shown. */
export function hideHighest(unit: ResultCells): ShownParts {
  const [own = nothingShown] = hideBelow([unit], null);
  return own;
}

/**
 * Of units that add up to one above, of which `above` is shown (null: nothing above is known). A part with a secret of 1 to 4 pupils is hidden, and with it parts of
 * as many other units as it takes for the hidden ones to hold together 5 or more in every secret column, or nobody. Hidden rows then form a full block of
 * which only sums are known, and in a block of whole numbers a cell may be as large as the lesser of its two sums: 5 or more. Where a part is hidden
 * above, it is hidden in everything below, or the sum would come back. So no subtraction within or between the tables of region, municipality and school,
 * of numbers, passing, marks, journal and gaps gives a hidden count away.
 */
export function hideBelow(units: readonly ResultCells[], above: ShownParts | null): ShownParts[] {
  const participants = hideRows(
    units.map((unit) => [unit.participants]),
    { isKnownAbove: above?.participants ?? null, before: units.map(() => true) },
  );
  const passing = hideRows(
    units.map((unit) => secrets(unit.passing)),
    { isKnownAbove: above?.passing ?? null, before: participants },
  );
  const marks = hideRows(
    units.map((unit) => secrets(unit.marks)),
    { isKnownAbove: above?.marks ?? null, before: passing },
  );
  const journal = hideRows(
    units.map((unit) => secrets(unit.journal)),
    { isKnownAbove: above?.journal ?? null, before: participants },
  );
  const gaps = hideRows(
    units.map((unit) => unit.gaps.slice(0, secretGaps)),
    { isKnownAbove: above?.gaps ?? null, before: journal },
  );
  return units.map((_, at) => ({
    participants: participants[at] === true,
    passing: passing[at] === true,
    marks: marks[at] === true,
    journal: journal[at] === true,
    gaps: gaps[at] === true,
  }));
}

export const nothingShown: ShownParts = {
  participants: false,
  passing: false,
  marks: false,
  journal: false,
  gaps: false,
};
export const allShown: ShownParts = {
  participants: true,
  passing: true,
  marks: true,
  journal: true,
  gaps: true,
};

type Bounds = {
  /** Whether sums of the columns are shown above; null: there is nothing above. */
  readonly isKnownAbove: boolean | null;
  /** Rows of what this part divides, as they are shown. */
  readonly before: readonly boolean[];
};

/**
 * Which rows may be shown whole, of rows whose every column is a secret while it is small: as told at `hideBelow`, for one part of units that add up to one
 * above.
 */
export function hideRows(rows: readonly (readonly number[])[], { isKnownAbove, before }: Bounds): boolean[] {
  if (isKnownAbove === false) return rows.map(() => false);
  const shown = rows.map((cells, at) => before[at] === true && !cells.some(isSmall));
  if (isKnownAbove === null) return shown;
  for (;;) {
    const sums = hiddenSums(rows, shown);
    const column = sums.findIndex(isSmall);
    if (column === -1) return shown;
    const next = nextToHide(rows, shown, { column, lacking: shownPupilsMin - (sums[column] ?? 0) });
    // Nobody else has the column: its sum above is as small and was hidden, so this is not reached with sums that add up.
    if (next === null) return rows.map(() => false);
    shown[next] = false;
  }
}

function hiddenSums(rows: readonly (readonly number[])[], shown: readonly boolean[]): number[] {
  const sums = Array.from({ length: rows[0]?.length ?? 0 }, () => 0);
  for (const [at, cells] of rows.entries())
    if (shown[at] !== true)
      cells.forEach((count, column) => {
        sums[column] = (sums[column] ?? 0) + count;
      });
  return sums;
}

/** The smallest row that is enough alone, else the one that gives most; null where no shown row has any. */
function nextToHide(
  rows: readonly (readonly number[])[],
  shown: readonly boolean[],
  { column, lacking }: { readonly column: number; readonly lacking: number },
): number | null {
  const having = [...rows.keys()].filter((at) => shown[at] === true && countIn(rows, at, column) > 0);
  const enough = having.filter((at) => countIn(rows, at, column) >= lacking);
  const best = enough.length > 0 ? enough : having;
  const weight = (at: number): number =>
    enough.length > 0 ? total(rows[at] ?? []) : -countIn(rows, at, column);
  return best.reduce<number | null>(
    (least, at) => (least === null || weight(at) < weight(least) ? at : least),
    null,
  );
}

function countIn(rows: readonly (readonly number[])[], row: number, column: number): number {
  return rows[row]?.[column] ?? 0;
}

const secrets = (cells: readonly number[]): readonly number[] => cells.slice(0, secretColumns);

function total(cells: readonly number[]): number {
  return cells.reduce((sum, count) => sum + count, 0);
}

function isSmall(count: number): boolean {
  return count > 0 && count < shownPupilsMin;
}
