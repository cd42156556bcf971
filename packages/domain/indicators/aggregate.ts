import { z } from 'zod';
import type { IndicatorUnit } from './indicator.ts';
import type { IndicatorValue } from './indicator-value.ts';

const Count = z.number().int().nonnegative();

/**
 * What values of one indicator and period come to over schools. Everything in it adds up, so that municipalities make a region. Of a score the amount is
 * mean times people, so that a quotient is a mean weighted by people.
 */
export const IndicatorSums = z.object({
  amount: z.number(),
  total: z.number(),
  /** Schools whose numbers are in the sums. */
  counted: Count,
  /** Schools that gave an amount without the total that its weight would be: left out. */
  withoutTotal: Count,
  notApplicable: Count,
  /** Kept as typed and not understood. */
  unreadable: Count,
});
export type IndicatorSums = z.infer<typeof IndicatorSums>;

export const noSums: IndicatorSums = {
  amount: 0,
  total: 0,
  counted: 0,
  withoutTotal: 0,
  notApplicable: 0,
  unreadable: 0,
};

export function isWeighted(unit: IndicatorUnit): boolean {
  return unit === 'share' || unit === 'ratio' || unit === 'score';
}

/** «Not applicable» and «not given» are in no sum; nor is a value without its total (N = 0 says nothing either). */
export function sumOfValue(
  unit: IndicatorUnit,
  { state, amount, total }: Pick<IndicatorValue, 'state' | 'amount' | 'total'>,
): IndicatorSums {
  if (state === 'not-applicable') return { ...noSums, notApplicable: 1 };
  if (state === 'unreadable' || amount === null) return { ...noSums, unreadable: 1 };
  if (!isWeighted(unit)) return { ...noSums, amount, counted: 1 };
  if (total === null || total === 0) return { ...noSums, withoutTotal: 1 };
  return { ...noSums, amount: unit === 'score' ? amount * total : amount, total, counted: 1 };
}

export function addSums(parts: readonly IndicatorSums[]): IndicatorSums {
  return parts.reduce(
    (sum, one) => ({
      amount: sum.amount + one.amount,
      total: sum.total + one.total,
      counted: sum.counted + one.counted,
      withoutTotal: sum.withoutTotal + one.withoutTotal,
      notApplicable: sum.notApplicable + one.notApplicable,
      unreadable: sum.unreadable + one.unreadable,
    }),
    noSums,
  );
}

/** n and N behind the number that is shown: of yes or no the schools that said yes of those that answered; N is null of a plain count. */
export type MeasuredValue = { readonly amount: number; readonly total: number | null };

/** Null where no school gave a number. */
export function valueOfSums(
  unit: IndicatorUnit,
  { amount, total, counted }: Pick<IndicatorSums, 'amount' | 'total' | 'counted'>,
): MeasuredValue | null {
  if (counted === 0) return null;
  if (unit === 'yes-no') return { amount, total: counted };
  return { amount, total: isWeighted(unit) ? total : null };
}

/** The number itself: a quotient wherever there is an N, else the sum. Null of nobody. */
export function measureOfValue(value: MeasuredValue | null): number | null {
  if (value === null) return null;
  if (value.total === null) return value.amount;
  return value.total === 0 ? null : value.amount / value.total;
}
