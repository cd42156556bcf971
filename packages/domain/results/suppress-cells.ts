/** Fewer pupils than this are not shown above the school level. */
export const shownPupilsMin = 5;

/** A row of counts as it may be shown; null is hidden. */
export type ShownRow = {
  readonly cells: readonly (number | null)[];
  readonly total: number | null;
};

/** A table of counts as it may be shown with its sums; null is hidden. */
export type ShownTable = {
  readonly rows: readonly ShownRow[];
  readonly columnTotals: readonly (number | null)[];
  readonly total: number | null;
};

/**
 * Hides 1 to 4 of a row with a total, and with them the smallest others, until what is hidden together leaves it open whether a hidden small count is 5 or
 * more. Nobody is not somebody: 0 is shown.
 */
export function suppressRow(counts: readonly number[]): ShownRow {
  const total = sum(counts);
  const hidden = new Set([...counts.keys()].filter((at) => isSmall(counts[at] ?? 0)));
  const smallestFirst = [...counts.keys()]
    .filter((at) => (counts[at] ?? 0) > 0)
    .sort((one, other) => (counts[one] ?? 0) - (counts[other] ?? 0));
  for (const at of smallestFirst) {
    const together = sum([...hidden].map((place) => counts[place] ?? 0));
    // A small total is hidden itself, and what is together 5 or more may all be in any one of the cells.
    if (together === 0 || together >= shownPupilsMin || isSmall(total)) break;
    hidden.add(at);
  }
  return {
    cells: counts.map((count, at) => (hidden.has(at) ? null : count)),
    total: isSmall(total) ? null : total,
  };
}

/**
 * The same for a table with sums of rows, columns and all: for every hidden small count there is another table with the same shown numbers where it is 5 or
 * more, so that no subtraction gives it away. That table differs along a rectangle of hidden cells; sums are cells of it like the rest. What one table
 * hides, another of the same pupils must hide as well: tables that are shown together are made as one.
 */
export function suppressTable(counts: readonly (readonly number[])[]): ShownTable {
  const table = withSums(counts);
  const hidden = table.map((row) => row.map((count) => isSmall(count)));
  for (const [row, cells] of table.entries())
    for (const [column, count] of cells.entries())
      if (isSmall(count)) hideRectangle(table, hidden, { row, column });
  const shown = table.map((row, at) =>
    row.map((count, column) => (hidden[at]?.[column] === true ? null : count)),
  );
  const rows = shown.map((row) => ({ cells: row.slice(0, -1), total: row.at(-1) ?? null }));
  const sums = rows.pop() ?? { cells: [], total: null };
  return { rows, columnTotals: sums.cells, total: sums.total };
}

type Cell = { readonly row: number; readonly column: number };

/** Hides the cheapest rectangle that leaves the cell open, and everything where there is none. */
function hideRectangle(table: readonly (readonly number[])[], hidden: boolean[][], cell: Cell): void {
  let cheapest: { cost: number; cells: readonly Cell[] } | null = null;
  for (let row = 0; row < table.length; row += 1)
    for (let column = 0; column < (table[0]?.length ?? 0); column += 1) {
      if (row === cell.row || column === cell.column) continue;
      const cells = rectangle(table, cell, { row, column });
      if (cells === null) continue;
      const cost = sum(cells.map((one) => costOf(table, hidden, one)));
      if (cheapest === null || cost < cheapest.cost) cheapest = { cost, cells };
    }
  for (const one of cheapest?.cells ?? everyCell(table)) {
    const row = hidden[one.row];
    if (row !== undefined) row[one.column] = true;
  }
}

/**
 * The other three corners, or null where the count cannot grow to 5 along them. It grows, its neighbours shrink by as much, the opposite corner grows; a
 * corner among the sums of rows or columns goes the other way, for there a sum stands on the other side of the equation.
 */
function rectangle(table: readonly (readonly number[])[], cell: Cell, opposite: Cell): Cell[] | null {
  const isSum = ({ row, column }: Cell): boolean =>
    (row === table.length - 1) !== (column === (table[0]?.length ?? 0) - 1);
  const at = ({ row, column }: Cell): number => table[row]?.[column] ?? 0;
  const growth = shownPupilsMin - at(cell);
  const neighbours = [
    { row: cell.row, column: opposite.column },
    { row: opposite.row, column: cell.column },
  ];
  const shrinking = neighbours.filter((one) => isSum(one) === isSum(cell));
  if (isSum(opposite) !== isSum(cell)) shrinking.push(opposite);
  return shrinking.every((one) => at(one) >= growth) ? [...neighbours, opposite] : null;
}

/** What is lost by hiding a cell; a sum is worth more than all cells. */
function costOf(
  table: readonly (readonly number[])[],
  hidden: readonly (readonly boolean[])[],
  { row, column }: Cell,
): number {
  if (hidden[row]?.[column] === true) return 0;
  const whole = table.at(-1)?.at(-1) ?? 0;
  const isSum = row === table.length - 1 || column === (table[0]?.length ?? 0) - 1;
  return 1 + (table[row]?.[column] ?? 0) + (isSum ? 4 * (whole + 1) : 0);
}

function everyCell(table: readonly (readonly number[])[]): Cell[] {
  return table.flatMap((cells, row) => cells.map((_, column) => ({ row, column })));
}

function withSums(counts: readonly (readonly number[])[]): number[][] {
  const rows = counts.map((row) => [...row, sum(row)]);
  const width = (counts[0]?.length ?? 0) + 1;
  return [...rows, Array.from({ length: width }, (_, column) => sum(rows.map((row) => row[column] ?? 0)))];
}

function isSmall(count: number): boolean {
  return count > 0 && count < shownPupilsMin;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
