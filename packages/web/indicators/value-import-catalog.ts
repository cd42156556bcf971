import { countEn, countRu, type Texts } from '@opora/domain/basics/catalog.ts';
import type { ValueImportCounts } from '@opora/domain/indicators/value-import-contract.ts';
import type { SheetProblem } from '@opora/domain/indicators/value-sheet.ts';

const problemsRu: Readonly<Record<SheetProblem, string>> = {
  'unknown-school': 'школа не найдена: проверьте название или код',
  'ambiguous-school': 'под это название подходят несколько школ',
  'unknown-indicator': 'такого показателя нет в каталоге',
  computed: 'этот показатель система считает сама',
  repeated: 'значение этой школы и показателя уже встретилось выше',
  unreadable: 'не прочитано: нужно число',
  'made-date': 'таблица превратила дробь в дату: запишите «1 из 2»',
  ambiguous: 'можно понять двояко: запишите «42 из 200»',
  'pair-disagrees': 'числа и доля не сходятся',
  'total-implied': 'общее число восстановлено по доле',
  'needs-total': 'из скольких — не сказано',
  'not-whole': 'не целое число',
};

const problemsEn: Readonly<Record<SheetProblem, string>> = {
  'unknown-school': 'no such school: check the name or the code',
  'ambiguous-school': 'several schools fit this name',
  'unknown-indicator': 'the catalogue has no such indicator',
  computed: 'the system computes this indicator itself',
  repeated: 'a value of this school and indicator stands above',
  unreadable: 'not read: a number is needed',
  'made-date': 'a spreadsheet made a date of it: write “1 of 2”',
  ambiguous: 'may be read in two ways: write “42 of 200”',
  'pair-disagrees': 'the numbers and the share disagree',
  'total-implied': 'the total was reckoned from the share',
  'needs-total': 'of how many is not said',
  'not-whole': 'not a whole number',
};

const ru = {
  title: 'Загрузка значений',
  purpose:
    'Одна таблица на много школ: школы в строках, показатели в столбцах. Сначала видно, что изменится; загрузку можно отменить целиком.',
  period: 'Период',
  chooseFile: 'Выбрать таблицу',
  fileHint:
    'XLSX, XLS, ODS или CSV, до 30 МБ. Столбцы подписаны кодами («R11 n», «R11 N») или точными названиями показателей.',
  sending: (percent: number) => `Отправляется: ${percent}\u00A0%`,
  reading: 'Таблица читается и проверяется…',
  earlier: 'Прежние загрузки',
  noEarlier: 'Загрузок ещё не было. Выберите период и таблицу.',
  states: { draft: 'не применена', applied: 'применена', undone: 'отменена' },
  continue: 'Продолжить',
  discard: 'Удалить',
  discarded: 'Черновик удалён',
  undo: 'Отменить загрузку',
  undoTitle: (file: string) => `Отменить загрузку «${file}»?`,
  undoText:
    'Значения станут такими, какими были. То, что школы с тех пор исправили или отправили, останется.',
  undone: 'Загрузка отменена',
  reviewPurpose: 'Ничего не записано, пока вы не нажмёте «Загрузить».',
  counts: ({ schools, add, change, keep, sent, wrong }: ValueImportCounts) =>
    [
      countRu(schools, 'школа', 'школы', 'школ'),
      `новых значений ${add.toLocaleString('ru')}`,
      `изменится ${change.toLocaleString('ru')}`,
      `без изменений ${keep.toLocaleString('ru')}`,
      ...(sent > 0 ? [`уже отправлено школами ${sent.toLocaleString('ru')}`] : []),
      ...(wrong > 0 ? [`с ошибкой ${wrong.toLocaleString('ru')}`] : []),
    ].join(' · '),
  apply: (count: number) => `Загрузить ${countRu(count, 'значение', 'значения', 'значений')}`,
  nothing: 'Загружать нечего: новых и изменившихся значений нет.',
  applied: 'Значения загружены',
  notUnderstood: 'Не понято',
  left: 'Не будет загружено',
  findings: 'Вопросы проверок',
  findingsPurpose: 'Загрузке они не мешают; школа ответит на них, когда будет отправлять форму.',
  first: (shown: number, count: number) => `Показаны первые ${shown} из ${count.toLocaleString('ru')}.`,
  place: 'Где',
  text: 'Что написано',
  problem: 'Почему',
  question: 'Вопрос',
  school: 'Школа',
  indicator: 'Показатель',
  cell: (sheet: string, row: number, column: number) =>
    `${sheet === '' ? '' : `${sheet}, `}строка ${row}, столбец ${column}`,
  reasons: {
    sent: 'школа уже отправила форму: верните её, чтобы исправить',
    wrong: 'проверка нашла ошибку',
  },
  problems: problemsRu,
};

/** Words of loading a table of values. */
export const valueImportTexts: Texts<typeof ru> = {
  ru,
  en: {
    title: 'Loading of values',
    purpose:
      'One table for many schools: schools in rows, indicators in columns. What would change is shown first; a loading is undone as a whole.',
    period: 'Period',
    chooseFile: 'Choose a table',
    fileHint:
      'XLSX, XLS, ODS or CSV, up to 30 MB. Columns are headed by codes (“R11 n”, “R11 N”) or whole names of indicators.',
    sending: (percent) => `Sending: ${percent}\u00A0%`,
    reading: 'The table is read and checked…',
    earlier: 'Earlier loadings',
    noEarlier: 'Nothing was loaded yet. Choose a period and a table.',
    states: { draft: 'not applied', applied: 'applied', undone: 'undone' },
    continue: 'Go on',
    discard: 'Delete',
    discarded: 'The draft is deleted',
    undo: 'Undo the loading',
    undoTitle: (file) => `Undo the loading of “${file}”?`,
    undoText: 'The values become what they were. What schools have mended or sent since stays.',
    undone: 'The loading is undone',
    reviewPurpose: 'Nothing is written until you press “Load”.',
    counts: ({ schools, add, change, keep, sent, wrong }) =>
      [
        countEn(schools, 'school', 'schools'),
        `${add} new`,
        `${change} changed`,
        `${keep} the same`,
        ...(sent > 0 ? [`${sent} sent by schools`] : []),
        ...(wrong > 0 ? [`${wrong} wrong`] : []),
      ].join(' · '),
    apply: (count) => `Load ${countEn(count, 'value', 'values')}`,
    nothing: 'There is nothing to load: no new or changed values.',
    applied: 'The values are loaded',
    notUnderstood: 'Not understood',
    left: 'Will not be loaded',
    findings: 'Questions of the checks',
    findingsPurpose: 'They do not hinder the loading; the school answers them when it sends its form.',
    first: (shown, count) => `The first ${shown} of ${count} are shown.`,
    place: 'Where',
    text: 'What is written',
    problem: 'Why',
    question: 'Question',
    school: 'School',
    indicator: 'Indicator',
    cell: (sheet, row, column) => `${sheet === '' ? '' : `${sheet}, `}row ${row}, column ${column}`,
    reasons: {
      sent: 'the school has sent its form: return it to have this mended',
      wrong: 'a check found an error',
    },
    problems: problemsEn,
  },
};
