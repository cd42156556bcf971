import { hideRows } from '../results/hide-cells.ts';
import { noSums } from './aggregate.ts';
import type { CountedUnit, HiddenCodes } from './hide-values.ts';

/** An indicator that was reckoned school by school and added up, and what of its elements may tell of few pupils. */
export interface ReckonedCode {
  readonly code: string;
  /** Its elements whose small numbers are kept back. */
  readonly secret: readonly string[];
  /** It counts schools by what their pupils did: of few schools it would say that of one. */
  readonly countsSchools: boolean;
}

type Hiding = { readonly hidden: readonly HiddenCodes[]; readonly above: HiddenCodes | null };

/**
 * What of reckoned numbers is kept back beside what `hideValues` keeps. With an element that is hidden in the unit; where some schools gave an element and not all of them, for the
 * number is then of fewer schools, and the difference is theirs; where 1 to 4 schools were counted by what their pupils did, with as many others as that takes.
 */
export function hideReckoned(
  reckoned: readonly ReckonedCode[],
  units: readonly CountedUnit[],
  { hidden, above }: Hiding,
): HiddenCodes[] {
  const few = new Map(
    reckoned
      .filter(({ countsSchools }) => countsSchools)
      .map(({ code }) => [
        code,
        hideRows(
          units.map(({ sums }) => [(sums.get(code) ?? noSums).counted]),
          { isKnownAbove: above === null ? null : !above.has(code), before: units.map(() => true) },
        ),
      ]),
  );
  return units.map(({ sums }, at) => {
    const own = hidden[at] ?? new Set<string>();
    const counted = (code: string): number => (sums.get(code) ?? noSums).counted;
    const isKept = ({ code, secret, countsSchools }: ReckonedCode): boolean =>
      few.get(code)?.[at] === false ||
      // A count of schools leaves out those with few pupils, and is of fewer schools for that.
      (!countsSchools && secret.some((one) => own.has(one) || counted(one) !== counted(code)));
    return new Set([...own, ...reckoned.filter(isKept).map(({ code }) => code)]);
  });
}
