import {
  columnAt,
  columnCount,
  columnParts,
  crosses,
  findGutters,
  isWide,
  type Gutter,
} from './pdf-gutters.ts';
import { wideGaps, type Line } from './pdf-lines.ts';

/** Lines `from` up to but not including `to` of a page, with white between their columns. */
export type Region = { readonly from: number; readonly to: number; readonly gutters: readonly Gutter[] };

/** A gap this wide, in sizes of the type, may part columns. */
const GAP_MIN = 1.2;
const ROWS_MIN = 3;
/** White above a line, in sizes of the type: more parts texts, and with no more lines belong to one cell. */
const SPACE_MAX = 4;
const SPACE_IN_CELL_MAX = 1.7;
/** So many lines of prose, one after another, are no title of a section. */
const PROSE_LINES = 4;
export const TITLE_LINES_MAX = 3;
const HEAD_LINES_MAX = 4;
const SPLITS_TRIED = 3;
const SPLIT_DEPTH = 2;
/** A table that takes this share of the lines together is not looked at in parts. */
const COVERING_SHARE = 0.85;

/** Where on a page lines stand in columns; from top to bottom. */
export function findRegions(lines: readonly Line[]): Region[] {
  return runs(lines).flatMap(([from, to]) => tablesIn(lines, from, to));
}

type Range = readonly [from: number, to: number];

/** Lines without prose or much white between them. */
function runs(lines: readonly Line[]): Range[] {
  const width = Math.max(...lines.map((line) => line.end)) - Math.min(...lines.map((line) => line.start));
  const found: Range[] = [];
  let from = 0;
  let prose = 0;
  lines.forEach((line, index) => {
    const space = index === 0 ? 0 : line.baseline - (lines[index - 1]?.baseline ?? 0);
    if (space > SPACE_MAX * line.size) {
      found.push([from, index]);
      from = index;
      prose = 0;
    }
    prose = isWide(line, width) ? prose + 1 : 0;
    if (prose === PROSE_LINES) found.push([from, index - PROSE_LINES + 1]);
    if (prose >= PROSE_LINES) from = index + 1;
  });
  return [...found, [from, lines.length]];
}

function tablesIn(lines: readonly Line[], from: number, to: number, depth = SPLIT_DEPTH): Region[] {
  const spaced = lines.slice(from, to).filter((line) => wideGaps(line, GAP_MIN).length > 0);
  if (spaced.length < ROWS_MIN || depth < 0) return [];
  const whole = regionIn(lines, from, to);
  if (whole && whole.to - whole.from > COVERING_SHARE * (to - from)) return [whole];
  const tried = [whole ? [whole] : []];
  if (depth > 0)
    for (const at of splits(lines, from, to))
      tried.push([...tablesIn(lines, from, at, depth - 1), ...tablesIn(lines, at, to, depth - 1)]);
  const worth = (regions: readonly Region[]): number =>
    regions.reduce((sum, region) => sum + weight(lines, region), 0);
  const best = tried.reduce((a, b) => (worth(b) > worth(a) ? b : a));
  const [first, last] = [best[0], best.at(-1)];
  if (!first || !last) return [];
  return [
    ...tablesIn(lines, from, first.from, depth - 1),
    ...best,
    ...tablesIn(lines, last.to, to, depth - 1),
  ];
}

function weight(lines: readonly Line[], { from, to, gutters }: Region): number {
  return lines.slice(from, to).filter((line) => isRow(line, gutters)).length * gutters.length ** 2;
}

/** Before the lines with most white above them. */
function splits(lines: readonly Line[], from: number, to: number): number[] {
  const space = (index: number): number =>
    ((lines[index]?.baseline ?? 0) - (lines[index - 1]?.baseline ?? 0)) / (lines[index]?.size ?? 1);
  return Array.from({ length: Math.max(0, to - from - 1) }, (_, index) => from + 1 + index)
    .filter((index) => space(index) > SPACE_IN_CELL_MAX)
    .sort((a, b) => space(b) - space(a))
    .slice(0, SPLITS_TRIED);
}

/** The lines of the range that stand in columns, without what stands above and below; null when too few do. */
function regionIn(lines: readonly Line[], from: number, to: number): Region | null {
  const rough = trimmed(lines, { from, to, gutters: findGutters(lines.slice(from, to)) });
  if (!rough) return null;
  const exact = trimmed(lines, {
    from,
    to,
    gutters: findGutters(lines.slice(rough.from, rough.to)),
    within: rough,
  });
  const found = exact ?? rough;
  return lines.slice(found.from, found.to).filter((line) => isRow(line, found.gutters)).length < ROWS_MIN
    ? null
    : found;
}

function isRow(line: Line, gutters: readonly Gutter[]): boolean {
  return columnCount(line, gutters) > 1 && !crosses(line, gutters);
}

function trimmed(
  lines: readonly Line[],
  { from, to, gutters, within = { from, to } }: Region & { within?: { from: number; to: number } },
): Region | null {
  if (gutters.length === 0) return null;
  const counts = lines.map((line, index) =>
    index < within.from || index >= within.to || crosses(line, gutters) ? 0 : columnCount(line, gutters),
  );
  const most = Math.max(...counts);
  if (most < 2) return null;
  const anchor = counts.indexOf(most);
  const reach = (step: 1 | -1): number => reachFrom(lines, { anchor, from, to, step, gutters });
  const top = reach(-1);
  return { from: top > from && isCommonHead(lines, top, gutters) ? top - 1 : top, to: reach(1) + 1, gutters };
}

/** Close above the head of some columns stands in their middle what they have in common. */
function isCommonHead(lines: readonly Line[], top: number, gutters: readonly Gutter[]): boolean {
  const [line, below] = [lines[top - 1], lines[top]];
  if (!line || !below || below.baseline - line.baseline > SPACE_IN_CELL_MAX * line.size) return false;
  const first = columnAt(line.start, gutters);
  const last = columnAt(line.end, gutters);
  if (last === first || last - first >= gutters.length - 1) return false;
  const middle = ((gutters[first - 1]?.to ?? NaN) + (gutters[last]?.from ?? NaN)) / 2;
  return !(Math.abs((line.start + line.end) / 2 - middle) > 3 * line.size);
}

type Walk = {
  readonly anchor: number;
  readonly from: number;
  readonly to: number;
  readonly step: 1 | -1;
  readonly gutters: readonly Gutter[];
};

/** The last line up or down that still belongs to the table: its rows, titles of sections between rows, the rest of a cell. */
function reachFrom(lines: readonly Line[], { anchor, from, to, step, gutters }: Walk): number {
  let reached = anchor;
  let crossing = 0;
  let joined = true;
  let kept = 0;
  for (let at = anchor + step; at >= from && at < to; at += step) {
    const [line, before] = [lines[at], lines[at - step]];
    if (!line || !before) break;
    const space = Math.abs(line.baseline - before.baseline) / line.size;
    if (space > SPACE_MAX) break;
    crossing = crosses(line, gutters) ? crossing + 1 : 0;
    if (crossing > TITLE_LINES_MAX) break;
    if (crossing > 0) joined = false;
    else if (columnCount(line, gutters) > 1) {
      reached = at;
      joined = true;
      kept = 0;
    } else if (
      joined &&
      space < SPACE_IN_CELL_MAX &&
      (step === 1 ? isRest(line, lines, { gutters, reached }) : kept < HEAD_LINES_MAX)
    ) {
      reached = at;
      kept += 1;
    } else joined = false;
  }
  return reached;
}

/** Begins or has its middle where a text of its column above does. */
function isRest(
  line: Line,
  lines: readonly Line[],
  { gutters, reached }: { gutters: readonly Gutter[]; reached: number },
): boolean {
  const parts = columnParts(line, gutters);
  const column = parts.findIndex((part) => part !== null);
  const own = parts[column];
  if (!own) return false;
  return lines.slice(Math.max(0, reached - 30), reached + 1).some((above) => {
    const part = crosses(above, gutters) ? null : columnParts(above, gutters)[column];
    if (!part) return false;
    const isNear = (a: number, b: number): boolean => Math.abs(a - b) < 0.25 * line.size;
    return isNear(part.start, own.start) || isNear(part.start + part.end, own.start + own.end);
  });
}
