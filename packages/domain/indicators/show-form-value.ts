import type { ShownValue } from './dynamics-contract.ts';
import { type HidingIndicator, isSecret } from './hide-values.ts';
import type { IndicatorValue } from './indicator-value.ts';

/**
 * A value of a form as somebody above the school may see it: the numbers that dynamics show of it, or none, and then not what was typed either. What stands
 * nowhere in dynamics (words that were not read, an amount without its total) may still name a few pupils.
 */
export function showFormValue<V extends Pick<IndicatorValue, 'state' | 'amount' | 'total' | 'typed'>>(
  definition: HidingIndicator,
  inDynamics: ShownValue,
  value: V,
): V & { readonly isHidden: boolean } {
  const isSaid = inDynamics !== null && inDynamics !== 'hidden';
  if (value.state === 'not-applicable' || isSaid || !isSecret(definition))
    return { ...value, isHidden: false };
  return { ...value, amount: null, total: null, typed: null, isHidden: true };
}
