import type { PageLayout } from './pdf-layout.ts';
import type { Line } from './pdf-lines.ts';
import type { Bounds } from './pdf-paragraphs.ts';

/** Lines whose ends agree within this are set to one margin. Points. */
const TOLERANCE = 1.5;
const AGREEING_MIN = 3;

/**
 * The text column of pages of one format. A margin is where several lines begin or end, so that one line hanging over it, or
 * a table set a little wider, does not move it.
 */
export function textBounds(pages: readonly PageLayout[]): Bounds {
  const lines = pages.flatMap((page) => page.lines);
  const left = outermost(lines.map((line) => line.start));
  const right = -outermost(lines.map((line) => -line.end));
  return { left, right, indent: firstLineIndent(pages, left) };
}

function outermost(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const agreed = sorted.find(
    (value, index) => (sorted[index + AGREEING_MIN - 1] ?? Infinity) - value <= TOLERANCE,
  );
  return agreed ?? sorted[0] ?? 0;
}

/** Where lines begin that are followed by a line at the left margin, if that is one place for most of them. */
function firstLineIndent(pages: readonly PageLayout[], left: number): number | null {
  const starts: number[] = [];
  for (const { lines } of pages)
    lines.forEach((line, index) => {
      const next = lines[index + 1];
      if (
        next &&
        line.start > left + line.size &&
        isFlush(next, left) &&
        next.baseline - line.baseline < 2.2 * line.size
      )
        starts.push(line.start);
    });
  const agreeing = (start: number): number =>
    starts.filter((other) => Math.abs(other - start) <= TOLERANCE).length;
  const best = starts.reduce<number | null>(
    (found, start) => (found === null || agreeing(start) > agreeing(found) ? start : found),
    null,
  );
  return best !== null && agreeing(best) >= AGREEING_MIN ? best : null;
}

function isFlush(line: Line, left: number): boolean {
  return Math.abs(line.start - left) <= TOLERANCE;
}
