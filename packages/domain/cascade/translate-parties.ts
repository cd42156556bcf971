import { foldText } from '../basics/fold-text.ts';
import type { RequirementLevel } from './requirement.ts';

/** Somebody who answers, as the plan above prints it. */
export type PartyAbove = {
  readonly raw: string;
  /** The organisation or person that is meant stands on the territory of the one who answers. */
  readonly isBelow: boolean;
};

/** How a plan calls bodies of municipalities without naming one. */
const municipalWords =
  /муниципал|(?:^|[^\p{L}])(?:моуо|оуо|мсу|омсу)(?=$|[^\p{L}])|орган\p{L}* местного самоуправления|орган\p{L}* управления образовани/u;

/** Those who stand under a municipality or in a school. */
const schoolWords =
  /школ|(?:^|[^\p{L}])(?:оо|оу|шнор|шссу|шнр)(?=$|[^\p{L}])|образовательн\p{L}+ (?:организаци|учреждени)|директор|педагог|учител|завуч|заместител\p{L}+ директора/u;
const advisers = /куратор|наставник|тьютор|методист/u;

/**
 * The parties one level down: the body that answers comes first in the place of those above and of «муниципальные органы …»; those who
 * stand below it stay as printed, and so do curators and mentors. Bodies of the level above ask and do not answer: they are left out.
 */
export function translateParties(
  above: readonly PartyAbove[],
  own: { readonly level: RequirementLevel; readonly name: string },
): string[] {
  const staying = above.filter(({ raw, isBelow }) => {
    const words = foldText(raw);
    if (isBelow || advisers.test(words)) return true;
    // «муниципальные общеобразовательные организации» are schools.
    if (schoolWords.test(words)) return own.level === 'municipality';
    return false;
  });
  const isOwn = ({ raw }: PartyAbove): boolean =>
    foldText(raw) === foldText(own.name) ||
    (municipalWords.test(foldText(raw)) && !schoolWords.test(foldText(raw)));
  return [...new Set([own.name, ...staying.filter((party) => !isOwn(party)).map(({ raw }) => raw)])];
}
