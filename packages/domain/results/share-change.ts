import { type ShareInterval, wilsonInterval } from './wilson-interval.ts';

/** A share as its counts. */
export type ShareCount = { readonly below: number; readonly participants: number };

/** What may be said of two years. `too-few`: nothing, in either direction. */
export type ChangeVerdict = 'better' | 'worse' | 'no-difference' | 'too-few';

export type ShareChange = {
  /** After minus before, −1 to 1; a share below the minimum that grows is worse. Null where a year has nobody. */
  readonly difference: number | null;
  /** Of the difference, at 95 %. */
  readonly interval: ShareInterval | null;
  readonly verdict: ChangeVerdict;
};

/** Fewer participants in either year allow no verdict: groups under 10 are not informative by ФИОКО's recommendations of 2026. */
export const comparedParticipantsMin = 10;

/**
 * Whether the share below the minimum changed, as far as counts can tell: by the interval for a difference of R. Newcombe (1998, method 10), out of the
 * Wilson intervals of both years. Two years of one school are other pupils; a school chosen because its year was bad tends to be better in the next without
 * anybody's doing.
 */
export function shareChange(before: ShareCount, after: ShareCount): ShareChange {
  if (before.participants === 0 || after.participants === 0)
    return { difference: null, interval: null, verdict: 'too-few' };
  const [one, two] = [before.below / before.participants, after.below / after.participants];
  const [oneLow, oneHigh] = wilsonInterval(before.below, before.participants);
  const [twoLow, twoHigh] = wilsonInterval(after.below, after.participants);
  const difference = two - one;
  const low = difference - Math.hypot(two - twoLow, oneHigh - one);
  const high = difference + Math.hypot(twoHigh - two, one - oneLow);
  const few = Math.min(before.participants, after.participants) < comparedParticipantsMin;
  const verdict = few ? 'too-few' : low > 0 ? 'worse' : high < 0 ? 'better' : 'no-difference';
  return { difference, interval: [low, high], verdict };
}
