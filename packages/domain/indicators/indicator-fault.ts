import { Refusal } from '../basics/refusal.ts';
import { checkDefinition } from './check-definition.ts';
import type { Indicator } from './indicator.ts';
import type { NamedIndicators } from './parse-formula.ts';

/** What of a definition does not fit together; null where all does. */
export type IndicatorFault =
  | 'total-missing'
  | 'total-wrong'
  | 'part-wrong'
  | 'change-asked'
  | 'direction-wrong';

/** Shares and ratios that are asked have a total that is a count of what they say; a part is of the same unit and total as its whole. */
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
  if (partOf === null) return null;
  const whole = known.get(partOf);
  return whole === undefined ||
    whole.unit !== unit ||
    whole.totalCode !== totalCode ||
    partOf === indicator.code
    ? 'part-wrong'
    : null;
}

/** Throws for a definition that cannot be kept. */
export function refuseDefinition(indicator: Indicator, known: NamedIndicators): void {
  const problem = checkDefinition(indicator, known);
  if (problem !== null) throw new Refusal('indicator-formula-wrong', { ...problem, problem: problem.code });
  const fault = indicatorFault(indicator, known);
  if (fault !== null) throw new Refusal('indicator-wrong', { fault });
}
