import { joinTexts } from './pdf-joined-text.ts';
import type { Line } from './pdf-lines.ts';
import type { Vocabulary } from './pdf-words.ts';

export type Bounds = {
  readonly left: number;
  readonly right: number;
  /** Where the first line of a paragraph begins when that is not at the left; null when paragraphs are not indented. */
  readonly indent: number | null;
};

export type Paragraph = {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly alignment: Alignment;
};

type Alignment = 'left' | 'center' | 'right';

type Joining = {
  readonly bounds: Bounds;
  readonly vocabulary: Vocabulary;
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
  const { bounds, vocabulary } = joining;
  return groups.map((group) => ({
    text: joinTexts(group, { width: bounds.right - bounds.left, vocabulary }),
    lines: group,
    alignment: alignment(group, bounds),
  }));
}

/** The same paragraph goes on over a page: the last line was full, and what follows does not begin anew. */
export function flowsOn(last: Line, next: Line, bounds: Bounds): boolean {
  return (
    isSameSize(last, next) &&
    next.start < last.start + 0.35 * last.size &&
    !isIndented(next, bounds) &&
    !last.text.includes('\t') &&
    !MARKER.test(next.text) &&
    !SENTENCE_END.test(last.text) &&
    room(last, next, bounds) === 'none'
  );
}

function continues(
  group: readonly Line[],
  line: Line,
  { next, joining }: { next: Line | undefined; joining: Joining },
): boolean {
  const previous = group.at(-1);
  const first = group[0];
  if (!previous || !first || !isSameSize(previous, line) || isGap(group, line, next)) return false;
  const { bounds, inCell } = joining;
  if (previous.text.includes('\t') || (line.text.includes('\t') && !inCell)) return false;
  const isItem = MARKER.test(line.text);
  if (isItem && (SENTENCE_END.test(previous.text) || MARKER.test(first.text))) return false;
  if (!inCell && startsAnew(group, line, bounds)) return false;
  const startsLow = /^\P{L}*\p{Ll}/u.test(line.text) && !isItem;
  const free = room(previous, line, bounds);
  if (free === 'none') return true;
  if (free === 'unclear') return startsLow || !SENTENCE_END.test(previous.text);
  if (inCell || !startsLow || SENTENCE_END.test(previous.text) || MARKER.test(first.text)) return false;
  return isFullOfBlock(previous, line, bounds);
}

/** A block narrower than the page, such as a title set in its left half, is full when its own width is. */
function isFullOfBlock(previous: Line, line: Line, bounds: Bounds): boolean {
  const own = {
    left: Math.min(previous.start, line.start),
    right: Math.max(previous.end, line.end),
    indent: null,
  };
  const isWide = previous.end - previous.start > 0.35 * (bounds.right - bounds.left);
  return isWide && room(previous, line, own) !== 'enough';
}

function isSameSize(a: Line, b: Line): boolean {
  return Math.abs(a.size - b.size) < 0.12 * a.size;
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
  const following = next && isSameSize(line, next) ? next.baseline - line.baseline : pitch;
  return following > 0.9 * line.size && pitch > following + slack;
}

/** Its beginning stands elsewhere than a further line of the paragraph would. */
function startsAnew(group: readonly Line[], line: Line, bounds: Bounds): boolean {
  const first = group[0];
  const previous = group.at(-1);
  if (!first || !previous || isCentred(previous, line) || isRightAligned(previous, line, bounds))
    return false;
  const isHanging =
    MARKER.test(first.text) && Math.abs(line.start - (first.words[1]?.start ?? NaN)) < line.size;
  if (isHanging) return false;
  if (alignment(group, bounds) !== 'left' && alignment([line], bounds) !== alignment(group, bounds))
    return true;
  const tolerance = 0.35 * line.size;
  if (isIndented(line, bounds)) return true;
  return group.length > 1
    ? Math.abs(line.start - previous.start) > tolerance
    : line.start > first.start + tolerance;
}

function isIndented(line: Line, { indent }: Bounds): boolean {
  return indent !== null && Math.abs(line.start - indent) < 0.2 * line.size;
}

function isCentred(a: Line, b: Line): boolean {
  return (
    Math.abs(a.start + a.end - b.start - b.end) < 0.5 * a.size && Math.abs(a.start - b.start) > 0.2 * a.size
  );
}

/** Both stand off the left: a justified paragraph's indented first line ends where its second one does, too. */
function isRightAligned(a: Line, b: Line, { left }: Pick<Bounds, 'left'>): boolean {
  return (
    Math.abs(a.end - b.end) < 0.2 * a.size &&
    Math.abs(a.start - b.start) > a.size &&
    Math.min(a.start, b.start) > left + a.size
  );
}

/**
 * Would the next line's first word have fitted on the line before? `none`: no, the line was full; `enough`: yes, so someone
 * ended it on purpose; `unclear`: only up to a hyphen or a slash in the word, or by a hair.
 */
export function room(
  line: Line,
  next: Line,
  { left, right }: Pick<Bounds, 'left' | 'right'>,
): 'none' | 'unclear' | 'enough' {
  const word = next.words[0];
  if (!word) return 'none';
  const isMoved = isCentred(line, next) || isRightAligned(line, next, { left });
  const free = isMoved ? right - left - (line.end - line.start) : right - line.end;
  const length = word.text.length;
  const part = /^.+?[-‐/–—](?=.)/u.exec(word.text)?.[0].length ?? length;
  const space = /[-‐\u00AD]$/u.test(line.text) ? 0 : 0.2 * line.size;
  const width = word.end - word.start;
  if (free < space + (width * part) / length - 0.5) return 'none';
  return free > space + width + 0.3 * line.size ? 'enough' : 'unclear';
}

function alignment(lines: readonly Line[], { left, right }: Bounds): Alignment {
  const width = right - left;
  const tolerance = Math.max(4, 0.015 * width);
  const short = lines
    .map((line) => ({ before: line.start - left, after: right - line.end }))
    .filter(({ before, after }) => before >= 0.03 * width || after >= 0.03 * width);
  const isItem = MARKER.test(lines[0]?.text ?? '');
  if (short.length === 0 || isItem || lines.some((line) => line.text.includes('\t'))) return 'left';
  const isCentre = short.every(
    ({ before, after }) => before > tolerance && Math.abs(before - after) <= 2 * tolerance,
  );
  if (isCentre) return 'center';
  const isRight = short.every(
    ({ before, after }) => before > 0.45 * width || (after <= tolerance && before > 0.2 * width),
  );
  return isRight ? 'right' : 'left';
}
