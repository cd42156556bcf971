import { countEn, countRu, type Language, type Texts } from '../basics/catalog.ts';
import { formatDate, formatNumber, formatShare } from '../basics/format.ts';
import type { QuestionFacts, QuestionKind } from './evidence-question.ts';

const schoolsRu = (count: number) => countRu(count, 'школы', 'школ', 'школ');
const document = (on: string, number: string, language: Language): string =>
  `${language === 'ru' ? 'от' : 'of'} ${formatDate(on)} №\u00A0${number}`;
const daysRu = (days: number) => countRu(days, 'день', 'дня', 'дней');
const daysEn = (days: number) => countEn(days, 'day', 'days');

const titlesRu: Record<QuestionKind, string> = {
  'same-file': 'Один и тот же файл',
  'same-requisites': 'Одинаковые номер и дата документа',
  'document-early': 'Документ датирован раньше начала мероприятия',
  'document-late': 'Дата документа позже подтверждения',
  'last-hours': 'Подтверждено в последние часы',
  'count-impossible': 'Школ посчитано больше, чем в плане',
  'plans-alike': 'Похожие планы',
};

const innocentRu: Record<QuestionKind, string> = {
  'same-file': 'Так бывает, когда мероприятие общее и протокол или приказ у всех один.',
  'same-requisites': 'Это может быть общий приказ или совпадение нумерации.',
  'document-early': 'Приказ о проведении часто издают заранее.',
  'document-late': 'Возможно, в дате опечатка или документ ещё готовили к подписи.',
  'last-hours': 'Работа могла идти весь период, а документы собрали к сроку.',
  'count-impossible': 'Могли считать вместе с филиалами или школами вне плана.',
  'plans-alike': 'Планы могли составить по одному образцу или методическим рекомендациям.',
};

const titlesEn: Record<QuestionKind, string> = {
  'same-file': 'One and the same file',
  'same-requisites': 'Equal number and date of a document',
  'document-early': 'A document dated before the activity began',
  'document-late': 'A document dated after its confirmation',
  'last-hours': 'Confirmed in the last hours',
  'count-impossible': 'More schools counted than the plan has',
  'plans-alike': 'Plans that are alike',
};

const innocentEn: Record<QuestionKind, string> = {
  'same-file': 'So it is when the event is common and all have one protocol or order.',
  'same-requisites': 'It may be a common order, or numbers that meet by chance.',
  'document-early': 'An order on holding an event is often issued long before it.',
  'document-late': 'The date may be mistyped, or the document was still to be signed.',
  'last-hours': 'The work may have gone on all the time, and the papers were gathered at its end.',
  'count-impossible': 'Branches or schools outside the plan may have been counted too.',
  'plans-alike': 'The plans may follow one model or recommendation.',
};

const ru = {
  title: titlesRu,
  /** What may well stand behind it. */
  innocent: innocentRu,
  facts: (facts: QuestionFacts): string => {
    switch (facts.kind) {
      case 'same-file':
        return facts.schools > 1
          ? `Файл «${facts.name}» приложен к подтверждениям ${schoolsRu(facts.schools)}.`
          : `Файл «${facts.name}» подтверждает ${countRu(facts.rows, 'мероприятие', 'мероприятия', 'мероприятий')}.`;
      case 'same-requisites':
        return `${facts.type} ${document(facts.on, facts.number, 'ru')} — в подтверждениях ${schoolsRu(facts.schools)}.`;
      case 'document-early':
        return `${facts.type} ${document(facts.on, facts.number, 'ru')}: за ${daysRu(facts.days)} до начала, ${formatDate(facts.startsOn)}.`;
      case 'document-late':
        return `${facts.type} ${document(facts.on, facts.number, 'ru')}: на ${daysRu(facts.days)} позже дня, когда документ указали, ${formatDate(facts.givenOn)}.`;
      case 'last-hours':
        return `За последние ${countRu(facts.hours, 'час', 'часа', 'часов')} срока ${formatDate(facts.dueOn)} отправлено ${formatShare(facts.n, facts.total, 'ru')} подтверждений.`;
      case 'count-impossible':
        return `В подтверждении ${formatNumber(facts.n, 'ru')} из ${formatNumber(facts.total, 'ru')}, а школ в плане — ${formatNumber(facts.possible, 'ru')}.`;
      case 'plans-alike':
        return `Мероприятия, которые есть и в плане «${facts.otherTitle}» (${facts.otherOwner}): ${formatShare(facts.n, facts.total, 'ru')}.`;
    }
  },
};

/** Words of the questions: the facts, and a reason that blames nobody. */
export const questionTexts: Texts<typeof ru> = {
  ru,
  en: {
    title: titlesEn,
    innocent: innocentEn,
    facts: (facts) => {
      switch (facts.kind) {
        case 'same-file':
          return facts.schools > 1
            ? `The file “${facts.name}” is evidence of ${countEn(facts.schools, 'school', 'schools')}.`
            : `The file “${facts.name}” proves ${countEn(facts.rows, 'activity', 'activities')}.`;
        case 'same-requisites':
          return `${facts.type} ${document(facts.on, facts.number, 'en')} is evidence of ${countEn(facts.schools, 'school', 'schools')}.`;
        case 'document-early':
          return `${facts.type} ${document(facts.on, facts.number, 'en')}: ${daysEn(facts.days)} before the beginning, ${formatDate(facts.startsOn)}.`;
        case 'document-late':
          return `${facts.type} ${document(facts.on, facts.number, 'en')}: ${daysEn(facts.days)} after the day on which it was given, ${formatDate(facts.givenOn)}.`;
        case 'last-hours':
          return `${formatShare(facts.n, facts.total, 'en')} confirmations came in the last ${countEn(facts.hours, 'hour', 'hours')} before the end of ${formatDate(facts.dueOn)}.`;
        case 'count-impossible':
          return `The evidence says ${formatNumber(facts.n, 'en')} of ${formatNumber(facts.total, 'en')}; the plan has ${countEn(facts.possible, 'school', 'schools')}.`;
        case 'plans-alike':
          return `Activities that also stand in “${facts.otherTitle}” (${facts.otherOwner}): ${formatShare(facts.n, facts.total, 'en')}.`;
      }
    },
  },
};
