import { measureOfValue, type MeasuredValue } from './aggregate.ts';
import type { Indicator } from './indicator.ts';
import { goodSign } from './start-control.ts';

/** Null where there is no number or no good side. */
export function isTargetReached(
  { direction }: Pick<Indicator, 'direction'>,
  value: MeasuredValue | null,
  target: MeasuredValue,
): boolean | null {
  const [measure, wanted] = [measureOfValue(value), measureOfValue(target)];
  const good = goodSign(direction);
  if (measure === null || wanted === null || good === 0) return null;
  // Quotients of different N: 3 of 10 reaches 30 of 100 whatever the last bit says.
  return good * (measure - wanted) >= -1e-9;
}

/** A school of the set by its context index, with the number it has. */
export type SimilarCandidate = {
  readonly orgUnitId: string;
  readonly index: number;
  readonly value: MeasuredValue | null;
};

export type SimilarInterval = {
  /** The middle half of the schools lies between them. */
  readonly low: number;
  readonly high: number;
  readonly schools: number;
};

/** So many schools of the nearest context; fewer with a number would tell of single ones. */
export const similarSchools = 10;

/**
 * Between which numbers the middle half of the ten schools of the nearest context lies, rounded so that no school's own number is read from it. Null where the
 * school or ten others have no index or number, and of counts, which go with the size of a school.
 */
export function similarInterval(
  unit: Indicator['unit'],
  own: Pick<SimilarCandidate, 'orgUnitId' | 'index'>,
  others: readonly SimilarCandidate[],
): SimilarInterval | null {
  if (unit === 'count' || unit === 'yes-no') return null;
  const nearest = others
    .filter(({ orgUnitId, value }) => orgUnitId !== own.orgUnitId && measureOfValue(value) !== null)
    .toSorted(
      (one, other) =>
        Math.abs(one.index - own.index) - Math.abs(other.index - own.index) ||
        (one.orgUnitId < other.orgUnitId ? -1 : 1),
    )
    .slice(0, similarSchools)
    .map(({ value }) => measureOfValue(value) ?? 0)
    .toSorted((one, other) => one - other);
  if (nearest.length < similarSchools) return null;
  const step = unit === 'share' ? 0.01 : unit === 'score' ? 0.1 : 0.01;
  return {
    low: roundTo(quantile(nearest, 0.25), step),
    high: roundTo(quantile(nearest, 0.75), step),
    schools: nearest.length,
  };
}

/** Between the two nearest of the ordered numbers. */
function quantile(ordered: readonly number[], part: number): number {
  const place = part * (ordered.length - 1);
  const [low, high] = [ordered[Math.floor(place)] ?? 0, ordered[Math.ceil(place)] ?? 0];
  return low + (high - low) * (place - Math.floor(place));
}

const roundTo = (value: number, step: number): number => Math.round(value / step) / Math.round(1 / step);
