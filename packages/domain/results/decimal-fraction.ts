/** A share as it was written: `0.3` is 3 of 10 exactly, not the nearest binary number. */
export type DecimalFraction = { readonly numerator: number; readonly denominator: number };

/** Digits after the point that a threshold may have: with ten million participants products stay exact. */
export const decimalDigitsMax = 6;

/** Null where the number has more digits than `decimalDigitsMax`. */
export function decimalFraction(value: number): DecimalFraction | null {
  const denominator = 10 ** decimalDigitsMax;
  const numerator = Math.round(value * denominator);
  return numerator / denominator === value ? { numerator, denominator } : null;
}

/** Whether `part` of `whole` is at or over the fraction, in whole numbers. */
export function reaches(part: number, whole: number, fraction: DecimalFraction): boolean {
  return part * fraction.denominator >= fraction.numerator * whole;
}

/** The least part of `whole` that is at or over the fraction. */
export function leastReaching(whole: number, fraction: DecimalFraction): number {
  return Math.ceil((fraction.numerator * whole) / fraction.denominator);
}
