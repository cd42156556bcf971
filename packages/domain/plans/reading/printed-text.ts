import { lookAlikes } from '../../basics/look-alikes.ts';
import { ownValue } from '../../basics/own-value.ts';

/**
 * Text as it is printed and as it comes out of files and scans. What is taken away here is only markup and the known slips of
 * recognition of single signs; words are never changed.
 */

const markupTags = /<\/?(?:i|b|u|s|em|strong|sup|sub|ol|ul|span|p|font|center)(?:\s[^<>]{0,200})?>/gi;
const lineTags = /\s*<(?:br|li|p)\s*\/?>\s*|\s*<\/(?:li|p)>\s*/gi;

/** Greek letters a formula recogniser puts in place of Cyrillic ones. */
const formulaLetters: Readonly<Record<string, string>> = {
  Gamma: 'Г',
  Im: 'Э',
  Phi: 'Ф',
  Pi: 'П',
  Lambda: 'Л',
};

/** Without markup of a recogniser, with the number sign and Cyrillic letters where look-alikes stood. Line breaks stay. */
export function cleanText(raw: string): string {
  return withCyrillicLetters(withNumberSign(withoutMarkup(raw.normalize('NFC'))))
    .replace(/[ \t\u00a0\u2000-\u200a\u202f]+/g, ' ')
    .replace(/(?<!\p{L})(?:\p{L} ){4,}\p{L}(?!\p{L})/gu, (spaced) => spaced.replaceAll(' ', ''))
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

function withoutMarkup(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200f\ufeff]|\u0301/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(lineTags, '\n')
    .replace(markupTags, '')
    .replace(/\*\*|__/g, '')
    .replace(/\$([^$\n]{1,40})\$/g, (_, formula: string) => formulaText(formula));
}

function formulaText(formula: string): string {
  if (/^\s*\\?(?:mathbb\{)?N\b|N_/.test(formula)) return '№';
  return formula
    .replace(/\\([A-Za-z]+)/g, (_, name: string) => ownValue(formulaLetters, name) ?? '')
    .replace(/[{}_^\\]/g, '')
    .replace(/\s+/g, '');
}

function withNumberSign(text: string): string {
  return text
    .replace(/(?<![\p{L}\p{N}])N(?:_\{?[oо0º°]\}?|[º°₂_]|[oо0]\.?)(?![\p{L}])/gu, '№')
    .replace(/(?<![\p{L}\p{N}])N[eе2]?(?=\s*\d)/gu, '№')
    .replace(/(?<![\p{L}\p{N}])N(?=\s*п\s*\/\s*п)/giu, '№');
}

function withCyrillicLetters(text: string): string {
  if (!/[A-Za-z]/.test(text)) return text;
  return text.replace(/[A-Za-zА-Яа-яЁё]{2,}/g, (word) => {
    if (!/[A-Za-z]/.test(word)) return word;
    const mixed = /[А-Яа-яЁё]/.test(word);
    // «Ш» comes out of a scan as three capital I: «OOIII», «COIII». A numeral «III» stands alone.
    const withSha = word.replace(/(?<=[A-ZА-Я])III|III(?=[A-ZА-Я])/g, 'Ш');
    if (!mixed && withSha === word) return word;
    const cyrillic = withSha.replace(/[A-Za-z]/g, (letter) => lookAlikes[letter] ?? letter);
    return /[A-Za-z]/.test(cyrillic) ? word : cyrillic;
  });
}

/** Lower case, ё as е, letters and digits only: readings of one printed text compare equal. */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Lower case, ё as е, one space between words: what the rules about words are written for. */
export function plainText(text: string): string {
  return text
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

/** Line breaks taken away; a word hyphenated at the line's end is put together («школы-|лидеры» keeps its hyphen). */
export function oneLine(text: string): string {
  return text
    .replace(/(\p{L})-\n(?=\p{Ll})/gu, '$1-')
    .replace(/\s+/g, ' ')
    .trim();
}

export const startsLower = (text: string): boolean => /^[^\p{L}\p{N}]*\p{Ll}/u.test(text);
export const startsUpper = (text: string): boolean => /^[«"“(\s–—-]*\p{Lu}/u.test(text);

/** Share of equal letters of two short texts by edit distance, 1 for equal; 0 when either is empty. */
export function similarity(left: string, right: string): number {
  const [a, b] = [foldText(left), foldText(right)];
  if (a === b) return a === '' ? 0 : 1;
  if (a === '' || b === '') return 0;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, replaced));
    }
    row = next;
  }
  return 1 - (row[b.length] ?? 0) / Math.max(a.length, b.length);
}
