import { formatNumber, formatShare } from '../../basics/format.ts';
import { type ChangeVerdict, shareChange, type ShareCount } from '../share-change.ts';
import { wilsonInterval } from '../wilson-interval.ts';
import type { NoteCounts, NoteProcedure } from './analytic-note.ts';

/** Counts of a share where both are shown and somebody took part. */
export function shareOf({ assessed, below }: NoteCounts): ShareCount | null {
  return typeof assessed === 'number' && typeof below === 'number' && assessed > 0
    ? { below, participants: assessed }
    : null;
}

/** A count in a cell: a dash where it is not known. */
export function countCell(count: NoteCounts['below']): string {
  return count === null ? '–' : count === 'hidden' ? 'скрыто' : formatNumber(count, 'ru');
}

/** «29 %», or why there is none. */
export function shareCell(counts: NoteCounts): string {
  const share = shareOf(counts);
  return share === null
    ? countCell(counts.below === null ? null : 'hidden')
    : percent(share.below / share.participants);
}

/** «от 21 до 57 %»: Wilson's bounds. */
export function boundsCell(counts: NoteCounts): string {
  const share = shareOf(counts);
  if (share === null) return '–';
  const [low, high] = wilsonInterval(share.below, share.participants);
  return `от ${digits(100 * low)} до ${percent(high)}`;
}

/** «45 из 410 · 11 %». */
export const shareWords = ({ below, participants }: ShareCount): string =>
  formatShare(below, participants, 'ru');

export type YearChange = {
  readonly before: number;
  /** Points of percent, after minus before. */
  readonly points: number;
  readonly verdict: ChangeVerdict;
};

/** Against the year before, when both may be shown. */
export function changeOf({ years }: NoteProcedure, year: number): YearChange | null {
  const [before, after] = [year - 1, year].map((one) => {
    const counts = years.find((known) => known.year === one);
    return counts === undefined ? null : shareOf(counts);
  });
  if (before === null || before === undefined || after === null || after === undefined) return null;
  const { difference, verdict } = shareChange(before, after);
  return difference === null ? null : { before: year - 1, points: 100 * difference, verdict };
}

/**
 * The part against all the others together: `worse` is more below the minimum than there, beyond what chance makes of so few. Null where a number is kept
 * back.
 */
export function partAgainstRest(part: NoteCounts, whole: NoteCounts): ChangeVerdict | null {
  const [own, all] = [shareOf(part), shareOf(whole)];
  if (own === null || all === null) return null;
  const rest = { below: all.below - own.below, participants: all.participants - own.participants };
  return rest.participants <= 0 || rest.below < 0 ? null : shareChange(rest, own).verdict;
}

/** «+3,2 п. п.». */
export function pointsCell(points: number): string {
  const sign = points > 0 ? '+' : points < 0 ? '−' : '';
  return `${sign}${digits(Math.abs(points))} п. п.`;
}

export const percent = (share: number): string => `${digits(100 * share)} %`;

const digits = (value: number): string => formatNumber(value, 'ru', 1);
