import { foldText } from '../basics/fold-text.ts';
import { schoolWord } from '../registry/school-word.ts';
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

/** Schools, however they are called; «дошкольный» is not of a school, «школьная команда» is. */
const schoolWords = new RegExp(
  String.raw`${schoolWord}|(?<!\p{L})(?:школьн\p{L}+|оо|шнор|шссу|шнр)(?!\p{L})|образовательн\p{L}+ (?:организаци|учреждени)`,
  'u',
);
const schoolPeople =
  /директор|педагог(?!ическ)|^педагогическ\p{L}+ (?:коллектив|работник)|учител(?!ьск)|завуч/u;
const advisers = /куратор|наставник|тьютор|методист/u;

/** Words of bodies of the region, and of people who work there. */
const aboveWords =
  /министерств|министр|департамент|институт|университет|академи|регион|област|краев|республик|(?<!\p{L})(?:кра[йяею]|\p{L}?иро|\p{L}{0,2}ипк(?:ро)?|цнппм\p{L}*|р?цоко|рцои|оив)(?!\p{L})|центр\p{L}* (?:непрерывн|оценк|развити|мониторинг)/u;

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
    if (isBelow) return true;
    // «муниципальные общеобразовательные организации» are schools.
    if (schoolWords.test(words)) return own.level === 'municipality';
    if (aboveWords.test(words)) return false;
    return advisers.test(words) || (schoolPeople.test(words) && own.level === 'municipality');
  });
  const isOwn = ({ raw }: PartyAbove): boolean => {
    const words = foldText(raw);
    const isBody = municipalWords.test(words) && !schoolWords.test(words) && !advisers.test(words);
    return words === foldText(own.name) || isBody;
  };
  return [...new Set([own.name, ...staying.filter((party) => !isOwn(party)).map(({ raw }) => raw)])];
}
