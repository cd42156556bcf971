import type { Database } from './database.ts';

type Kept = { readonly mark: string; readonly value: unknown };

const keptMax = 100;

/** What is at hand belongs to the database it was made of. */
const all = new WeakMap<Database, Map<string, Kept>>();

type Wanted = {
  /** What it is, down to everything it depends on but the state of the database. */
  readonly key: string;
  /** Of the state of the database: read before anything is made, so that what is kept is newer than its mark, never older. */
  readonly mark: string;
};

/** What was made before under the same key and mark, else made anew and kept; the longest unused goes. Nobody may change what is given. */
export async function atHand<T>(
  database: Database,
  { key, mark }: Wanted,
  make: () => Promise<T>,
): Promise<T> {
  const kept = all.get(database) ?? new Map<string, Kept>();
  all.set(database, kept);
  const known = kept.get(key);
  // Whatever is kept under a key was made by the one function that uses it.
  const value = known?.mark === mark ? (known.value as T) : await make();
  kept.delete(key);
  kept.set(key, { mark, value });
  const [oldest] = kept.keys();
  if (kept.size > keptMax && oldest !== undefined) kept.delete(oldest);
  return value;
}
