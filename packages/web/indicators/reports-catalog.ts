import { countEn, countRu, type Texts } from '@opora/domain/basics/catalog.ts';

const ru = {
  title: 'Отчёты по показателям',
  purpose:
    'Отчёт хранит числа такими, какими они были, когда его сделали. Его можно пересчитать и увидеть, что изменилось с тех пор.',
  make: 'Сделать отчёт',
  kind: 'Вид отчёта',
  unit: 'Школа или территория',
  group: 'Показатели',
  all: 'Все',
  none: 'Отчётов пока нет. Выберите вид отчёта, школу или территорию и нажмите «Сделать отчёт».',
  kept: 'Сохранённые отчёты',
  report: 'Отчёт',
  cut: 'Данные на',
  by: 'Кто сделал',
  versions: (count: number) => countRu(count, 'показатель', 'показателя', 'показателей'),
  hash: 'Контрольная сумма',
  back: 'Все отчёты',
  checkDigits: 'Пересчитать и сравнить',
  open: 'Открыть',
  same: 'Сохранённые числа целы: контрольная сумма совпала.',
  notSame: 'Контрольная сумма не совпала: сохранённые числа изменены в обход системы.',
  todaySame: 'По сегодняшним данным числа те же.',
  todayDiffers: (count: number) =>
    `По сегодняшним данным отличается: ${countRu(count, 'значение', 'значения', 'значений')}.`,
  indicator: 'Показатель или школа',
  period: 'Период или сбор',
  before: 'В отчёте',
  today: 'Сегодня',
};

/** Words of the page of reports. */
export const reportsPageTexts: Texts<typeof ru> = {
  ru,
  en: {
    title: 'Reports on indicators',
    purpose:
      'A report keeps its numbers as they were when it was made. It can be done again to see what has changed since.',
    make: 'Make a report',
    kind: 'Kind of report',
    unit: 'School or territory',
    group: 'Indicators',
    all: 'All',
    none: 'There are no reports yet. Choose a kind and a school or territory and press “Make a report”.',
    kept: 'Kept reports',
    report: 'Report',
    cut: 'Data as of',
    by: 'Made by',
    versions: (count) => countEn(count, 'indicator', 'indicators'),
    hash: 'Checksum',
    back: 'All reports',
    checkDigits: 'Do again and compare',
    open: 'Open',
    same: 'The kept numbers are whole: the checksum is the same.',
    notSame: 'The checksum differs: the kept numbers were changed past the system.',
    todaySame: 'The numbers of today are the same.',
    todayDiffers: (count) => `Today it differs: ${countEn(count, 'value', 'values')}.`,
    indicator: 'Indicator or school',
    period: 'Period or collection',
    before: 'In the report',
    today: 'Today',
  },
};
