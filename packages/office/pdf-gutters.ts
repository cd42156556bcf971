import { median, partOfLine, type Line, type Stretch } from './pdf-lines.ts';

/** White between two columns. */
export type Gutter = Stretch;

/** What must be left of a gutter when all rows are laid over each other; many rows agree on a narrower one only in columns. */
const GUTTER_MIN = 0.7;
const GUTTER_MIN_OF_MANY = 0.45;
const MANY_LINES = 8;
/** Share of the lines that may run over a gutter: titles of sections. */
const CROSSING_SHARE = 0.12;
/** A line without a gap this long, measured by the table's width, is prose or a section's title. */
const WIDE_SHARE = 0.5;
/** A text by itself so long may be a title, and tells of no gutter. */
const TITLE_SHARE = 0.35;
/** Share of the lines that may run over one gutter and over no other. */
const ACCIDENTAL_SHARE = 0.04;
const AGREEING_MIN = 3;
const AGREEING_SHARE = 0.6;

/** Strips that hardly any line covers, at each of which the texts beside it are set to one line. */
export function findGutters(lines: readonly Line[]): readonly Gutter[] {
  const telling = withoutWide(lines);
  const gutters = withoutAccidental(
    telling,
    commonGutters(telling, telling.length < MANY_LINES ? GUTTER_MIN : GUTTER_MIN_OF_MANY),
  );
  return areAligned(telling, gutters) ? gutters : [];
}

/**
 * White that justified lines happen to share is run over by lines that run over no other gutter; titles run over several.
 * Nor are there gutters around a column that has no text.
 */
function withoutAccidental(lines: readonly Line[], gutters: readonly Gutter[]): readonly Gutter[] {
  const allowed = Math.max(2, lines.length * ACCIDENTAL_SHARE);
  const only = gutters.map(() => 0);
  const filled = Array.from({ length: gutters.length + 1 }, () => false);
  for (const line of lines) {
    const stretches = filledStretches(line);
    const over = gutters.flatMap((gutter, index) =>
      stretches.some((stretch) => covers(stretch, gutter)) ? [index] : [],
    );
    const [first] = over;
    if (over.length === 1 && first !== undefined) only[first] = (only[first] ?? 0) + 1;
    if (over.length === 0)
      columnParts(line, gutters).forEach((part, column) => {
        if (part) filled[column] = true;
      });
  }
  const empty = filled.indexOf(false);
  const most = Math.max(...only);
  const dropped = most > allowed ? only.indexOf(most) : empty === -1 ? -1 : Math.max(0, empty - 1);
  return gutters.length === 0 || dropped === -1
    ? gutters
    : withoutAccidental(
        lines,
        gutters.filter((_, index) => index !== dropped),
      );
}

function withoutWide(lines: readonly Line[]): Line[] {
  const left = Math.min(...lines.map((line) => line.start));
  const right = Math.max(...lines.map((line) => line.end));
  return lines.filter((line) => !isWide(line, right - left, TITLE_SHARE));
}

export function isWide(line: Line, width: number, share = WIDE_SHARE): boolean {
  return line.end - line.start > share * width && filledStretches(line).length === 1;
}

export function crosses(line: Line, gutters: readonly Gutter[]): boolean {
  return filledStretches(line).some((stretch) => gutters.some((gutter) => covers(stretch, gutter)));
}

export function covers(stretch: Stretch, { from, to }: Gutter): boolean {
  const middle = (from + to) / 2;
  return stretch.from < middle && stretch.to > middle;
}

/** The part of the line in each column; null where it has nothing. */
export function columnParts(line: Line, gutters: readonly Gutter[]): (Line | null)[] {
  const columns = line.words.map((word) => columnAt((word.start + word.end) / 2, gutters));
  return Array.from({ length: gutters.length + 1 }, (_, column) =>
    partOfLine(
      line,
      line.words.filter((__, index) => columns[index] === column),
    ),
  );
}

export function columnAt(x: number, gutters: readonly Gutter[]): number {
  return gutters.filter(({ from, to }) => x > (from + to) / 2).length;
}

export function columnCount(line: Line, gutters: readonly Gutter[]): number {
  return columnParts(line, gutters).filter((part) => part !== null).length;
}

/** The line without the spaces inside its texts, so that a title runs over a gutter as a whole. */
export function filledStretches(line: Line): Stretch[] {
  const stretches: { from: number; to: number }[] = [];
  for (const word of line.words) {
    const last = stretches.at(-1);
    if (last && word.start - last.to < GUTTER_MIN_OF_MANY * line.size) last.to = word.end;
    else stretches.push({ from: word.start, to: word.end });
  }
  return stretches;
}

function commonGutters(lines: readonly Line[], sizesMin: number): Gutter[] {
  const size = median(lines.map((line) => line.size));
  const allowed = Math.floor(lines.length * CROSSING_SHARE);
  const widthMin = sizesMin * size;
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

/** At every gutter most texts of the column after it begin, end or have their middle at one place, or those before it do. */
function areAligned(lines: readonly Line[], gutters: readonly Gutter[]): boolean {
  const parts = lines.map((line) => columnParts(line, gutters));
  const isSet = Array.from({ length: gutters.length + 1 }, (_, column) => {
    const own = parts.flatMap((part) => part[column] ?? []);
    const agree = (values: readonly number[]): boolean => {
      const middle = median(values);
      const near = values.filter((value) => Math.abs(value - middle) < 3);
      return values.length >= AGREEING_MIN && near.length >= values.length * AGREEING_SHARE;
    };
    return {
      start: agree(own.map((part) => part.start)),
      end: agree(own.map((part) => part.end)),
      middle: agree(own.map((part) => (part.start + part.end) / 2)),
    };
  });
  return gutters.every((_, index) => {
    const [before, after] = [isSet[index], isSet[index + 1]];
    return before?.end || before?.middle || after?.start || after?.middle;
  });
}
