import { isLegalForm, isRegion, partyHead } from './party-words.ts';

/** A piece of a cell of responsible parties. `before` is what stands between it and the piece before. */
export type PartyToken = {
  readonly kind: 'word' | 'abbreviation' | 'name' | 'quoted' | 'bracket';
  readonly text: string;
  readonly before: PartyGap;
};

export type PartyGap = 'start' | 'space' | 'line' | 'comma' | 'slash' | 'and' | 'dash' | 'stop';

const letter = '[А-ЯЁа-яёA-Za-z]';
const surname = '[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?';
const initials = '[А-ЯЁ]\\.\\s?[А-ЯЁ]\\.?';
const patterns: readonly (readonly [PartyToken['kind'], RegExp])[] = [
  ['bracket', /\([^()]*\)/uy],
  ['quoted', /«[^«»]*(?:«[^«»]*»[^«»]*)*»|"[^"]+"|“[^”]+”|„[^“]+“/uy],
  ['name', new RegExp(`${surname}\\s+${initials}(?![А-Яа-яЁё])`, 'uy')],
  ['name', new RegExp(`[а-яё]{3,}\\s+${initials}(?!\\s*${letter})`, 'uy')],
  ['name', new RegExp(`[А-ЯЁ]\\.\\s?[А-ЯЁ]\\.\\s?${surname}`, 'uy')],
  [
    'name',
    new RegExp(
      `${surname}\\s+[А-ЯЁ][а-яё]+\\s+[А-ЯЁ][а-яё]+(?:вич|вна|ична|ьич|вича|вны)(?!${letter})`,
      'uy',
    ),
  ],
  ['word', /№{1,2}\s*\d+(?:(?:\s*,\s*|\s+и\s+)№?\s*\d+(?![-\d]|\s*(?:класс|кл\.)))*/uy],
  ['word', /(?:и\.\s?о\.|р\.\s?п\.|пгт\.?|т\.\s?д\.|т\.\s?п\.)(?![а-яё])/iuy],
  ['word', /(?:г|гг|с|п|ст|им|пос|обл|зам|нач|отв|вед|гл|др|пр|ул|д|р-н|х)\.(?=\s|$|[А-ЯЁ«,;])/iuy],
  ['word', new RegExp(`${letter}+(?:-${letter}+)*(?:\\+${letter}+)*`, 'uy')],
  ['word', /\d+(?:-[а-яё]+)?(?:[.,]\s?\d+(?:-[а-яё]+)?)*/uy],
];
const gaps: readonly (readonly [PartyGap, RegExp])[] = [
  ['stop', /[;•●▪·*]|(?:\n|^)\s*(?:[-–—]|\d{1,2}[.)])\s+/uy],
  [
    'stop',
    /,?\s*(?:а также|совместно с[о]?|при участии|с участием|при поддержке|с привлечением)(?!\p{L})/iuy,
  ],
  ['line', /[^\S\n]*\n\s*/uy],
  ['comma', /,/uy],
  ['slash', /\//uy],
  ['stop', /\./uy],
  ['and', /и(?![\p{L}./-])/uy],
  ['dash', /[-–—]/uy],
  ['space', /\s+/uy],
];
/** A commission that the law names so. */
const wholeNames: readonly string[] = ['КДН и ЗП'];
const strength: readonly PartyGap[] = ['space', 'line', 'dash', 'and', 'slash', 'comma', 'stop', 'start'];

/** Words, abbreviations, names and quoted names of a cell. Multi-word keys of the legend are one abbreviation. */
export function partyTokens(text: string, legend: Readonly<Record<string, string>>): PartyToken[] {
  const keys = [...Object.keys(legend).filter((key) => key.includes(' ')), ...wholeNames];
  const tokens: PartyToken[] = [];
  let gap: PartyGap = 'start';
  const widen = (found: PartyGap): void => {
    if (strength.indexOf(found) > strength.indexOf(gap)) gap = found;
  };
  for (let at = 0; at < text.length;) {
    const [found, length] = gapAt(text, at);
    if (found) {
      if (tokens.length > 0) widen(found);
      at += length;
      continue;
    }
    const token = tokenAt(text, at, keys);
    if (token) {
      tokens.push({ ...token, before: gap });
      gap = 'space';
    }
    at += token?.text.length ?? 1;
  }
  return joinAbbreviations(tokens, legend);
}

function gapAt(text: string, at: number): [PartyGap | null, number] {
  for (const [gap, pattern] of gaps) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match && match[0].length > 0) return [gap, match[0].length];
  }
  return [null, 0];
}

function tokenAt(text: string, at: number, keys: readonly string[]): Omit<PartyToken, 'before'> | null {
  const key = keys.find((one) => text.startsWith(one, at) && !/[\p{L}]/u.test(text[at + one.length] ?? ' '));
  if (key) return { kind: 'abbreviation', text: key };
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) continue;
    const found = match[0];
    if (kind === 'name' && partyHead(found.split(/\s/u)[0] ?? '')) continue;
    return { kind: kind === 'word' && isAbbreviation(found) ? 'abbreviation' : kind, text: found };
  }
  return null;
}

/** «ЦНППМ», «МОиН», «СПб»; a whole word in capitals is a word. */
function isAbbreviation(word: string): boolean {
  const capitals = word.replace(/[^А-ЯЁA-Z]/gu, '').length;
  return capitals >= 2 && capitals * 2 > word.length && word.length <= 8 && partyHead(word) === null;
}

/** «МБОУ СОШ № 1», «ГАУ ДПО ИРО», «ИРО» with its region: one abbreviation each. */
function joinAbbreviations(
  tokens: readonly PartyToken[],
  legend: Readonly<Record<string, string>>,
): PartyToken[] {
  const joined: PartyToken[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    const adjacent = last?.kind === 'abbreviation' && (token.before === 'space' || token.before === 'line');
    const ownForm = last && isLegalForm(last.text.split(' ').at(-1) ?? '') && !(last.text in legend);
    const follows =
      token.kind === 'abbreviation' &&
      !(token.text in legend && !ownForm) &&
      (ownForm || isRegion(token.text));
    const numbered = ownForm && token.text.startsWith('№');
    if (last && adjacent && (follows || numbered))
      joined.splice(-1, 1, { ...last, text: `${last.text} ${token.text}` });
    else joined.push(token);
  }
  return joined;
}
