import type { Procedure } from '@opora/domain/results/procedure.ts';
import type { ProcedureCount, SchoolResults } from '@opora/domain/results/school-results.ts';

/** Counts of a country as numbers alone: threads share them without a copy. */
export type ResultCounts = {
  /** Codes of schools in their order. */
  readonly schools: readonly string[];
  /** Works that there are counts of; equal procedures of different years are one object. */
  readonly works: readonly { readonly year: number; readonly procedure: Procedure }[];
  /** Where the rows of each school begin, and where the last ones end. */
  readonly starts: Int32Array;
  /** Three numbers a row: which of the works, participants, below the minimum. */
  readonly rows: Int32Array;
};

/** Puts rows of four numbers — school, work, participants, below — in the order of schools. */
export function bySchool(
  { schools, works }: Pick<ResultCounts, 'schools' | 'works'>,
  unsorted: readonly Int32Array[],
): ResultCounts {
  const starts = shared(schools.length + 1);
  for (const part of unsorted)
    for (let at = 0; at < part.length; at += 4) {
      const next = (part[at] ?? 0) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
    }
  for (let school = 1; school < starts.length; school += 1)
    starts[school] = (starts[school] ?? 0) + (starts[school - 1] ?? 0);
  const free = starts.slice();
  const rows = shared(3 * (starts.at(-1) ?? 0));
  for (const part of unsorted)
    for (let at = 0; at < part.length; at += 4) {
      const school = part[at] ?? 0;
      const place = free[school] ?? 0;
      rows.set(part.subarray(at + 1, at + 4), 3 * place);
      free[school] = place + 1;
    }
  return { schools, works, starts, rows };
}

const shared = (length: number): Int32Array => new Int32Array(new SharedArrayBuffer(4 * length));

/** Results of the schools from one place up to another. */
export function* schoolsBetween(
  { schools, works, starts, rows }: ResultCounts,
  from: number,
  to: number,
): Generator<SchoolResults> {
  for (let at = from; at < to; at += 1) {
    const counts: ProcedureCount[] = [];
    const end = 3 * (starts[at + 1] ?? 0);
    for (let row = 3 * (starts[at] ?? 0); row < end; row += 3) {
      const work = works[rows[row] ?? -1];
      if (work === undefined) continue;
      const { year, procedure } = work;
      counts.push({ year, procedure, participants: rows[row + 1] ?? 0, below: rows[row + 2] ?? 0 });
    }
    yield { school: schools[at] ?? '', type: null, counts };
  }
}
