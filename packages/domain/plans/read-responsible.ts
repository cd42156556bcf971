import { headOf, isWhose, type Legend, type Party } from './party-facts.ts';
import { partyBoundary } from './party-boundary.ts';
import { partyCell } from './party-cell.ts';
import { partyTokens, type PartyToken } from './party-tokens.ts';
import { partyHead } from './party-words.ts';
import { spellOutSchools } from './spell-out-schools.ts';
import { distinctParties, fullForm, isAndOthers, printParty } from './printed-party.ts';

/** `parties` each by itself as printed; `doubtful` those of them that were parted or joined by a guess, or name nobody known. */
export type PartiesRead = { readonly parties: readonly string[]; readonly doubtful: readonly string[] };

/**
 * The parties of a cell «Ответственные», each by itself as printed, «(далее – …)» dropped. `legend` holds the document's
 * abbreviations: a multi-word one stays whole, and a short form that begins only one of them is given in full.
 * Parties that share a post get it («Руководители ШНОР, ШЛ» gives «руководители ШЛ»), and schools that share their words get these («СОШ № 1, 2»).
 */
export function readParties(text: string, legend: Legend): PartiesRead {
  const tokens = partyTokens(spellOutSchools(partyCell(text)), legend);
  const drafts: PartyDraft[] = [];
  for (const [at, token] of tokens.entries()) {
    const current = drafts.at(-1);
    const decision = current ? partyBoundary(current.tokens, tokens, at, legend) : 'new';
    const guessed = decision === 'guess-new' || decision === 'guess-join';
    if (current && guessed) current.guessed = true;
    if (current && (decision === 'join' || decision === 'guess-join')) current.tokens.push(token);
    else if (current && decision === 'share')
      drafts.push({ tokens: [...sharedPost(current.tokens), { ...token, before: 'space' }], guessed });
    else drafts.push({ tokens: [token], guessed });
  }
  shareWhose(
    drafts.map((draft) => draft.tokens),
    legend,
  );
  const named = drafts
    .map((draft) => ({ ...draft, name: fullForm(printParty(draft.tokens), legend) }))
    .filter(({ name }) => /\p{L}{2}/u.test(name) && !isAndOthers(name));
  const parties = distinctParties(named.map(({ name }) => name));
  const doubtful = named
    .filter(({ tokens: own, guessed }) => guessed || !isKnown(own))
    .map(({ name }) => name);
  return { parties, doubtful: parties.filter((name) => doubtful.includes(name)) };
}

export const splitResponsible = (text: string, legend: Legend): readonly string[] =>
  readParties(text, legend).parties;

type PartyDraft = { tokens: PartyToken[]; guessed: boolean };

/** A post, a body, a name or an abbreviation stands in it; «все» is everybody. */
const isKnown = (party: Party): boolean =>
  party.some(
    ({ kind, text }) =>
      (kind !== 'word' && kind !== 'bracket') || partyHead(text) !== null || /^вс[её]/iu.test(text),
  );

/** «Руководители и педагоги ШНОР»: the first post is of the same schools. */
function shareWhose(parties: PartyToken[][], legend: Legend): void {
  for (const [at, party] of parties.entries()) {
    const before = parties[at - 1];
    const whose = party.findIndex((token) => isWhose(token, legend));
    if (before?.length !== 1 || party[0]?.before !== 'and' || whose < 1) continue;
    if (headOf(before)?.number === 'many' && headOf(before)?.kind === 'post')
      before.push(...party.slice(whose));
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
