import {
  hasName,
  hasOpenList,
  headOf,
  isAbbreviationsOnly,
  isCapital,
  isGenitive,
  isIncomplete,
  isSubject,
  isNameOnly,
  isWhose,
  isWord,
  lastWord,
  type Legend,
  type Party,
} from './party-facts.ts';
import type { PartyToken } from './party-tokens.ts';
import {
  isManyAdjective,
  isNominativeAdjective,
  isLegalForm,
  isObliqueAdjective,
  isParticiple,
  isRegion,
  isPreposition,
  isSchoolKind,
  isSphere,
  partyHead,
} from './party-words.ts';

/** `share`: a new party that takes the post of the one before it. The guesses are told to the reader. */
export type PartyBoundary = 'join' | 'new' | 'share' | 'guess-new' | 'guess-join';

/** Whether the token at `at` goes on with the current party or begins another. */
export function partyBoundary(
  current: Party,
  tokens: readonly PartyToken[],
  at: number,
  legend: Legend,
): PartyBoundary {
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

function afterComma(
  current: Party,
  tokens: readonly PartyToken[],
  at: number,
  legend: Legend,
): PartyBoundary {
  const token = tokens[at] as PartyToken; // as in partyBoundary
  if (token.kind === 'abbreviation' && isSameWork(current, token)) return 'join';
  if (token.kind === 'abbreviation') return sharesPost(current, token, legend) ? 'share' : 'new';
  if (token.kind !== 'word') return 'new';
  if (sharesPost(current, token, legend)) return 'share';
  if (isApposition(current, tokens, at) || opensClause(current, tokens, at)) return 'join';
  if (startsParty(tokens, at) !== 'no') return 'new';
  if (token.text.startsWith('№') || isSphere(token.text) || isGenitive(token.text)) return 'join';
  if (headOf(current)?.kind === 'post' && isSubject(token.text)) return 'join';
  return !isCapital(token.text) && hasOpenList(current) && !token.text.endsWith('ы') ? 'join' : 'new';
}

/** «зам. директора по УВР, ВР»: both are kinds of work. */
const isSameWork = (current: Party, token: PartyToken): boolean =>
  current.at(-2)?.text === 'по' && isWork(current.at(-1)?.text ?? '') && isWork(token.text);
const isWork = (text: string): boolean => /^(?:[А-ЯЁ]{1,3}Р|АХЧ)$/u.test(text);

/** «…, участвующие в проекте», «…, в том числе …», «специалисты, ответственные за …»: goes on about the same party. */
function opensClause(current: Party, tokens: readonly PartyToken[], at: number): boolean {
  const word = tokens[at]?.text.toLowerCase() ?? '';
  if (word.startsWith('ответственн') && tokens[at + 1]?.text === 'за')
    return headOf(current)?.kind === 'post';
  return isParticiple(word) || /^(?:котор|где$|в$|на$|по$|с$|из$|для$|при$)/u.test(word);
}

function afterAnd(current: Party, tokens: readonly PartyToken[], at: number, legend: Legend): PartyBoundary {
  const token = tokens[at] as PartyToken; // as in partyBoundary
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
function afterSpace(
  current: Party,
  tokens: readonly PartyToken[],
  at: number,
  legend: Legend,
): PartyBoundary {
  const token = tokens[at] as PartyToken; // as in partyBoundary
  const last = lastWord(current);
  const line = token.before === 'line';
  if (!last || isIncomplete(current)) return 'join';
  switch (token.kind) {
    case 'name':
      return last.kind === 'name' || (line && headOf(current)?.kind !== 'post') || hasName(current)
        ? 'new'
        : 'join';
    case 'abbreviation':
      if (last.kind === 'name' || (last.kind === 'abbreviation' && isAbbreviationsOnly(current)))
        return 'new';
      return abbreviationAfterWords(current, tokens, at, legend);
    case 'quoted': {
      const another = tokens[at + 1]?.kind === 'quoted' || last.kind === 'quoted';
      return another && !isWord(last) ? 'new' : 'join';
    }
    case 'word': {
      if (last.kind === 'abbreviation' && isLegalForm(lastForm(last.text))) return 'join';
      const start = startsParty(tokens, at);
      if (start !== 'sure' || isApposition(current, tokens, at)) return 'join';
      if (line || isCapital(token.text) || last.kind !== 'word') return 'new';
      return isBodyOfSomething(current) ? 'guess-new' : 'join';
    }
    case 'bracket':
      return 'join';
    default:
      return token.kind satisfies never;
  }
}

const lastForm = (text: string): string => text.split(' ').at(-1) ?? '';

/** «Отдел образования»: a body with the words that say which; what begins anew after it is another party. */
const isBodyOfSomething = (current: Party): boolean =>
  headOf(current)?.kind === 'body' && partyHead(current.at(-1)?.text ?? '') === null && !hasOpenList(current);

/** «Комитет образования МБУ «Центр»», «Управление образования ИРО»: another body, unless it says whose the first is. */
function abbreviationAfterWords(
  current: Party,
  tokens: readonly PartyToken[],
  at: number,
  legend: Legend,
): PartyBoundary {
  const token = tokens[at] as PartyToken; // as in partyBoundary
  const explained = legend[token.text];
  const line = token.before === 'line';
  if (lastWord(current)?.kind === 'quoted' && current[0]?.kind === 'abbreviation') return 'guess-new';
  if (isSchoolKind(token.text, explained)) return 'join';
  if (line && current.length > 1 && explained !== undefined) return 'new';
  if (!isBodyOfSomething(current)) return 'join';
  const named = isLegalForm(lastForm(token.text)) && tokens[at + 1]?.kind === 'quoted';
  const isBody =
    explained !== undefined && explained.split(' ').some((word) => partyHead(word)?.kind === 'body');
  if (named || isBody) return line ? 'new' : 'guess-new';
  return explained === undefined && !isRegion(token.text) && !isLegalForm(lastForm(token.text))
    ? 'guess-join'
    : 'join';
}

/** Whether the first words can only be those of a party: a name, an abbreviation, a post or a body in the nominative. */
export function beginsParty(tokens: readonly PartyToken[]): boolean {
  const kind = tokens[0]?.kind;
  return (
    kind === 'name' || kind === 'abbreviation' || startsParty(tokens, 0) === 'sure' || startsMany(tokens)
  );
}

/** «директора школ», «учителя»: nobody else stands before them. */
const startsMany = (tokens: readonly PartyToken[]): boolean =>
  partyHead(tokens[0]?.text ?? '')?.number === 'many';

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
