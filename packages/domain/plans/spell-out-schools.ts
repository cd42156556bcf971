import { schoolWord } from '../registry/school-word.ts';

const numbered = String.raw`№?\s*\d{1,4}(?:\s*[-–—]\s*№?\s*\d{1,4})?(?![-–—\d]|\s*(?:класс|кл\.)|-\p{L})`;
const lists = new RegExp(
  String.raw`(?<school>(?:${schoolWord}\s+){1,3})(?<sign>№)№?(?<space>\s*)(?<numbers>${numbered}(?:(?:\s*[,;]\s*(?:и\s+)?|\s+и\s+)${numbered})*)`,
  'giu',
);
/** «Учителя школ № 2 и 3»: the words before say who of each school; one director has one school, however many are named. */
const postBefore = /(?<many>\p{L}+(?:[аяыи]|ели))\s+$/u;
const wordBefore = /\p{L}\s+$/u;
const RANGE_MAX = 30;

/**
 * «МБОУ СОШ № 1, 2, 7» as «МБОУ СОШ № 1; МБОУ СОШ № 2; МБОУ СОШ № 7»: schools named in a list, each by itself with the words and
 * signs printed before the first. «№№ 1–4» is four schools; a range that falls or is longer than thirty is left as it stands, and
 * so are numbers of offices, acts and items.
 */
export function spellOutSchools(text: string): string {
  return text.replace(lists, (whole: string, ...found: unknown[]) => {
    // The last argument of the replacer are the named groups, before it stand the text and the place.
    const { school = '', sign = '', space = '', numbers = '' } = found.at(-1) as Record<string, string>;
    const before = text.slice(0, Number(found.at(-3)));
    const all = eachNumber(numbers);
    if (all === null || all.length < 2) return whole;
    const isOfPost = wordBefore.test(before);
    if (isOfPost && !postBefore.test(before)) return whole;
    return all.map((number) => `${school}${sign}${space}${number}`).join(isOfPost ? ', ' : '; ');
  });
}

/** Null where a range cannot be one. */
function eachNumber(numbers: string): string[] | null {
  const found: string[] = [];
  for (const part of numbers.split(/[,;]|\s+и\s+/u)) {
    const [from = '', to = from] = part.match(/\d+/gu) ?? [];
    const length = Number(to) - Number(from);
    if (length < 0 || length >= RANGE_MAX) return null;
    for (let number = Number(from); number <= Number(to); number++) found.push(String(number));
  }
  return [...new Set(found)];
}
