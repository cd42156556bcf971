import type { CalendarDate } from '../../basics/calendar-date.ts';
import { oneLine, startsLower } from './printed-text.ts';
import { actNumber, firstDate } from './printed-date.ts';
import { isLegalForm } from '../party-words.ts';
import type { TextLine } from './text-line.ts';

/** The head of an order: what stands above «приказываю» in the places where offices print it. */
export type ActHead = {
  readonly type: string;
  readonly number: string | null;
  readonly date: CalendarDate | null;
  readonly place: string | null;
  readonly authority: string | null;
  readonly title: string | null;
  /** Lines of the preamble and the points, up to the first annex. */
  readonly text: readonly TextLine[];
};

const actType =
  /^(приказ|распоряжение|постановление|решение)(?=$|\s*(?:от\s|№|\d|[«"_])|\s+(?:администрац|глав|управлен|отдел|департамент|министерств|комитет|по\s))/iu;
const annexMark =
  /^(?:приложени[ея](?:\s*(?:№\s*)?\d+)?(?:\s*$|\s+к\s|\s+утвержд)|утверж(?!дени)\p{L}+(?:[\s:]|$))/iu;
const titleStart = /^[«"]?об?о?\s+\p{L}/iu;
const preambleStart =
  /^(?:в соответствии|в целях|с целью|во исполнение|на основании|руководствуясь|в связи|в рамках|по результатам|по итогам|согласно|учитывая|рассмотрев|для\s|приказыва|постановля|распоряжа|обязыва)/iu;
const settlement =
  /^(?:пгт|пос|рп|р\. ?п|п|с|г|гор|город|село|станица|ст-ца|ст|х|хутор|д|деревня|аул|посёлок|поселок)\.?\s*\p{Lu}[\p{L} .-]{2,40}$/u;
const stateLine = /^(?:российская федерация|россия|герб)$/iu;

export const isAnnexMark = (line: TextLine): boolean => line.text.length <= 160 && annexMark.test(line.text);

/** Index of the first line that belongs to an annex. */
export function annexStart(lines: readonly TextLine[]): number {
  const at = lines.findIndex((line) => line.label === '' && isAnnexMark(line));
  return at < 0 ? lines.length : at;
}

/** The order a document begins with, or null when an annex or a programme stands by itself. */
export function actHead(lines: readonly TextLine[]): ActHead | null {
  const end = annexStart(lines);
  const typeAt = lines.findIndex((line, at) => at < Math.min(end, 40) && actType.test(line.text));
  const type = actType.exec(lines[typeAt]?.text ?? '')?.[1]?.toLowerCase();
  if (type === undefined) return null;
  const titleAt = lines.findIndex(
    (line, at) => at > typeAt && at < end && line.label === '' && titleStart.test(line.text),
  );
  const textAt = lines.findIndex(
    (line, at) => at > typeAt && at < end && (preambleStart.test(line.text) || isPoint(line)),
  );
  const bodyAt = textAt < 0 ? end : textAt;
  const head = lines.slice(0, titleAt < 0 ? bodyAt : Math.min(titleAt, bodyAt));
  const beside = head.slice(Math.max(0, typeAt - 6));
  return {
    type,
    ...numberAndDate(beside),
    place: head.map((line) => line.text).find((text) => settlement.test(text)) ?? null,
    authority: authorityOf(head, typeAt),
    title: titleAt < 0 || titleAt > bodyAt ? null : joinTitle(lines.slice(titleAt, bodyAt)),
    text: lines.slice(bodyAt, end),
  };
}

const isPoint = (line: TextLine): boolean => /^1[.)]?$/.test(line.label);

function numberAndDate(head: readonly TextLine[]): Pick<ActHead, 'number' | 'date'> {
  const texts = head.map((line) => line.text);
  const dates = texts.map((text) => firstDate(text));
  const dated = dates.findIndex((found) => found !== null);
  const date = dates[dated] ?? null;
  const numbers = texts.map((text) => actNumber(text));
  const afterDate =
    date === null
      ? null
      : /^[\s,г.]*(\d[\p{L}\d/-]*)$/u.exec(texts[dated]?.slice(date.at + date.length) ?? '');
  return {
    date: date?.date ?? null,
    number: numbers.find((number) => number !== null) ?? afterDate?.[1] ?? null,
  };
}

function joinTitle(lines: readonly TextLine[]): string {
  const end = lines.findIndex((line, at) => at > 0 && (line.label !== '' || line.text.length > 400));
  // A line of the title that begins with a preposition may carry the capital of its line.
  const texts = lines
    .slice(0, end < 0 ? lines.length : end)
    .map((line, at) =>
      at === 0 ? line.text : line.text.replace(/^\p{Lu}(?=\p{Ll}?\s)/u, (letter) => letter.toLowerCase()),
    );
  return oneLine(texts.join(' '));
}

/** The block of capitals above the type; below it («РАСПОРЯЖЕНИЕ АДМИНИСТРАЦИИ …») the name stands in the genitive. */
export function authorityOf(head: readonly TextLine[], typeAt: number): string | null {
  const above = head
    .slice(0, typeAt)
    .map((line) => line.text)
    .filter(isNamePart);
  if (above.length > 0) return sentenceCase(bodyOf(oneLine(above.join(' '))));
  const onTypeLine = (head[typeAt]?.text ?? '').replace(actType, '').trim();
  const below = [onTypeLine, ...head.slice(typeAt + 1).map((line) => line.text)].filter(isNamePart);
  return below.length === 0 ? null : nominativeName(sentenceCase(oneLine(below.join(' '))));
}

const body = '(?:управление|отдел|комитет|департамент)';
/** «ЗАРЕЧНАЯ ОБЛАСТЬ» above the name of a body. */
const territoryAbove = new RegExp(
  String.raw`^(?:\p{L}+(?:[ая]я|ий) (?:область|край)|республика \p{L}+) (?=(?:администрация|министерство|${body})(?!\p{L}))`,
  'iu',
);
const administrationAbove = new RegExp(String.raw`^администрация (.{3,120}?) (${body} .+)$`, 'iu');

/** A head that goes from the territory down to the body, as the body is named: «Управление … администрации … района». */
export function bodyOf(head: string): string {
  const name = head.replace(territoryAbove, '');
  const [, whose, part] = administrationAbove.exec(name) ?? [];
  return whose === undefined || part === undefined
    ? name
    : `${part} ${name.startsWith('АДМ') ? 'АДМИНИСТРАЦИИ' : 'администрации'} ${whose}`;
}

function isNamePart(text: string): boolean {
  if (stateLine.test(text) || firstDate(text) !== null || actNumber(text) !== null || settlement.test(text))
    return false;
  return (
    /\p{L}{3}/u.test(text) &&
    /[а-яё]/i.test(text) &&
    !/^(?:от|тел|факс|инн|огрн|e-?mail|адрес|ул)(?=[\s.:]|$)|\d{6}|@|www/iu.test(text)
  );
}

const properKind =
  /^(?:район|област|кра[йяею]|округ|республик|город|поселени|сельсовет|волост|улус|станиц)/iu;
const adjective = /^\p{L}{2,}-?\p{L}*(?:ий|ый|ой|ая|яя|ое|ее|ого|его|ому|ему|ом|ем)$/u;
/** Adjectives that say what kind of territory it is and are no part of its name. */
const kindAdjective =
  /^(?:муниципальн|городск|сельск|автономн|административн|внутригородск|федеральн|национальн|закрыт|территориальн)/u;
const namedAfter =
  /^(?:республик\p{L}*|город[ае]?|г\.|сел[оае]|пос[её]лок|пос[её]лка|пгт\.?|станиц[аы]|имени)$/u;

/**
 * «ОТДЕЛ ОБРАЗОВАНИЯ … ЗАРЕЧНОГО РАЙОНА» in the letters of a sentence. An adjective before «область», «район», «округ» and the like is a
 * name and keeps its capital, as does what follows «город», «республика»; legal forms stay as they are.
 */
export function sentenceCase(text: string): string {
  const letters = text.replace(/[^\p{L}]/gu, '');
  if (letters.replace(/[^\p{Lu}]/gu, '').length < letters.length * 0.7) return text;
  const printed = text.split(' ');
  const words = text.toLowerCase().split(' ');
  const cased = words.map((word, at) => {
    const form = (printed[at] ?? '').replace(/[^\p{L}]/gu, '');
    if (form.length > 1 && (isLegalForm(form) || form === 'РФ')) return printed[at] ?? word;
    const before = (words[at - 1] ?? '').replace(/[«"(]/gu, '');
    const named = namedAfter.test(before) && !properKind.test(word) && !/^(?:и|по|в|на)$/u.test(word);
    const bracket = word.startsWith('(') && namedAfter.test(words[at - 2] ?? '');
    const ofDistrict = /^района?$/u.test(before) && /(?:ск|цк)ий$/u.test(word);
    if (isTerritoryName(words, at))
      return word.replace(/(?<=^|-)\p{L}(?=\p{L}{2})/gu, (letter) => letter.toUpperCase());
    const state = /^(?:республик|российск|федераци[яи]$)/u.test(word);
    return named || bracket || ofDistrict || state || /^[«"]/u.test(word) || /^[–—-]$/u.test(before)
      ? capital(word)
      : word;
  });
  return capital(cased.join(' '));
}

/** «заречного» before «района», «городского округа», «муниципального района». */
function isTerritoryName(words: readonly string[], at: number): boolean {
  const word = words[at] ?? '';
  if (!adjective.test(word) || kindAdjective.test(word)) return false;
  let next = at + 1;
  while (kindAdjective.test(words[next] ?? '')) next += 1;
  return properKind.test(words[next] ?? '');
}

const capital = (text: string): string => text.replace(/\p{L}/u, (letter) => letter.toUpperCase());

const genitiveHeads: readonly (readonly [RegExp, string])[] = [
  [/^администрации(?=\s)/iu, 'Администрация'],
  [/^главы(?=\s)/iu, 'Глава'],
  [/^управления(?=\s)/iu, 'Управление'],
  [/^отдела(?=\s)/iu, 'Отдел'],
  [/^департамента(?=\s)/iu, 'Департамент'],
  [/^министерства(?=\s)/iu, 'Министерство'],
  [/^комитета(?=\s)/iu, 'Комитет'],
  [/^службы(?=\s)/iu, 'Служба'],
  [/^агентства(?=\s)/iu, 'Агентство'],
  [/^муниципального (казенного |казённого |бюджетного )?учреждения(?=\s)/iu, 'Муниципальное $1учреждение'],
];

/** «администрации … района» as the name of the authority: the head word in the nominative. */
export function nominativeName(text: string): string {
  for (const [pattern, nominative] of genitiveHeads)
    if (pattern.test(text)) return text.replace(pattern, nominative);
  return startsLower(text) ? capital(text) : text;
}
