/** Marks or unmarks one row; gives the new marks. */
export function toggleMark(marks: ReadonlySet<string>, id: string): Set<string> {
  const next = new Set(marks);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** Marks all rows from the anchor to the other one, both included; only that one when the anchor is not among the rows. */
export function markRange(
  marks: ReadonlySet<string>,
  ids: readonly string[],
  { anchor, to }: { readonly anchor: string | null; readonly to: string },
): Set<string> {
  const end = ids.indexOf(to);
  const start = anchor === null ? -1 : ids.indexOf(anchor);
  const [low, high] = start === -1 ? [end, end] : [Math.min(start, end), Math.max(start, end)];
  return new Set([...marks, ...ids.slice(low, high + 1)]);
}
