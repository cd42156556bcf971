import { comparedParticipantsMin, type ShareCount } from './share-change.ts';

/** Schools by their share below the minimum, ten points wide; the last one takes 100 % too. */
export const shareBinCount = 10;

/** To a school: fewer in all would be known by their place. */
export const distributionSchoolsMin = 10;

/**
 * How many schools stand in each tenth of the share, nameless. Schools with too few participants are left out. Null where fewer than `schoolsMin` are left.
 */
export function shareBins(schools: readonly ShareCount[], schoolsMin: number): number[] | null {
  const counted = schools.filter(({ participants }) => participants >= comparedParticipantsMin);
  if (counted.length < schoolsMin) return null;
  const bins = Array.from({ length: shareBinCount }, () => 0);
  for (const school of counted) {
    const bin = binOf(school);
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return bins;
}

/** In whole numbers: 3 of 10 stands in the fourth tenth. */
export function binOf({ below, participants }: ShareCount): number {
  return Math.min(shareBinCount - 1, Math.floor((below * shareBinCount) / participants));
}
