import { foldText, oneLine, startsLower, startsUpper } from './printed-text.ts';
import { joinTorn, type Vocabulary } from './vocabulary.ts';

/**
 * The head of a section put together from the cells a scan cut it into. Where pieces are missing, the same words printed whole
 * elsewhere in the document («Содержание программы») complete it.
 */
export function mendedHead(
  pieces: readonly string[],
  headings: readonly string[],
  vocabulary: Vocabulary,
): string {
  const [first = '', ...rest] = pieces.filter((piece, at) => at === 0 || /[а-яё]{2}|^[хв]$/i.test(piece));
  // Two or three letters before a word that begins by itself are a ghost of its beginning: «Коо | Координация».
  const ghost = rest.length > 0 && /^\p{L}{1,3}$/u.test(first) && startsUpper(rest[0] ?? '');
  const kept = ghost ? rest : [first, ...rest];
  const torn = startsLower(kept[0] ?? '') || (kept.length > 1 && /^\p{L}{1,3}$/u.test(first));
  const whole = torn ? headings.find((heading) => completes(heading, kept)) : undefined;
  return whole ?? oneLine(kept.reduce((text, piece) => joinPiece(text, piece, vocabulary), ''));
}

function completes(heading: string, pieces: readonly string[]): boolean {
  const text = foldText(heading);
  const letters = pieces.map((piece) => foldText(piece));
  const longest = letters.reduce((best, piece) => (piece.length > best.length ? piece : best), '');
  return (
    longest.length >= 8 &&
    text.length > longest.length &&
    text.endsWith(letters.at(-1) ?? '') &&
    text.includes(longest)
  );
}

/** A single look-alike of «х» is the torn end of a word: «условия|X». */
function joinPiece(text: string, piece: string, vocabulary: Vocabulary): string {
  if (/^[xх]$/i.test(piece) && /\p{L}$/u.test(text)) return `${text}х`;
  return joinTorn(text, piece.replace(/^[^а-яё\d«"(]+(?=\s?[а-яё])/iu, ''), vocabulary);
}
