import { partyTokens, type PartyToken } from './party-tokens.ts';
import {
  isManyAdjective,
  isNominativeAdjective,
  isObliqueAdjective,
  isParticiple,
  isPreposition,
  isSchoolGenitive,
  isSchoolKind,
  isSphere,
  partyHead,
  type PartyHead,
} from './party-words.ts';

type Legend = Readonly<Record<string, string>>;
type Party = readonly PartyToken[];

/**
 * The parties of a cell «Ответственные», each by itself as printed, «(далее – …)» dropped. `legend` holds the document's
 * abbreviations: a multi-word one stays whole, and a short form that begins only one of them is given in full.
 * Parties that share a post get it («Руководители ШНОР, ШЛ» gives «руководители ШЛ»).
 */
export function splitResponsible(text: string, legend: Legend): string[] {
  const tokens = partyTokens(cleanCell(text), legend);
  const parties: PartyToken[][] = [];
  for (const [at, token] of tokens.entries()) {
    const current = parties.at(-1);
    const decision = current ? decide(current, tokens, at, legend) : 'new';
    if (decision === 'join') current?.push(token);
    else if (decision === 'share' && current)
      parties.push([...sharedPost(current), { ...token, before: 'space' }]);
    else parties.push([token]);
  }
  shareWhose(parties, legend);
  return distinctParties(
    parties
      .map((party) => fullForm(printParty(party), legend))
      .filter((name) => /\p{L}{2}/u.test(name) && !isAndOthers(name)),
  );
}

type Decision = 'join' | 'new' | 'share';

function decide(current: Party, tokens: readonly PartyToken[], at: number, legend: Legend): Decision {
  const token = tokens[at] as PartyToken; // `at` is inside the list
  if (token.kind === 'bracket') return 'join';
  switch (token.before) {
    case 'start':
    case 'stop':
      return 'new';
    case 'dash':
      if (token.kind === 'name') return hasName(current) ? 'new' : 'join';
      if (isNameOnly(current) || (current.length === 1 && headOf(current)?.kind === 'body')) return 'join';
      return startsParty(tokens, at) === 'sure' ? 'new' : 'join';
    case 'comma':
    case 'slash':
      return afterComma(current, tokens, at, legend);
    case 'and':
      return afterAnd(current, tokens, at, legend);
    case 'line':
    case 'space':
      return afterSpace(current, tokens, at, legend);
    default:
      return token.before satisfies never;
  }
}

function afterComma(current: Party, tokens: readonly PartyToken[], at: number, legend: Legend): Decision {
  const token = tokens[at] as PartyToken; // as in decide
  if (token.kind === 'abbreviation') return sharesPost(current, token, legend) ? 'share' : 'new';
  if (token.kind !== 'word') return 'new';
  if (sharesPost(current, token, legend)) return 'share';
  if (isApposition(current, tokens, at) || opensClause(current, tokens, at)) return 'join';
  if (startsParty(tokens, at) !== 'no') return 'new';
  if (token.text.startsWith('№') || isSphere(token.text) || isGenitive(token.text)) return 'join';
  return !isCapital(token.text) && hasOpenList(current) && !token.text.endsWith('ы') ? 'join' : 'new';
}

/** «…, участвующие в проекте», «…, в том числе …», «специалисты, ответственные за …»: goes on about the same party. */
function opensClause(current: Party, tokens: readonly PartyToken[], at: number): boolean {
  const word = tokens[at]?.text.toLowerCase() ?? '';
  if (word.startsWith('ответственн') && tokens[at + 1]?.text === 'за')
    return headOf(current)?.kind === 'post';
  return isParticiple(word) || /^(?:котор|где$|в$|на$|по$|с$|из$|для$|при$)/u.test(word);
}

function afterAnd(current: Party, tokens: readonly PartyToken[], at: number, legend: Legend): Decision {
  const token = tokens[at] as PartyToken; // as in decide
  const last = lastWord(current);
  if (token.kind === 'name') return last?.kind === 'name' ? 'new' : 'join';
  if (last?.kind === 'word' && (isObliqueAdjective(last.text) || isPreposition(last.text))) return 'join';
  if (sharesPost(current, token, legend)) return 'share';
  if (token.kind === 'abbreviation')
    return last?.kind === 'abbreviation' && !hasOpenList(current) ? 'new' : 'join';
  if (token.kind !== 'word') return token.kind === last?.kind ? 'new' : 'join';
  return startsParty(tokens, at) === 'no' || isIncomplete(current) ? 'join' : 'new';
}

/** A line end is a separator only where the grammar agrees: cells wrap. */
function afterSpace(current: Party, tokens: readonly PartyToken[], at: number, legend: Legend): Decision {
  const token = tokens[at] as PartyToken; // as in decide
  const last = lastWord(current);
  const line = token.before === 'line';
  if (!last || isIncomplete(current)) return 'join';
  switch (token.kind) {
    case 'name':
      return last.kind === 'name' || (line && headOf(current)?.kind !== 'post') || hasName(current)
        ? 'new'
        : 'join';
    case 'abbreviation': {
      if (last.kind === 'name' || (last.kind === 'abbreviation' && isAbbreviationsOnly(current)))
        return 'new';
      return line &&
        current.length > 1 &&
        !isSchoolKind(token.text, legend[token.text]) &&
        token.text in legend
        ? 'new'
        : 'join';
    }
    case 'quoted': {
      const another = tokens[at + 1]?.kind === 'quoted' || last.kind === 'quoted';
      return another && !isWord(last) ? 'new' : 'join';
    }
    case 'word': {
      const start = startsParty(tokens, at);
      if (start !== 'sure' || isApposition(current, tokens, at)) return 'join';
      return line || isCapital(token.text) || last.kind !== 'word' ? 'new' : 'join';
    }
    case 'bracket':
      return 'join';
    default:
      return token.kind satisfies never;
  }
}

/** Whether a party begins at a word: adjectives in the nominative, then a post or a body. */
function startsParty(tokens: readonly PartyToken[], at: number): 'sure' | 'maybe' | 'no' {
  let many = false;
  for (let next = at; next < at + 4; next++) {
    const token = tokens[next];
    if (!token || (next > at && token.before !== 'space' && token.before !== 'line')) return 'no';
    if (token.kind === 'name') return next === at ? 'sure' : 'no';
    if (token.kind !== 'word') return 'no';
    const head = partyHead(token.text);
    if (head) return head.form === 'plain' || many ? 'sure' : 'maybe';
    if (!isNominativeAdjective(token.text)) return 'no';
    many ||= isManyAdjective(token.text);
  }
  return 'no';
}

/** «Иванова И.И., методист отдела»: a single post beside a bare name, not a party with a name of its own. */
function isApposition(current: Party, tokens: readonly PartyToken[], at: number): boolean {
  const token = tokens[at];
  if (!token || !isNameOnly(current) || isCapital(token.text)) return false;
  const head = headOf(tokens.slice(at, at + 4));
  if (head?.kind !== 'post' || head.number !== 'one') return false;
  for (let next = at + 1; next < tokens.length; next++) {
    const following = tokens[next];
    if (!following || (following.before !== 'space' && following.before !== 'line')) break;
    if (following.kind === 'name') return false;
  }
  return true;
}

/** «Руководители ШНОР» and then «ШЛ» or «школ-лидеров»: another whose, the same who. */
function sharesPost(current: Party, token: PartyToken, legend: Legend): boolean {
  const head = headOf(current);
  const last = lastWord(current);
  if (head?.number !== 'many' || head.kind !== 'post' || !last || hasOpenList(current)) return false;
  return isWhose(token, legend) && current.some((one) => isWhose(one, legend));
}

function isWhose(token: PartyToken, legend: Legend): boolean {
  if (token.kind === 'abbreviation') return isSchoolKind(token.text, legend[token.text]);
  return token.kind === 'word' && isSchoolGenitive(token.text);
}

/** «Руководители и педагоги ШНОР»: the first post is of the same schools. */
function shareWhose(parties: PartyToken[][], legend: Legend): void {
  for (const [at, party] of parties.entries()) {
    const before = parties[at - 1];
    const [head, whose] = party;
    if (before?.length !== 1 || head?.before !== 'and' || !whose || !isWhose(whose, legend)) continue;
    if (headOf(before)?.number === 'many' && headOf(before)?.kind === 'post') before.push(...party.slice(1));
  }
}

/** The words up to the post, in lower case: they are repeated in the middle of a list. */
function sharedPost(current: Party): PartyToken[] {
  const at = current.findIndex((token) => token.kind === 'word' && partyHead(token.text) !== null);
  return current
    .slice(0, at + 1)
    .map((token, index) =>
      index === 0 ? { ...token, text: token.text.charAt(0).toLowerCase() + token.text.slice(1) } : token,
    );
}

/** «Отдел по образованию», after which a comma goes on with what «по» governs; closed by a post or a name. */
function hasOpenList(current: Party): boolean {
  const words = current.map((token) => token.text.toLowerCase());
  return words.includes('по') || /(?:^| )в (?:сфере|области) /u.test(` ${words.join(' ')} `);
}

/** Nothing can end in a preposition or in an adjective: «заместитель по», «муниципальные». */
function isIncomplete(current: Party): boolean {
  const last = current.at(-1);
  return (
    last?.kind === 'word' &&
    (isPreposition(last.text) ||
      isNominativeAdjective(last.text) ||
      /^(?:зам|и\.\s?о|нач|вед|гл)\.?$/u.test(last.text))
  );
}

function headOf(party: Party): PartyHead | null {
  for (const token of party) {
    const head = token.kind === 'word' ? partyHead(token.text) : null;
    if (head) return head;
    if (token.kind !== 'word' || !isNominativeAdjective(token.text.toLowerCase())) return null;
  }
  return null;
}

const lastWord = (party: Party): PartyToken | undefined =>
  party.findLast((token) => token.kind !== 'bracket');
/** «учителя математики, русского языка, истории»: nobody is called so. */
const isGenitive = (word: string): boolean => /(?:ого|его|ых|их|ии)$/u.test(word);
const isWord = (token: PartyToken): boolean => token.kind === 'word';
const isCapital = (word: string): boolean => /^[А-ЯЁA-Z]/u.test(word);
const hasName = (party: Party): boolean => party.some((token) => token.kind === 'name');
const isNameOnly = (party: Party): boolean =>
  party.every((token) => token.kind === 'name' || token.kind === 'bracket');
const isAbbreviationsOnly = (party: Party): boolean =>
  party.every((token) => token.kind === 'abbreviation' || token.kind === 'bracket');

const joiners: Readonly<Record<PartyToken['before'], string>> = {
  start: '',
  stop: ' ',
  space: ' ',
  line: ' ',
  comma: ', ',
  slash: '/',
  and: ' и ',
  dash: ' – ',
};

function printParty(party: Party): string {
  return party
    .filter((token) => token.kind !== 'bracket' || !/^\(\s*(?:далее|именуем)/iu.test(token.text))
    .map((token, index) => (index === 0 ? '' : joiners[token.before]) + token.text.replace(/\s+/gu, ' '))
    .join('')
    .replace(/\s+(?:и\s+)?(?:др\.|другие|т\.\s?д\.)$/u, '')
    .trim();
}

/** «ИРО» in a document whose legend has only «ИРО ЕАО» that begins so. */
function fullForm(name: string, legend: Legend): string {
  if (name in legend) return name;
  const longer = Object.keys(legend).filter((key) => key.startsWith(`${name} `));
  const [only] = longer;
  return only !== undefined && longer.length === 1 ? only : name;
}

const isAndOthers = (name: string): boolean => /^(?:др|пр|т\. ?д|другие)\.?$/u.test(name);

/** A scan prints a line twice, the second time with errors («Петров А.А. лстров А.А.»). */
function distinctParties(names: readonly string[]): string[] {
  const kept: string[] = [];
  for (const name of names) {
    const echo = kept.some((other) => fold(other) === fold(name) || isEchoOfName(other, name));
    if (!echo) kept.push(name);
  }
  return kept;
}

function isEchoOfName(name: string, echo: string): boolean {
  const parts = /^([а-яё]+)\s+([А-ЯЁ]\.\s?[А-ЯЁ]\.?)$/u.exec(echo);
  return parts !== null && name.replace(/\s/gu, '').endsWith(`${parts[2]}`.replace(/\s/gu, ''));
}

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Joins words broken at a line end, drops the echo of a word's ending («районного го») and hidden signs. Patterns begin only where a
 * word does: begun at each letter, a word of a hundred thousand letters would take minutes.
 */
function cleanCell(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00AD\u200B\uFEFF]/gu, '')
    .replace(/[^\S\n]/gu, ' ')
    .replace(/^\s*ответственн\p{L}*(?: исполнител\p{L}*| лиц\p{L}*)?\s*:/iu, '')
    .replace(/(\p{Ll})[-‐]\n\s*(?=\p{Ll})/gu, '$1')
    .replace(/(?<!\p{Ll})(\p{Ll}{3,}(о|го|ой|ых|их|ов|ем|ам))[ \n]\2(?=[ \n])/gu, '$1')
    .replace(/(?<!\p{L})(\p{L}{5,}) (\p{Ll}{1,3})(?!\p{L})/gu, (whole, word: string, tail: string) =>
      partyHead(word) === null && partyHead(word + tail) !== null ? word + tail : whole,
    );
}
