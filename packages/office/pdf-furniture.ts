import { wideGaps, type Line } from './pdf-lines.ts';
import type { PageLayout } from './pdf-layout.ts';

/** Running heads and page numbers stand in this share of the page's height from its edge. */
const MARGIN_SHARE = 0.12;
const LINES_MAX = 3;
/** Lines of a table's head, and the gaps between its columns; sizes of the type. */
const HEAD_PITCH_MAX = 1.6;
const HEAD_LINES_MAX = 4;
const COLUMN_GAP_MIN = 0.8;
const COLUMN_GAPS_MIN = 2;
const PAGE_NUMBER = /^[\s–—-]*(?:стр(?:аница|\.)?\s*)?(\d{1,4})(?:\s*(?:из|\/)\s*\d{1,4})?[\s.–—-]*$/iu;

/** The pages without running heads, running feet and page numbers. */
export function withoutFurniture(pages: readonly PageLayout[]): PageLayout[] {
  const inMargins = pages.map(marginLines);
  const repeated = new Map<string, number>();
  const numbering = new Map<number, number>();
  inMargins.forEach((lines, index) => {
    for (const key of new Set(lines.map(furnitureKey))) repeated.set(key, (repeated.get(key) ?? 0) + 1);
    for (const offset of new Set(lines.map((line) => pageNumber(line) - (index + 1))))
      numbering.set(offset, (numbering.get(offset) ?? 0) + 1);
  });
  const isFurniture = (line: Line, index: number): boolean => {
    const count = repeated.get(furnitureKey(line)) ?? 0;
    const offset = pageNumber(line) - (index + 1);
    return (
      line.artifact ||
      (count >= 3 && count >= pages.length / 2) ||
      (Number.isFinite(offset) && pages.length > 1 && (offset === 0 || (numbering.get(offset) ?? 0) > 1))
    );
  };
  return pages.map((page, index) => {
    const dropped = new Set((inMargins[index] ?? []).filter((line) => isFurniture(line, index)));
    return dropped.size === 0 ? page : { ...page, lines: page.lines.filter((line) => !dropped.has(line)) };
  });
}

/** The first and last few lines of the page that stand in its margins, outside everything else. */
function marginLines({ lines, tables, height }: PageLayout): Line[] {
  const tops = tables.map((table) => table.grid.box.top);
  const bottoms = tables.map((table) => table.grid.box.bottom);
  const head = lines
    .slice(0, LINES_MAX)
    .filter(
      (line, index) =>
        line.baseline < MARGIN_SHARE * height &&
        tops.every((top) => line.baseline <= top + line.size) &&
        (line.artifact || Number.isFinite(pageNumber(line)) || !isOfTableHead(lines, index)),
    );
  const foot = lines
    .slice(-LINES_MAX)
    .filter(
      (line) =>
        line.baseline > (1 - MARGIN_SHARE) * height &&
        bottoms.every((bottom) => line.baseline >= bottom - line.size),
    );
  return [...new Set([...head, ...foot])];
}

/** The head of a table without borders is repeated on its pages, too: some line of it, or one close by, shows columns. */
function isOfTableHead(lines: readonly Line[], index: number): boolean {
  const isClose = (at: number): boolean => {
    const [line, below] = [lines[at], lines[at + 1]];
    return (
      line !== undefined &&
      below !== undefined &&
      below.baseline - line.baseline <= HEAD_PITCH_MAX * line.size
    );
  };
  let [first, last] = [index, index];
  while (index - first < HEAD_LINES_MAX && isClose(first - 1)) first -= 1;
  while (last - index < HEAD_LINES_MAX && isClose(last)) last += 1;
  return lines
    .slice(first, last + 1)
    .some((line) => wideGaps(line, COLUMN_GAP_MIN).length >= COLUMN_GAPS_MIN);
}

/** The same on every page: place and words, whatever the numbers in it. */
function furnitureKey(line: Line): string {
  return `${Math.round(line.baseline / 4)} ${line.text.replaceAll(/\d+/gu, '#')}`;
}

function pageNumber(line: Line): number {
  return Number(PAGE_NUMBER.exec(line.text)?.[1] ?? NaN);
}
