import jstat from 'jstat';
import type { BetaPrior } from './beta-prior.ts';

/** The probability that the true share is at or over the threshold after these counts: what is left of the beta posterior past the threshold. */
export function probabilityOver(
  { alpha, beta }: BetaPrior,
  threshold: number,
  { below, participants }: { readonly below: number; readonly participants: number },
): number {
  if (threshold >= 1) return 0;
  const under = jstat.jStat.ibeta(threshold, alpha + below, beta + participants - below);
  return Math.min(1, Math.max(0, 1 - under));
}
