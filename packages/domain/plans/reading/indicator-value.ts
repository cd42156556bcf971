import type { IndicatorUnit, ReadIndicatorValue } from '../read-document.ts';
import { plainText } from './printed-text.ts';

const units: readonly (readonly [RegExp, IndicatorUnit])[] = [
  [/(?:численность|количество|число)[^/]{0,20}\/\s*(?:удельный вес|доля|процент)/, 'count/share'],
  [/площад/, 'area'],
  [/в расчете на (?:одн|1)|на (?:одного|1) (?:учащ|обуч|ученик|педагог)/, 'per-unit'],
  [/\(да\s?\/\s?нет\)|^(?:-\s*)?наличие/, 'yes-no'],
  [/^(?:-\s*)?(?:доля|процент|удельный вес)|\(%\)|,\s?%|в процентах/, 'share'],
  [/средн\S+ (?:тестовый )?(?:балл|отметк|оценк)|балл\S*$/, 'score'],
  [/^(?:-\s*)?(?:количество|число|численность)|\((?:чел|шт|ед)\.?\)|,\s?(?:чел|шт|ед)\.?$/, 'count'],
];
const unitWords: readonly (readonly [RegExp, IndicatorUnit])[] = [
  [/(?:чел|шт|ед)\S*\s?[/,]\s?%/, 'count/share'],
  [/%|процент|доля/, 'share'],
  [/да\s?\/\s?нет/, 'yes-no'],
  [/балл/, 'score'],
  [/кв\.?\s?м|м2|м²/, 'area'],
  [/чел|шт|ед/, 'count'],
];

/** Unit by the name of an indicator («Численность / удельный вес …», «Доля …»), then by its unit column, then by its group. */
export function unitOf(name: string, printedUnit: string, group: string): IndicatorUnit {
  const named = (words: string) => units.find(([pattern]) => pattern.test(plainText(words)))?.[1];
  const printed = unitWords.find(([pattern]) => pattern.test(plainText(printedUnit)))?.[1];
  return named(name) ?? printed ?? named(group) ?? 'unknown';
}

const yesWords = /^(?:да|есть|имеется|\+)(?!\p{L})/iu;
const noWords = /^(?:нет|отсутствует|не имеется)(?!\p{L})/iu;
const numberPattern = '\\d+(?:\\s\\d{3})*(?:[.,]\\d+)?';
const pairPattern = new RegExp(
  `^(${numberPattern})\\s?(?:чел\\S*|шт\\S*|ед\\S*)?\\s?[/(–-]\\s?(${numberPattern})\\s?(%?)\\)?$`,
  'iu',
);
/** «7 из 17 (41 %)», «7 из 17»: the total stands in the cell. */
const ofTotalPattern = new RegExp(
  `^(${numberPattern})\\s?(?:чел\\S*\\s?)?из\\s(${numberPattern})(?:\\s?(?:чел\\S*\\s?)?[(/–-]?\\s?(${numberPattern})\\s?%\\)?)?$`,
  'iu',
);
/** «41 % (7)»: the share stands first. */
const shareFirstPattern = new RegExp(
  `^(${numberPattern})\\s?%\\s?[(/]\\s?(${numberPattern})\\s?(?:чел\\S*?)?\\)?$`,
  'iu',
);
/** «не менее 80 %», «до 45 %», «≥ 4»: a target, read as its number. */
const limitWords =
  /^(?:не\s+(?:менее|более|ниже|выше|меньше|больше)|более|менее|свыше|до|[≥≤<>~])\s*(?=\d)/iu;
const unknownWords = /^(?:нет данных|нет сведений|н\s?\/\s?д|данные отсутствуют)/iu;
const singlePattern = new RegExp(`^(${numberPattern})\\s?(%|чел\\.?|балл\\S*|шт\\.?|ед\\.?)?$`, 'iu');
const tokenPattern = new RegExp(
  `${numberPattern}\\sиз\\s${numberPattern}(?:\\s?\\(${numberPattern}\\s?%\\))?|${numberPattern}\\s?(?:%|чел\\.?)?(?:\\s?/\\s?${numberPattern}\\s?%?|\\s?\\(${numberPattern}\\s?%\\))?|(?<!\\p{L})(?:да|нет|есть|имеется|отсутствует)(?!\\p{L})|(?<!\\S)[-–—](?!\\S)`,
  'giu',
);

/** Values of a cell one by one: «7/41% 0» holds two. */
export const valueTokens = (text: string): string[] =>
  [...text.matchAll(tokenPattern)].map((match) => match[0].trim());

export type ValueContext = {
  readonly unit: IndicatorUnit;
  readonly column: string;
  /** How many there are in all by the other cells of the column; decides what «0,005» means beside a count. */
  readonly size: number | null;
};

/** What a printed value says. `value` is the number as printed wherever the cell holds one number. */
export function readValue(raw: string, { unit, column, size }: ValueContext): ReadIndicatorValue {
  const nothing = { column, raw, count: null, share: null, value: null, yes: null };
  const text = wholeNumber(raw.trim()).replace(limitWords, '');
  if (unknownWords.test(text)) return nothing;
  if (yesWords.test(text)) return { ...nothing, yes: true };
  if (noWords.test(text)) return { ...nothing, yes: false };
  const ofTotal = ofTotalPattern.exec(text);
  if (ofTotal !== null) {
    const [count, total] = [numberOf(ofTotal[1]), numberOf(ofTotal[2])];
    const share =
      ofTotal[3] === undefined
        ? total > 0
          ? rounded(count / total)
          : null
        : fraction(numberOf(ofTotal[3]), true);
    return { ...nothing, count, share };
  }
  const shareFirst = shareFirstPattern.exec(text);
  if (shareFirst !== null)
    return { ...nothing, count: numberOf(shareFirst[2]), share: fraction(numberOf(shareFirst[1]), true) };
  const pair = pairPattern.exec(text);
  // «3,5–3,7» of a mark and «75–80 %» of a share are ranges.
  if (pair !== null && /\d\s?[–-]/u.test(text) && !['count/share', 'unknown'].includes(unit)) return nothing;
  if (pair !== null) {
    const count = numberOf(pair[1]);
    return { ...nothing, count, share: shareBeside(count, numberOf(pair[2]), pair[3] === '%', size) };
  }
  const single = singlePattern.exec(text);
  if (single === null) return nothing;
  const number = numberOf(single[1]);
  const percent = single[2] === '%' || isPercentColumn(column);
  if (unit === 'share' || percent) return { ...nothing, value: number, share: fraction(number, percent) };
  if (unit === 'count') return { ...nothing, count: number, value: number };
  if (unit === 'count/share') return { ...nothing, count: number, share: number === 0 ? 0 : null };
  return { ...nothing, value: number };
}

/** The total printed in the cell itself: 17 of «7 из 17 (41 %)». */
export function totalBeside(raw: string): number | undefined {
  const total = numberOf(ofTotalPattern.exec(raw.trim())?.[2]);
  return total > 0 ? total : undefined;
}

/** A narrow cell cuts a number anywhere: «246/3|6,7». */
const wholeNumber = (text: string): string =>
  /[\d,/]\s+[\d,]/.test(text) && pairPattern.test(text.replace(/\s/g, '')) ? text.replace(/\s/g, '') : text;

/** «Доля, %», «% от общего числа»: the sign stands in the head instead of the cells. */
const isPercentColumn = (head: string): boolean =>
  /^(?:доля|процент|удельный вес|%)/iu.test(head) && /%|процент/iu.test(head);

const numberOf = (text: string | undefined): number =>
  Number((text ?? '').replace(/\s/g, '').replace(',', '.'));

const rounded = (number: number): number => Math.round(number * 1e8) / 1e8;

const fraction = (number: number, percent: boolean): number =>
  rounded(percent || number > 1 ? number / 100 : number);

/** Beside a count a share up to 1 without a sign may be a fraction or a percentage: the nearer to the size of the column counts. */
function shareBeside(count: number, number: number, percent: boolean, size: number | null): number {
  if (percent || number > 1 || number === 0 || count === 0 || size === null) return fraction(number, percent);
  const distance = (share: number) => Math.abs(Math.log(count / share / size));
  return rounded(distance(number) <= distance(number / 100) ? number : number / 100);
}

/** How many a column counts among, by its pairs that leave no doubt («42/21 %» is of 200); the middle one. */
export function columnSize(raws: readonly string[]): number | null {
  const sizes = raws.flatMap((raw) => {
    const pair = pairPattern.exec(raw.trim());
    const [count, number] = [numberOf(pair?.[1]), numberOf(pair?.[2])];
    return pair !== null && count > 0 && number > 1 ? [(count * 100) / number] : [];
  });
  return sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? null;
}
