import { findBeside } from './pdf-beside.ts';
import { covers, crosses, filledStretches, type Gutter } from './pdf-gutters.ts';
import { fillByLines, type DrawnTable, type PageLayout } from './pdf-layout.ts';
import type { Line } from './pdf-lines.ts';
import { rowFacts, rulesOver, tableFacts, type RowFacts, type TableFacts } from './pdf-row-facts.ts';
import { findRows, type Row } from './pdf-rows.ts';
import { findTableRuns, linesOf, type TableRun } from './pdf-table-runs.ts';
import type { Grid, GridCell } from './pdf-tables.ts';

const ROWS_MIN = 3;
/** Two columns are also a date and a number, or a post and a name: they need more rows to be a table. */
const ROWS_MIN_OF_TWO = 4;

/**
 * The pages with the tables that no vertical border shows: lines in columns, perhaps with horizontal rules between. Only strong
 * evidence makes a table; anything less stays lines with tabs, or blocks of text side by side.
 */
export function withBorderless(pages: readonly PageLayout[]): PageLayout[] {
  const found = findTableRuns(pages).flatMap((run) => tablesOf(run, pages));
  return pages.map((page, index) => {
    const own = found.filter((table) => table.page === index);
    const free = page.lines.filter((_, line) => !own.some(({ from, to }) => line >= from && line < to));
    const beside = findBeside(free).map((grid) => fillByLines(grid, free));
    const rest = free.filter(
      ({ baseline }) => !beside.some(({ grid: { box } }) => baseline > box.top && baseline < box.bottom),
    );
    const tables = [...page.tables, ...own.map(({ table }) => table), ...beside];
    return { ...page, tables, lines: rest };
  });
}

type FoundTable = {
  readonly page: number;
  readonly from: number;
  readonly to: number;
  readonly table: DrawnTable;
};

function tablesOf(run: TableRun, pages: readonly PageLayout[]): FoundTable[] {
  const table = tableFacts(linesOf(run, pages), run.gutters);
  const facts = run.parts.map(({ page, from, to }): RowFacts => {
    const { lines = [], rules = [] } = pages[page] ?? {};
    return rowFacts(lines.slice(from, to), rulesOver(rules, table), table);
  });
  const rows = findRows(facts, table);
  const full = rows.flatMap((own, index) => own.filter((row) => isFull(row, facts[index])));
  if (full.length < (run.gutters.length === 1 ? ROWS_MIN_OF_TWO : ROWS_MIN)) return [];
  return run.parts.flatMap((part, index): FoundTable[] => {
    const page = facts[index];
    const own = rows[index];
    if (!page || !own || own.length === 0) return [];
    const grid = gridOf(own, page, table);
    return [{ ...part, table: fillByLines(grid, page.lines) }];
  });
}

function isFull({ from, to }: Row, page: RowFacts | undefined): boolean {
  return Array.from({ length: to - from }, (_, index) => from + index).some(
    (line) => !page?.isTitle[line] && (page?.parts[line]?.filter((part) => part !== null).length ?? 0) > 1,
  );
}

function gridOf(rows: readonly Row[], page: RowFacts, table: TableFacts): Grid {
  const { gutters } = table;
  const [left, right] = [table.left - 1, table.right + 1];
  const columnEdges = [left, ...gutters.map(({ from, to }) => (from + to) / 2), right];
  const rowEdges: number[] = [];
  const cells: GridCell[] = [];
  const unclearRows: number[] = [];
  for (const row of rows) {
    const lines = page.lines.slice(row.from, row.to);
    const [first, above] = [lines[0], page.lines[row.from - 1]];
    if (!first) continue;
    const top = first.baseline - first.size;
    rowEdges.push(above ? (above.baseline + 0.3 * above.size + top) / 2 : top);
    if (row.isUnclear) unclearRows.push(rowEdges.length - 1);
    const own = cellsOf(lines, gutters, {
      row: rowEdges.length - 1,
      isTitle: isTitle(row, page),
      isHead: row.from === 0,
    });
    if (own.innerEdge !== null) rowEdges.push(own.innerEdge);
    cells.push(...own.cells);
  }
  const last = page.lines.at(-1);
  rowEdges.push((last?.baseline ?? 0) + 0.3 * (last?.size ?? 0));
  const box = { left, right, top: rowEdges[0] ?? 0, bottom: rowEdges.at(-1) ?? 0 };
  return {
    columnEdges,
    rowEdges,
    cells,
    box,
    openTop: false,
    openBottom: false,
    isDrawn: false,
    unclearRows,
    columnRights: table.columns.map((column) => column.right),
  };
}

function isTitle({ from, to }: Row, page: RowFacts): boolean {
  return (
    page.isTitle[from] === true &&
    page.lines.slice(from, to).every((line) => filledStretches(line).length === 1)
  );
}

type RowCells = { readonly cells: readonly GridCell[]; readonly innerEdge: number | null };

/** A title is one cell over all columns; a text over some columns is the common head of what stands in them below. */
function cellsOf(
  lines: readonly Line[],
  gutters: readonly Gutter[],
  { row, isTitle, isHead }: { row: number; isTitle: boolean; isHead: boolean },
): RowCells {
  const count = gutters.length + 1;
  if (isTitle) return { cells: [{ row, column: 0, rowSpan: 1, columnSpan: count }], innerEdge: null };
  const spans = spansOf(lines, gutters);
  const lastOver = lines.findLastIndex((line) => crosses(line, gutters));
  const [over, below] = [lines[lastOver], lines[lastOver + 1]];
  const innerEdge =
    isHead && spans.length > 0 && over && below
      ? (over.baseline + 0.3 * over.size + below.baseline - below.size) / 2
      : null;
  const rowSpan = innerEdge === null ? 1 : 2;
  const cells: GridCell[] = [];
  for (let column = 0; column < count; column++) {
    const span = spans.find(({ from }) => from === column);
    if (!span) {
      cells.push({ row, column, rowSpan, columnSpan: 1 });
      continue;
    }
    cells.push({ row, column, rowSpan: 1, columnSpan: span.to - span.from + 1 });
    if (rowSpan === 2)
      for (let each = span.from; each <= span.to; each++)
        cells.push({ row: row + 1, column: each, rowSpan: 1, columnSpan: 1 });
    column = span.to;
  }
  return { cells, innerEdge };
}

/** Columns that one text runs over, merged where two of them overlap. */
function spansOf(lines: readonly Line[], gutters: readonly Gutter[]): { from: number; to: number }[] {
  const spans = lines
    .flatMap((line) => filledStretches(line))
    .flatMap((stretch) => {
      const over = gutters.flatMap((gutter, index) => (covers(stretch, gutter) ? [index] : []));
      const [first, last] = [over[0], over.at(-1)];
      return first === undefined || last === undefined ? [] : [{ from: first, to: last + 1 }];
    })
    .sort((a, b) => a.from - b.from);
  const merged: { from: number; to: number }[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else merged.push({ ...span });
  }
  return merged;
}
