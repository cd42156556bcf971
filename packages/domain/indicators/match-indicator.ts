import { foldText } from '../basics/fold-text.ts';
import { lookAlikes } from '../basics/look-alikes.ts';
import { IndicatorCode, type Indicator } from './indicator.ts';

export type NamedIndicator = Pick<Indicator, 'code' | 'name' | 'numerator' | 'group'>;

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
  /^(?:имеющ\p{L}+|состо(?:ят|ит|ящ\p{L}+)|обуча(?:ют|ет)ся|ученик\p{L}*|охват\p{L}*|осваива\p{L}+|програм\p{L}*|библиотек\p{L}*|отдельн\p{L}+|иных|зп|об|кв|котор\p{L}+|(?:об)?уча(?:ю)?щ\p{L}+|выпускник\p{L}*|класс\p{L}*|расчете|одного|го|да|нет|численность|удельныйвес|удельный|вес|доля|процент|количество|число|общей|общего|численности|числа|наличие|их|из|по|от|на|для|при|или|том|числе|всего|есть|чел|ед)$/u;

/** «…, в общей численности учащихся»: of whom the share is says little of what it is. */
const wholeWords = /,? (?:в|от|из) общ(?:ей|его) (?:численности|числа|количества).*$/u;

/** «…, в том числе по программам …»: what a part of them is says nothing of all. */
const partsTail = /(?<=[\p{L})]),? в (?:том числе|т\. ?ч\.?)(?: .*)?$/u;

/** One word for what papers name in several: people, categories in figures, levels by the name of the territory. */
const sameThings: readonly (readonly [RegExp, string])[] = [
  [/педагогическ\p{L}+ работник|педагог(?!ическ)/gu, 'педработник'],
  [/ограниченн\p{L}+ возможност\p{L}+ здоровья/gu, 'овз'],
  [/квалификационн\p{L}+ (?=категори)/gu, ''],
  [/(?<![\p{L}\d])(?:1|i|і)(?:-?[яйюе]|-?ой|-?ую)?(?= категори|$)/gu, 'первая'],
  [/(?<!\p{L})ст\. ?(?=\d)/gu, 'статья '],
  [/основн\p{L}+ государственн\p{L}+ экзамен\p{L}*|(?<!\p{L})огэ(?!\p{L})/gu, 'гиа 9'],
  [/един\p{L}+ государственн\p{L}+ экзамен\p{L}*/gu, 'егэ'],
  [
    /не (?:преодоле|набра|достиг)\p{L}+ (?:установленн\p{L}+ )?(?:минимальн\p{L}+ (?:порог|границ|балл|количеств)\p{L}*|порог\p{L}*|минимум\p{L}*)/gu,
    'ниже минимума',
  ],
  [/качеств\p{L}+ (?:знаний|обученности)|(?:учатся|обучаются|занимаются) на (?=4)/gu, 'успевают на 4 и 5 '],
  [
    /за (?:курс )?9(?:-?\p{L}{1,2})? класс\p{L}*|за курс основной (?:общей )?школы/gu,
    'основное общее образование',
  ],
  [
    /за (?:курс )?11(?:-?\p{L}{1,2})? класс\p{L}*|за курс средней (?:общей )?школы/gu,
    'среднее общее образование',
  ],
  [/(основн|средн)\p{L}+ (?:общ\p{L}+ )?образовани\p{L}+/gu, '$1оеобразование'],
  [/прожива\p{L}+/gu, 'живут'],
  [/жиль\p{L}*/gu, 'помещения'],
  [/не ?работа(?:ют|ет|ющ\p{L}+)/gu, 'безработные'],
  [/ребен\p{L}+/gu, 'дети'],
  [/(?:семь\p{L}+ с )?тр(?:емя|ое|оих) и более дет\p{L}+/gu, 'многодетные семьи'],
  [/воспитыва\p{L}+ одн\p{L}+ родител\p{L}+|одинок\p{L}+ (?:мат|родит)\p{L}+/gu, 'неполные семьи'],
  [/(?:в связи с )?переезд\p{L}*/gu, 'сменили место жительства'],
  [/алкоголи\p{L}+|алко(?= ?\/| ?и )/gu, 'алкогольная'],
  [/нарко(?:мани|зависим)\p{L}*/gu, 'наркотическая зависимость'],
  [/(?:более|больше|свыше)(?= \d+ лет)/gu, 'свыше'],
  [/этап/gu, 'уров'],
  [/(?:районн|городск|окружн)\p{L}+(?= уров|$)/gu, 'муниципальный'],
  [/(?:областн|краев|республиканск)\p{L}+(?= уров|$)/gu, 'региональный'],
  [/всероссийск\p{L}+(?= уров|$)/gu, 'федеральный'],
];

/** The words that tell, each in one way of writing it. */
function tellingWords(text: string): string[] {
  const folded = sameThings.reduce(
    (said, [written, plain]) => said.replaceAll(written, plain),
    foldText(text)
      .replace(wholeWords, '')
      .replace(partsTail, '')
      .replaceAll(/(?<!\p{L})не (?:(?:менее|ниже) (?=\d)|(?=менее|более|ниже|выше))/gu, '')
      .replace(/[.:;,]+$/u, ''),
  );
  const words = folded.match(/\p{L}{2,}|\d+/gu) ?? [];
  return [...new Set(words.filter((word) => !emptyWords.test(word)))];
}

/** One word in another case: «высшее» and «высшим», «русскому» and «русский», «семей» and «семьях», «успевают» and «успевающих». */
function isSameWord(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  if (shorter === 3) return one.slice(0, 3) === other.slice(0, 3) && Math.abs(one.length - other.length) <= 2;
  const isShort = shorter <= 5 && Math.abs(one.length - other.length) <= 2;
  const common = isShort ? 3 : Math.max(4, shorter - 4);
  return one === other || (shorter >= 4 && one.slice(0, common) === other.slice(0, common));
}

const isAmong = (word: string, words: readonly string[]): boolean =>
  words.some((other) => isSameWord(word, other));

/** Is what a name speaks of first («доля педагогов, прошедших …») spoken of by the indicator too? Of others the same may be counted. */
export function isOfSameWhom(name: string, { name: own, numerator }: NamedIndicator): boolean {
  const [whom] = tellingWords(name);
  return whom !== undefined && isAmong(whom, [...tellingWords(own.ru), ...tellingWords(numerator.ru)]);
}

const likenessMin = 0.6;
const leadMin = 0.1;

/**
 * Which of the parts of a whole a line means that says only what is its own («первая», «на районном этапе»): by the words that its brothers do not have.
 * Null where none fits, or several alike.
 */
export function matchPart(name: string, parts: readonly NamedIndicator[]): string | null {
  const said = tellingWords(name);
  const wordings = parts.map((part) => ({ code: part.code, words: tellingWords(part.name.ru) }));
  const [best, next] = wordings
    .map(({ code, words }) => {
      const own = words.filter((word) =>
        wordings.some((other) => other.code !== code && !isAmong(word, other.words)),
      );
      return { code, common: own.filter((word) => isAmong(word, said)).length };
    })
    .toSorted((one, other) => other.common - one.common);
  return best === undefined || best.common === (next?.common ?? 0) ? null : best.code;
}

/** Finds the indicator that a name of a document or table means: by its code, its very name, or the words that they share. Null where several are as near. */
export function indicatorMatcher(
  indicators: readonly NamedIndicator[],
): (name: string) => IndicatorMatch | null {
  const byCode = new Set(indicators.map(({ code }) => code));
  const known = indicators.map(({ code, name, numerator, group }) => ({
    code,
    isTotal: group === 'totals',
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
      .flatMap(({ code: of, wordings, isTotal }) =>
        wordings.map((wording) => ({
          code: of,
          wording,
          likeness: isTotal ? together(words, wording) : likeness(words, wording),
        })),
      )
      .toSorted((one, other) => other.likeness - one.likeness)
      .filter((one, at, all) => all.findIndex((other) => other.code === one.code) === at);
    if (best === undefined || best.likeness < likenessMin) return null;
    const isAlone = next === undefined || best.likeness - next.likeness >= leadMin;
    return isAlone || saysMore(best.wording, next.wording) ? { code: best.code, isDoubtful: true } : null;
  };
}

/** «с высшим педагогическим образованием» beside «с высшим образованием»: a line that has all the words of both means the closer one. */
const saysMore = (one: readonly string[], other: readonly string[]): boolean =>
  one.length > other.length && other.every((word) => isAmong(word, one));

/** Of a name all telling words must stand in the line but one of several; a line says more than a name. */
const coveredMin = 0.75;
/** A name of one word is in too many long lines. */
const shortLineMax = 3;

/** 1 for the same words, 0 for none: words in common of both together, or nearly all words of the name in a longer line. What is denied is not what is said. */
function likeness(line: readonly string[], wording: readonly string[]): number {
  const alike = together(line, wording);
  if (alike === 0) return 0;
  const covered = wording.filter((word) => isAmong(word, line)).length / wording.length;
  if (covered < coveredMin || (wording.length === 1 && line.length > shortLineMax)) return alike;
  return 0.7 * covered + 0.3 * alike;
}

/** Words in common of both together. All that can be said of a total: the lines of its shares have all its words. */
function together(line: readonly string[], wording: readonly string[]): number {
  const common = line.filter((word) => isAmong(word, wording)).length;
  if (common === 0 || isDenied(line) !== isDenied(wording) || areOfOtherExams(line, wording)) return 0;
  return common / (line.length + wording.length - common);
}

/** The exams of grade 9 and of grade 11 differ in one word of many. */
const areOfOtherExams = (one: readonly string[], other: readonly string[]): boolean =>
  (isOfGrade9(one) && isOfGrade11(other)) || (isOfGrade11(one) && isOfGrade9(other));
const isOfGrade9 = (words: readonly string[]): boolean => words.includes('гиа') && words.includes('9');
const isOfGrade11 = (words: readonly string[]): boolean => words.includes('егэ');

const isDenied = (words: readonly string[]): boolean => words.includes('не');
