import { Refusal } from '../basics/refusal.ts';
import { checkDefinition } from './check-definition.ts';
import { isSecret } from './hide-values.ts';
import type { Indicator } from './indicator.ts';
import type { NamedIndicators } from './parse-formula.ts';

/** What of a definition does not fit together; null where all does. */
export type IndicatorFault =
  | 'total-missing'
  | 'total-wrong'
  | 'part-wrong'
  | 'change-asked'
  | 'direction-wrong'
  | 'other-number'
  | 'told-more';

/**
 * Shares and ratios that are asked have a total that is a count of what they say; a part is of the same unit and total as its whole, which is no part of it. `known` has the version that
 * this one follows: values given under it are shown by the newest, so that it counts the same and hides as much.
 */
export function indicatorFault(indicator: Indicator, known: NamedIndicators): IndicatorFault | null {
  const { unit, origin, totalCode, totalOf, partOf, denominator, direction } = indicator;
  const isWeighted = unit === 'share' || unit === 'ratio' || unit === 'score';
  if (unit === 'change' && origin.kind === 'asked') return 'change-asked';
  if ((direction === 'presence') !== (unit === 'yes-no') && direction === 'presence')
    return 'direction-wrong';
  if (isWeighted !== (totalOf !== null) || isWeighted !== (denominator !== null)) return 'total-missing';
  if (isWeighted && unit !== 'score' && origin.kind === 'asked' && totalCode === null) return 'total-missing';
  if (totalCode !== null) {
    const total = known.get(totalCode);
    if (!isWeighted || total?.unit !== 'count' || total.amountOf !== totalOf) return 'total-wrong';
  }
  const whole = partOf === null ? undefined : known.get(partOf);
  const isPart = whole?.unit === unit && whole.totalCode === totalCode && !isPartOf(whole, indicator, known);
  if (partOf !== null && !isPart) return 'part-wrong';
  const earlier = known.get(indicator.code);
  return earlier === undefined ? null : faultAfter(earlier, indicator);
}

/** Directly or through what it is a part of. */
function isPartOf(one: Indicator, whole: Indicator, known: NamedIndicators): boolean {
  const seen = new Set<string>();
  for (let at: Indicator | undefined = one; at !== undefined && !seen.has(at.code);) {
    if (at.code === whole.code) return true;
    seen.add(at.code);
    at = at.partOf === null ? undefined : known.get(at.partOf);
  }
  return false;
}

function faultAfter(earlier: Indicator, next: Indicator): IndicatorFault | null {
  const isSame =
    earlier.unit === next.unit && earlier.amountOf === next.amountOf && earlier.totalOf === next.totalOf;
  if (!isSame) return 'other-number';
  return isSecret(earlier) && !isSecret(next) ? 'told-more' : null;
}

/** Throws for a definition that cannot be kept. */
export function refuseDefinition(indicator: Indicator, known: NamedIndicators): void {
  const problem = checkDefinition(indicator, known);
  if (problem !== null) throw new Refusal('indicator-formula-wrong', { ...problem, problem: problem.code });
  const fault = indicatorFault(indicator, known);
  if (fault !== null) throw new Refusal('indicator-wrong', { fault });
}
