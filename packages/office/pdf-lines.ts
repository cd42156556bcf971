import type { Glyph } from './pdf-geometry.ts';

/** Words on one baseline, in the reading direction of their text. */
export type Line = {
  readonly words: readonly Word[];
  /** Words with a space between, a tab where the gap is wider than a space can be. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly baseline: number;
  readonly size: number;
  /** All of it is marked by the producer as page furniture. */
  readonly artifact: boolean;
};

export type Word = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly baseline: number;
};

/** Gap that parts words, in sizes of the type: about two thirds of the narrowest space. */
const SPACE_MIN = 0.17;
/** A wider gap stands for a tab stop: no space of a justified line is usually as wide. */
const TAB_MIN = 2.5;

/** Lines from top to bottom. All glyphs must have one reading direction. */
export function makeLines(glyphs: readonly Glyph[]): Line[] {
  const rows: { baseline: number; size: number; glyphs: Glyph[] }[] = [];
  for (const glyph of [...glyphs].sort((a, b) => a.baseline - b.baseline || a.start - b.start)) {
    const row = rows.findLast(
      (each) => Math.abs(glyph.baseline - each.baseline) < 0.45 * Math.max(glyph.size, each.size),
    );
    if (!row || rows.length - rows.indexOf(row) > 2)
      rows.push({ baseline: glyph.baseline, size: glyph.size, glyphs: [glyph] });
    else {
      row.glyphs.push(glyph);
      // The line stands where its largest characters stand: indices and footnote marks do not move it.
      if (glyph.size > row.size * 1.1) Object.assign(row, { baseline: glyph.baseline, size: glyph.size });
    }
  }
  return rows
    .map((row) => makeLine(row.glyphs))
    .filter((line) => line !== null)
    .sort((a, b) => a.baseline - b.baseline);
}

function makeLine(glyphs: readonly Glyph[]): Line | null {
  const drawn = withoutDoubles(withoutUnseenSpaces([...glyphs].sort((a, b) => a.start - b.start)));
  const words = makeWords(drawn);
  const first = words[0];
  const last = words.at(-1);
  if (!first || !last) return null;
  const size = median(drawn.filter((glyph) => glyph.text.trim() !== '').map((glyph) => glyph.size));
  return {
    words,
    text: joinWords(words, size),
    start: first.start,
    end: last.end,
    baseline: median(drawn.map((glyph) => glyph.baseline)),
    size,
    artifact: drawn.every((glyph) => glyph.artifact || glyph.text.trim() === ''),
  };
}

/** A browser draws a soft hyphen it does not need as a space that takes no room: the next character stands on it. */
function withoutUnseenSpaces(sorted: readonly Glyph[]): Glyph[] {
  return sorted.filter((glyph, index) => {
    const next = sorted[index + 1];
    return glyph.text !== ' ' || !next || next.start - glyph.start >= 0.25 * glyph.width;
  });
}

/** Bold is sometimes drawn as the same character twice with a small shift. */
function withoutDoubles(sorted: readonly Glyph[]): Glyph[] {
  const kept: Glyph[] = [];
  for (const glyph of sorted) {
    const double = kept
      .slice(-3)
      .some(
        (each) =>
          each.text === glyph.text && Math.abs(each.start - glyph.start) < 0.3 * Math.max(each.width, 0.5),
      );
    if (!double) kept.push(glyph);
  }
  return kept;
}

function makeWords(sorted: readonly Glyph[]): Word[] {
  const gapMin = wordGap(sorted);
  const words: { text: string; start: number; end: number; baseline: number }[] = [];
  let previous: Glyph | null = null;
  for (const glyph of sorted) {
    const isSpace = glyph.text === ' ';
    const gap = previous === null ? 0 : glyph.start - previous.start - previous.advance;
    const word = words.at(-1);
    if (!isSpace) {
      if (word && previous?.text !== ' ' && gap < gapMin * glyph.size) {
        word.text += glyph.text;
        word.end = glyph.start + glyph.width;
      } else {
        const { text, start, width, baseline } = glyph;
        words.push({ text, start, end: start + width, baseline });
      }
    }
    previous = glyph;
  }
  return words
    .map((word) => ({ ...word, text: word.text.normalize('NFC') }))
    .filter((word) => word.text.replaceAll('\u00A0', '').trim() !== '');
}

/** In letterspaced text all gaps are wide, and only a clearly wider one parts words. */
function wordGap(sorted: readonly Glyph[]): number {
  const gaps: number[] = [];
  sorted.forEach((glyph, index) => {
    const next = sorted[index + 1];
    if (next && glyph.text !== ' ' && next.text !== ' ')
      gaps.push((next.start - glyph.start - glyph.advance) / glyph.size);
  });
  if (gaps.length < 5) return SPACE_MIN;
  const usual = median(gaps);
  return usual > SPACE_MIN && usual < 0.8 ? usual * 1.7 : SPACE_MIN;
}

function joinWords(words: readonly Word[], size: number): string {
  const gaps = words.slice(1).map((word, index) => word.start - (words[index]?.end ?? word.start));
  const widest = Math.max(0, ...gaps);
  // In a justified line of few words every gap is wide; a tab stands out.
  const usual = gaps.length > 2 ? median(gaps) : 0;
  const isJustified = widest < usual * 2;
  return words
    .map((word, index) => {
      const gap = index === 0 ? 0 : (gaps[index - 1] ?? 0);
      const separator = index === 0 ? '' : gap > TAB_MIN * size && !isJustified ? '\t' : ' ';
      return separator + word.text;
    })
    .join('');
}

/** Some words of a line as a line of their own, or null when there are none. */
export function partOfLine(line: Line, words: readonly Word[]): Line | null {
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return null;
  const text = words.map((word) => word.text).join(' ');
  const baseline = median(words.map((word) => word.baseline));
  return { ...line, words, text, start: first.start, end: last.end, baseline };
}

/** A stretch of a line, from left to right. */
export type Stretch = { readonly from: number; readonly to: number };

/** Gaps between the words that are wider than so many sizes of the type. */
export function wideGaps(line: Line, sizesMin: number): Stretch[] {
  return line.words.flatMap((word, index) => {
    const next = line.words[index + 1];
    return next && next.start - word.end > sizesMin * line.size ? [{ from: word.end, to: next.start }] : [];
  });
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
