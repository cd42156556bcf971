import type { Rule } from './pdf-geometry.ts';
import { median, type Line } from './pdf-lines.ts';
import type { Grid, GridCell } from './pdf-tables.ts';

/** A gap this wide, in sizes of the type, may part columns; what is left of it after all rows are laid over each other: */
const GAP_MIN = 1.2;
const GUTTER_MIN = 0.7;
const ROWS_MIN = 3;
/** Two columns are also a date and a number, or a post and a name: they need more rows to be a table. */
const ROWS_MIN_OF_TWO = 4;
/** Lines of one cell that may follow before another line shows columns again. */
const LINES_WITHOUT_GAP_MAX = 6;

type Gutter = { readonly from: number; readonly to: number };

/**
 * Tables that no vertical border shows: rows of text with the same wide gaps, perhaps with horizontal rules between. Only
 * strong evidence makes a table; anything less stays lines with tabs.
 */
export function findBorderless(lines: readonly Line[], rules: readonly Rule[]): Grid[] {
  const ruled = ruledRegions(rules).flatMap((region) => {
    const inside = lines.filter((line) => isBetween(line, region));
    const grid = makeGrid(
      inside,
      region.map((rule) => rule.at),
    );
    return grid ? [grid] : [];
  });
  const rest = lines.filter(
    (line) => !ruled.some((grid) => line.baseline > grid.box.top && line.baseline < grid.box.bottom),
  );
  const found = regions(rest).map((region) => makeGrid(trimmed(region), null));
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

function isBetween(line: Line, region: readonly Rule[]): boolean {
  const [first, last] = [region[0], region.at(-1)];
  return first !== undefined && last !== undefined && line.baseline > first.at && line.baseline < last.at;
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
    sinceGap = gaps(line).length > 0 ? 0 : sinceGap + 1;
    if (sinceGap > LINES_WITHOUT_GAP_MAX) end();
    else run.push(line);
  }
  end();
  return found;
}

/** Without the lines before the first and after the last one that shows columns. */
function trimmed(region: readonly Line[]): Line[] {
  const first = region.findIndex((line) => gaps(line).length > 0);
  const last = region.findLastIndex((line) => gaps(line).length > 0);
  return first === -1 ? [] : region.slice(first, last + 1);
}

function gaps(line: Line): Gutter[] {
  return line.words.flatMap((word, index) => {
    const next = line.words[index + 1];
    return next && next.start - word.end > GAP_MIN * line.size ? [{ from: word.end, to: next.start }] : [];
  });
}

function makeGrid(lines: readonly Line[], rules: readonly number[] | null): Grid | null {
  const inColumns = lines.filter((line) => gaps(line).length > 0);
  const gutters = commonGutters(inColumns);
  const columnCount = gutters.length + 1;
  if (columnCount < 2 || !gutters.every((gutter) => isAligned(inColumns, gutter))) return null;
  const rows = rules ? rowsByRules(lines, rules) : rowsBySpacing(lines, gutters);
  const fullRows = rows.filter((row) => row.some((line) => gaps(line).length > 0)).length;
  const rowsMin = rules ? 2 : columnCount === 2 ? ROWS_MIN_OF_TWO : ROWS_MIN;
  if (fullRows < rowsMin) return null;
  const left = Math.min(...lines.map((line) => line.start)) - 1;
  const right = Math.max(...lines.map((line) => line.end)) + 1;
  const columnEdges = [left, ...gutters.map(({ from, to }) => (from + to) / 2), right];
  const rowEdges = rules ?? edgesBetween(rows);
  const cells = rows.flatMap((row, index) => rowCells(row, index, gutters));
  const box = { left, right, top: rowEdges[0] ?? 0, bottom: rowEdges.at(-1) ?? 0 };
  return { columnEdges, rowEdges, cells, box, openTop: false, openBottom: false, isDrawn: false };
}

/** What no word of any of the lines covers. */
function commonGutters(lines: readonly Line[]): Gutter[] {
  const words = lines.flatMap((line) => line.words).sort((a, b) => a.start - b.start);
  const size = median(lines.map((line) => line.size));
  const gutters: Gutter[] = [];
  let reached = words[0]?.end ?? 0;
  for (const word of words) {
    if (word.start - reached > GUTTER_MIN * size) gutters.push({ from: reached, to: word.start });
    reached = Math.max(reached, word.end);
  }
  return gutters;
}

/** On one side of the gutter most texts end at it, or on the other most begin at it, or they are centred. */
function isAligned(lines: readonly Line[], gutter: Gutter): boolean {
  const after = lines.flatMap((line) => line.words.find((word) => word.start >= gutter.to - 0.1) ?? []);
  const before = lines.flatMap((line) => line.words.findLast((word) => word.end <= gutter.from + 0.1) ?? []);
  const agree = (values: readonly number[]): boolean =>
    values.length >= ROWS_MIN &&
    values.filter((value) => Math.abs(value - median(values)) < 3).length >= values.length * 0.6;
  return agree(after.map((word) => word.start)) || agree(before.map((word) => word.end));
}

function rowsByRules(lines: readonly Line[], rules: readonly number[]): Line[][] {
  return rules.slice(1).map((bottom, index) => {
    const top = rules[index] ?? 0;
    return lines.filter((line) => line.baseline > top && line.baseline <= bottom);
  });
}

/** A new row begins after a wider space, and where all rows are equally spaced, at every line that has its first column filled. */
function rowsBySpacing(lines: readonly Line[], gutters: readonly Gutter[]): Line[][] {
  const pitches = lines
    .slice(1)
    .map((line, index) => (line.baseline - (lines[index]?.baseline ?? 0)) / line.size);
  const least = Math.min(...pitches);
  const hasSpacing = pitches.some((pitch) => pitch > least + 0.25);
  const firstEnd = gutters[0]?.from ?? 0;
  const rows: Line[][] = [];
  lines.forEach((line, index) => {
    const isSpaced = (pitches[index - 1] ?? Infinity) > least + 0.25;
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
  return gutters.some(
    ({ from, to }) =>
      line.words.some((word) => word.start < (from + to) / 2 && word.end > (from + to) / 2) ||
      runsOver(line, { from, to }),
  );
}

/** Two words of one text stand on the two sides with no more than a space between. */
function runsOver(line: Line, { from, to }: Gutter): boolean {
  const middle = (from + to) / 2;
  const before = line.words.findLast((word) => word.end <= middle);
  const after = line.words.find((word) => word.start >= middle);
  return before !== undefined && after !== undefined && after.start - before.end < GUTTER_MIN * line.size;
}
