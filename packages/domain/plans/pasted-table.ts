/**
 * Text copied out of a table with tabs between cells. A row whose cells are merged into one (the name of a section) comes as a line
 * without tabs; it is given the tabs of its neighbours, so that it stays a row of their table.
 */
export function keepMergedRows(text: string): string {
  const lines = text.split(/\r?\n/);
  const tabs = lines.map((line) => line.split('\t').length - 1);
  const before = neighbours(lines, tabs);
  const after = neighbours(lines.toReversed(), tabs.toReversed()).toReversed();
  return lines
    .map((line, at) => {
      const inside = tabs[at] === 0 && line.trim() !== '' && before[at] === after[at] ? (before[at] ?? 0) : 0;
      return line + '\t'.repeat(inside);
    })
    .join('\n');
}

/** For each line the tabs of the nearest earlier row; 0 when more than one line lies between: then it is text, not a merged row. */
function neighbours(lines: readonly string[], tabs: readonly number[]): number[] {
  let last = 0;
  let distance = 0;
  return lines.map((_, at) => {
    const own = tabs[at] ?? 0;
    const known = distance <= 1 ? last : 0;
    if (own > 0) [last, distance] = [own, 0];
    distance += 1;
    return known;
  });
}
