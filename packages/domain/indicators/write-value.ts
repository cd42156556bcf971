import type { Indicator } from './indicator.ts';
import type { IndicatorValue } from './indicator-value.ts';

/** A value as one cell, so that `readValue` gives the same back: «42 из 200», «3,5/46», «да», «-». An unreadable one as it was typed. */
export function writeValue(
  unit: Indicator['unit'],
  { state, amount, total, typed }: Pick<IndicatorValue, 'state' | 'amount' | 'total' | 'typed'>,
): string {
  if (state === 'not-applicable') return '-';
  if (state === 'unreadable' || amount === null) return typed ?? '';
  if (unit === 'yes-no') return amount === 0 ? 'нет' : 'да';
  if (unit === 'count' || total === null) return decimalText(amount);
  return unit === 'share'
    ? `${decimalText(amount)} из ${decimalText(total)}`
    : `${decimalText(amount)}/${decimalText(total)}`;
}

/** Without spaces between thousands, which an office program would take for text. */
export const decimalText = (value: number): string => String(value).replace('.', ',');
