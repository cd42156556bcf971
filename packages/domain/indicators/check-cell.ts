import type { Indicator } from './indicator.ts';
import type { IndicatorValue } from './indicator-value.ts';

/** Whether the numbers are such as the indicator has: a total only where it is of something, whole pupils, «yes» or «no». */
export function isValueOf(
  { unit, amountOf, totalOf }: Pick<Indicator, 'unit' | 'amountOf' | 'totalOf'>,
  { state, amount, total, typed }: Pick<IndicatorValue, 'state' | 'amount' | 'total' | 'typed'>,
): boolean {
  if ((state === 'given') !== (amount !== null)) return false;
  if (state === 'unreadable') return typed !== null && total === null;
  if (total !== null && (totalOf === null || total < 0 || !isWhole(total, totalOf))) return false;
  if (amount === null) return true;
  if (unit === 'yes-no') return amount === 0 || amount === 1;
  return unit === 'score' || (amount >= 0 && isWhole(amount, amountOf));
}

const isWhole = (value: number, kind: Indicator['amountOf']): boolean =>
  kind === 'points' || kind === 'square-metres' || Number.isInteger(value);
