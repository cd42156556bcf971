import { z } from 'zod';
import { type DecimalFraction, leastReaching } from './decimal-fraction.ts';
import { shownPupilsMin } from './suppress-cells.ts';

/** What of a count is seen above the school level: both numbers, participants alone, or neither. */
export const CountSight = z.enum(['all', 'participants', 'nothing']);
export type CountSight = z.infer<typeof CountSight>;

/** Whole numbers from and to, both among them. */
export type Range = { readonly from: number; readonly to: number };

type Seen = {
  readonly participants: number;
  readonly below: number;
  /** Absent in lists made before it was kept: nothing is shown then. */
  readonly sight?: CountSight | undefined;
};

/**
 * What is told of the number below the minimum: 1 to 4 of 17; 13 to 16 where so few passed; anything where it is hidden for a neighbour's sake. Which of the first two is
 * not told where the threshold would leave one number only: low and 1 to 4 of 11 is 4. Null where the participants are hidden too.
 */
export function shownRange({ participants, below, sight }: Seen, threshold: DecimalFraction): Range | null {
  if (sight === 'all') return { from: below, to: below };
  if (sight !== 'participants') return null;
  const most = shownPupilsMin - 1;
  const isFew = (count: number): boolean => count > 0 && count <= most;
  const passed = participants - below;
  if (!isFew(below) && !isFew(passed)) return { from: 0, to: participants };
  const few = { from: 1, to: most };
  const nearlyAll = { from: participants - most, to: participants - 1 };
  const areApart = participants > 2 * most;
  const isEitherSafe = [few, nearlyAll].every((range) => staysOpen(range, participants, threshold));
  if (!areApart || !isEitherSafe) return { from: 1, to: participants - 1 };
  return isFew(below) ? few : nearlyAll;
}

/** Whether low or not low, whichever is said, leaves more than one number of the range. */
export function staysOpen(range: Range, participants: number, threshold: DecimalFraction): boolean {
  return [true, false].every((low) => {
    const { from, to } = narrowRange(range, { participants, low, threshold });
    return from !== to;
  });
}

type Side = {
  readonly participants: number;
  readonly low: boolean;
  readonly threshold: DecimalFraction;
};

/** The part of a range that is low by the threshold, or that is not; `from` is over `to` where there is none. */
export function narrowRange({ from, to }: Range, { participants, low, threshold }: Side): Range {
  const border = leastReaching(participants, threshold);
  return low ? { from: Math.max(from, border), to } : { from, to: Math.min(to, border - 1) };
}
