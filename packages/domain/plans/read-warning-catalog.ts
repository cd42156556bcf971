import type { Texts } from '../basics/catalog.ts';
import type { ReadWarningCode } from './read-document.ts';

type WarningText = {
  /** Two or three words beside the field. */
  readonly mark: string;
  /** What is doubtful and what to do; gets the warning's facts, dates already written out. */
  readonly reason: (values: readonly string[]) => string;
};
type WarningTexts = Readonly<Record<ReadWarningCode, WarningText>>;

const quotedRu = (values: readonly string[]): string => values.map((value) => `«${value}»`).join(', ');
const quotedEn = (values: readonly string[]): string => values.map((value) => `“${value}”`).join(', ');

export const readWarningTexts: Texts<WarningTexts> = {
  ru: {
    'date-before-act': {
      mark: 'раньше акта',
      reason: ([day = '', act = '']) =>
        `Срок ${day} наступил раньше даты акта${act === '' ? '' : ` (${act})`}. Проверьте год; если так и задумано, подтвердите.`,
    },
    'end-before-start': {
      mark: 'конец раньше начала',
      reason: ([start = '', end = '']) =>
        `Конец срока${end === '' ? '' : ` (${end})`} раньше начала${start === '' ? '' : ` (${start})`}. Исправьте даты.`,
    },
    'outside-period': {
      mark: 'вне плана',
      reason: ([day = '', end = '']) =>
        `Срок${day === '' ? '' : ` (${day})`} выходит за период плана${end === '' ? '' : ` (до ${end})`}. Проверьте год или период в реквизитах.`,
    },
    'day-off': {
      mark: 'выходной',
      reason: ([day = '']) => `Срок${day === '' ? '' : ` ${day}`} приходится на нерабочий день.`,
    },
    'act-number-differs': {
      mark: 'номера расходятся',
      reason: (values) =>
        `В документе разные номера акта: ${quotedRu(values)}. Впишите верный или подтвердите выбранный.`,
    },
    'act-date-differs': {
      mark: 'даты расходятся',
      reason: (values) =>
        `В документе разные даты акта: ${values.join(' и ')}. Впишите верную или подтвердите выбранную.`,
    },
    'number-repeated': {
      mark: 'номер повторяется',
      reason: (values) => `Номер ${quotedRu(values)} стоит у нескольких строк.`,
    },
    'number-missing': {
      mark: 'пропуск в номерах',
      reason: (values) =>
        `Перед этой строкой пропущен номер${values.length === 0 ? '' : ` ${quotedRu(values)}`}. Посмотрите в исходном документе, не потеряна ли строка.`,
    },
    'result-empty': {
      mark: 'нет результата',
      reason: () => 'Ожидаемый результат не указан: нечем будет подтвердить исполнение.',
    },
    'theme-repeated': {
      mark: 'повтор',
      reason: (values) =>
        `Такое же мероприятие уже есть${values.length === 0 ? '' : `: ${quotedRu(values)}`}. Если это опечатка, исправьте или удалите строку.`,
    },
    'abbreviation-unknown': {
      mark: 'сокращение',
      reason: (values) =>
        `Сокращение ${quotedRu(values)} в документе не расшифровано. Впишите расшифровку или подтвердите.`,
    },
    'deadline-unread': {
      mark: 'срок не понят',
      reason: (values) =>
        `Срок${values.length === 0 ? '' : ` ${quotedRu(values)}`} не удалось понять. Впишите даты или другую формулировку; если срока нет, подтвердите.`,
    },
    'deadline-empty': { mark: 'нет срока', reason: () => 'Срок не указан. Впишите его или подтвердите.' },
    'deadline-assumed': {
      mark: 'срок предположен',
      reason: () =>
        'Часть срока не сказана в документе и предположена. Посмотрите, как он понят, и подтвердите.',
    },
    'responsible-empty': {
      mark: 'нет ответственного',
      reason: () => 'Ответственный не указан: напоминать будет некому.',
    },
    'responsible-doubtful': {
      mark: 'ответственный?',
      reason: (values) =>
        `Не вполне ясно, кто отвечает${values.length === 0 ? '' : `: ${quotedRu(values)}`}. Проверьте, что каждый назван отдельно.`,
    },
    'row-joined': {
      mark: 'строка склеена',
      reason: () =>
        'Строка собрана из нескольких строк исходной таблицы. Сверьте с документом; если это два мероприятия, разделите.',
    },
    'row-unclear': {
      mark: 'границы строки?',
      reason: () =>
        'Таблица напечатана без линий, и где кончается эта строка, видно не вполне. Сверьте все её графы с документом.',
    },
    'page-unread': {
      mark: 'страница не прочитана',
      reason: ([page = '']) => `На странице ${page} текст не найден. Проверьте, не пропущено ли что-то.`,
    },
    'activities-unread': {
      mark: 'мероприятия не прочитаны',
      reason: ([words = '']) =>
        `В документе есть «${words}», но ни одного мероприятия прочитать не удалось. Сверьте с источником; вместо PDF лучше загрузить DOCX.`,
    },
    'indicators-unread': {
      mark: 'показатели не прочитаны',
      reason: ([words = '']) =>
        `В документе есть «${words}», но ни одного показателя прочитать не удалось. Сверьте с источником; вместо PDF лучше загрузить DOCX.`,
    },
    'page-faint': {
      mark: 'нечёткая страница',
      reason: ([page = '', share = '']) =>
        `Страница ${page} распознана неуверенно (${share} %). Сверьте её с документом.`,
    },
    'text-torn': {
      mark: 'текст разорван',
      reason: (values) =>
        `Текст восстановлен из разорванных ячеек${values.length === 0 ? '' : `: ${quotedRu(values)}`}. Сверьте с документом.`,
    },
    'column-unknown': {
      mark: 'графа не понята',
      reason: (values) =>
        `Графа${values.length === 0 ? '' : ` ${quotedRu(values)}`} не прочитана: неясно, что в ней.`,
    },
    'share-differs': {
      mark: 'доля не сходится',
      reason: (values) =>
        `Число и доля не согласуются: ${quotedRu(values)}. Проверьте по исходному документу.`,
    },
    'not-recognised': {
      mark: 'не распознано',
      reason: (values) =>
        `Часть документа не прочитана${values.length === 0 ? '' : `: ${quotedRu(values)}`}. Посмотрите в исходном документе, нет ли там мероприятий.`,
    },
  },
  en: {
    'date-before-act': {
      mark: 'before the act',
      reason: ([day = '', act = '']) =>
        `The deadline ${day} is before the date of the act${act === '' ? '' : ` (${act})`}. Check the year, or confirm that it is meant so.`,
    },
    'end-before-start': {
      mark: 'ends before it starts',
      reason: ([start = '', end = '']) =>
        `The end${end === '' ? '' : ` (${end})`} is before the start${start === '' ? '' : ` (${start})`}. Mend the dates.`,
    },
    'outside-period': {
      mark: 'outside the plan',
      reason: ([day = '', end = '']) =>
        `The deadline${day === '' ? '' : ` (${day})`} is outside the period of the plan${end === '' ? '' : ` (to ${end})`}. Check the year, or the period among the requisites.`,
    },
    'day-off': {
      mark: 'day off',
      reason: ([day = '']) => `The deadline${day === '' ? '' : ` ${day}`} is not a working day.`,
    },
    'act-number-differs': {
      mark: 'numbers differ',
      reason: (values) =>
        `The document gives several numbers of the act: ${quotedEn(values)}. Enter the right one or confirm.`,
    },
    'act-date-differs': {
      mark: 'dates differ',
      reason: (values) =>
        `The document gives several dates of the act: ${values.join(' and ')}. Enter the right one or confirm.`,
    },
    'number-repeated': {
      mark: 'repeated number',
      reason: (values) => `Several rows have the number ${quotedEn(values)}.`,
    },
    'number-missing': {
      mark: 'gap in numbers',
      reason: (values) =>
        `A number is missing before this row${values.length === 0 ? '' : `: ${quotedEn(values)}`}. See in the source whether a row was lost.`,
    },
    'result-empty': {
      mark: 'no result',
      reason: () => 'No expected result is given: there will be nothing to prove the activity by.',
    },
    'theme-repeated': {
      mark: 'repeated',
      reason: (values) =>
        `The same activity is there already${values.length === 0 ? '' : `: ${quotedEn(values)}`}. If it is a slip, mend or remove the row.`,
    },
    'abbreviation-unknown': {
      mark: 'abbreviation',
      reason: (values) => `The document does not spell out ${quotedEn(values)}. Spell it out or confirm.`,
    },
    'deadline-unread': {
      mark: 'deadline not understood',
      reason: (values) =>
        `The deadline${values.length === 0 ? '' : ` ${quotedEn(values)}`} was not understood. Enter dates or other words; confirm if there is none.`,
    },
    'deadline-empty': { mark: 'no deadline', reason: () => 'No deadline is given. Enter one or confirm.' },
    'deadline-assumed': {
      mark: 'deadline assumed',
      reason: () =>
        'A part of the deadline is not said in the document and was assumed. See how it was understood and confirm.',
    },
    'responsible-empty': {
      mark: 'nobody responsible',
      reason: () => 'Nobody is named as responsible: there will be nobody to remind.',
    },
    'responsible-doubtful': {
      mark: 'responsible?',
      reason: (values) =>
        `It is not quite clear who is responsible${values.length === 0 ? '' : `: ${quotedEn(values)}`}. Check that each stands apart.`,
    },
    'row-joined': {
      mark: 'joined row',
      reason: () =>
        'The row was put together from several rows of the source. Compare; split it if these are two activities.',
    },
    'row-unclear': {
      mark: 'row limits?',
      reason: () =>
        'The table is printed without lines, and where this row ends is not quite clear. Compare all its cells with the source.',
    },
    'page-unread': {
      mark: 'page not read',
      reason: ([page = '']) => `No text was found on page ${page}. Check that nothing is missing.`,
    },
    'activities-unread': {
      mark: 'activities not read',
      reason: ([words = '']) =>
        `The document has “${words}”, but no activity could be read. Compare with the source; a DOCX is better than a PDF.`,
    },
    'indicators-unread': {
      mark: 'indicators not read',
      reason: ([words = '']) =>
        `The document has “${words}”, but no indicator could be read. Compare with the source; a DOCX is better than a PDF.`,
    },
    'page-faint': {
      mark: 'faint page',
      reason: ([page = '', share = '']) =>
        `Page ${page} was recognised with little certainty (${share} %). Compare it with the source.`,
    },
    'text-torn': {
      mark: 'torn text',
      reason: (values) =>
        `The text was restored from torn cells${values.length === 0 ? '' : `: ${quotedEn(values)}`}. Compare with the source.`,
    },
    'column-unknown': {
      mark: 'unknown column',
      reason: (values) =>
        `The column${values.length === 0 ? '' : ` ${quotedEn(values)}`} was not read: it is not clear what it holds.`,
    },
    'share-differs': {
      mark: 'share does not fit',
      reason: (values) => `Count and share do not agree: ${quotedEn(values)}. Check with the source.`,
    },
    'not-recognised': {
      mark: 'not recognised',
      reason: (values) =>
        `A part of the document was not read${values.length === 0 ? '' : `: ${quotedEn(values)}`}. See whether there are activities in it.`,
    },
  },
};
