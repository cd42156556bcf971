import type { PartyToken } from './party-tokens.ts';
import {
  isNominativeAdjective,
  isPreposition,
  isSchoolGenitive,
  isSchoolKind,
  partyHead,
  type PartyHead,
} from './party-words.ts';

export type Legend = Readonly<Record<string, string>>;
export type Party = readonly PartyToken[];

/** «Отдел по образованию», after which a comma goes on with what «по» governs; closed by a post or a name. */
export function hasOpenList(current: Party): boolean {
  const words = current.map((token) => token.text.toLowerCase());
  return words.includes('по') || /(?:^| )в (?:сфере|области) /u.test(` ${words.join(' ')} `);
}

/** Nothing can end in a preposition or in an adjective: «заместитель по», «муниципальные». */
export function isIncomplete(current: Party): boolean {
  const last = current.at(-1);
  return (
    last?.kind === 'word' &&
    (isPreposition(last.text) ||
      isNominativeAdjective(last.text) ||
      /^(?:зам|и\.\s?о|нач|вед|гл)\.?$/u.test(last.text))
  );
}

export function headOf(party: Party): PartyHead | null {
  for (const token of party) {
    const head = token.kind === 'word' ? partyHead(token.text) : null;
    if (head) return head;
    if (token.kind !== 'word' || !isNominativeAdjective(token.text.toLowerCase())) return null;
  }
  return null;
}

export const lastWord = (party: Party): PartyToken | undefined =>
  party.findLast((token) => token.kind !== 'bracket');
/** «учителя математики, русского языка, истории»: nobody is called so. */
export const isGenitive = (word: string): boolean => /(?:ого|его|ых|их|ии)$/u.test(word);
/** «учителя русского языка, математики, истории». */
export const isSubject = (word: string): boolean => /^\p{Ll}+(?:ики|ии|туры|языка|знания)$/u.test(word);
export const isWord = (token: PartyToken): boolean => token.kind === 'word';
export const isCapital = (word: string): boolean => /^[А-ЯЁA-Z]/u.test(word);
export const hasName = (party: Party): boolean => party.some((token) => token.kind === 'name');
export const isNameOnly = (party: Party): boolean =>
  party.every((token) => token.kind === 'name' || token.kind === 'bracket');
export const isAbbreviationsOnly = (party: Party): boolean =>
  party.every((token) => token.kind === 'abbreviation' || token.kind === 'bracket');

export function isWhose(token: PartyToken, legend: Legend): boolean {
  if (token.kind === 'abbreviation') return isSchoolKind(token.text, legend[token.text]);
  return token.kind === 'word' && isSchoolGenitive(token.text);
}
