import type { Line, Word } from './pdf-lines.ts';
import type { Vocabulary } from './pdf-words.ts';

/** The text of lines that were one paragraph; `width` is the room a line had. */
export function joinTexts(
  lines: readonly Line[],
  { width, vocabulary }: { width: number; vocabulary: Vocabulary },
): string {
  return lines.reduce((text, line, index) => {
    const previous = lines[index - 1];
    return previous && isForcedBreak(previous, line, { width, vocabulary })
      ? text + line.text
      : appendText(text, line.text, vocabulary);
  }, '');
}

/** A soft hyphen is only ever seen at the end of a line; elsewhere it is invisible and goes. */
export function appendText(text: string, next: string, vocabulary: Vocabulary): string {
  const clean = next.replaceAll(/\u00AD(?!$)/gu, '');
  if (text === '') return clean;
  if (text.endsWith('\u00AD')) return text.slice(0, -1) + clean;
  if (/\p{L}\/$/u.test(text)) return text + clean;
  if (!/\S[-‐]$/u.test(text)) return `${text} ${clean}`;
  const space = text.lastIndexOf(' ') + 1;
  return text.slice(0, space) + vocabulary.joinHyphenated(text.slice(space).replace(/‐$/u, '-'), clean);
}

/**
 * A word longer than its cell is broken anywhere and without a hyphen: its beginning stands alone and leaves no room for one
 * letter more. Whether two short lines are such a word or two words, the rest of the document tells.
 */
function isForcedBreak(
  previous: Line,
  line: Line,
  { width, vocabulary }: { width: number; vocabulary: Vocabulary },
): boolean {
  const [word, ...others] = previous.words;
  const rest = line.words[0];
  if (!word || !rest || others.length > 0) return false;
  const free = width - (word.end - word.start);
  if (/\d\.$/u.test(word.text) && /^\d/u.test(rest.text)) return free < rest.end - rest.start;
  if (!/\p{L}$/u.test(word.text) || !/^\p{L}/u.test(rest.text) || free > letterRoom(word, rest, line.size))
    return false;
  const known = (text: string): boolean => vocabulary.has(text.replaceAll(/^\P{L}+|\P{L}+$/gu, ''));
  if (known(word.text + rest.text)) return true;
  // Of a broken word little is left for the next line, unless the cell has room for a few letters only.
  const isRest = rest.text.length <= 4 || word.text.length <= 7;
  return isRest && /^\p{Ll}/u.test(rest.text) && !known(word.text) && !known(rest.text);
}

function letterRoom(word: Word, rest: Word, size: number): number {
  const usual = (1.1 * (word.end - word.start)) / word.text.length;
  return /^[жмфшщыюЖМФШЩЫЮ]/u.test(rest.text) ? Math.max(usual, 0.85 * size) : Math.max(usual, 0.6 * size);
}
