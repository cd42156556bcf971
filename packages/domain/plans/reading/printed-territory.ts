import { oneLine } from './printed-text.ts';

/** Region and municipality a document speaks of, in the nominative. */
export type PrintedTerritory = { readonly region: string | null; readonly municipality: string | null };

const adjective = '\\p{Lu}\\p{Ll}+(?:-\\p{Lu}?\\p{Ll}+)*(?:ск|цк)(?:ий|ого|ому|ом|ая|ой|ую|им|ое)';
const regionPatterns: readonly RegExp[] = [
  new RegExp(
    `(?<!\\p{L})(${adjective})\\s+(автономн\\p{Ll}+\\s+)?(област\\p{Ll}+|кра[йяюе]\\p{Ll}*)(?!\\p{L})`,
    'u',
  ),
  new RegExp(`(?<!\\p{L})(${adjective})\\s+(автономн\\p{Ll}+)\\s+(округ\\p{Ll}*)(?!\\p{L})`, 'u'),
  /(?<!\p{L})(Республик)\p{Ll}+\s+(\p{Lu}\p{Ll}+(?:[- ]\(?\p{Lu}\p{Ll}+\)?)?)/u,
  new RegExp(`(?<!\\p{L})(${adjective})\\s+()(республик\\p{Ll}+)(?!\\p{L})`, 'iu'),
  /(?<!\p{L})(?:ХМАО|ЯНАО)(?!\p{L})/u,
];
const municipalityPatterns: readonly RegExp[] = [
  new RegExp(
    `(?<!\\p{L})(${adjective})\\s+((?:муниципальн|городск|сельск)\\p{Ll}+\\s+)?(район\\p{Ll}*|округ\\p{Ll}*|улус\\p{Ll}*)(?!\\p{L})`,
    'u',
  ),
  /(?<!\p{L})((?:муниципального|городского) (?:округа|образования|района))\s+((?:город |«)?\p{Lu}\p{Ll}+(?:[- ]\p{Lu}\p{Ll}+)?»?(?: район)?)/u,
  /(?<!\p{L})(город[ае]?|г\.)\s?(\p{Lu}\p{Ll}+(?:-\p{L}+)*)(?!\s+\p{Lu}\p{Ll}+ской)/u,
];

/** `texts` in order of weight: the first that names a territory decides. */
export function printedTerritory(texts: readonly string[]): PrintedTerritory {
  return { region: firstOf(texts, regionIn), municipality: firstOf(texts, municipalityIn) };
}

function firstOf(texts: readonly string[], read: (text: string) => string | null): string | null {
  for (const text of texts) {
    const found = read(text);
    if (found !== null) return found;
  }
  return null;
}

function regionIn(text: string): string | null {
  for (const pattern of regionPatterns) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const [whole, name = '', kind = '', noun = ''] = match;
    if (name === 'Республик') return `Республика ${kind}`;
    if (noun === '') return whole;
    return oneLine(
      `${nominativeAdjective(name, noun)} ${kind === '' ? '' : nominativeAdjective(kind, noun)} ${nominativeNoun(noun)}`,
    );
  }
  return null;
}

function municipalityIn(text: string): string | null {
  const [district, named, city] = municipalityPatterns.map((pattern) => pattern.exec(text));
  if (
    district !== null &&
    district !== undefined &&
    !(district[2] ?? '').toLowerCase().startsWith('автоном')
  ) {
    const [, name = '', kind = '', noun = ''] = district;
    return oneLine(
      `${nominativeAdjective(name, noun)} ${kind === '' ? '' : nominativeAdjective(kind, noun)} ${nominativeNoun(noun)}`,
    );
  }
  if (named !== null && named !== undefined) return `${nominativeKind(named[1] ?? '')} ${named[2] ?? ''}`;
  return city === null || city === undefined
    ? null
    : `город ${city[2]?.replace(/(?<=[бвгдзклмнпрстфхцчшщ])[ае]$/u, '') ?? ''}`;
}

const isKind = (noun: string, stem: string): boolean => noun.toLowerCase().startsWith(stem);
const isFeminine = (noun: string): boolean => isKind(noun, 'област') || isKind(noun, 'республик');

function nominativeAdjective(word: string, noun: string): string {
  const ending = isFeminine(noun) ? 'ая' : /(?:ск|цк)\p{Ll}+$/u.test(word.trim()) ? 'ий' : 'ый';
  return word.trim().replace(/(?:ий|ый|ого|ому|ом|ая|ой|ую|им|ым|ое)$/u, ending);
}

function nominativeNoun(noun: string): string {
  if (isKind(noun, 'област')) return 'область';
  if (isKind(noun, 'кра')) return 'край';
  return isKind(noun, 'республик') ? 'республика' : noun.replace(/(?:а|у|ом|е)$/u, '');
}

const nominativeKind = (kind: string): string =>
  kind
    .replace('муниципального образования', 'муниципальное образование')
    .replace('муниципального', 'муниципальный')
    .replace('городского', 'городской')
    .replace(/(округ|район)а$/u, '$1');
