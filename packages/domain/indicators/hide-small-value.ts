import { type HidingIndicator, isSecret } from './hide-values.ts';
import type { IndicatorValue } from './indicator-value.ts';

const smallMax = 4;
const isSmall = (count: number): boolean => count >= 1 && count <= smallMax;

/** The value as somebody above the school may see it: 1 to 4 pupils, or all but so many, are left out with what was typed. */
export function hideSmallValue<V extends Pick<IndicatorValue, 'amount' | 'total' | 'typed'>>(
  definition: HidingIndicator,
  value: V,
): V & { readonly isHidden: boolean } {
  const { amount, total } = value;
  if (!isSecret(definition) || amount === null) return { ...value, isHidden: false };
  const rest = definition.unit === 'share' && total !== null ? total - amount : 0;
  const counts = definition.unit === 'score' ? [total ?? 0] : [amount, rest];
  return counts.some(isSmall)
    ? { ...value, amount: null, total: null, typed: null, isHidden: true }
    : { ...value, isHidden: false };
}
