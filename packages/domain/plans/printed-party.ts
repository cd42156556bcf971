import type { Legend, Party } from './party-facts.ts';
import type { PartyToken } from './party-tokens.ts';

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

/** The party as printed, «(далее – …)» and «и др.» dropped. */
export function printParty(party: Party): string {
  return party
    .filter((token) => token.kind !== 'bracket' || !/^\(\s*(?:далее|именуем)/iu.test(token.text))
    .map((token, index) => (index === 0 ? '' : joiners[token.before]) + token.text.replace(/\s+/gu, ' '))
    .join('')
    .replace(/\s+(?:и\s+)?(?:др\.|другие|т\.\s?д\.)$/u, '')
    .trim();
}

/** «ИРО» in a document whose legend has only «ИРО ЕАО» that begins so. */
export function fullForm(name: string, legend: Legend): string {
  if (name in legend) return name;
  const longer = Object.keys(legend).filter((key) => key.startsWith(`${name} `));
  const [only] = longer;
  return only !== undefined && longer.length === 1 ? only : name;
}

export const isAndOthers = (name: string): boolean => /^(?:др|пр|т\. ?д|другие)\.?$/u.test(name);

/** A scan prints a line twice, the second time with errors («Петров А.А. лстров А.А.»). */
export function distinctParties(names: readonly string[]): string[] {
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
