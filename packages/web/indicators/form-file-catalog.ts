import { countEn, countRu, type Texts } from '@opora/domain/basics/catalog.ts';

const ru = {
  title: 'Заполнить в Excel и загрузить',
  titleLocked: 'Форма в Excel',
  download: 'Скачать форму (XLSX)',
  chooseFile: 'Загрузить заполненную форму',
  fileHint: 'XLSX, XLS, ODS или CSV до 10 МБ. Строки узнаются по кодам. Сначала покажем, что изменится.',
  sending: (percent: number) => `Отправлено ${percent} %`,
  reading: 'Читаем файл…',
  preview: 'Что изменится',
  anotherForm:
    'Файл сделан для другой формы: другой организации или другого периода. Проверьте, тот ли это файл.',
  counts: (changed: number, same: number, missing: number) =>
    `Изменится: ${changed}; совпадает: ${same}; нет в файле: ${countRu(missing, 'строки', 'строк', 'строк')}.`,
  apply: (count: number) => `Внести ${countRu(count, 'значение', 'значения', 'значений')}`,
  applied: (count: number) => `Внесено: ${countRu(count, 'значение', 'значения', 'значений')}`,
  left: 'Не внесено из файла',
  place: (sheet: string, row: number) => `${sheet === '' ? '' : `«${sheet}», `}строка ${row}`,
  problems: {
    'unknown-code': 'такого кода в форме нет',
    repeated: 'этот показатель уже был выше',
    'no-line': 'не нашлось похожего показателя',
  },
  where: 'Где в файле',
  indicator: 'Показатель',
  was: 'Было',
  will: 'Станет',
  doubt: 'найдено по похожему названию',
  unreadable: 'не прочитать как число',
  fromDocument: 'Заполнить из документа',
  chooseDocument: 'Загрузить документ',
  documentHint:
    'DOCX, PDF или текст с таблицей показателей, до 10 МБ. Строки узнаются по словам: проверьте каждую, прежде чем внести.',
  column: 'Какой столбец ваш',
  columnChoose: 'Выберите столбец',
  columnSure: 'Взят столбец, в заголовке которого назван период формы.',
  columnUnsure: 'Период формы в заголовках не назван или назван не полностью: выберите столбец сами.',
  fits: {
    this: 'период формы',
    maybe: 'период назван не полностью',
    other: 'другой период',
    plan: 'план, а не факт',
    unsaid: '',
  },
  nothingRead: 'Таблицы показателей в документе не нашлось.',
};

/** Words of the form as a file. */
export const formFileTexts: Texts<typeof ru> = {
  ru,
  en: {
    title: 'Fill in a spreadsheet and load',
    titleLocked: 'The form as a spreadsheet',
    download: 'Download the form (XLSX)',
    chooseFile: 'Load a filled form',
    fileHint:
      'XLSX, XLS, ODS or CSV up to 10 MB. Rows are known by their codes. What would change is shown first.',
    sending: (percent) => `${percent}% sent`,
    reading: 'Reading the file…',
    preview: 'What would change',
    anotherForm:
      'The file was made for another form: of another organisation or period. Check whether it is the right one.',
    counts: (changed, same, missing) =>
      `Would change: ${changed}; the same: ${same}; not in the file: ${countEn(missing, 'line', 'lines')}.`,
    apply: (count) => `Put in ${countEn(count, 'value', 'values')}`,
    applied: (count) => `Put in: ${countEn(count, 'value', 'values')}`,
    left: 'Not taken from the file',
    place: (sheet, row) => `${sheet === '' ? '' : `“${sheet}”, `}row ${row}`,
    problems: {
      'unknown-code': 'the form has no such code',
      repeated: 'this indicator stood above already',
      'no-line': 'no similar indicator was found',
    },
    where: 'Where in the file',
    indicator: 'Indicator',
    was: 'Now',
    will: 'Then',
    doubt: 'found by a similar name',
    unreadable: 'no readable number',
    fromDocument: 'Fill from a document',
    chooseDocument: 'Load a document',
    documentHint:
      'DOCX, PDF or text with a table of indicators, up to 10 MB. Lines are known by their words: check each before it is put in.',
    column: 'Which column is yours',
    columnChoose: 'Choose a column',
    columnSure: 'The column whose head names the period of the form is taken.',
    columnUnsure: 'The heads do not name the period of the form, or not the whole of it: choose the column.',
    fits: {
      this: 'the period of the form',
      maybe: 'the period is not named in full',
      other: 'another period',
      plan: 'planned, not reached',
      unsaid: '',
    },
    nothingRead: 'No table of indicators was found in the document.',
  },
};
