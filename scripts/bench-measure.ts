/** One measured thing beside the limit it must stay under. */
export type Measure = {
  readonly what: string;
  readonly value: number;
  readonly limit: number;
  readonly unit: 'ms' | '×' | 'MB' | 'KB';
  /** What else is good to know of it. */
  readonly beside?: string;
};

/** Median of the times of `runs` calls, in milliseconds, after one call that warms up. */
export async function medianMs(runs: number, work: () => Promise<unknown>): Promise<number> {
  await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return quantile(times, 0.5);
}

/** The value below which the share `q` of the values lies. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}
