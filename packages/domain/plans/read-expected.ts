import { calendarDate, type CalendarDate } from '../basics/calendar-date.ts';
import { tokensOf } from './deadline-tokens.ts';
import { foldWord, governs, isNominativeAdjective, resultHead, type ResultHead } from './expected-words.ts';

/** What shows that an activity was carried out, and what can prove it. */
export type ExpectedResult = { readonly raw: string } & (
  | { readonly kind: 'document'; readonly document: DocumentNamed }
  /** «Доля школ, принявших участие»: `of` is what follows «доля». */
  | { readonly kind: 'share'; readonly of: string }
  /** «100 % участия директоров»: `percent` from 0 to 100. */
  | { readonly kind: 'participation'; readonly percent: number; readonly whom: string }
  | { readonly kind: 'publication' }
  | { readonly kind: 'statement' }
);

export type DocumentNamed = {
  /** In lower case with its adjectives: «приказ», «аналитическая справка». */
  readonly type: string;
  readonly number: string | null;
  readonly date: CalendarDate | null;
};

/**
 * The expected results of a cell, each by itself as printed. Sentences, list items and lines that begin a new result are
 * apart; a comma parts only documents («Приказ, протокол»), «и» never does («План и протокол»). A dash alone is no result.
 */
export function splitExpected(text: string): ExpectedResult[] {
  const clean = cleanCell(text);
  const pieces: string[] = [];
  let start = 0;
  for (const { at, length } of boundaries(clean)) {
    pieces.push(clean.slice(start, at));
    start = at + length;
  }
  pieces.push(clean.slice(start));
  return pieces
    .map(trimPiece)
    .filter((piece) => /[\p{L}%]/u.test(piece))
    .filter((piece) => !/^нет$/iu.test(piece))
    .map(toResult);
}

type Boundary = { readonly at: number; readonly length: number };
type Word = {
  readonly text: string;
  readonly at: number;
  readonly end: number;
  /** «2.» or «2)» with a space after it. */
  readonly listNumber: boolean;
};

/** Places where a result ends; found between words, so that the decision sees both. */
function boundaries(text: string): Boundary[] {
  const words = wordsOf(text);
  const found: Boundary[] = [];
  let first = 0;
  for (let at = 1; at < words.length; at++) {
    const [left, right] = [words[at - 1], words[at]];
    if (!left || !right) continue;
    const between = text.slice(left.end, right.at);
    if (!isBoundary(words, first, at, between)) continue;
    found.push({ at: left.end + closing(between), length: between.length - closing(between) });
    first = at;
  }
  return found;
}

/** A closing bracket or quotation mark stays with what it closes. */
const closing = (between: string): number => /^[)»"”%]*/u.exec(between)?.[0].length ?? 0;

function isBoundary(words: readonly Word[], first: number, at: number, between: string): boolean {
  const [left, right] = [words[at - 1], words[at]] as [Word, Word]; // both sides of a place inside the list
  if (/;|[•●▪]|\n\s*[-–—*]\s|\n\s*\d{1,2}[.)]\s/u.test(between)) return true;
  if (right.listNumber) return /[.\n]/u.test(between) && !/^(?:№|\d)/u.test(left.text);
  const begins = headAt(words, at);
  const capital = /^\p{Lu}/u.test(right.text);
  if (between.includes('.')) return endsSentence(left.text, capital && begins !== null);
  if (between.includes(',')) return partsDocuments(words, first, at);
  const share = right.text.endsWith('%') && /\n/u.test(between) && !governs(left.text);
  if (share || (between.includes('\n') && !governs(left.text) && partsDocuments(words, first, at)))
    return true;
  return begins !== null && capital && startsAnew(words, first, at, between);
}

/** «г.», «им.», initials and numbers end no sentence, unless a capital begins what can only be a result. */
function endsSentence(word: string, resultFollows: boolean): boolean {
  if (/^\p{Lu}$/u.test(word)) return false;
  if (
    /^(?:г|гг|им|пос|обл|тыс|руб|чел|стр|ст|ч|п|с|др|пр|т|д|кв|ул|см|рис|табл|мин|зам|отв|уч)$/iu.test(word)
  )
    return resultFollows && /^(?:г|гг|чел|руб|уч|д)$/iu.test(word);
  return !/^[№\d]/u.test(word) || resultFollows;
}

/** «Приказ, протокол»; «об утверждении плана, программы» is one: there the letters may be a genitive. */
function partsDocuments(words: readonly Word[], first: number, at: number): boolean {
  const [left, right] = [headAt(words, first), headAt(words, at)];
  // «Доля …, доля …»; «доли» after a comma may depend on the word before.
  if (left?.kind === 'share' && words[at]?.text.toLowerCase() === 'доля') return true;
  if (right?.kind === 'page') return left?.kind === 'document' || left?.kind === 'page';
  if (right?.kind !== 'document') return false;
  if (right.form === 'plain') return left?.kind === 'document' || left?.kind === 'deed';
  return left?.kind === 'document' && (at - first <= 2 || /[ыи]е?$/u.test(words[first]?.text ?? ''));
}

/** A capital in the middle of a line: a new result unless the word before needs it. */
function startsAnew(words: readonly Word[], first: number, at: number, between: string): boolean {
  const left = words[at - 1]?.text ?? '';
  if (/[«"“(,–—-]/u.test(between)) return false;
  if (governs(left)) return false;
  return at > first;
}

/** The head that begins at a word, adjectives before it passed over: «Своевременное выявление». */
function headAt(words: readonly Word[], at: number): ResultHead | null {
  for (let next = at; next < at + 4; next++) {
    const word = words[next]?.text;
    if (word === undefined) return null;
    const head = resultHead(word);
    if (head) return next > at && head.form === 'doubtful' ? { ...head, form: 'plain' } : head;
    if (!isNominativeAdjective(word)) return null;
  }
  return null;
}

function wordsOf(text: string): Word[] {
  const pattern =
    /«[^«»]*»|\([^()]*\)|№\s*[\p{L}\d/-]+|\d{1,2}\.\d{1,2}\.\d{2,4}|\d+(?:[.,]\d+)?(?:\s*%)?|\p{L}+(?:[-+]\p{L}+)*/gu;
  return Array.from(text.matchAll(pattern), (match) => {
    const end = match.index + match[0].length;
    const listNumber = /^\d{1,2}$/u.test(match[0]) && /^[.)]\s/u.test(text.slice(end, end + 2));
    return { text: match[0], at: match.index, end, listNumber };
  });
}

function trimPiece(piece: string): string {
  const flat = piece.replace(/\s+/gu, ' ').replace(/^[\s.,;:•●▪*–—-]+|[\s,;:–—-]+$/gu, '');
  return flat
    .replace(/^\d{1,2}[.)]\s+(?=\p{L})/u, '')
    .replace(/(?<!(?<!\p{L})(?:г|гг|т\.\s?д|т\.\s?п|др|пр|шт|чел|руб))\.$/u, '');
}

function toResult(raw: string): ExpectedResult {
  const participation =
    /^(?:участие\s+)?(?:не менее\s+)?(\d{1,3}(?:[.,]\d+)?)\s*%\s*(?:-?(?:го|ное|ный)?\s*)?(?:участи[ея]\s*)?(.*)$/iu.exec(
      raw,
    );
  const percent = Number(participation?.[1]?.replace(',', '.') ?? Number.NaN);
  if (percent >= 0 && percent <= 100)
    return { raw, kind: 'participation', percent, whom: participation?.[2] ?? '' };
  const words = wordsOf(raw);
  const head = headAt(words, 0);
  if (head?.kind === 'share') return { raw, kind: 'share', of: raw.replace(/^\S+\s*/u, '') };
  if (head?.kind === 'page' || /размещ\p{L}+ (?:\p{L}+ )?на (?:\p{L}+ )?(?:сайт|страниц)/iu.test(raw))
    return { raw, kind: 'publication' };
  if (head?.kind === 'document') return { raw, kind: 'document', document: documentNamed(raw, words) };
  return { raw, kind: 'statement' };
}

function documentNamed(raw: string, words: readonly Word[]): DocumentNamed {
  const at = words.findIndex(({ text }) => resultHead(text) !== null);
  const type = words
    .slice(0, at + 1)
    .map(({ text }) => foldWord(text))
    .join(' ');
  const number =
    /(?<!\b(?:школ|лице|гимнази|сад)\p{L}* |[СО]ОШ |СШ |НОШ |О[УО] )№\s*([\p{L}\d][\p{L}\d/-]*)/iu.exec(
      raw,
    )?.[1] ?? null;
  return { type, number, date: dateIn(raw) };
}

/** «25.01.2023» or «25 января 2023». */
function dateIn(text: string): CalendarDate | null {
  const tokens = /\d/u.test(text) ? tokensOf(text) : [];
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'date' && token.year !== null) return calendarDate(token.year, token.month, token.day);
    const [month, year] = [tokens[at + 1], tokens[at + 2]];
    if (
      token.kind !== 'number' ||
      month?.kind !== 'word' ||
      month.word?.is !== 'month' ||
      year?.kind !== 'number'
    )
      continue;
    return calendarDate(year.value, month.word.value, token.value);
  }
  return null;
}

function cleanCell(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00AD\u200B\uFEFF]/gu, '')
    .replace(/[^\S\n]/gu, ' ')
    .replace(/(\p{Ll})[-‐]\n\s*(?=\p{Ll})/gu, '$1');
}
