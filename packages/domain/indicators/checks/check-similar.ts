import { type CheckedValue, type CheckFinding, finding, type SimilarSummary } from '../check-finding.ts';
import { measureOf } from '../indicator-value.ts';

/** By the number of pupils schools are of like size. */
export const sizeCode = 'D01';

/** Fewer say nothing of what is usual. */
const schoolsMin = 8;
/** Robust distances (Iglewicz and Hoaglin, 1993: 3.5 medians of absolute deviations, scaled to a normal distribution). */
const distanceMax = 3.5;
const normalScale = 1.4826;

/** Nearer than these none of a thousand schools is the more alike. */
const nearMax = 20;

/** Of schools of like size with their context indexes those nearest to the school itself: no more than half, for of all of them none is near. Empty where that are too few. */
export function nearestByContext(own: string, indexes: ReadonlyMap<string, number>): string[] {
  const index = indexes.get(own);
  if (index === undefined) return [];
  const others = [...indexes].filter(([school]) => school !== own);
  const near = others
    .map(([school, other]) => ({ school, far: Math.abs(other - index) }))
    .toSorted((one, other) => one.far - other.far || (one.school < other.school ? -1 : 1))
    .slice(0, Math.min(nearMax, Math.floor(others.length / 2)));
  return near.length < schoolsMin ? [] : near.map(({ school }) => school);
}

/** Null where there are too few to tell what is usual. */
export function summarizeSimilar(
  measures: readonly number[],
  by: SimilarSummary['by'],
): SimilarSummary | null {
  if (measures.length < schoolsMin) return null;
  const middle = median(measures);
  return {
    by,
    middle,
    spread: median(measures.map((one) => Math.abs(one - middle))),
    schools: measures.length,
  };
}

/** Far from the middle of similar schools, farther than few people explain. */
export function checkSimilar(
  given: readonly CheckedValue[],
  similar: ReadonlyMap<string, SimilarSummary>,
): readonly CheckFinding[] {
  return given.flatMap((value) => {
    const { unit } = value.indicator;
    const others = similar.get(value.code);
    const own = measureOf(unit, { state: 'given', amount: value.amount, total: value.total });
    if (unit === 'count' || unit === 'yes-no' || unit === 'change') return [];
    if (own === null || others === undefined) return [];
    const { by, middle, spread, schools } = others;
    const far = Math.abs(own - middle) / Math.hypot(normalScale * spread, chanceOf(value, middle));
    if (far <= distanceMax) return [];
    const facts = { unit, own, middle, schools, by };
    return [finding({ problem: 'outlier', severity: 'warning', values: [value], facts })];
  });
}

/** How far chance alone carries a school of this size; never nothing, so that schools that are all alike do not make a finding of a hair. */
function chanceOf({ indicator, total }: CheckedValue, middle: number): number {
  const people = Math.max(1, total ?? 1);
  if (indicator.unit === 'share') {
    const usual = Math.min(0.95, Math.max(0.05, middle));
    return Math.max(0.02, Math.sqrt((usual * (1 - usual)) / people));
  }
  if (indicator.unit === 'score') return (middle <= 5 ? 1 : 15) / Math.sqrt(people);
  return Math.max(0.1 * Math.abs(middle), 1 / people);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const half = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[half - 1], sorted[half]];
  if (high === undefined) return 0;
  return sorted.length % 2 === 1 || low === undefined ? high : (low + high) / 2;
}
