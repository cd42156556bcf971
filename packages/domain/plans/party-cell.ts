import { partyHead } from './party-words.ts';

/**
 * Joins words broken at a line end, drops the echo of a word's ending («районного го») and hidden signs. Patterns begin only where a
 * word does: begun at each letter, a word of a hundred thousand letters would take minutes.
 */
export function partyCell(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00AD\u200B\uFEFF]/gu, '')
    .replace(/[^\S\n]/gu, ' ')
    .replace(
      /^\s*(?:(?:ответственн\p{L}*|отв\.?)(?: исполнител\p{L}*| лиц\p{L}*)?|исполнител\p{L}*)\s*:/iu,
      '',
    )
    .replace(/^\s*1[.)]\s[^]*/u, (list) => list.replace(/\s(?=\d{1,2}[.)]\s+\p{L})/gu, '\n'))
    .replace(/(\p{Ll})[-‐]\n\s*(?=\p{Ll})/gu, '$1')
    .replace(/(?<!\p{Ll})(\p{Ll}{3,}(о|го|ой|ых|их|ов|ем|ам))[ \n]\2(?=[ \n])/gu, '$1')
    .replace(/(?<!\p{L})(\p{L}{5,}) (\p{Ll}{1,3})(?!\p{L})/gu, (whole, word: string, tail: string) =>
      (partyHead(word) === null || /^[ыьъ]/u.test(tail)) && partyHead(word + tail) !== null
        ? word + tail
        : whole,
    );
}
