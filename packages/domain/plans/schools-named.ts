import { foldText } from '../basics/fold-text.ts';
import { monthWord } from '../basics/month-word.ts';
import { wordStem } from '../basics/word-stem.ts';
import { schoolWord } from '../registry/school-word.ts';

/** A school as it may be named in a text. */
export type SchoolWords = {
  readonly id: string;
  readonly number: string | null;
  /** Words of its name that most other schools do not have: «Заречн», «Лесн». */
  readonly own: readonly string[];
};

/** What tells schools apart: their numbers, and words that few of them share. */
export function schoolWordsOf(
  schools: readonly { readonly id: string; readonly name: string }[],
): SchoolWords[] {
  const unique = [...new Map(schools.map((school) => [school.id, school])).values()];
  const stems = unique.map(({ name }) => stemsOf(name));
  const counts = new Map<string, number>();
  for (const words of stems) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const isRare = (word: string): boolean => (counts.get(word) ?? 0) <= Math.max(1, unique.length / 4);
  return unique.map(({ id, name }, at) => ({
    id,
    number: numberOf(name),
    own: [...(stems[at] ?? [])].filter(isRare),
  }));
}

/** Ids of the schools that a text names, by number, by own words, or by both where a number alone means several. */
export function schoolsNamed(text: string, schools: readonly SchoolWords[]): string[] {
  const words = stemsOf(text);
  const numbers = numbersIn(text);
  const found = schools.filter(({ number, own }) => {
    const isNamed = own.length > 0 && own.every((word) => words.has(word));
    return number === null ? isNamed : numbers.has(number);
  });
  const nearer = found.filter(({ own }) => own.length > 0 && own.every((word) => words.has(word)));
  return (
    nearer.length > 0 ? found.filter((school) => nearer.includes(school) || isAlone(school, found)) : found
  ).map(({ id }) => id);
}

/** No other found school has its number. */
const isAlone = ({ number }: SchoolWords, found: readonly SchoolWords[]): boolean =>
  found.filter((other) => other.number === number).length === 1;

const numberOf = (name: string): string | null =>
  /№\s*(\d+)|(?<![\d.])(\d+)$/u.exec(name)?.slice(1).find(Boolean) ?? null;

/** A number that is not the beginning of a date, an hour, a range, or a count of something. */
const number = String.raw`\d{1,4}(?!\d|[.:/]\d|\s*[-–—]\s*\d|\s*(?:%|${monthWord}|год|г\.|час|мин|чел|класс|участник|педагог|учител|балл))`;
const list = String.raw`(${number}(?:\s*(?:,|и|;)\s*№?\s*${number})*)`;
/** «№ 12 от 01.02.2026» is an act. */
const marked = new RegExp(String.raw`№+\s*${list}(?!\s*от\s+\d)`, 'giu');
const unmarked = new RegExp(String.raw`${schoolWord}\s+${list}`, 'gu');

/** Numbers of schools: in «школы № 1, 3 и 5» each of them, in «каб. № 3» and «приказ № 12» none. */
function numbersIn(text: string): Set<string> {
  const lists = [
    ...[...text.matchAll(marked)].filter(({ index }) => isOfSchool(text.slice(0, index))),
    ...foldText(text).matchAll(unmarked),
  ];
  return new Set(lists.flatMap(([, numbers]) => numbers?.match(/\d+/g) ?? []));
}

const schoolAtEnd = new RegExp(`${schoolWord}$`, 'u');
/** What may stand between the school and its number: «имени А. С. Пушкина», «г. Светлый». */
const nameAtEnd = /(?:^|[\s«"])(?:им\.|имени|г\.|с\.|п\.|пгт\.?|ст\.|х\.|д\.|пос\.|\p{Lu}[\p{L}.-]*)[»"]?$/u;

/** Does the text before «№» end with a school, or is the number the first in its line? */
function isOfSchool(before: string): boolean {
  let rest = (before.split('\n').at(-1) ?? '').replace(/[:–—-]?\s*$/u, '');
  if (rest === '') return true;
  while (!schoolAtEnd.test(foldText(rest))) {
    const name = nameAtEnd.exec(rest);
    if (name === null) return false;
    rest = rest.slice(0, name.index).trimEnd();
  }
  return true;
}

const form =
  /^(?:[мгокча]{1,3}(?:боу|аоу|коу|оу)|боу|сош|оош|нош|школ|средн|основн|начальн|общеобр|муницип|государ|бюджет|казен|автоном|учрежд|имени|село|посел|филиал)/;

const stemsOf = (text: string): Set<string> =>
  new Set(
    (
      text
        .toLowerCase()
        .replaceAll('ё', 'е')
        .match(/\p{L}{4,}/gu) ?? []
    )
      .filter((word) => !form.test(word))
      .map((word) => wordStem(word).slice(0, 5)),
  );
