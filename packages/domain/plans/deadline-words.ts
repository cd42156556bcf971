import type { Cycle } from './deadline.ts';

/** A span of time that deadlines count in. `term` is the school's четверть, `trimester` its триместр. */
export type Unit =
  | 'day'
  | 'week'
  | 'decade'
  | 'month'
  | 'quarter'
  | 'term'
  | 'trimester'
  | 'half-year'
  | 'year'
  | 'half'
  | 'stage';

export type Season = 'winter' | 'spring' | 'summer' | 'autumn';

/** What a word of a deadline means to the grammar. A word may be short for several endings of one lemma. */
export type Word =
  | { readonly is: 'month'; readonly value: number }
  | { readonly is: 'weekday'; readonly value: number }
  | { readonly is: 'season'; readonly value: Season }
  | { readonly is: 'unit'; readonly value: Unit }
  | { readonly is: 'every'; readonly value: Cycle; readonly interval: number }
  | { readonly is: 'ordinal'; readonly value: number }
  | { readonly is: 'count'; readonly value: number }
  /** «двухнедельный»: a term in days. */
  | { readonly is: 'duration'; readonly value: number }
  | { readonly is: 'lemma'; readonly value: string };

/** A trailing `~` stands for an ending of up to four letters. */
const months: readonly string[] = [
  'январ~ янв',
  'феврал~ февр фев',
  'март~ мар',
  'апрел~ апр',
  'май мая маю мае маем',
  'июн~',
  'июл~',
  'август~ авг',
  'сентябр~ сент сен',
  'октябр~ окт',
  'ноябр~ нояб ноя',
  'декабр~ дек',
];

const weekdays: readonly string[] = [
  'понедельник~ пн',
  'вторник~ вт',
  'сред среда среду среды среде средам ср',
  'четверг~ чт',
  'пятниц~ пт',
  'суббот~ сб',
  'воскресень~ воскресенье вс',
];

const seasons: Readonly<Record<Season, string>> = {
  winter: 'зима зимой зиму зимы зимн~',
  spring: 'весна весной весну весны весенн~',
  summer: 'лето летом лета летн~',
  autumn: 'осень осенью осени осенн~',
};

const units: Readonly<Record<Unit, string>> = {
  day: 'день дня дней дни дню днем сутки суток дн',
  week: 'недел~ нед',
  decade: 'декад~',
  month: 'месяц~ мес',
  quarter: 'квартал~ кв',
  term: 'четверть четверти четвертей четвертью четвертям учебно-четверт~',
  trimester: 'триместр~ семестр~',
  'half-year': 'полугоди~ полугода полгода полуг',
  year: 'год года году годе годом годы годов лет гг г',
  half: 'половин~ пол',
  stage: 'этап~ тур тура туры фаза фазы стадия стадии',
};

const adverbs: Readonly<Record<Cycle, string>> = {
  day: 'ежедневн~',
  week: 'еженедельн~ понедельно',
  month: 'ежемесячн~ помесячно',
  quarter: 'ежеквартальн~ поквартально',
  'school-quarter': 'ежечетвертн~',
  'half-year': 'ежеполугодн~ раз-в-полгода',
  year: 'ежегодн~',
};

const ordinals: readonly string[] = [
  'перв~',
  'втор~ вторую',
  'трет~ третьего третьему',
  'четвертый четвертая четвертое четвертую четвертой четвертого четвертом',
  'пят~',
  'шест~',
  'седьм~',
  'восьм~',
  'девят~',
  'десят~',
];

const counts: Readonly<Record<number, string>> = {
  1: 'один одного одному одна одну одной однажды',
  2: 'два двух две двум обоих дважды',
  3: 'три трех трем трижды',
  4: 'четыре четырех',
  5: 'пяти',
  6: 'шести',
  7: 'семь семи',
  10: 'десяти',
  15: 'пятнадцати',
  20: 'двадцати',
  30: 'тридцати',
};

const durations: Readonly<Record<number, string>> = {
  1: 'однодневн~ суточн~',
  2: 'двухдневн~',
  3: 'трехдневн~',
  5: 'пятидневн~',
  7: 'недельн~ семидневн~',
  10: 'десятидневн~ декадн~',
  14: 'двухнедельн~',
  30: 'месячн~',
};

/** Grammatical words, each under the form the grammar asks for. */
const lemmas: Readonly<Record<string, string>> = {
  до: 'до',
  по: 'по',
  с: 'с со',
  от: 'от',
  в: 'в во',
  к: 'к ко',
  на: 'на',
  за: 'за',
  и: 'и',
  или: 'или либо',
  не: 'не',
  раз: 'раз раза разу р',
  через: 'через',
  после: 'после',
  при: 'при',
  перед: 'перед накануне',
  для: 'для',
  чем: 'чем',
  течение: 'течени~ теч протяжени~',
  поздно: 'позднее позже',
  рано: 'ранее раньше',
  но: 'но',
  редко: 'реже менее чаще минимум',
  начиная: 'начиная',
  каждый: 'кажд~',
  последний: 'последн~',
  число: 'число числа числу чисел',
  срок: 'срок~ сроком',
  период: 'период~',
  начало: 'начал~',
  середина: 'середин~',
  конец: 'конец конца конце концу концом',
  окончание: 'окончани~',
  учебный: 'учебн~ уч учеб',
  календарный: 'календарн~',
  рабочий: 'рабоч~ раб',
  текущий: 'текущ~ тек настоящ~ сего',
  'текущего-года': 'текущего-года',
  следующий: 'следующ~ будущ~ очередн~',
  новый: 'новый нового новому новом',
  прошлый: 'прошл~ предыдущ~ прошедш~',
  отчетный: 'отчетн~',
  весь: 'весь всего всему все всей всех',
  включительно: 'включительно вкл',
  далее: 'далее',
  каникулы: 'каникул~ каникулярн~',
  постоянно: 'постоянн~ систематическ~ систематично непрерывн~ регулярн~ бессрочн~ круглогодичн~',
  разово: 'разово однократно единовременно единоразово',
  основа: 'основ~',
  индивидуально: 'индивидуальн~ инд',
  незамедлительно: 'незамедлительно немедленно безотлагательно',
  график: 'график~ планграфик~',
  план: 'план плану плана планом планам планов',
  расписание: 'расписани~',
  программа: 'программ~',
  циклограмма: 'циклограмм~',
  регламент: 'регламент~',
  согласно: 'согласно',
  соответствие: 'соответстви~ соотв',
  установленный: 'установленн~ определенн~ указанн~ утвержденн~',
  отдельный: 'отдельн~',
  проведение: 'проведени~ прохождени~',
  итог: 'итог~',
  результат: 'результат~',
  мера: 'мере',
  факт: 'факту',
  запрос: 'запрос~ требовани~ заявк~ заявлени~ обращени~ приглашени~ необходимости',
  согласование: 'согласовани~ договоренност~',
  завершение: 'завершени~ истечени~',
  получение: 'получени~ поступлени~ опубликовани~ наступлени~',
  случай: 'случае',
  связь: 'связи',
  ход: 'ходе',
  время: 'время',
  момент: 'момента моменту даты',
  подписание: 'подписани~ утверждени~ издани~ принятия вступления',
  исполнение: 'реализации исполнени~ выполнени~ действия',
  час: 'час часа часов ч мин минут',
  школа: 'школ~ оо',
  школьный: 'школьн~',
  весьма: 'ориентировочно примерно предположительно около',
};

/** Events of the school year that stand for a deadline by themselves («выдача аттестатов», «ГИА»). */
const occasions = 'аттестат~ впр гиа огэ егэ гвэ нико мониторинг~ олимпиад~ вош всош';

type Entry = { readonly word: Word; readonly stem: boolean };

const longestEnding = 4;
const lexicon = buildLexicon();

/** The word for folded text (lower case, «е» for «ё»), or null for a word that deadlines do not use. */
export function wordOf(text: string): Word | null {
  const exact = lexicon.get(text);
  if (exact) return exact.word;
  for (let cut = 1; cut <= longestEnding && text.length - cut >= 3; cut++) {
    const entry = lexicon.get(text.slice(0, -cut));
    if (entry?.stem) return entry.word;
  }
  return null;
}

/** Words long enough to be recognised with a wrong letter or two. */
export const mendable: readonly string[] = [
  'январь января февраль февраля апрель апреля август августа сентябрь сентября октябрь октября',
  'ноябрь ноября декабрь декабря квартал полугодие ежемесячно ежеквартально ежегодно еженедельно',
  'постоянно систематически индивидуально течение графику согласно',
]
  .join(' ')
  .split(' ');

function buildLexicon(): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const add = (forms: string, word: Word): void => {
    for (const form of forms.split(' ')) {
      const stem = form.endsWith('~');
      entries.set(stem ? form.slice(0, -1) : form, { word, stem });
    }
  };
  add(occasions, { is: 'lemma', value: 'occasion' });
  for (const [value, forms] of Object.entries(lemmas)) add(forms, { is: 'lemma', value });
  ordinals.forEach((forms, index) => add(forms, { is: 'ordinal', value: index + 1 }));
  for (const [value, forms] of Object.entries(counts)) add(forms, { is: 'count', value: Number(value) });
  for (const [value, forms] of Object.entries(durations))
    add(forms, { is: 'duration', value: Number(value) });
  // Object.entries widens keys of a record to string; the records above are exhaustive over these unions.
  for (const [value, forms] of Object.entries(units)) add(forms, { is: 'unit', value: value as Unit });
  for (const [value, forms] of Object.entries(seasons)) add(forms, { is: 'season', value: value as Season });
  for (const [value, forms] of Object.entries(adverbs))
    add(forms, { is: 'every', value: value as Cycle, interval: 1 });
  weekdays.forEach((forms, index) => add(forms, { is: 'weekday', value: index + 1 }));
  months.forEach((forms, index) => add(forms, { is: 'month', value: index + 1 }));
  return entries;
}
