import { isSameValue } from '../basics/same-value.ts';

/** What became of a row between two states of a list. A row that stayed may have been moved, changed, both or neither. */
export type RowChange<T, F extends PropertyKey> = {
  readonly id: string;
  /** Null: it was added. */
  readonly from: T | null;
  /** Null: it was removed. */
  readonly to: T | null;
  readonly fields: readonly F[];
  readonly moved: boolean;
  /** The row before it in the later state; null at the head of the list or of its group. */
  readonly after: string | null;
};

type Row = { readonly id: string };

/**
 * Every row of both states in the order of the later one; a removed row stands behind what was before it. Moved are as few rows as
 * possible: those that stay are a longest run that kept its order. A row that goes to another group has moved, and a group that moves
 * as a whole moves none of its rows.
 */
export function compareRows<T extends Row, F extends keyof T>(
  before: readonly T[],
  after: readonly T[],
  by: { readonly fields: readonly F[]; readonly groupOf?: (row: T) => string | null },
): RowChange<T, F>[] {
  const { groupOf = () => null } = by;
  const old = new Map(before.map((row) => [row.id, row]));
  const fresh = new Set(after.map((row) => row.id));
  const still = staying(before, after, groupOf);
  const lastOf = new Map<string | null, string>();
  const changes = after.map((to): RowChange<T, F> => {
    const from = old.get(to.id) ?? null;
    const behind = lastOf.get(groupOf(to)) ?? null;
    lastOf.set(groupOf(to), to.id);
    return {
      id: to.id,
      from,
      to,
      fields: from === null ? [] : by.fields.filter((field) => !isSameValue(from[field], to[field])),
      moved: from !== null && !still.has(to.id),
      after: behind,
    };
  });
  return withRemoved(changes, before, fresh);
}

function withRemoved<T extends Row, F extends keyof T>(
  changes: readonly RowChange<T, F>[],
  before: readonly T[],
  fresh: ReadonlySet<string>,
): RowChange<T, F>[] {
  const behind = new Map<string | null, RowChange<T, F>[]>();
  let kept: string | null = null;
  for (const row of before) {
    if (fresh.has(row.id)) {
      kept = row.id;
      continue;
    }
    const removed = { id: row.id, from: row, to: null, fields: [], moved: false, after: kept };
    behind.set(kept, [...(behind.get(kept) ?? []), removed]);
  }
  return [
    ...(behind.get(null) ?? []),
    ...changes.flatMap((change) => [change, ...(behind.get(change.id) ?? [])]),
  ];
}

/** Ids of the rows that kept their group and their order in it. */
function staying<T extends Row>(
  before: readonly T[],
  after: readonly T[],
  groupOf: (row: T) => string | null,
): ReadonlySet<string> {
  const old = Map.groupBy(before, groupOf);
  const idsOf = (rows: readonly T[]) => rows.map(({ id }) => id);
  const groups = [...Map.groupBy(after, groupOf)];
  return new Set(groups.flatMap(([group, rows]) => [...unmoved(idsOf(old.get(group) ?? []), idsOf(rows))]));
}

/** Ids of a longest common subsequence of two lists without repetitions. */
function unmoved(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const placeOf = new Map(before.map((id, at) => [id, at]));
  const common = after.flatMap((id) => {
    const place = placeOf.get(id);
    return place === undefined ? [] : [{ id, place }];
  });
  // Patience: `ends[n]` is the run of length n + 1 with the smallest last place.
  type Run = { readonly id: string; readonly place: number; readonly previous: Run | null };
  const ends: Run[] = [];
  for (const { id, place } of common) {
    const at = firstNotBelow(ends, place);
    ends[at] = { id, place, previous: ends[at - 1] ?? null };
  }
  const ids = new Set<string>();
  for (let run = ends.at(-1) ?? null; run !== null; run = run.previous) ids.add(run.id);
  return ids;
}

function firstNotBelow(ends: readonly { readonly place: number }[], place: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle]?.place ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
