/** PostgreSQL takes 65,535 parameters a statement; 1,000 rows of our widest table stay below. */
const batchSize = 1000;

/** Runs the work for at most `batchSize` rows at a time; not at all for none. */
export async function inBatches<T>(
  rows: readonly T[],
  work: (batch: readonly T[]) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += batchSize) {
    // One after another: they share a transaction.
    // oxlint-disable-next-line no-await-in-loop
    await work(rows.slice(from, from + batchSize));
  }
}
