import jstat from 'jstat';

/** A school with its context and its result, the share of participants not below the minimum. */
export type ContextResult = { readonly school: string; readonly index: number; readonly result: number };

export type AgainstContext = {
  readonly school: string;
  /** What the region's line says of a school of this context, with the bounds for a single school at 95 %. */
  readonly predicted: number;
  readonly interval: readonly [low: number, high: number];
  /** Result minus what was predicted. */
  readonly residual: number;
};

export type ContextLine = {
  readonly intercept: number;
  /** Change of the result for one point of the index. */
  readonly slope: number;
  /** Standard deviation of the residuals. */
  readonly spread: number;
  readonly schools: readonly AgainstContext[];
};

/** Fewer schools give a line that one of them can turn. */
export const lineSchoolsMin = 20;

/** The result by context over the schools of a region: least squares, with prediction intervals by Student's distribution. Null under `schoolsMin` schools or where all have one context. */
export function contextLine(
  results: readonly ContextResult[],
  schoolsMin = lineSchoolsMin,
): ContextLine | null {
  const count = results.length;
  if (count < Math.max(3, schoolsMin)) return null;
  const meanIndex = mean(results.map(({ index }) => index));
  const meanResult = mean(results.map(({ result }) => result));
  const spreadIndex = sum(results.map(({ index }) => (index - meanIndex) ** 2));
  if (spreadIndex === 0) return null;
  const slope =
    sum(results.map(({ index, result }) => (index - meanIndex) * (result - meanResult))) / spreadIndex;
  const intercept = meanResult - slope * meanIndex;
  const residuals = results.map(({ index, result }) => result - intercept - slope * index);
  const spread = Math.sqrt(sum(residuals.map((residual) => residual ** 2)) / (count - 2));
  const quantile = jstat.jStat.studentt.inv(0.975, count - 2);
  return {
    intercept,
    slope,
    spread,
    schools: results.map(({ school, index, result }) => {
      const predicted = intercept + slope * index;
      const half = quantile * spread * Math.sqrt(1 + 1 / count + (index - meanIndex) ** 2 / spreadIndex);
      return {
        school,
        predicted,
        interval: [predicted - half, predicted + half],
        residual: result - predicted,
      };
    }),
  };
}

/** What is asked of a candidate for a resilient school. Shares of the set; ours, no federal definition was found. */
export const resilientLimits = { hardestShare: 0.3, bestShare: 1 / 3, participantsMin: 20 } as const;

/**
 * Schools of a hard context whose results were among the best against their context in each of the years given, the first two or more running. A candidate
 * is somebody to look at, nothing more.
 */
export function resilientCandidates(
  lines: readonly ContextLine[],
  hardest: readonly string[],
  { bestShare }: { readonly bestShare: number } = resilientLimits,
): string[] {
  if (lines.length < 2) return [];
  const best = lines.map(({ schools }) => {
    const count = Math.floor(schools.length * bestShare);
    const sorted = schools.toSorted((one, other) => other.residual - one.residual).slice(0, count);
    return new Set(sorted.filter(({ residual }) => residual > 0).map(({ school }) => school));
  });
  return hardest.filter((school) => best.every((year) => year.has(school)));
}

function sum(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
