import { countRu, type Texts } from '../basics/catalog.ts';
import { foldText } from '../basics/fold-text.ts';
import { formatNumber } from '../basics/format.ts';
import type { CheckFinding, CheckProblem, CheckSeverity } from './check-finding.ts';
import { isMadeDate } from './value-words.ts';

type Facts = CheckFinding['facts'];
/** What was found; `names` are those of the indicators concerned, the first what it is about. */
type Words = Readonly<Record<CheckProblem, (facts: Facts, names: readonly string[]) => string>>;

/** What whoever fills the form in is to do about it; a reader is told only what was found. */
type Advice = Readonly<Partial<Record<CheckProblem, string>>>;

const list = (names: readonly string[]): string => names.map((name) => `«${name}»`).join(', ');
const about = (names: readonly string[], at = 0): string => `«${names[at] ?? names[0] ?? ''}»`;

function measure(facts: Facts, key: string, language: 'ru' | 'en'): string {
  const value = Number(facts[key]);
  return facts['unit'] === 'share'
    ? `${formatNumber(100 * value, language)} %`
    : formatNumber(value, language, 2);
}

/** Days since 1900, as spreadsheets count them: of the years 2010–2035. */
const isDayNumber = (facts: Facts): boolean =>
  Number(facts['amount']) >= 40_179 && Number(facts['amount']) <= 49_674;

/** «2 из 30», «3,47». */
function numbers(facts: Facts, key: string, language: 'ru' | 'en'): string {
  const amount = formatNumber(Number(facts[key]), language, 2);
  const of = facts[`${key}Of`];
  if (typeof of !== 'number' || facts['unit'] === 'score') return amount;
  return `${amount} ${language === 'ru' ? 'из' : 'of'} ${formatNumber(of, language)}`;
}

function ru(facts: Facts, key: string): string {
  const value = facts[key];
  return typeof value === 'number' ? formatNumber(value, 'ru') : (value ?? '');
}

function en(facts: Facts, key: string): string {
  const value = facts[key];
  return typeof value === 'number' ? formatNumber(value, 'en') : (value ?? '');
}

const ruWords: Words = {
  unreadable: (f, n) =>
    isMadeDate(foldText(ru(f, 'typed')))
      ? `${about(n)}: «${ru(f, 'typed')}» — дата. Похоже, таблица превратила в неё дробь.`
      : `${about(n)}: «${ru(f, 'typed')}» прочитать не удалось.`,
  negative: (f, n) => `${about(n)}: отрицательного количества не бывает. Указано ${ru(f, 'amount')}.`,
  'not-whole': (f, n) => `${about(n)}: ${ru(f, 'amount')} — не целое.`,
  'over-total': (f, n) => `${about(n)}: ${ru(f, 'amount')} из ${ru(f, 'total')} — часть больше целого.`,
  'no-total': (f, n) => `${about(n)}: ${ru(f, 'amount')} — из скольких?`,
  'too-many': (f, n) =>
    `${about(n)}: ${ru(f, 'amount')} — больше, чем бывает в одной школе.${isDayNumber(f) ? ' Похоже на дату, записанную таблицей как число.' : ''}`,
  nobody: (_, n) => `${about(n)}: общее число — 0.`,
  'parts-agree': (f, n) => `${about(n)}: ${ru(f, 'parts')} = ${ru(f, 'whole')}, части сходятся с целым.`,
  'parts-differ': (f, n) =>
    `${about(n)}: части дают ${ru(f, 'parts')} = ${ru(f, 'sum')}, а всего указано ${ru(f, 'whole')}.`,
  'part-over-whole': (f, n) =>
    `${about(n)}: ${ru(f, 'part')} — больше, чем ${ru(f, 'whole')} в «${n[1] ?? ''}», куда эта часть входит.`,
  'totals-differ': (f, n) =>
    `Доли считаны от разных чисел: принято ${ru(f, 'reference')} (${ru(f, 'totalCode')}), иначе — ${ru(f, 'others')}. На одну дату число одно. Показатели: ${list(n)}.`,
  'subset-larger': (f, n) =>
    `${about(n)} — ${ru(f, 'part')}, ${about(n, 1)} — ${ru(f, 'whole')}: первые входят во вторых и не могут быть больше.`,
  'first-grades-large': (f) =>
    `В 1 классах выходит ${ru(f, 'first')} из ${ru(f, 'all')} обучающихся — больше обычного.`,
  'zero-beside-dash': (f, n) => `${about(n)}: 0, а рядом стоит «-» (${ru(f, 'dashes')}).`,
  'empty-beside-dash': (f, n) =>
    `${about(n)}: пусто, а рядом стоит «-» (${ru(f, 'dashes')}). Пустое — «не указано».`,
  'dash-of-somebody': (f, n) =>
    `«-» (${ru(f, 'dashes')}) значит «не от кого считать», но ${about(n)} больше нуля.`,
  'written-share-differs': (f, n) =>
    `${about(n)}: написано «${ru(f, 'typed')}», а ${ru(f, 'amount')} из ${ru(f, 'total')} — это ${ru(f, 'percent')} %.`,
  'rounded-down': (f, n) =>
    `${about(n)}: «${ru(f, 'typed')}» округлено вниз; ${ru(f, 'amount')} из ${ru(f, 'total')} — ${ru(f, 'percent')} %. Долю посчитает система.`,
  'rounded-to-whole': (f, n) =>
    `${about(n)}: «${ru(f, 'typed')}» округлено до целого, точнее — ${ru(f, 'percent')} %. По такой доле общее число — любое от ${ru(f, 'from')} до ${ru(f, 'to')}.`,
  'mixed-units': (f, n) =>
    `Одни доли записаны как часть единицы («${ru(f, 'odd')}»), другие в процентах («${ru(f, 'other')}»): ${list(n)}.`,
  'other-population': (f, n) =>
    `${about(n)} (${ru(f, 'first')} %) и ${about(n, 1)} (${ru(f, 'second')} %) считаются от разных людей: сравнивать их нельзя.`,
  'other-window': (f, n) =>
    `${about(n)} (${ru(f, 'first')} %) и ${about(n, 1)} (${ru(f, 'second')} %) считаются за разное время: сравнивать их нельзя.`,
  'changed-much': (f, n) =>
    `${about(n)}: было ${measure(f, 'before', 'ru')}, стало ${measure(f, 'now', 'ru')} — больше, чем объясняет случай.`,
  'presence-lost': (_, n) => `${about(n)}: в прошлый раз было «да», теперь «нет».`,
  outlier: (f, n) =>
    `${about(n)}: ${measure(f, 'own', 'ru')}, а среди ${countRu(Number(f['schools']), 'школы', 'школ', 'школ')}, близких по ${f['by'] === 'context' ? 'контексту и размеру' : 'размеру'}, посередине ${measure(f, 'middle', 'ru')}.`,
  'register-differs': (f, n) =>
    `${about(n)}: у вас ${numbers(f, 'own', 'ru')}, система знает ${numbers(f, 'register', 'ru')}.`,
};

const enWords: Words = {
  unreadable: (f, n) =>
    isMadeDate(foldText(en(f, 'typed')))
      ? `${about(n)}: “${en(f, 'typed')}” is a date, which a spreadsheet may have made of a fraction.`
      : `${about(n)}: “${en(f, 'typed')}” could not be read.`,
  negative: (f, n) => `${about(n)}: a count is never negative. ${en(f, 'amount')} was given.`,
  'not-whole': (f, n) => `${about(n)}: ${en(f, 'amount')} is not whole.`,
  'over-total': (f, n) => `${about(n)}: ${en(f, 'amount')} of ${en(f, 'total')} is more than the whole.`,
  'no-total': (f, n) => `${about(n)}: ${en(f, 'amount')} of how many?`,
  'too-many': (f, n) =>
    `${about(n)}: ${en(f, 'amount')} is more than one school has.${isDayNumber(f) ? ' It looks like a date that a spreadsheet keeps as a number.' : ''}`,
  nobody: (_, n) => `${about(n)}: the total is 0.`,
  'parts-agree': (f, n) => `${about(n)}: ${en(f, 'parts')} = ${en(f, 'whole')}, the parts add up.`,
  'parts-differ': (f, n) =>
    `${about(n)}: the parts make ${en(f, 'parts')} = ${en(f, 'sum')}, the whole says ${en(f, 'whole')}.`,
  'part-over-whole': (f, n) =>
    `${about(n)}: ${en(f, 'part')} is more than ${en(f, 'whole')} in “${n[1] ?? ''}”, which it is a part of.`,
  'totals-differ': (f, n) =>
    `Shares are of different numbers: ${en(f, 'reference')} was taken (${en(f, 'totalCode')}), but ${en(f, 'others')}. On one date there is one number. Indicators: ${list(n)}.`,
  'subset-larger': (f, n) =>
    `${about(n)} is ${en(f, 'part')}, ${about(n, 1)} is ${en(f, 'whole')}: the first are among the second and cannot be more.`,
  'first-grades-large': (f) =>
    `Grade 1 comes to ${en(f, 'first')} of ${en(f, 'all')} pupils, more than usual.`,
  'zero-beside-dash': (f, n) => `${about(n)}: 0 beside “-” (${en(f, 'dashes')}).`,
  'empty-beside-dash': (f, n) =>
    `${about(n)}: empty beside “-” (${en(f, 'dashes')}). Empty means “not said”.`,
  'dash-of-somebody': (f, n) =>
    `“-” (${en(f, 'dashes')}) means that there is nobody to count, but ${about(n)} is more than nought.`,
  'written-share-differs': (f, n) =>
    `${about(n)}: “${en(f, 'typed')}” was written, but ${en(f, 'amount')} of ${en(f, 'total')} is ${en(f, 'percent')} %.`,
  'rounded-down': (f, n) =>
    `${about(n)}: “${en(f, 'typed')}” is rounded down; ${en(f, 'amount')} of ${en(f, 'total')} is ${en(f, 'percent')} %. The system reckons shares itself.`,
  'rounded-to-whole': (f, n) =>
    `${about(n)}: “${en(f, 'typed')}” is rounded to a whole, it is ${en(f, 'percent')} %. By such a share the total may be anything from ${en(f, 'from')} to ${en(f, 'to')}.`,
  'mixed-units': (f, n) =>
    `Some shares are written as parts of one (“${en(f, 'odd')}”), others in percent (“${en(f, 'other')}”): ${list(n)}.`,
  'other-population': (f, n) =>
    `${about(n)} (${en(f, 'first')} %) and ${about(n, 1)} (${en(f, 'second')} %) are of different people and not to be compared.`,
  'other-window': (f, n) =>
    `${about(n)} (${en(f, 'first')} %) and ${about(n, 1)} (${en(f, 'second')} %) are of different time and not to be compared.`,
  'changed-much': (f, n) =>
    `${about(n)}: from ${measure(f, 'before', 'en')} to ${measure(f, 'now', 'en')}, more than chance explains.`,
  'presence-lost': (_, n) => `${about(n)}: it was “yes” the last time and is “no” now.`,
  outlier: (f, n) =>
    `${about(n)}: ${measure(f, 'own', 'en')}; the middle of ${en(f, 'schools')} schools of ${f['by'] === 'context' ? 'a similar context and size' : 'similar size'} is ${measure(f, 'middle', 'en')}.`,
  'register-differs': (f, n) =>
    `${about(n)}: ${numbers(f, 'own', 'en')} here, the system knows ${numbers(f, 'register', 'en')}.`,
};

const ruAdvice: Advice = {
  unreadable: 'Введите число, где надо — и из скольких.',
  negative: 'Исправьте число.',
  'not-whole': 'Введите, сколько их всего, без долей и процентов.',
  'over-total': 'Проверьте оба числа.',
  'no-total': 'Введите общее число.',
  'too-many': 'Исправьте или объясните.',
  nobody: 'Если показатель к школе не относится, поставьте «-».',
  'parts-differ': 'Исправьте или объясните.',
  'totals-differ': 'Исправьте или объясните.',
  'first-grades-large': 'Проверьте, от какого числа считаны доли.',
  'zero-beside-dash': 'Если считать не от кого, поставьте «-» везде; если было кому, но никого нет — 0.',
  'empty-beside-dash': 'Поставьте «-» или число.',
  'dash-of-somebody': 'Введите число или уберите лишнее.',
  'written-share-differs': 'Исправьте число, от которого считали, или долю.',
  'mixed-units': 'Запишите одинаково.',
  'changed-much': 'Проверьте или объясните.',
  'presence-lost': 'Проверьте или объясните.',
  outlier: 'Проверьте или объясните.',
  'register-differs': 'Проверьте или объясните.',
};

const enAdvice: Advice = {
  unreadable: 'Enter a number, and of how many where there is a total.',
  negative: 'Mend the number.',
  'not-whole': 'Enter how many, without shares or percentages.',
  'over-total': 'Check both numbers.',
  'no-total': 'Enter the total.',
  'too-many': 'Mend or explain.',
  nobody: 'Where it does not apply to the school, enter “-”.',
  'parts-differ': 'Mend or explain.',
  'totals-differ': 'Mend or explain.',
  'first-grades-large': 'Check what the shares are of.',
  'zero-beside-dash':
    'Enter “-” wherever there is nobody to count, and 0 where there is somebody but none such.',
  'empty-beside-dash': 'Enter “-” or a number.',
  'dash-of-somebody': 'Enter a number or mend the other.',
  'written-share-differs': 'Mend the total or the share.',
  'mixed-units': 'Write them alike.',
  'changed-much': 'Check or explain.',
  'presence-lost': 'Check or explain.',
  outlier: 'Check or explain.',
  'register-differs': 'Check or explain.',
};

const ruSeverities: Readonly<Record<CheckSeverity, string>> = {
  error: 'Ошибка: с ней форму не отправить',
  warning: 'Вопрос: исправьте или объясните',
  note: 'К сведению',
};

const ruAll = { problems: ruWords, advice: ruAdvice, severities: ruSeverities };

/** What a check found, where, and what to do. */
export const checkTexts: Texts<typeof ruAll> = {
  ru: ruAll,
  en: {
    problems: enWords,
    advice: enAdvice,
    severities: {
      error: 'Error: the form cannot be sent',
      warning: 'Question: mend or explain',
      note: 'For information',
    },
  },
};
