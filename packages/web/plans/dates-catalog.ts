import { countEn, countRu, type Texts } from '@opora/domain/basics/catalog.ts';
import type { DatingEntry } from '@opora/domain/plans/dates-contract.ts';
import type { DatingCounts } from '@opora/domain/plans/plan-dating.ts';
import type { ReviewDoubt } from '@opora/domain/plans/schedule-review.ts';

const termsRu = (count: number): string => countRu(count, 'срок', 'срока', 'сроков');

const doubtsRu: Record<ReviewDoubt, string> = {
  'year-assumed': 'Год в файле не указан, взят год плана',
  'whole-month': 'Назван только месяц',
  'words-alike': 'Название похоже, но не совпадает',
  'several-rows': 'Похожи несколько строк плана',
  'number-only': 'Совпал номер строки, а название другое',
  'all-schools': 'Школа не названа: дату получат все школы строки',
  'other-date': 'В плане уже стоит другая дата',
  'several-events': 'На эту строку отвечают несколько событий: срок — от первого до последнего',
  passed: 'Дата прошла: срок сразу станет просроченным',
};
const statesRu: Record<DatingEntry['state'], string> = {
  draft: 'черновик',
  applied: 'проставлено',
  undone: 'отменено',
};

const ru = {
  title: 'Даты по графикам и событиям',
  purpose: (plan: string) => `Строки плана «${plan}», срок которых называет чужой график или событие.`,
  toPlan: 'К плану',
  toDates: 'К датам плана',
  undatedOf: (undated: number, all: number) => `${termsRu(undated)} без даты из ${all}`,
  allDated: 'все даты стоят',
  events: 'Ждут события',
  eventsHint:
    'Событие состоялось или его день известен: введите дату, и сроки всех строк посчитаются по словам плана.',
  ofAct: 'Подписание приказа',
  happened: 'Событие наступило',
  eventDay: 'День события',
  lastDay: 'Последний день',
  lastDayHint: 'План не говорит, сколько дней даётся',
  whichSchools: 'Школы',
  allSchools: 'Все школы',
  openTerms: 'Открыть сроки',
  opened: (count: number) => `Открыто: ${termsRu(count)}`,
  dueBecomes: (phrase: string, due: string) => `«${phrase}» — до ${due}`,
  schedules: 'Ждут графика',
  schedulesHint:
    'Загрузите график организации: система найдёт строки плана, на которые он отвечает, и покажет их до записи.',
  noOwner: 'График не назван',
  chooseFile: 'Загрузить график',
  fileHint: 'Календарь ICS, таблица XLSX, XLS, ODS или CSV, документ с таблицей. До 20 МБ.',
  sending: (percent: number) => `Отправлено ${percent} %`,
  reading: 'Файл читается',
  nothingWaits: 'В этом плане все даты названы: ни графиков, ни событий он не ждёт.',
  done: 'Что уже сделано',
  nothingDone: 'Пока ничего.',
  states: statesRu,
  by: (name: string) => `внёс: ${name}`,
  counts: ({ dated, changed, kept }: DatingCounts) =>
    [
      `проставлено ${dated}`,
      ...(changed > 0 ? [`изменено ${changed}`] : []),
      ...(kept > 0 ? [`без изменений ${kept}`] : []),
    ].join(', '),
  continue: 'Продолжить',
  discard: 'Убрать',
  discarded: 'Черновик убран',
  undo: 'Отменить',
  undoTitle: (title: string) => `Отменить даты «${title}»?`,
  undoText: 'Сроки вернутся к тому, что было. Изменённые позже и отправленные на приёмку останутся.',
  undone: (restored: number, kept: number) =>
    kept === 0
      ? `Возвращено: ${termsRu(restored)}`
      : `Возвращено: ${termsRu(restored)}. Остались, потому что изменились: ${kept}`,
  reviewPurpose: (plan: string) =>
    `На что отвечает график в плане «${plan}». Ничего не записано, пока вы не проставите даты.`,
  reviewCounts: ({ events, dated, changed, kept }: DatingCounts, all: number) =>
    `Отвечают плану ${events} из ${countRu(all, 'события', 'событий', 'событий')}. Получат дату: ${dated}, сменят дату: ${changed}, уже стоит та же: ${kept}.`,
  apply: (count: number) => `Проставить ${termsRu(count)}`,
  nothingToApply: 'Проставлять нечего: ни одно событие не даёт новой даты.',
  applied: (count: number) => `Проставлено: ${termsRu(count)}`,
  groups: { answered: 'Отвечают плану', offered: 'Под вопросом', other: 'Не о плане' },
  groupHints: {
    answered: 'Эти даты будут проставлены.',
    offered: 'Похоже, но не наверняка. Подтвердите строку или оставьте.',
    other: 'Ни одна ждущая строка не похожа. Строку можно выбрать вручную.',
  },
  row: 'Строка плана',
  noRow: 'Не отвечает',
  school: 'Школа',
  confirm: (row: string) => `Подтвердить: ${row}`,
  byHand: 'выбрано вручную',
  more: (count: number) => `Показать ещё ${count}`,
  unread: (count: number) => `Без даты в файле: ${countRu(count, 'строка', 'строки', 'строк')}`,
  doubts: doubtsRu,
};

export const datesTexts: Texts<typeof ru> = {
  ru,
  en: {
    title: 'Dates by schedules and events',
    purpose: (plan) => `Rows of the plan “${plan}” whose date a schedule of others or an event gives.`,
    toPlan: 'To the plan',
    toDates: 'To the dates of the plan',
    undatedOf: (undated, all) => `${countEn(undated, 'term', 'terms')} without a date of ${all}`,
    allDated: 'all are dated',
    events: 'Waiting for an event',
    eventsHint:
      'The event has happened, or its day is known: enter it, and the terms of all rows follow from their words.',
    ofAct: 'Signing of the act',
    happened: 'It has happened',
    eventDay: 'Day of the event',
    lastDay: 'Last day',
    lastDayHint: 'The plan does not say how many days it takes',
    whichSchools: 'Schools',
    allSchools: 'All schools',
    openTerms: 'Open the terms',
    opened: (count) => `Opened: ${countEn(count, 'term', 'terms')}`,
    dueBecomes: (phrase, due) => `“${phrase}” — by ${due}`,
    schedules: 'Waiting for a schedule',
    schedulesHint:
      'Bring the schedule: the rows of the plan that it answers are found and shown before anything is written.',
    noOwner: 'No schedule is named',
    chooseFile: 'Bring a schedule',
    fileHint: 'An ICS calendar, a table (XLSX, XLS, ODS, CSV), a document with a table. Up to 20 MB.',
    sending: (percent) => `${percent}% sent`,
    reading: 'The file is being read',
    nothingWaits: 'This plan names all of its dates: it waits for no schedule and no event.',
    done: 'What has been done',
    nothingDone: 'Nothing yet.',
    states: { draft: 'draft', applied: 'dated', undone: 'taken back' },
    by: (name) => `by ${name}`,
    counts: ({ dated, changed, kept }) =>
      [
        `${dated} dated`,
        ...(changed > 0 ? [`${changed} changed`] : []),
        ...(kept > 0 ? [`${kept} the same`] : []),
      ].join(', '),
    continue: 'Go on',
    discard: 'Discard',
    discarded: 'The draft is gone',
    undo: 'Take back',
    undoTitle: (title) => `Take back the dates of “${title}”?`,
    undoText: 'Terms become what they were. Those changed since, or sent for acceptance, stay.',
    undone: (restored, kept) =>
      kept === 0
        ? `Taken back: ${countEn(restored, 'term', 'terms')}`
        : `Taken back: ${countEn(restored, 'term', 'terms')}. Left, for they were changed: ${kept}`,
    reviewPurpose: (plan) =>
      `What the schedule answers in the plan “${plan}”. Nothing is written until you say so.`,
    reviewCounts: ({ events, dated, changed, kept }, all) =>
      `${events} of ${countEn(all, 'event', 'events')} answer the plan. Get a date: ${dated}, get another: ${changed}, have it already: ${kept}.`,
    apply: (count) => `Date ${countEn(count, 'term', 'terms')}`,
    nothingToApply: 'There is nothing to date: no event gives a new date.',
    applied: (count) => `Dated: ${countEn(count, 'term', 'terms')}`,
    groups: { answered: 'Answer the plan', offered: 'In question', other: 'Not of the plan' },
    groupHints: {
      answered: 'These dates will be given.',
      offered: 'Alike, and not for certain. Confirm the row or leave it.',
      other: 'No waiting row is like it. You may choose one.',
    },
    row: 'Row of the plan',
    noRow: 'Answers nothing',
    school: 'School',
    confirm: (row) => `Confirm: ${row}`,
    byHand: 'chosen by hand',
    more: (count) => `Show ${count} more`,
    unread: (count) => `Without a date in the file: ${countEn(count, 'row', 'rows')}`,
    doubts: {
      'year-assumed': 'The file names no year; that of the plan was taken',
      'whole-month': 'Only the month is named',
      'words-alike': 'The titles are alike, not the same',
      'several-rows': 'Several rows of the plan are alike',
      'number-only': 'The number is the row’s, the title is not',
      'all-schools': 'No school is named: all schools of the row get the date',
      'other-date': 'The plan holds another date already',
      'several-events': 'Several events answer this row: its term runs from the first to the last',
      passed: 'The date has passed: the term is late at once',
    },
  },
};
