import { mendedWords } from './deadline-mending.ts';
import { wordOf, type Word } from './deadline-words.ts';

/** A piece of a deadline phrase. `from` and `to` are places in the text it was cut from. */
export type Token = Piece & { readonly from: number; readonly to: number; readonly mended: boolean };

type Piece =
  | { readonly kind: 'date'; readonly day: number; readonly month: number; readonly year: number | null }
  /** «2022/2023», «2024/25», «2021-2023»: calendar or school years, the grammar decides. */
  | { readonly kind: 'years'; readonly first: number; readonly last: number; readonly slash: boolean }
  /** «09.2024». */
  | { readonly kind: 'month-year'; readonly month: number; readonly year: number }
  | { readonly kind: 'number'; readonly value: number; readonly roman: boolean }
  | { readonly kind: 'time' }
  | { readonly kind: 'word'; readonly text: string; readonly word: Word | null }
  | { readonly kind: 'sign'; readonly sign: Sign };

export type Sign = '-' | ',' | ';' | '.' | '/' | ':' | '(' | ')' | '?';

type Rule = {
  readonly pattern: RegExp;
  /** Null: the letters look like this piece but cannot be it (month 17), the next rule is tried. */
  readonly make: (match: RegExpExecArray) => Piece | 'skip' | null;
};

// A scan gives З for 3, О for 0, l and І for 1 inside a date.
const digit = '[0-9ЗзОоOolIІ|]';
const lookalikeDigits: Readonly<Record<string, string>> = {
  З: '3',
  з: '3',
  О: '0',
  о: '0',
  O: '0',
  o: '0',
  l: '1',
  I: '1',
  І: '1',
  '|': '1',
};

const rules: readonly Rule[] = [
  { pattern: /\s+/uy, make: () => 'skip' },
  {
    pattern: /(\d{4})-(\d{2})-(\d{2})(?!\d)/uy,
    make: (match) => datePiece(match[3], match[2], match[1]),
  },
  {
    pattern: new RegExp(
      `(${digit}{1,2})\\s*[.,/]{1,2}\\s*(${digit}{1,2})\\s*[.,/]{1,2}\\s*(${digit}{4})(?!\\d)`,
      'uy',
    ),
    make: (match) => datePiece(match[1], match[2], match[3]),
  },
  {
    pattern: /(\d{1,2})\.(\d{1,2})\.(\d{2})(?!\d|[.:]\d)/uy,
    make: (match) => datePiece(match[1], match[2], `20${match[3]}`),
  },
  {
    pattern: /(\d{1,2})\.(\d{1,2})(?!\d)/uy,
    make: (match) => datePiece(match[1], match[2], null) ?? timePiece(match[1], match[2]),
  },
  {
    pattern: /(0?[1-9]|1[0-2])\.(20\d{2})(?!\d|\.\d)/uy,
    make: (match) => ({ kind: 'month-year', month: Number(match[1]), year: Number(match[2]) }),
  },
  {
    pattern: new RegExp(`(${digit}{2})(?=\\s*(?:янв|фев|мар|апр|ма[йя]|ию[нл]|авг|сен|окт|ноя|дек))`, 'iuy'),
    make: (match) => dayPiece(match[1]),
  },
  {
    // At least one figure stands as itself: «0l.09», «О1.09», and not «т.о.».
    pattern: new RegExp(`(?=${digit}*\\.?${digit}*\\d)(${digit}{1,2})\\.(${digit}{2})(?![\\p{L}\\d])`, 'uy'),
    make: (match) => datePiece(match[1], match[2], null),
  },
  {
    pattern: /(\d{1,2})-(\d{1,2})-(\d{4})(?!\d)/uy,
    make: (match) => datePiece(match[1], match[2], match[3]),
  },
  {
    pattern: /[«"“„](\d{1,2})[»"”]/uy,
    make: (match) => ({ kind: 'number', value: Number(match[1]), roman: false }),
  },
  { pattern: /(\d{1,2})[:-](00|\d0|\d5)(?!\d|\.\d)/uy, make: (match) => clockPiece(match) },
  {
    pattern: /(20\d{2})\s*([/\\\-–—−‒])\s*(20\d{2}|\d{2}(?!\s+(?!уч|г)\p{L}))(?!\d|\.\d)/uy,
    make: (match) => yearsPiece(match[1], match[3], match[2]),
  },
  { pattern: /1V(?![\p{L}\d])/uy, make: () => romanPiece('IV') },
  {
    pattern: /(\d{1,6})(?:\s?[-–]\s?(?:го|му|ого|ому|ый|ая|ой|ую|ые|ых|ого|ти|х|й|я|е|м|ми)(?!\p{L}))?/uy,
    make: (match) => ({ kind: 'number', value: Number(match[1]), roman: false }),
  },
  { pattern: /\d+/uy, make: () => ({ kind: 'sign', sign: '?' }) },
  { pattern: /[тсТС]\s?[./]\s?[гГ]\.?(?!\p{L})/uy, make: () => wordPiece('текущего-года') },
  { pattern: /[уУ]\s?\.\s?[гГ]\.?(?!\p{L})/uy, make: () => wordPiece('учебный') },
  { pattern: /[пП]\s?\/\s?г(?:од\p{L}*)?\.?(?!\p{L})/uy, make: () => wordPiece('полугодие') },
  {
    pattern: /([IVXІХПШУl]{1,4})(?:-(?:й|я|е|м|го|ом|ой))?(?![\p{L}\d])/uy,
    make: (match) => romanPiece(match[1] ?? ''),
  },
  { pattern: /\p{L}+/uy, make: (match) => wordPiece(foldWord(match[0])) },
  { pattern: /[-–—−‒‑]/uy, make: () => ({ kind: 'sign', sign: '-' }) },
  { pattern: /[,;./:()]/uy, make: (match) => ({ kind: 'sign', sign: toSign(match[0]) }) },
  { pattern: /./suy, make: () => ({ kind: 'sign', sign: '?' }) },
];

/** Cuts a phrase into pieces and mends what a scan tore («Индивидуальн о», «сен-⏎тябрь»). Takes any text. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const [token, next] = tokenAt(text, at);
    if (token) tokens.push(token);
    at = next;
  }
  return dropAbbreviationDots(mendedWords(tokens, text));
}

function tokenAt(text: string, at: number): [Token | null, number] {
  for (const { pattern, make } of rules) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const piece = match && make(match);
    if (!match || !piece) continue;
    const to = at + match[0].length;
    const mended = piece !== 'skip' && piece.kind === 'date' && /[^\d\s.,/-]/u.test(match[0]);
    return [piece === 'skip' ? null : { ...piece, from: at, to, mended }, to];
  }
  return [null, at + 1];
}

function digits(text: string | undefined): number {
  return Number(Array.from(text ?? '', (char) => lookalikeDigits[char] ?? char).join(''));
}

function dayPiece(text: string | undefined): Piece | null {
  const value = digits(text);
  return value >= 1 && value <= 31 ? { kind: 'number', value, roman: false } : null;
}

function datePiece(
  day: string | undefined,
  month: string | undefined,
  year: string | null | undefined,
): Piece | null {
  const piece = {
    kind: 'date',
    day: digits(day),
    month: digits(month),
    year: year ? digits(year) : null,
  } as const;
  const known = piece.day >= 1 && piece.day <= 31 && piece.month >= 1 && piece.month <= 12;
  return known && (piece.year === null || (piece.year >= 1900 && piece.year <= 2199)) ? piece : null;
}

function timePiece(hours: string | undefined, minutes: string | undefined): Piece | null {
  return Number(hours) < 24 && Number(minutes) < 60 && minutes?.length === 2 ? { kind: 'time' } : null;
}

/** «10:30», «15-00»; «10-15 марта» is no time, so with a dash only full hours are. */
function clockPiece(match: RegExpExecArray): Piece | null {
  const dash = match[0].includes('-');
  return dash && match[2] !== '00' ? null : timePiece(match[1], match[2]);
}

function yearsPiece(
  first: string | undefined,
  last: string | undefined,
  sign: string | undefined,
): Piece | null {
  const from = Number(first);
  const to = last?.length === 2 ? Math.floor(from / 100) * 100 + Number(last) : Number(last);
  const slash = sign === '/' || sign === '\\';
  return to > from && (!slash || to === from + 1) ? { kind: 'years', first: from, last: to, slash } : null;
}

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];
const romanLookalikes: Readonly<Record<string, string>> = {
  І: 'I',
  l: 'I',
  П: 'II',
  Ш: 'III',
  Х: 'X',
  У: 'V',
};

function romanPiece(text: string): Piece | null {
  const latin = Array.from(text, (char) => romanLookalikes[char] ?? char).join('');
  const value = romans.indexOf(latin) + 1;
  return value > 0 ? { kind: 'number', value, roman: true } : null;
}

function toSign(char: string): Sign {
  return char === ',' || char === ';' || char === '.' || char === '/' || char === ':' || char === '('
    ? char
    : ')';
}

const wordPiece = (text: string): Piece => ({ kind: 'word', text, word: wordOf(text) });

const latinLookalikes: Readonly<Record<string, string>> = {
  a: 'а',
  e: 'е',
  o: 'о',
  c: 'с',
  p: 'р',
  x: 'х',
  y: 'у',
  k: 'к',
  t: 'т',
  m: 'м',
  b: 'в',
  h: 'н',
};

function foldWord(text: string): string {
  const folded = text.toLowerCase().replaceAll('ё', 'е');
  return Array.from(folded, (char) => latinLookalikes[char] ?? char).join('');
}

/** The dot of «г.», «кв.», «янв.» belongs to the word. */
function dropAbbreviationDots(tokens: readonly Token[]): Token[] {
  return tokens.filter((token, index) => {
    const before = tokens[index - 1];
    const isDot = token.kind === 'sign' && token.sign === '.';
    return !(isDot && before?.kind === 'word' && before.word && before.text.length <= 5);
  });
}
