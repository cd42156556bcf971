import type { Language } from '@opora/domain/basics/catalog.ts';
import { formatNumber, formatShare } from '@opora/domain/basics/format.ts';
import { shareShown, type ShownCount, type ShownResults } from '@opora/domain/results/shown-counts.ts';
import { comparedParticipantsMin } from '@opora/domain/results/share-change.ts';

type Words = {
  readonly hidden: string;
  readonly noData: string;
  readonly few: (below: string, all: string) => string;
};

/** Zero, nothing known and kept back are three things. */
export function countWords(count: ShownCount, words: Words, language: Language): string {
  return count === null ? words.noData : count === 'hidden' ? words.hidden : formatNumber(count, language);
}

type Share = Pick<ShownResults, 'below' | 'assessed'>;

/** «7 из 24 · 29 %»; of few participants the counts alone. */
export function shareWords(results: Share, words: Words, language: Language): string {
  const share = shareShown(results);
  if (share === null) return results.below === 'hidden' ? words.hidden : words.noData;
  return share.participants < comparedParticipantsMin
    ? words.few(formatNumber(share.below, language), formatNumber(share.participants, language))
    : formatShare(share.below, share.participants, language);
}

/** Percent with one digit for a drawing; null leaves a gap, of few participants too. */
export function sharePercent(results: Share): number | null {
  const share = shareShown(results);
  return share === null || share.participants < comparedParticipantsMin
    ? null
    : percentOf(share.below, share.participants);
}

export const percentOf = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10;
