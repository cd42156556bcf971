import type { MeasuredValue } from './aggregate.ts';
import type { Indicator } from './indicator.ts';
import { comparePeriods, type PeriodCode, periodOfCode } from './report-period.ts';
import { areSameSchools } from './same-schools.ts';
import { type ShownUnit, shownPart } from './show-dynamics.ts';
import { type ComparedIndicator, compareStartControl, goodSign, verdictGround } from './start-control.ts';

/** May a change of it be told from chance and from a wanted one? Those reckoned from others say nothing that these do not. */
export const mayWorsen = (indicator: ComparedIndicator & Pick<Indicator, 'origin'>): boolean =>
  indicator.origin.kind === 'asked' &&
  verdictGround(indicator) === 'chance' &&
  goodSign(indicator.direction) !== 0;

export type PeriodPair = { readonly before: PeriodCode; readonly last: PeriodCode };

/** The two last periods of each kind: a quarter is compared with a quarter. */
export function lastPairs(periods: readonly PeriodCode[]): PeriodPair[] {
  return [...Map.groupBy(periods, (period) => periodOfCode(period).kind).values()].flatMap((of) => {
    const [last, before] = of.toSorted(comparePeriods).toReversed();
    return last === undefined || before === undefined ? [] : [{ before, last }];
  });
}

export type WorsenedChange = PeriodPair & {
  readonly code: string;
  readonly from: MeasuredValue;
  readonly to: MeasuredValue;
};

export type WorsenedParts = {
  /** How many pairs of numbers were set beside each other; by chance alone one in forty of them would look worse. */
  readonly compared: number;
  readonly byScope: ReadonlyMap<string, readonly WorsenedChange[]>;
};

/** What went the wrong way beyond chance in the parts of a unit (municipalities, schools), of the numbers that may be shown of them and of no others. */
export function findWorsened(
  indicators: readonly Indicator[],
  pairs: readonly PeriodPair[],
  shownIn: ReadonlyMap<PeriodCode, Pick<ShownUnit, 'parts'>>,
): WorsenedParts {
  const byScope = new Map<string, WorsenedChange[]>();
  let compared = 0;
  for (const pair of pairs) {
    const [before, last] = [shownIn.get(pair.before)?.parts, shownIn.get(pair.last)?.parts];
    for (const [scope, part] of last ?? []) {
      const earlier = before?.get(scope);
      if (earlier === undefined) continue;
      for (const indicator of indicators) {
        const [from, to] = [shownPart(indicator, earlier), shownPart(indicator, part)];
        const countedIn = ({ sums }: typeof part): number => sums.get(indicator.code)?.counted ?? 0;
        if (from === null || to === null || from === 'hidden' || to === 'hidden') continue;
        // A territory whose forms are not all in yet.
        if (!areSameSchools(countedIn(earlier), countedIn(part))) continue;
        const { verdict } = compareStartControl(indicator, from, to);
        if (verdict !== 'too-few') compared += 1;
        if (verdict !== 'worsened') continue;
        const change = { ...pair, code: indicator.code, from, to };
        byScope.set(scope, [...(byScope.get(scope) ?? []), change]);
      }
    }
  }
  return { compared, byScope };
}
