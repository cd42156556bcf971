import type { Rule } from './pdf-geometry.ts';
import { median, wideGaps, type Line, type Stretch as Gutter } from './pdf-lines.ts';
import type { Grid, GridCell } from './pdf-tables.ts';

/** A gap this wide, in sizes of the type, may part columns. */
const GAP_MIN = 1.2;
/** What must be left of it when all rows are laid over each other; many rows agree on a narrower one only in columns. */
const GUTTER_MIN = 0.7;
const GUTTER_MIN_OF_MANY = 0.45;
const MANY_LINES = 8;
/** Share of the lines that may run over a gutter: titles of sections. */
const CROSSING_SHARE = 0.12;
const RULES_OF_TABLE_MAX = 80;
const ROWS_MIN = 3;
/** Two columns are also a date and a number, or a post and a name: they need more rows to be a table. */
const ROWS_MIN_OF_TWO = 4;
/** Lines of one cell that may follow before another line shows columns again. */
const LINES_WITHOUT_GAP_MAX = 6;
/** Space between rows beyond that between lines, in sizes of the type. */
const ROW_SPACING_MIN = 0.15;

/**
 * Tables that no vertical border shows: rows of text with the same wide gaps, perhaps with horizontal rules between. Only
 * strong evidence makes a table; anything less stays lines with tabs.
 */
export function findBorderless(lines: readonly Line[], rules: readonly Rule[]): Grid[] {
  const ruled = ruledRegions(rules).flatMap((region) => ruledGrids(lines, region));
  const rest = lines.filter(
    (line) => !ruled.some((grid) => line.baseline > grid.box.top && line.baseline < grid.box.bottom),
  );
  const found = regions(rest).map((region) => makeSpacedGrid(trimmed(region)));
  return [...ruled, ...found.filter((grid) => grid !== null)];
}

/** At least three rules one under another from the same place to the same place. */
function ruledRegions(rules: readonly Rule[]): Rule[][] {
  const groups: Rule[][] = [];
  for (const rule of [...rules].sort((a, b) => a.at - b.at)) {
    const group = groups.find(
      ([first]) => first && Math.abs(first.from - rule.from) < 3 && Math.abs(first.to - rule.to) < 3,
    );
    const last = group?.at(-1);
    if (!group || !last) groups.push([rule]);
    else if (rule.at - last.at > 3) group.push(rule);
  }
  return groups.filter((group) => group.length >= 3);
}

/** Several tables may stand between the same rules: each time the stretch that shows most columns over most rows is taken. */
function ruledGrids(lines: readonly Line[], region: readonly Rule[]): Grid[] {
  const found: Grid[] = [];
  let start = 0;
  while (start < region.length - 1) {
    const ends = region.slice(start + 2, start + RULES_OF_TABLE_MAX).map((_, index) => start + 2 + index);
    const tried = ends.map((end) => ({ end, grid: makeRuledGrid(lines, region.slice(start, end + 1)) }));
    const best = tried.reduce((a, b) => (score(b.grid) > score(a.grid) ? b : a), {
      end: start + 1,
      grid: null as Grid | null,
    });
    if (best.grid) found.push(best.grid);
    start = best.end;
  }
  return found;
}

function score(grid: Grid | null): number {
  return grid === null ? 0 : (grid.rowEdges.length - 1) * (grid.columnEdges.length - 2) ** 2;
}

function makeRuledGrid(lines: readonly Line[], region: readonly Rule[]): Grid | null {
  const [first, last] = [region[0], region.at(-1)];
  if (!first || !last) return null;
  const inside = lines.filter((line) => line.baseline > first.at && line.baseline < last.at);
  const gutters = commonGutters(inside, GUTTER_MIN_OF_MANY);
  if (gutters.length === 0 || !areAligned(inside, gutters)) return null;
  const edges = region.map((rule) => rule.at);
  const headTop = openHead(lines, first, gutters);
  if (headTop !== null) edges.unshift(headTop);
  const rows = edges.slice(1).map((bottom, index) => {
    const top = edges[index] ?? 0;
    return lines.filter((line) => line.baseline > top && line.baseline <= bottom);
  });
  const width = { left: first.from, right: first.to };
  return countFull(rows, gutters) < 2 ? null : gridOf(rows, { gutters, edges, width });
}

/** Where every row has only its lower border, the head stands above the first one. */
function openHead(lines: readonly Line[], first: Rule, gutters: readonly Gutter[]): number | null {
  let top: number | null = null;
  let below = first.at;
  for (const line of lines.filter((each) => each.baseline < first.at).toReversed()) {
    if (below - line.baseline > 1.6 * line.size || crosses(line, gutters)) break;
    below = line.baseline;
    // The last line of a head may be the rest of one of its cells.
    if (columnsOf(line, gutters) > 1) top = line.baseline - line.size;
  }
  return top;
}

function makeSpacedGrid(lines: readonly Line[]): Grid | null {
  const gutters = commonGutters(lines, lines.length < MANY_LINES ? GUTTER_MIN : GUTTER_MIN_OF_MANY);
  if (gutters.length === 0 || !areAligned(lines, gutters)) return null;
  const rows = rowsBySpacing(lines, gutters);
  if (countFull(rows, gutters) < (gutters.length === 1 ? ROWS_MIN_OF_TWO : ROWS_MIN)) return null;
  const left = Math.min(...lines.map((line) => line.start)) - 1;
  const right = Math.max(...lines.map((line) => line.end)) + 1;
  return gridOf(rows, { gutters, edges: edgesBetween(rows), width: { left, right } });
}

function gridOf(
  rows: readonly (readonly Line[])[],
  shape: { gutters: readonly Gutter[]; edges: readonly number[]; width: { left: number; right: number } },
): Grid {
  const { gutters, edges, width } = shape;
  const columnEdges = [width.left, ...gutters.map(({ from, to }) => (from + to) / 2), width.right];
  const cells = rows.flatMap((row, index) => rowCells(row, index, gutters));
  const box = { ...width, top: edges[0] ?? 0, bottom: edges.at(-1) ?? 0 };
  return { columnEdges, rowEdges: edges, cells, box, openTop: false, openBottom: false, isDrawn: false };
}

function countFull(rows: readonly (readonly Line[])[], gutters: readonly Gutter[]): number {
  return rows.filter((row) => row.some((line) => columnsOf(line, gutters) > 1 && !crosses(line, gutters)))
    .length;
}

function columnsOf(line: Line, gutters: readonly Gutter[]): number {
  return new Set(line.words.map((word) => gutters.filter((gutter) => word.start > gutter.from).length)).size;
}

/** Runs of lines in which columns may be: gaps in most of them, and no large white space between. */
function regions(lines: readonly Line[]): Line[][] {
  const found: Line[][] = [];
  let run: Line[] = [];
  let sinceGap = 0;
  const end = (): void => {
    if (run.length >= ROWS_MIN) found.push(run);
    run = [];
    sinceGap = 0;
  };
  for (const line of lines) {
    const previous = run.at(-1);
    if (previous && line.baseline - previous.baseline > 4 * line.size) end();
    sinceGap = wideGaps(line, GAP_MIN).length > 0 ? 0 : sinceGap + 1;
    if (sinceGap > LINES_WITHOUT_GAP_MAX) end();
    else run.push(line);
  }
  end();
  return found;
}

/** Without the lines before the first and after the last one that shows columns. */
function trimmed(region: readonly Line[]): Line[] {
  const first = region.findIndex((line) => wideGaps(line, GAP_MIN).length > 0);
  const last = region.findLastIndex((line) => wideGaps(line, GAP_MIN).length > 0);
  return first === -1 ? [] : region.slice(first, last + 1);
}

/** Strips that hardly any line covers. */
function commonGutters(lines: readonly Line[], sizesMin: number): Gutter[] {
  const size = median(lines.map((line) => line.size));
  const allowed = Math.floor(lines.length * CROSSING_SHARE);
  const widthMin = sizesMin * size;
  // Spaces inside a text are narrower than a gutter: with them filled, a title runs over it as a whole.
  const ends = lines
    .flatMap((line) => filledStretches(line))
    .flatMap(({ from, to }) => [
      { at: from, step: 1 },
      { at: to, step: -1 },
    ])
    .sort((a, b) => a.at - b.at || b.step - a.step);
  const gutters: Gutter[] = [];
  let strips: { from: number; to: number; depth: number }[] = [];
  let depth = 0;
  let last = ends[0]?.at ?? 0;
  for (const { at, step } of ends) {
    if (at > last && depth <= allowed && last > (ends[0]?.at ?? 0))
      strips.push({ from: last, to: at, depth });
    if (depth > allowed || depth + step > allowed) {
      const gutter = clearest(strips, widthMin);
      if (gutter) gutters.push(gutter);
      strips = [];
    }
    depth += step;
    last = at;
  }
  return gutters;
}

/** The part of a gutter that the fewest lines run over. */
function clearest(strips: readonly (Gutter & { depth: number })[], widthMin: number): Gutter | null {
  const [first, last] = [strips[0], strips.at(-1)];
  if (!first || !last || last.to - first.from <= widthMin) return null;
  const least = Math.min(...strips.map((strip) => strip.depth));
  const clear = strips.filter((strip) => strip.depth === least);
  return clear.reduce((a, b) => (b.to - b.from > a.to - a.from ? b : a));
}

function filledStretches(line: Line): Gutter[] {
  const stretches: { from: number; to: number }[] = [];
  for (const word of line.words) {
    const last = stretches.at(-1);
    if (last && word.start - last.to < GUTTER_MIN_OF_MANY * line.size) last.to = word.end;
    else stretches.push({ from: word.start, to: word.end });
  }
  return stretches;
}

/** At every gutter most texts of the column after it begin at one place, or most of the column before it end at one. */
function areAligned(lines: readonly Line[], gutters: readonly Gutter[]): boolean {
  const agree = (values: readonly number[]): boolean =>
    values.length >= ROWS_MIN &&
    values.filter((value) => Math.abs(value - median(values)) < 3).length >= values.length * 0.6;
  return gutters.every((gutter, index) => {
    const [from, to] = [gutters[index - 1]?.to ?? -Infinity, gutters[index + 1]?.from ?? Infinity];
    const after = lines.flatMap(
      (line) => line.words.find((word) => word.start >= gutter.to - 0.1 && word.end <= to + 0.1) ?? [],
    );
    const before = lines.flatMap(
      (line) =>
        line.words.findLast((word) => word.end <= gutter.from + 0.1 && word.start >= from - 0.1) ?? [],
    );
    return agree(after.map((word) => word.start)) || agree(before.map((word) => word.end));
  });
}

/** A new row begins after a wider space, and where all rows are equally spaced, at every line that has its first column filled. */
function rowsBySpacing(lines: readonly Line[], gutters: readonly Gutter[]): Line[][] {
  const pitches = lines
    .slice(1)
    .map((line, index) => (line.baseline - (lines[index]?.baseline ?? 0)) / line.size);
  const least = Math.min(...pitches);
  const hasSpacing = pitches.some((pitch) => pitch > least + ROW_SPACING_MIN);
  const firstEnd = gutters[0]?.from ?? 0;
  const rows: Line[][] = [];
  lines.forEach((line, index) => {
    const isSpaced = (pitches[index - 1] ?? Infinity) > least + ROW_SPACING_MIN;
    const fillsFirst = line.start < firstEnd;
    const isNew = hasSpacing && rows.length > 0 ? isSpaced || crosses(line, gutters) : fillsFirst;
    const row = rows.at(-1);
    if (row && !isNew) row.push(line);
    else rows.push([line]);
  });
  return rows;
}

function edgesBetween(rows: readonly (readonly Line[])[]): number[] {
  const top = (row: readonly Line[]): number => (row[0]?.baseline ?? 0) - (row[0]?.size ?? 0);
  const bottom = (row: readonly Line[]): number =>
    (row.at(-1)?.baseline ?? 0) + 0.3 * (row.at(-1)?.size ?? 0);
  return [
    ...rows.map((row, index) => (index === 0 ? top(row) : (bottom(rows[index - 1] ?? []) + top(row)) / 2)),
    bottom(rows.at(-1) ?? []),
  ];
}

/** A row whose text runs over the gutters is one cell over all columns: a section's title. */
function rowCells(row: readonly Line[], index: number, gutters: readonly Gutter[]): GridCell[] {
  const whole = row.some((line) => crosses(line, gutters));
  if (whole) return [{ row: index, column: 0, rowSpan: 1, columnSpan: gutters.length + 1 }];
  return Array.from({ length: gutters.length + 1 }, (_, column) => ({
    row: index,
    column,
    rowSpan: 1,
    columnSpan: 1,
  }));
}

function crosses(line: Line, gutters: readonly Gutter[]): boolean {
  const stretches = filledStretches(line);
  return gutters.some(({ from, to }) =>
    stretches.some((each) => each.from < (from + to) / 2 && each.to > (from + to) / 2),
  );
}
