import jstat from 'jstat';
import type { BetaPrior } from './beta-prior.ts';

/**
 * The probability that the true share is at or over the threshold, after `below` of `participants`: what is left of the beta posterior past the threshold.
 * The function remembers its answers, as many schools have the same numbers.
 */
export function probabilityOver(
  { alpha, beta }: BetaPrior,
  threshold: number,
): (below: number, participants: number) => number {
  const known = new Map<number, number>();
  return (below, participants) => {
    const key = participants * 4_194_304 + below;
    const before = known.get(key);
    if (before !== undefined) return before;
    const under =
      threshold >= 1 ? 1 : jstat.jStat.ibeta(threshold, alpha + below, beta + participants - below);
    const probability = Math.min(1, Math.max(0, 1 - under));
    known.set(key, probability);
    return probability;
  };
}
