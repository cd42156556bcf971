import type { JoinBroken } from './pdf-hyphens.ts';
import type { Line } from './pdf-lines.ts';

export type Bounds = { readonly left: number; readonly right: number };

export type Paragraph = {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly alignment: 'left' | 'center' | 'right';
};

type Joining = {
  readonly bounds: Bounds;
  readonly joinBroken: JoinBroken;
  /** In a cell every line that need not have ended there ends a paragraph: parties are often written one under another. */
  readonly inCell: boolean;
};

/** Number or bullet that begins an item of a list. */
const MARKER =
  /^(?:[•▪◦➢✓●○■□·–—-](?=\s|$)|\*+(?=\P{P})|\d{1,3}(?:\.\d{1,3})*[.)](?=\s|$)|\d{1,3}(?:\.\d{1,3})+(?=\s)|\p{L}\)(?=\s))/u;
const SENTENCE_END = /[.:;!?…]["»”)]?$/u;

/** Joins lines, from top to bottom, into paragraphs. */
export function joinLines(lines: readonly Line[], joining: Joining): Paragraph[] {
  const groups: Line[][] = [];
  lines.forEach((line, index) => {
    const group = groups.at(-1);
    if (group && continues(group, line, { next: lines[index + 1], joining })) group.push(line);
    else groups.push([line]);
  });
  return groups.map((group) => ({
    text: joinTexts(group, joining.joinBroken),
    lines: group,
    alignment: alignment(group, joining.bounds),
  }));
}

export function joinTexts(lines: readonly Line[], joinBroken: JoinBroken): string {
  return lines.map((line) => line.text).reduce((text, line) => appendLine(text, line, joinBroken), '');
}

/** A soft hyphen is only ever seen at the end of a line; elsewhere it is invisible and goes. */
export function appendLine(text: string, line: string, joinBroken: JoinBroken): string {
  const clean = line.replaceAll(/\u00AD(?!$)/gu, '');
  if (text === '') return clean;
  if (text.endsWith('\u00AD')) return text.slice(0, -1) + clean;
  if (!/\S[-‐]$/u.test(text)) return `${text} ${clean}`;
  const space = text.lastIndexOf(' ') + 1;
  return text.slice(0, space) + joinBroken(text.slice(space).replace(/‐$/u, '-'), clean);
}

/** The same paragraph goes on, even over a page: the line before was full, and what follows does not begin anew. */
export function flowsOn(last: Line, next: Line, bounds: Bounds): boolean {
  return (
    Math.abs(last.size - next.size) < 0.1 * last.size &&
    next.start < last.start + 0.35 * last.size &&
    !last.text.includes('\t') &&
    !MARKER.test(next.text) &&
    !SENTENCE_END.test(last.text) &&
    room(last, next, { bounds, full: bounds }) === 'none'
  );
}

function continues(
  group: readonly Line[],
  line: Line,
  { next, joining }: { next: Line | undefined; joining: Joining },
): boolean {
  const previous = group.at(-1);
  const first = group[0];
  if (!previous || !first || Math.abs(previous.size - line.size) > 0.12 * previous.size) return false;
  if (isGap(group, line, next)) return false;
  if (previous.text.includes('\t') || (line.text.includes('\t') && !joining.inCell)) return false;
  const isItem = MARKER.test(line.text);
  if (isItem && (SENTENCE_END.test(previous.text) || MARKER.test(first.text))) return false;
  if (!joining.inCell && startsAnew(group, line)) return false;
  const own = { left: Math.min(previous.start, line.start), right: Math.max(previous.end, line.end) };
  const free = room(previous, line, { bounds: joining.bounds, full: joining.bounds });
  const startsLow = /^\P{L}*\p{Ll}/u.test(line.text) && !isItem;
  if (free === 'none') return true;
  if (free === 'unclear') return startsLow || !SENTENCE_END.test(previous.text);
  if (joining.inCell || !startsLow || SENTENCE_END.test(previous.text) || MARKER.test(first.text))
    return false;
  // A block narrower than the page, such as a title set in its left half, is full when its own width is.
  return room(previous, line, { bounds: own, full: joining.bounds }) !== 'enough';
}

/** More space above the line than between the lines around it. */
function isGap(group: readonly Line[], line: Line, next: Line | undefined): boolean {
  const previous = group.at(-1);
  const before = group.at(-2);
  if (!previous) return true;
  const pitch = line.baseline - previous.baseline;
  const slack = 0.25 * line.size;
  if (pitch > 2.2 * line.size || pitch <= 0) return true;
  if (before && pitch > previous.baseline - before.baseline + slack) return true;
  const following =
    next && Math.abs(next.size - line.size) < 0.1 * line.size ? next.baseline - line.baseline : pitch;
  return following > 0.9 * line.size && pitch > following + slack;
}

/** Its beginning stands elsewhere than a further line of the paragraph would. */
function startsAnew(group: readonly Line[], line: Line): boolean {
  const first = group[0];
  const previous = group.at(-1);
  if (!first || !previous || isCentred(previous, line) || isRightAligned(previous, line)) return false;
  const tolerance = 0.35 * line.size;
  if (group.length > 1) return Math.abs(line.start - previous.start) > tolerance;
  const isHanging =
    MARKER.test(first.text) && Math.abs(line.start - (first.words[1]?.start ?? NaN)) < line.size;
  return line.start > first.start + tolerance && !isHanging;
}

function isCentred(a: Line, b: Line): boolean {
  return (
    Math.abs(a.start + a.end - b.start - b.end) < 0.5 * a.size && Math.abs(a.start - b.start) > 0.2 * a.size
  );
}

function isRightAligned(a: Line, b: Line): boolean {
  return Math.abs(a.end - b.end) < 0.2 * a.size && Math.abs(a.start - b.start) > a.size;
}

/**
 * Would the next line's first word have fitted on the line before? `none`: no, the line was full; `enough`: yes, so someone
 * ended it on purpose; `unclear`: only up to a hyphen or a slash in the word, or by a hair.
 */
function room(
  line: Line,
  next: Line,
  { bounds, full }: { bounds: Bounds; full: Bounds },
): 'none' | 'unclear' | 'enough' {
  const word = next.words[0];
  if (!word) return 'none';
  const isMoved = isCentred(line, next) || isRightAligned(line, next);
  const free = isMoved
    ? bounds.right - bounds.left - (line.end - line.start)
    : Math.min(bounds.right, full.right) - line.end;
  const length = word.text.length;
  const part = /^.+?[-‐/–—](?=.)/u.exec(word.text)?.[0].length ?? length;
  const space = /[-‐\u00AD]$/u.test(line.text) ? 0 : 0.2 * line.size;
  const width = word.end - word.start;
  if (free < space + (width * part) / length - 0.5) return 'none';
  return free > space + width + 0.3 * line.size ? 'enough' : 'unclear';
}

function alignment(lines: readonly Line[], { left, right }: Bounds): Paragraph['alignment'] {
  const width = right - left;
  const margins = lines.map((line) => ({ before: line.start - left, after: right - line.end }));
  const isFull = (each: { before: number; after: number }): boolean =>
    each.before < 0.03 * width && each.after < 0.03 * width;
  const short = margins.filter((each) => !isFull(each));
  if (short.length === 0 || lines.some((line) => line.text.includes('\t'))) return 'left';
  const tolerance = Math.max(4, 0.015 * width);
  if (short.every(({ before, after }) => before > tolerance && Math.abs(before - after) <= 2 * tolerance))
    return 'center';
  if (
    short.every(({ before, after }) => before > 0.45 * width || (after <= tolerance && before > 0.2 * width))
  )
    return 'right';
  return 'left';
}
