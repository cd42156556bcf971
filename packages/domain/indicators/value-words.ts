import { foldText } from '../basics/fold-text.ts';

/** One number as it was written: thousands by spaces, a decimal comma or point. */
export const numberPattern = String.raw`\d{1,3}(?: \d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?`;

const counted = String.raw`(?:чел|шт|ед|экз|балл|урок|раз|школ|педагог|учител|учащ|обуч|учен|дет|компьют|книг)\p{L}*(?:-\p{L}+)?\.?|(?:уч|об)(?:-\p{L}+|\.)|(?:кв\.? ?м|м2|м²)\p{L}*\.?`;
/** «чел.», «кв. м», «баллов»: words that say of what a number is and change nothing. */
export const unitPattern = `(?: ?(?:${counted}))?`;

const perOne = new RegExp(
  String.raw` ?(?:/ ?(?:чел|уч|обуч)\p{L}*\.?|(?:в расчете )?на (?:1|одного|каждого)(?: ?-?го)? \p{L}+\.?)$`,
  'u',
);

/** The text in one form of spaces, dashes and case; `isPerOne` where it says «м²/чел.», «на одного учащегося». */
export function plainValue(text: string): { readonly plain: string; readonly isPerOne: boolean } {
  const folded = foldText(text).replace(/[;.]$/, '').trim();
  const plain = folded.replace(perOne, '');
  return { plain, isPerOne: plain !== folded };
}

/** Nothing is said: a value that is not given, not a zero. */
export const saysNothing = (plain: string): boolean =>
  /^(?:|\?+|\.+|…|н\/?д|н\.? ?д\.?|нет (?:данных|сведений|информации)|(?:данных|сведений|информации) нет|(?:данные|сведения) отсутствуют|нет инф\.?)$/.test(
    plain,
  );

/** There is nobody or nothing that could be counted: a dash, «н/п», «нет 11 классов». */
export const saysNotApplicable = (plain: string): boolean =>
  /^(?:-+|[xх]|н\/?п|не (?:применимо|применяется|предусмотрено|имеет смысла|проводил\S*|проводится|сдавал\S*|участвовал\S*)|нет (?:\d+(?:-?\S{1,3})?,? ?(?:и |- ?)?)+ ?кл\S*|\d+(?:-?\S{1,3})? кл\S* нет|нет (?:таких )?(?:классов|выпускников|выпуска|параллел\S*|класса|параллели)(?: \d+(?:-?\S{1,3})?(?: кл\S*)?)?)$/u.test(
    plain,
  );

const months =
  'янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|jan|feb|apr|may|jun|jul|aug|sep|oct|nov|dec';
const madeDate = new RegExp(
  String.raw`^(?:\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{2,4}|\d{1,2}[. -]?(?:${months})\p{L}*\.?(?:[. -]?\d{2,4})?|(?:${months})\p{L}*\.?[. -]\d{2,4})$`,
  'u',
);

/** What a spreadsheet makes of «1/2» and «4.5» when it takes them for a day: «01.фев», «04.05.2023», «2023-02-01». */
export const isMadeDate = (plain: string): boolean => madeDate.test(plain);

/** True, false, or null where the text is neither. */
export function yesOrNo(plain: string): boolean | null {
  if (/^(?:да|есть|имеется|имеются|в наличии|соответству\S+|\+|1|v|✓|✔|yes)$/.test(plain)) return true;
  return /^(?:нет|не имеется|не имеются|отсутству\S+|не соответству\S+|0|no)$/.test(plain) ? false : null;
}

/** Digits with a decimal point and nothing else, for exact reading: «1 234,50» is `1234.50`. */
export const digitsOf = (text: string): string => text.replaceAll(' ', '').replace(',', '.');
