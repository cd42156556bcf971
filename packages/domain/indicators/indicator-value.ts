import { z } from 'zod';
import { IndicatorCode, type IndicatorUnit } from './indicator.ts';

export const numberMax = 1e9;
const Amount = z.number().min(-numberMax).max(numberMax);

/** `given` with an amount, zero too; `not-applicable` («-»: a school without grade 11); `unreadable`: kept as typed until it is mended. No row at all is «not given». */
export const valueStates = ['given', 'not-applicable', 'unreadable'] as const;

/** By what way a value came. */
export const valueSources = ['typed', 'pasted', 'file', 'document', 'previous', 'register'] as const;
export type ValueSource = (typeof valueSources)[number];

/** What one school says of one indicator and period. */
export const IndicatorValue = z.object({
  indicator: IndicatorCode,
  state: z.enum(valueStates),
  /** n of a share, mean of a score, 1 or 0 for yes or no; null unless given. */
  amount: Amount.nullable(),
  /** N of a share, units of a ratio, people behind a score; null where it is not asked or not said. */
  total: Amount.nullable(),
  /** As the person wrote it, where that says more than amount and total: «42/21%», an unreadable text. */
  typed: z.string().max(200).nullable(),
  source: z.enum(valueSources),
});
export type IndicatorValue = z.infer<typeof IndicatorValue>;

/** The number that is shown and compared: the quotient of a share or ratio, else the amount. Null where there is none, also of nobody (N = 0). */
export function measureOf(
  unit: IndicatorUnit,
  value: Pick<IndicatorValue, 'state' | 'amount' | 'total'>,
): number | null {
  if (value.state !== 'given' || value.amount === null) return null;
  if (unit !== 'share' && unit !== 'ratio') return value.amount;
  return value.total === null || value.total === 0 ? null : value.amount / value.total;
}
