import { shownPupilsMin } from '../results/suppress-cells.ts';
import type { MeasuredValue } from './aggregate.ts';
import { type HidingIndicator, isSecret } from './hide-values.ts';

const isSmall = (count: number): boolean => count >= 1 && count < shownPupilsMin;
/** Of 1 to 4. */
const middle = shownPupilsMin / 2;

/**
 * The value as it may stand in a statistic of nameless schools: in the place of a few pupils stands the middle of what they may be, so that a quantile does not move with them. Null of
 * a mean of so few.
 */
export function blurSmallValue(definition: HidingIndicator, value: MeasuredValue): MeasuredValue | null {
  if (!isSecret(definition)) return value;
  const { amount, total } = value;
  if (definition.unit === 'score') return isSmall(total ?? 0) ? null : value;
  const rest = definition.unit === 'share' && total !== null ? total - amount : 0;
  if (isSmall(amount) && isSmall(rest)) return { amount: (amount + rest) / 2, total };
  if (isSmall(rest)) return { amount: amount + rest - middle, total };
  return isSmall(amount) ? { amount: Math.min(middle, total ?? middle), total } : value;
}
