import type { Box, Glyph, PageContent, Rule, Turn } from './pdf-geometry.ts';
import { makeLines, partOfLine, type Line } from './pdf-lines.ts';
import { findGrids, type Grid, type GridCell } from './pdf-tables.ts';

/** A page cut into its tables and the lines between them, both from top to bottom; text is not yet joined. */
export type PageLayout = {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly tables: readonly DrawnTable[];
  readonly lines: readonly Line[];
  /** Horizontal rules outside of the drawn tables. */
  readonly rules: readonly Rule[];
  /** The words were recognised on a picture. */
  readonly isRecognised: boolean;
};

export type DrawnTable = { readonly grid: Grid; readonly cells: readonly DrawnCell[] };

export type DrawnCell = GridCell & {
  readonly lines: readonly Line[];
  /** Where text may stand, along the reading direction of the lines. */
  readonly left: number;
  readonly right: number;
};

/** The page with its drawn tables; those without borders are found when all pages are known. */
export function layOut(content: PageContent): PageLayout {
  const drawn = outermost(findGrids(content.rules));
  const { inside, outside } = assign(content.glyphs, drawn);
  return {
    page: content.page,
    width: content.width,
    height: content.height,
    tables: inside.map(([grid, glyphs]) => fillTable(grid, glyphs)),
    lines: makeLines(outside),
    rules: content.rules.horizontal.filter((rule) => !drawn.some(({ box }) => touches(rule, box))),
    isRecognised: content.confidence !== null,
  };
}

/** A table without borders; the lines outside of its box are not its. */
export function fillByLines(grid: Grid, lines: readonly Line[]): DrawnTable {
  const owners = cellOwners(grid);
  const columnCount = grid.columnEdges.length - 1;
  const byCell = new Map<GridCell, Line[]>();
  for (const line of lines) {
    const middle = line.baseline - 0.25 * line.size;
    if (!isWithin(middle, grid.box)) continue;
    const row = slot(grid.rowEdges, middle);
    const wordsBy = Map.groupBy(
      line.words,
      (word) => owners[row * columnCount + slot(grid.columnEdges, (word.start + word.end) / 2)],
    );
    for (const [owner, words] of wordsBy) {
      const part = partOfLine(line, words);
      if (owner && part) byCell.set(owner, [...(byCell.get(owner) ?? []), part]);
    }
  }
  const box = { left: 0, right: 0 };
  const cells = grid.cells.map((cell) => ({ ...cell, lines: byCell.get(cell) ?? [], ...box }));
  return { grid, cells: withTextExtent(cells, grid.columnRights ?? []) };
}

type Assigned = { readonly inside: [Grid, Glyph[]][]; readonly outside: Glyph[] };

/** Glyphs by the table they stand in; tables without text are dropped, and so is turned text outside of tables: stamps in the margin. */
function assign(glyphs: readonly Glyph[], grids: readonly Grid[]): Assigned {
  const inside: [Grid, Glyph[]][] = grids.map((grid) => [grid, []]);
  const outside: Glyph[] = [];
  for (const glyph of glyphs) {
    const table = inside.find(([{ box }]) => contains(box, glyph.centreX, glyph.centreY));
    if (table) table[1].push(glyph);
    else if (glyph.turn === 0) outside.push(glyph);
  }
  return { inside: inside.filter(([, own]) => own.some((glyph) => glyph.text.trim() !== '')), outside };
}

const isWithin = (y: number, { top, bottom }: Box): boolean => y > top && y < bottom;

function touches(rule: Rule, box: Box): boolean {
  return rule.at > box.top - 3 && rule.at < box.bottom + 3 && rule.from < box.right && rule.to > box.left;
}

/** A table inside a cell of another is read as text of that cell. */
function outermost(grids: readonly Grid[]): Grid[] {
  return grids.filter(
    ({ box }) =>
      !grids.some(
        (other) =>
          other.box !== box &&
          contains(other.box, box.left, box.top) &&
          contains(other.box, box.right, box.bottom),
      ),
  );
}

function contains(box: Box, x: number, y: number): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

function fillTable(grid: Grid, glyphs: readonly Glyph[]): DrawnTable {
  const owners = cellOwners(grid);
  const columnCount = grid.columnEdges.length - 1;
  const byCell = new Map<GridCell, Glyph[]>();
  for (const glyph of glyphs) {
    const row = slot(grid.rowEdges, glyph.centreY);
    const owner = owners[row * columnCount + slot(grid.columnEdges, glyph.centreX)];
    if (!owner) continue;
    const own = byCell.get(owner);
    if (own) own.push(glyph);
    else byCell.set(owner, [glyph]);
  }
  const cells = grid.cells.map((cell) => fillCell(grid, cell, byCell.get(cell) ?? []));
  return { grid, cells: withPadding(cells) };
}

function cellOwners(grid: Grid): GridCell[] {
  const columnCount = grid.columnEdges.length - 1;
  const owners: GridCell[] = [];
  for (const cell of grid.cells)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++)
        owners[row * columnCount + column] = cell;
  return owners;
}

function slot(edges: readonly number[], position: number): number {
  const next = edges.findIndex((edge) => edge > position);
  return next === -1 ? edges.length - 2 : Math.max(0, next - 1);
}

function fillCell(grid: Grid, cell: GridCell, glyphs: readonly Glyph[]): DrawnCell {
  const turns = ([0, 90, 270, 180] as const).filter((turn) => glyphs.some((glyph) => glyph.turn === turn));
  // Justified lines of a narrow cell have gaps as wide as tab stops.
  const lines = turns
    .flatMap((turn) => makeLines(glyphs.filter((glyph) => glyph.turn === turn)))
    .map((line) => ({ ...line, text: line.text.replaceAll('\t', ' ') }));
  const box = {
    left: grid.columnEdges[cell.column] ?? 0,
    right: grid.columnEdges[cell.column + cell.columnSpan] ?? 0,
    top: grid.rowEdges[cell.row] ?? 0,
    bottom: grid.rowEdges[cell.row + cell.rowSpan] ?? 0,
  };
  return { ...cell, lines, ...extent(box, turns[0] ?? 0) };
}

function extent(box: Box, turn: Turn): { left: number; right: number } {
  switch (turn) {
    case 0:
      return { left: box.left, right: box.right };
    case 90:
      return { left: -box.bottom, right: -box.top };
    case 180:
      return { left: -box.right, right: -box.left };
    case 270:
      return { left: box.top, right: box.bottom };
  }
}

/** Padding is one for a table: the least distance of any text of it to its border, within what word processors use. */
function withPadding(cells: readonly DrawnCell[]): DrawnCell[] {
  let least = 8;
  for (const { lines, left, right } of cells)
    for (const line of lines) least = Math.min(least, line.start - left, right - line.end);
  const padding = Math.max(0.5, least);
  return cells.map((cell) => ({ ...cell, left: cell.left + padding, right: cell.right - padding }));
}

/** Without borders a column is as wide as its widest text. */
function withTextExtent(cells: readonly DrawnCell[], rights: readonly number[]): DrawnCell[] {
  return cells.map((cell) => {
    const lines = cells
      .filter((other) => other.column === cell.column && other.columnSpan === cell.columnSpan)
      .flatMap((other) => other.lines);
    if (lines.length === 0) return cell;
    const left = Math.min(...lines.map((line) => line.start));
    const room = cell.columnSpan === 1 ? (rights[cell.column] ?? 0) : 0;
    return { ...cell, left, right: Math.max(room, ...lines.map((line) => line.end)) };
  });
}
