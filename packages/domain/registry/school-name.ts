import { foldText } from '../basics/fold-text.ts';

/** Abbreviations of school names that any office in Russia uses, folded. */
const abbreviations: readonly (readonly [short: string, long: string])[] = [
  ['мбоу', 'муниципальное бюджетное общеобразовательное учреждение'],
  ['маоу', 'муниципальное автономное общеобразовательное учреждение'],
  ['мкоу', 'муниципальное казенное общеобразовательное учреждение'],
  ['моу', 'муниципальное общеобразовательное учреждение'],
  ['гбоу', 'государственное бюджетное общеобразовательное учреждение'],
  ['гаоу', 'государственное автономное общеобразовательное учреждение'],
  ['гкоу', 'государственное казенное общеобразовательное учреждение'],
  ['огбоу', 'областное государственное бюджетное общеобразовательное учреждение'],
  ['огаоу', 'областное государственное автономное общеобразовательное учреждение'],
  ['огкоу', 'областное государственное казенное общеобразовательное учреждение'],
  ['чоу', 'частное общеобразовательное учреждение'],
  ['сош', 'средняя общеобразовательная школа'],
  ['оош', 'основная общеобразовательная школа'],
  ['нош', 'начальная общеобразовательная школа'],
  ['ош', 'общеобразовательная школа'],
  ['иро', 'институт развития образования'],
  ['цнппм', 'центр непрерывного повышения профессионального мастерства педагогических работников'],
  ['цоко', 'центр оценки качества образования'],
];

/** A unit as far as it is looked for. */
export type Findable = {
  readonly name: string;
  readonly shortName: string;
  readonly settlement: string | null;
  readonly inn: string | null;
  readonly code: string | null;
};

const cyrillic = 'абвгдежзийклмнопрстуфхцчшщыэюя';
const latin = 'abvgdejziyklmnoprstufhcqwwyexa';
const latinOf = new Map(Array.from(cyrillic, (letter, at) => [letter, latin.charAt(at)]));

/**
 * Folded words in letters that every database takes for letters: PostgreSQL under the C locale makes no trigrams of Cyrillic, and then no
 * index finds anything. Soft and hard signs go; letters that share a Latin one are not told apart, which a search forgives.
 */
export function searchLetters(words: string): string {
  return Array.from(words, (sign) => latinOf.get(sign) ?? (/[ьъ]/.test(sign) ? '' : sign)).join('');
}

/** Words by which the unit is found, each between spaces: both names with abbreviations spelt out and the other way round, aliases, place, numbers. */
export function searchTextOf(unit: Findable, aliases: readonly string[] = []): string {
  const names = [unit.name, unit.shortName, ...aliases].map((name) => searchWords(name).join(' '));
  const places = searchWords([unit.settlement, unit.inn, unit.code].join(' '));
  const words = [...names, ...names.map(bothWays), ...places].join(' ').split(' ');
  return searchLetters(` ${[...new Set(words)].filter((word) => word !== '').join(' ')} `);
}

/** The words of a name or of a question, as they are compared: without «№», quotation marks, case and «ё»; «сош33» is two. */
export function searchWords(text: string): string[] {
  const words = foldText(text).match(/\p{L}+|\p{N}+/gu) ?? [];
  return words.filter((word) => word !== 'n');
}

/**
 * The beginning by which a word is looked for: its ending is left out, so that «средней школы» finds «средняя школа». Numbers and short
 * words stay whole.
 */
function wordStem(word: string): string {
  if (/\d/.test(word) || word.length < 5) return word;
  return word.slice(0, word.length < 7 ? -1 : -2);
}

/** Beginnings of words that the search text of what is asked for must hold, each after a space. */
export function searchStems(question: string): string[] {
  return searchWords(question).map((word) => searchLetters(wordStem(word)));
}

/** «СОШ № 1» for a long official name, at most 120 characters. */
export function shortNameOf(name: string): string {
  let short = name.replaceAll(/\s+/g, ' ').trim();
  for (const [abbreviation, long] of longestFirst) {
    const pattern = long.replaceAll('казенное', 'каз[её]нное').replaceAll(' ', '\\s+');
    short = short.replace(new RegExp(pattern, 'i'), abbreviation.toUpperCase());
  }
  return short.slice(0, 120).trim();
}

const longestFirst = [...abbreviations].sort((one, other) => other[1].length - one[1].length);

function bothWays(name: string): string {
  const padded = ` ${name} `;
  return abbreviations
    .flatMap(([short, long]) => [
      padded.includes(` ${short} `) ? long : '',
      padded.includes(` ${long} `) ? short : '',
    ])
    .filter((words) => words !== '')
    .join(' ');
}
