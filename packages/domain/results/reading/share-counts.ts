import type { ReportFaultCode } from './report-fault.ts';

type Counted = { readonly counts: readonly number[] } | { readonly fault: ReportFaultCode };

/**
 * Whole numbers of participants out of what a row gives: shares in percent as they are printed, or already numbers. Shares are told by
 * their sum of 100; each must be of a whole number as near as its printed digits allow.
 */
export function countsOf(values: readonly number[], participants: number): Counted {
  const sum = values.reduce((total, value) => total + value, 0);
  const areWhole = values.every((value) => Number.isInteger(value) && value >= 0);
  if (areWhole && sum === participants) return { counts: values };
  if (participants === 0)
    return sum === 0 || near(sum, 100, 1.5) ? { counts: values.map(() => 0) } : { fault: 'do-not-sum' };
  if (values.some((value) => value < 0) || !near(sum, 100, Math.max(0.6, values.length * 0.06))) {
    return { fault: 'do-not-sum' };
  }
  const exact = values.map((value) => (value * participants) / 100);
  const counts = exact.map(Math.round);
  const fits = exact.every((value, at) =>
    near(value, counts[at] ?? 0, slack(values[at] ?? 0) * (participants / 100)),
  );
  const total = counts.reduce((all, value) => all + value, 0);
  if (fits && total === participants) return { counts };
  // Of thousands of participants a printed share leaves several whole numbers: the sum decides.
  return participants > 1000
    ? { counts: byLargestRemainder(exact, participants) }
    : { fault: 'share-not-whole' };
}

/** Half of the last printed digit, and a little for the noise of binary fractions. */
function slack(share: number): number {
  const digits = Number.isInteger(share) ? 0 : Number.isInteger(Math.round(share * 1e6) / 1e5) ? 1 : 2;
  return 0.5 * 10 ** -digits + 1e-6;
}

function byLargestRemainder(exact: readonly number[], total: number): number[] {
  const counts = exact.map(Math.floor);
  const missing = total - counts.reduce((all, value) => all + value, 0);
  const order = exact
    .map((value, at) => ({ at, rest: value % 1 }))
    .toSorted((a, b) => b.rest - a.rest || a.at - b.at);
  for (const { at } of order.slice(0, Math.max(0, missing))) counts[at] = (counts[at] ?? 0) + 1;
  return counts;
}

const near = (value: number, aim: number, within: number): boolean => Math.abs(value - aim) <= within;
