import type { Box, Rule, Rules } from './pdf-geometry.ts';

/** A table as its borders show it. Edges are page coordinates, ascending; cells lie between them. */
export type Grid = {
  readonly columnEdges: readonly number[];
  readonly rowEdges: readonly number[];
  readonly cells: readonly GridCell[];
  readonly box: Box;
  /** No border is drawn at the top or the bottom: a row is broken by the page there. */
  readonly openTop: boolean;
  readonly openBottom: boolean;
  /** False when the columns are only told by the gaps in the text. */
  readonly isDrawn: boolean;
  /** Rows that might have been cut otherwise. */
  readonly unclearRows?: readonly number[];
  /** How far the text of each column may go; without it, as far as its widest text. */
  readonly columnRights?: readonly number[];
};

export type GridCell = {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
};

type Edges = Pick<Grid, 'columnEdges' | 'rowEdges' | 'cells'>;

/** Borders that miss each other by no more than this were meant to meet. Points. */
const TOLERANCE = 2.5;
const CELLS_MAX = 20_000;
/** A drawing of more lines is a map or a chart. */
const CROSSINGS_MAX = 4_000_000;

/** Every table with at least two cells that is drawn with horizontal and vertical borders, from top to bottom. */
export function findGrids(rules: Rules): Grid[] {
  if (rules.horizontal.length * rules.vertical.length > CROSSINGS_MAX) return [];
  return components(rules)
    .map(makeGrid)
    .filter((grid) => grid !== null)
    .sort((a, b) => a.box.top - b.box.top);
}

/** Groups of rules that touch each other: separate tables. */
function components({ horizontal, vertical }: Rules): { horizontal: Rule[]; vertical: Rule[] }[] {
  const parent = [...horizontal, ...vertical].map((_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[index] = root;
    return root;
  };
  horizontal.forEach((h, i) => {
    vertical.forEach((v, j) => {
      const crosses =
        v.at >= h.from - TOLERANCE &&
        v.at <= h.to + TOLERANCE &&
        h.at >= v.from - TOLERANCE &&
        h.at <= v.to + TOLERANCE;
      if (crosses) parent[find(i)] = find(horizontal.length + j);
    });
  });
  const groups = new Map<number, { horizontal: Rule[]; vertical: Rule[] }>();
  const groupOf = (index: number): { horizontal: Rule[]; vertical: Rule[] } => {
    const root = find(index);
    const group = groups.get(root) ?? { horizontal: [], vertical: [] };
    groups.set(root, group);
    return group;
  };
  horizontal.forEach((rule, index) => groupOf(index).horizontal.push(rule));
  vertical.forEach((rule, index) => groupOf(horizontal.length + index).vertical.push(rule));
  return [...groups.values()];
}

function makeGrid({ horizontal, vertical }: Rules): Grid | null {
  if (horizontal.length + vertical.length < 3 || horizontal.length === 0 || vertical.length === 0)
    return null;
  // A table may be open at its sides or at top and bottom: then the ends of the rules are its edge.
  const columns = cluster([...vertical.map((v) => v.at), ...outerEnds(horizontal, vertical)]);
  const rows = cluster([...horizontal.map((h) => h.at), ...outerEnds(vertical, horizontal)]);
  const [columnCount, rowCount] = [columns.length - 1, rows.length - 1];
  if (columnCount < 1 || rowCount < 1 || columnCount * rowCount > CELLS_MAX) return null;
  const walls = drawnBetween(vertical, columns, rows);
  const floors = drawnBetween(horizontal, rows, columns);
  const cells = mergeCells(rowCount, columnCount, { walls, floors });
  const edges = withoutUnusedEdges({ columnEdges: columns, rowEdges: rows, cells });
  if (edges.cells.length < 2) return null;
  const isOpen = (edge: number): boolean => !horizontal.some((h) => Math.abs(h.at - edge) <= 2 * TOLERANCE);
  const box = boxOf(edges);
  return { ...edges, box, openTop: isOpen(box.top), openBottom: isOpen(box.bottom), isDrawn: true };
}

/** Common ends of rules that reach beyond the outermost rules crossing them. */
function outerEnds(rules: readonly Rule[], crossing: readonly Rule[]): number[] {
  const first = Math.min(...crossing.map((each) => each.at));
  const last = Math.max(...crossing.map((each) => each.at));
  const from = Math.min(...rules.map((rule) => rule.from));
  const to = Math.max(...rules.map((rule) => rule.to));
  const atLeastTwo = (end: (rule: Rule) => number, edge: number): boolean =>
    rules.filter((rule) => Math.abs(end(rule) - edge) <= TOLERANCE).length >= 2;
  const ends: number[] = [];
  if (from < first - 3 * TOLERANCE && atLeastTwo((rule) => rule.from, from)) ends.push(from);
  if (to > last + 3 * TOLERANCE && atLeastTwo((rule) => rule.to, to)) ends.push(to);
  return ends;
}

function cluster(values: readonly number[]): number[] {
  const groups: number[][] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    const group = groups.at(-1);
    const previous = group?.at(-1);
    if (
      group &&
      previous !== undefined &&
      value - previous <= TOLERANCE &&
      value - (group[0] ?? value) <= 2 * TOLERANCE
    )
      group.push(value);
    else groups.push([value]);
  }
  return groups.map((group) => group.reduce((sum, value) => sum + value, 0) / group.length);
}

/** For every line of the grid and every stretch of it between two crossing lines: is it drawn over its whole length? */
function drawnBetween(
  rules: readonly Rule[],
  lines: readonly number[],
  crossing: readonly number[],
): boolean[][] {
  return lines.map((line) => {
    const own = rules
      .filter((rule) => Math.abs(rule.at - line) <= 2 * TOLERANCE)
      .sort((a, b) => a.from - b.from);
    return crossing.slice(1).map((end, index) => {
      let reached = (crossing[index] ?? end) + TOLERANCE;
      for (const rule of own) if (rule.from <= reached + 0.5) reached = Math.max(reached, rule.to);
      return reached >= end - TOLERANCE;
    });
  });
}

function mergeCells(
  rowCount: number,
  columnCount: number,
  { walls, floors }: { walls: readonly boolean[][]; floors: readonly boolean[][] },
): GridCell[] {
  const taken = new Set<number>();
  const cells: GridCell[] = [];
  const isFree = (row: number, column: number): boolean =>
    column < columnCount && !taken.has(row * columnCount + column);
  for (let row = 0; row < rowCount; row++) {
    for (let column = 0; column < columnCount; column++) {
      if (!isFree(row, column)) continue;
      let columnSpan = 1;
      while (isFree(row, column + columnSpan) && !walls[column + columnSpan]?.[row]) columnSpan++;
      let rowSpan = 1;
      const columns = Array.from({ length: columnSpan }, (_, index) => column + index);
      while (
        row + rowSpan < rowCount &&
        columns.every((each) => isFree(row + rowSpan, each) && !floors[row + rowSpan]?.[each]) &&
        columns.slice(1).every((each) => !walls[each]?.[row + rowSpan])
      )
        rowSpan++;
      for (let r = row; r < row + rowSpan; r++) for (const c of columns) taken.add(r * columnCount + c);
      cells.push({ row, column, rowSpan, columnSpan });
    }
  }
  return cells;
}

/** Underlined words touch the grid without bordering a cell: edges at which no cell begins or ends are left out. */
function withoutUnusedEdges(grid: Edges): Edges {
  const keep = (count: number, starts: (cell: GridCell) => number): number[] => {
    const used = new Set(grid.cells.map(starts));
    return Array.from({ length: count }, (_, index) => index).filter((index) => used.has(index));
  };
  const rows = keep(grid.rowEdges.length - 1, (cell) => cell.row);
  const columns = keep(grid.columnEdges.length - 1, (cell) => cell.column);
  const position = (kept: readonly number[], index: number): number =>
    kept.filter((each) => each < index).length;
  const cells = grid.cells.map((cell) => {
    const row = position(rows, cell.row);
    const column = position(columns, cell.column);
    return {
      row,
      column,
      rowSpan: position(rows, cell.row + cell.rowSpan) - row,
      columnSpan: position(columns, cell.column + cell.columnSpan) - column,
    };
  });
  const pick = (edges: readonly number[], kept: readonly number[]): number[] =>
    [...kept, edges.length - 1].map((index) => edges[index] ?? 0);
  return { columnEdges: pick(grid.columnEdges, columns), rowEdges: pick(grid.rowEdges, rows), cells };
}

function boxOf({ columnEdges, rowEdges }: Edges): Box {
  return {
    left: columnEdges[0] ?? 0,
    right: columnEdges.at(-1) ?? 0,
    top: rowEdges[0] ?? 0,
    bottom: rowEdges.at(-1) ?? 0,
  };
}
