import { foldText } from '../basics/fold-text.ts';
import { lookAlikes } from '../basics/look-alikes.ts';
import { IndicatorCode, type Indicator } from './indicator.ts';

export type NamedIndicator = Pick<Indicator, 'code' | 'name' | 'numerator'>;

export type IndicatorMatch = {
  readonly code: string;
  /** The name was not the same word for word, only the nearest. */
  readonly isDoubtful: boolean;
};

/** A cell that is a code of an indicator, in whatever alphabet its look-alike letters were typed. */
export function codeOfCell(text: string): string | null {
  const typed = text.trim();
  const latin = typed.replaceAll(/\p{Script=Cyrillic}/gu, (letter) => latinOf.get(letter) ?? letter);
  const code = IndicatorCode.safeParse(`${latin.slice(0, 3).toUpperCase()}${latin.slice(3)}`);
  return code.success ? code.data : null;
}

const latinOf = new Map(Object.entries(lookAlikes).map(([latin, cyrillic]) => [cyrillic, latin]));

/** Shared by nearly all names, they tell nothing. */
const emptyWords =
  /^(?:имеющ\p{L}+|котор\p{L}+|(?:об)?уча(?:ю)?щ\p{L}+|выпускник\p{L}*|класс\p{L}*|расчете|одного|го|да|нет|численность|удельныйвес|удельный|вес|доля|процент|количество|число|общей|общего|численности|числа|наличие|их|из|по|от|на|для|при|или|том|числе|чел|ед)$/u;

/** «…, в общей численности учащихся»: of whom the share is says little of what it is. */
const wholeWords = /,? (?:в|от|из) общ(?:ей|его) (?:численности|числа|количества).*$/u;

/** The words that tell; «педагогические работники» are «педработники». */
function tellingWords(text: string): string[] {
  const folded = foldText(text)
    .replace(wholeWords, '')
    .replaceAll(/педагогическ\p{L}+ работник/gu, 'педработник');
  const words = folded.match(/\p{L}{2,}|\d+/gu) ?? [];
  return [...new Set(words.filter((word) => !emptyWords.test(word)))];
}

/** One word in another case: «высшее» and «высшим», «русскому» and «русский», «успевают» and «успевающих». */
function isSameWord(one: string, other: string): boolean {
  const common = Math.max(4, Math.min(one.length, other.length) - 4);
  return (
    one === other || (one.length >= 4 && other.length >= 4 && one.slice(0, common) === other.slice(0, common))
  );
}

const likenessMin = 0.6;
const leadMin = 0.15;

/** Finds the indicator that a name of a document or table means: by its code, its very name, or the words that they share. Null where several are as near. */
export function indicatorMatcher(
  indicators: readonly NamedIndicator[],
): (name: string) => IndicatorMatch | null {
  const byCode = new Set(indicators.map(({ code }) => code));
  const known = indicators.map(({ code, name, numerator }) => ({
    code,
    names: [foldText(name.ru), foldText(name.en)],
    wordings: [tellingWords(name.ru), tellingWords(numerator.ru)],
  }));
  return (name) => {
    const code = codeOfCell(name) ?? codeOfCell(/^\S+/.exec(name.trim())?.[0] ?? '');
    if (code !== null && byCode.has(code)) return { code, isDoubtful: false };
    const folded = foldText(name)
      .replace(/^\d+(?:\.\d+)*[.)]?\s+/, '')
      .replace(/[.:;,]$/, '');
    const same = known.filter(({ names }) => names.includes(folded));
    if (same.length === 1) return { code: same[0]?.code ?? '', isDoubtful: false };
    const words = tellingWords(folded);
    if (words.length === 0) return null;
    const [best, next] = known
      .map((one) => ({
        code: one.code,
        likeness: Math.max(...one.wordings.map((wording) => likeness(words, wording))),
      }))
      .toSorted((one, other) => other.likeness - one.likeness);
    if (best === undefined || best.likeness < likenessMin) return null;
    return best.likeness - (next?.likeness ?? 0) < leadMin ? null : { code: best.code, isDoubtful: true };
  };
}

/** Words in common of both together: 1 for the same words, 0 for none. */
function likeness(one: readonly string[], other: readonly string[]): number {
  const common = one.filter((word) => other.some((each) => isSameWord(word, each))).length;
  return common === 0 ? 0 : common / (one.length + other.length - common);
}
