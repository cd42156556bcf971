import type { Grid, GridCell } from './pdf-tables.ts';
import { wideGaps, type Line, type Stretch } from './pdf-lines.ts';

/** A gap this wide, in sizes of the type, parts blocks of text; laid over each other the lines leave at least the second. */
const GAP_MIN = 2.5;
const GUTTER_MIN = 1.2;
/** Lines of one block stand no further apart than this, and no more than that further than its first two; sizes of the type. */
const PITCH_MAX = 2;
const PITCH_SLACK = 0.35;
const LINES_BESIDE_MIN = 2;
const LINES_MAX = 25;

/** Lines with blocks of text side by side: approvals, a letterhead and its addressee. Every line is a row. */
export function findBeside(lines: readonly Line[]): Grid[] {
  const found: Grid[] = [];
  for (let at = 0; at < lines.length;) {
    const region = regionFrom(lines, at);
    if (region === null) at += 1;
    else {
      found.push(gridOf(region));
      at += region.lines.length;
    }
  }
  return found;
}

type Region = { readonly lines: readonly Line[]; readonly gutters: readonly Stretch[] };

function regionFrom(lines: readonly Line[], start: number): Region | null {
  const first = lines[start];
  if (first === undefined) return null;
  let gutters = gapsOf(first);
  if (gutters.length === 0) return null;
  const blocks: Stretch[][] = blocksOf(first, gutters).map((block) => (block === null ? [] : [block]));
  const taken = [first];
  let beside = 1;
  let pitch = PITCH_MAX * first.size;
  for (let at = start + 1; at < lines.length && taken.length < LINES_MAX; at += 1) {
    const [line, above] = [lines[at], taken.at(-1)];
    if (!line || !above || line.baseline - above.baseline > pitch) break;
    if (taken.length === 1) pitch = Math.min(pitch, line.baseline - above.baseline + PITCH_SLACK * line.size);
    const narrowed = gutters.map((gutter) => widestFree(gutter, line));
    if (narrowed.some((gutter) => gutter.to - gutter.from < GUTTER_MIN * line.size)) break;
    const own = blocksOf(line, narrowed);
    if (!own.every((block, column) => block === null || isAligned(block, blocks[column] ?? [], line.size)))
      break;
    own.forEach((block, column) => {
      if (block !== null) blocks[column]?.push(block);
    });
    if (own.filter((block) => block !== null).length > 1) beside += 1;
    gutters = narrowed;
    taken.push(line);
  }
  return beside < LINES_BESIDE_MIN ? null : { lines: taken, gutters };
}

/** Wide gaps between words; a gap in every place is a justified line of few words. */
function gapsOf(line: Line): Stretch[] {
  const wide = wideGaps(line, GAP_MIN);
  return wide.length > 2 || (wide.length === line.words.length - 2 && wide.length > 1) ? [] : wide;
}

/** The widest part of the gutter that no word of the line stands in. */
function widestFree(gutter: Stretch, line: Line): Stretch {
  let from = gutter.from;
  let widest: Stretch = { from, to: from };
  const take = (to: number): void => {
    if (to - from > widest.to - widest.from) widest = { from, to };
  };
  for (const word of line.words) {
    if (word.end <= from) continue;
    if (word.start >= gutter.to) break;
    take(word.start);
    from = word.end;
  }
  take(gutter.to);
  return widest;
}

/** What the line has between the gutters; null where it has nothing. */
function blocksOf(line: Line, gutters: readonly Stretch[]): (Stretch | null)[] {
  return Array.from({ length: gutters.length + 1 }, (_, column) => {
    const from = gutters[column - 1]?.to ?? -Infinity;
    const to = gutters[column]?.from ?? Infinity;
    const words = line.words.filter((word) => word.start >= from - 0.1 && word.end <= to + 0.1);
    const [first, last] = [words[0], words.at(-1)];
    return first === undefined || last === undefined ? null : { from: first.start, to: last.end };
  });
}

/** Begins, ends or has its middle where a line of its block above does. */
function isAligned(block: Stretch, above: readonly Stretch[], size: number): boolean {
  const near = (one: number, other: number): boolean => Math.abs(one - other) < 0.5 * size;
  return (
    above.length === 0 ||
    above.some(
      (other) =>
        near(block.from, other.from) ||
        near(block.to, other.to) ||
        near((block.from + block.to) / 2, (other.from + other.to) / 2),
    )
  );
}

function gridOf({ lines, gutters }: Region): Grid {
  const width = {
    left: Math.min(...lines.map((line) => line.start)) - 1,
    right: Math.max(...lines.map((line) => line.end)) + 1,
  };
  const columnEdges = [width.left, ...gutters.map(({ from, to }) => (from + to) / 2), width.right];
  const rowEdges = [
    ...lines.map((line) => line.baseline - 0.8 * line.size),
    (lines.at(-1)?.baseline ?? 0) + 0.3 * (lines.at(-1)?.size ?? 0),
  ];
  const cells = lines.flatMap((_, row) =>
    columnEdges.slice(1).map((__, column): GridCell => ({ row, column, rowSpan: 1, columnSpan: 1 })),
  );
  const box = { ...width, top: rowEdges[0] ?? 0, bottom: rowEdges.at(-1) ?? 0 };
  return { columnEdges, rowEdges, cells, box, openTop: false, openBottom: false, isDrawn: false };
}
