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

/** Numbers after «№», «школа», «СОШ»; in «№ 1, 3 и 5» each of them. */
function numbersIn(text: string): Set<string> {
  const lists = text
    .toLowerCase()
    .matchAll(
      /(?:№+|(?<!\p{L})(?:школ\p{L}*|[сон]ош|лице\p{L}*|гимнази\p{L}*))\s*№?\s*(\d+(?:\s*(?:,|и|;)\s*№?\s*\d+(?![.\d]))*)/gu,
    );
  return new Set([...lists].flatMap(([, list]) => list?.match(/\d+/g) ?? []));
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
      .map((word) => word.slice(0, 5)),
  );
