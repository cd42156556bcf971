import { countEn, countRu, type Texts } from '@opora/domain/basics/catalog.ts';
import type { ExamImportCounts, ExamImportReview } from '@opora/domain/results/exam-import-contract.ts';
import type { DroppedSide } from '@opora/domain/results/merge-parts.ts';
import type { Procedure } from '@opora/domain/results/procedure.ts';
import { procedureWords } from '@opora/domain/results/verdict-catalog.ts';

type Change = ExamImportReview['changes'][number];
type Held = NonNullable<Change['before']>;
type Replaced = ExamImportReview['replaced'];
type Territory = ExamImportReview['territories'][number];
type Known = ExamImportReview['reports'][number];

const sidesRu: Readonly<Record<DroppedSide, string>> = {
  below: 'ниже минимума',
  marks: 'отметки',
  scores: 'распределение баллов',
  journal: 'сравнение с журналом',
  gaps: 'расхождения с журналом на две отметки',
  tasks: 'задания',
};

const sidesEn: Readonly<Record<DroppedSide, string>> = {
  below: 'below the minimum',
  marks: 'marks',
  scores: 'distribution of scores',
  journal: 'comparison with the journal',
  gaps: 'marks two or more from the journal',
  tasks: 'tasks',
};

const schoolsRu = (count: number) => countRu(count, 'школа', 'школы', 'школ');

const ru = {
  title: 'Загрузка результатов',
  purpose:
    'Отчёты ФИС ОКО, ведомости РИС ГИА, сводки журналов и плоская форма. Строки учеников складываются при чтении: имена, документы и коды нигде не сохраняются.',
  chooseFile: 'Выбрать файл',
  fileHint:
    'XLSX, XLS, ODS, CSV или веб-страница, до 100 МБ. Таблица узнаётся по заголовкам, а не по имени файла.',
  sending: (percent: number) => `Отправляется: ${percent}\u00A0%`,
  reading: 'Файл читается…',
  known: 'Этот файл уже загружен',
  knownText: (at: string, by: string | null) =>
    `Результаты учтены ${at}${by === null ? '' : ` (${by})`}. Повторная загрузка ничего не меняет; чтобы загрузить иначе, сначала отмените прежнюю.`,
  earlier: 'Прежние загрузки',
  noEarlier: 'Загрузок ещё не было. Выберите файл: сначала будет видно, как он понят и что изменится.',
  states: { draft: 'не применена', applied: 'применена', undone: 'отменена' },
  continue: 'Продолжить',
  discard: 'Удалить',
  discarded: 'Черновик удалён',
  undo: 'Отменить загрузку',
  undoTitle: (file: string) => `Отменить загрузку «${file}»?`,
  undoText:
    'Всё, что внёс этот файл, будет снято целиком. Результаты станут такими, какими их дают остальные загрузки.',
  undone: 'Загрузка отменена',
  scope: ({ schools, procedures }: ExamImportCounts) =>
    `${schoolsRu(schools)}, ${countRu(procedures, 'процедура', 'процедуры', 'процедур')}`,
  counts: ({ added, changed, kept, leftOut }: ExamImportCounts) =>
    [
      `новых показателей ${added.toLocaleString('ru')}`,
      `изменится ${changed.toLocaleString('ru')}`,
      `без изменений ${kept.toLocaleString('ru')}`,
      `не учтено строк ${leftOut.toLocaleString('ru')}`,
    ].join(' · '),
  replaces: ({ counts, before, after }: Replaced) =>
    `Файл заменит то, что уже есть: ${countRu(counts, 'показатель', 'показателя', 'показателей')}, участников было ${before.toLocaleString('ru')}, станет ${after.toLocaleString('ru')}`,
  replacesWhy:
    'Классы одной параллели, загруженные разными файлами, не складываются: остаётся последний. Если это другой класс, соберите все классы параллели в один файл. Заменяемое стоит в таблице первым.',
  fits: 'Какие файлы подходят',
  fitsHint: 'Каждый лист узнаётся сам; в одном файле могут быть разные отчёты.',
  flatHint: 'Если готового отчёта нет, заполните плоскую форму: строка на школу, процедуру и год.',
  sample: 'Скачать образец',
  sampleName: 'Плоская форма результатов.csv',
  reviewPurpose: 'Проверьте, как понят файл. Ничего не записано, пока вы не нажмёте «Применить».',
  understood: 'Как понят файл',
  nothingKnown:
    'Ни на одном листе не найдена таблица результатов. Проверьте, что это отчёт ФИС ОКО, ведомость РИС ГИА, сводка журнала или плоская форма с заголовками.',
  unknownSheet: (number: number, heads: string) =>
    `Лист ${number}: таблица результатов не найдена${heads === '' ? '' : `; заголовки: ${heads}`}.`,
  report: (sheet: string, layout: string) => (sheet === '' ? layout : `Лист «${sheet}»: ${layout}`),
  reportCounts: ({ schools, territories, procedures, faultCount, headRow }: Known) =>
    [
      `заголовки в строке ${headRow}`,
      schoolsRu(schools),
      ...(territories > 0
        ? [
            `${countRu(territories, 'строка территории', 'строки территорий', 'строк территорий')} (это не школы)`,
          ]
        : []),
      procedures.length === 1
        ? procedures
            .map(({ kind, grade, subject, year }) =>
              [kind, grade === null ? null : `${grade} класс`, subject, year]
                .filter((fact) => fact !== null)
                .join(', '),
            )
            .join('')
        : countRu(procedures.length, 'процедура', 'процедуры', 'процедур'),
      ...(faultCount > 0
        ? [countRu(faultCount, 'ячейка не понята', 'ячейки не поняты', 'ячеек не понято')]
        : []),
    ]
      .filter((part) => part !== '')
      .join(' · '),
  markers: (marked: number, all: number) =>
    `Маркеры показаны для сведения и в результаты не входят: отмечено ${marked} из ${all}.`,
  unknownColumns: (heads: string) => `Столбцы не поняты, их значения пропущены: ${heads}.`,
  column: (column: number) => `столбец ${column}`,
  asked: 'Чего нет в файле',
  facts: { kind: 'Что за работа', grade: 'Класс', subject: 'Предмет', year: 'Год' },
  kinds: ['ВПР', 'ОГЭ', 'ЕГЭ', 'ГВЭ', 'годовые отметки', 'региональная диагностика'],
  subjects: [
    'русский язык',
    'математика',
    'математика профильная',
    'математика базовая',
    'окружающий мир',
    'литературное чтение',
    'литература',
    'история',
    'обществознание',
    'география',
    'биология',
    'физика',
    'химия',
    'информатика',
    'английский язык',
    'немецкий язык',
    'французский язык',
  ],
  guessed: 'Предположено, проверьте',
  needed: 'Укажите: без этого строки не учитываются',
  whose: 'Чьи это результаты',
  whoseCounts: (all: number, waiting: number) =>
    waiting === 0
      ? `Все названия узнаны: ${schoolsRu(all)}.`
      : `Названий в файле ${all.toLocaleString('ru')}, ждут вашего выбора ${waiting.toLocaleString('ru')}. Пока школа не выбрана, её строки не учитываются.`,
  settled: (count: number) => `Уже известно: ${count.toLocaleString('ru')}`,
  nameless: 'Школа в файле не названа',
  ambiguous: 'Подходит несколько школ: выберите',
  unknownUnit: 'Такой школы в реестре не нашлось: выберите или оставьте',
  choose: 'Выберите школу',
  likely: 'Похожие',
  others: 'Все школы',
  nobody: 'Ничего не нашлось',
  leaveOut: 'Не загружать',
  how: { code: 'по коду', name: 'по названию', chosen: 'выбрано вами' },
  settledUnit: (name: string, unit: string, how: string) => `${name} → ${unit} (${how})`,
  result: 'Что изменится',
  withoutSchool: (rows: number) => `Не учитываются строки без выбранной школы: ${rows.toLocaleString('ru')}.`,
  withoutFacts: (rows: number) =>
    `Не учитываются строки, о которых не сказано, что это за работа: ${rows.toLocaleString('ru')}.`,
  nothingToApply: 'Применять пока нечего.',
  apply: (count: number) => `Применить: ${countRu(count, 'показатель', 'показателя', 'показателей')}`,
  applied: 'Загрузка применена',
  school: 'Школа',
  procedure: 'Процедура',
  procedureName: (procedure: Procedure) => procedureWords(procedure, 'ru'),
  before: 'Было',
  after: 'Станет',
  none: 'нет данных',
  held: ({ participants, below, marks }: Held) =>
    [
      `${participants} уч.`,
      below === null ? null : `ниже минимума ${below}`,
      marks === null ? null : `отметки ${marks.join('/')}`,
    ]
      .filter((part) => part !== null)
      .join(', '),
  notes: 'Примечание',
  said: ({ dropped, differs, scaleVersion, condition }: Change) =>
    [
      dropped.length === 0
        ? null
        : `не сходится с числом участников и не учтено: ${dropped.map((side) => sidesRu[side]).join(', ')}`,
      differs ? 'листы файла расходятся в числе участников' : null,
      scaleVersion === null ? null : `по шкале версии ${scaleVersion}`,
      condition === null ? null : `условие шкалы по баллам не проверить: ${condition}`,
    ]
      .filter((part) => part !== null)
      .join('; '),
  firstOnly: (count: number) => `Показаны первые ${count.toLocaleString('ru')}.`,
  territories: 'Итоги территорий',
  territoriesHint:
    'Строки муниципалитетов и региона не загружаются: территория — сумма своих школ. Они только сверены с нею.',
  territoriesAgree: (count: number) =>
    `${countRu(count, 'итог сходится', 'итога сходятся', 'итогов сходятся')} с суммой школ.`,
  territoriesDiffer: 'Итог не равен сумме школ',
  territory: ({ name, participants, schools, schoolParticipants, row }: Territory) =>
    `${name} (строка ${row}): участников ${participants.toLocaleString('ru')}, а в ${countRu(schools, 'школе', 'школах', 'школах')} вместе ${schoolParticipants.toLocaleString('ru')}`,
  faults: (count: number) => `Не понято: ${countRu(count, 'ячейка', 'ячейки', 'ячеек')}`,
  faultsHint: 'Исправьте эти ячейки в файле и загрузите его ещё раз или примените остальное.',
  row: 'Строка',
  columnTitle: 'Столбец',
  sheet: 'Лист',
  wholeFile: 'весь файл',
  reason: 'Что не так',
};

const schoolsEn = (count: number) => countEn(count, 'school', 'schools');

export const examImportTexts: Texts<typeof ru> = {
  ru,
  en: {
    title: 'Loading results',
    purpose:
      'Reports of ФИС ОКО, sheets of РИС ГИА, summaries of journals and the flat form. Rows of pupils are added up while they are read: names, documents and codes are kept nowhere.',
    chooseFile: 'Choose a file',
    fileHint:
      'XLSX, XLS, ODS, CSV or a web page, up to 100 MB. A table is known by its heads, not by the name of the file.',
    sending: (percent) => `Sending: ${percent}%`,
    reading: 'The file is being read…',
    known: 'This file has been loaded already',
    knownText: (at, by) =>
      `Its results were taken ${at}${by === null ? '' : ` (${by})`}. Loading it again changes nothing; to load it otherwise, undo the earlier import first.`,
    earlier: 'Earlier imports',
    noEarlier:
      'There have been no imports. Choose a file: first you see how it is understood and what will change.',
    states: { draft: 'not applied', applied: 'applied', undone: 'undone' },
    continue: 'Continue',
    discard: 'Delete',
    discarded: 'The draft was deleted',
    undo: 'Undo the import',
    undoTitle: (file) => `Undo the import of “${file}”?`,
    undoText:
      'All that this file brought will be taken back as a whole. Results will be what the other imports give.',
    undone: 'The import was undone',
    scope: ({ schools, procedures }) =>
      `${schoolsEn(schools)}, ${countEn(procedures, 'procedure', 'procedures')}`,
    counts: ({ added, changed, kept, leftOut }) =>
      [
        `${added.toLocaleString('en')} new counts`,
        `${changed.toLocaleString('en')} to change`,
        `${kept.toLocaleString('en')} unchanged`,
        `${leftOut.toLocaleString('en')} rows left out`,
      ].join(' · '),
    replaces: ({ counts, before, after }) =>
      `The file replaces what is there: ${countEn(counts, 'count', 'counts')}, participants ${before.toLocaleString('en')} before, ${after.toLocaleString('en')} after`,
    replacesWhy:
      'Classes of one grade that come in files of their own are not added up: the last one stays. If this is another class, put all classes of the grade into one file. What is replaced comes first in the table.',
    fits: 'Which files fit',
    fitsHint: 'Each sheet is recognised by itself; one file may hold different reports.',
    flatHint: 'Without a ready report fill in the flat form: a row for a school, procedure and year.',
    sample: 'Download a sample',
    sampleName: 'Flat form of results.csv',
    reviewPurpose: 'Check how the file was understood. Nothing is written until you press “Apply”.',
    understood: 'How the file was understood',
    nothingKnown:
      'No sheet holds a table of results. Check that it is a report of ФИС ОКО, a sheet of РИС ГИА, a summary of a journal or the flat form with its heads.',
    unknownSheet: (number, heads) =>
      `Sheet ${number}: no table of results was found${heads === '' ? '' : `; heads: ${heads}`}.`,
    report: (sheet, layout) => (sheet === '' ? layout : `Sheet “${sheet}”: ${layout}`),
    reportCounts: ({ schools, territories, procedures, faultCount, headRow }) =>
      [
        `heads in row ${headRow}`,
        schoolsEn(schools),
        ...(territories > 0
          ? [`${countEn(territories, 'row of a territory', 'rows of territories')} (these are no schools)`]
          : []),
        procedures.length === 1
          ? procedures
              .map(({ kind, grade, subject, year }) =>
                [kind, grade === null ? null : `grade ${grade}`, subject, year]
                  .filter((fact) => fact !== null)
                  .join(', '),
              )
              .join('')
          : countEn(procedures.length, 'procedure', 'procedures'),
        ...(faultCount > 0 ? [countEn(faultCount, 'cell not understood', 'cells not understood')] : []),
      ]
        .filter((part) => part !== '')
        .join(' · '),
    markers: (marked, all) =>
      `Markers are shown for information and are no part of results: ${marked} of ${all} are set.`,
    unknownColumns: (heads) => `Columns that were not understood and are passed over: ${heads}.`,
    column: (column) => `column ${column}`,
    asked: 'What the file does not say',
    facts: { kind: 'Kind of work', grade: 'Grade', subject: 'Subject', year: 'Year' },
    kinds: ru.kinds,
    subjects: ru.subjects,
    guessed: 'A guess, please check',
    needed: 'Needed: rows are left out without it',
    whose: 'Whose results these are',
    whoseCounts: (all, waiting) =>
      waiting === 0
        ? `All names are known: ${schoolsEn(all)}.`
        : `${all.toLocaleString('en')} names in the file, ${waiting.toLocaleString('en')} wait for your choice. Rows of a school that is not chosen are left out.`,
    settled: (count) => `Known already: ${count.toLocaleString('en')}`,
    nameless: 'The file names no school',
    ambiguous: 'Several schools fit: choose one',
    unknownUnit: 'No such school was found: choose one or leave it',
    choose: 'Choose a school',
    likely: 'Alike',
    others: 'All schools',
    nobody: 'Nothing was found',
    leaveOut: 'Leave out',
    how: { code: 'by code', name: 'by name', chosen: 'chosen by you' },
    settledUnit: (name, unit, how) => `${name} → ${unit} (${how})`,
    result: 'What will change',
    withoutSchool: (rows) => `${countEn(rows, 'row', 'rows')} without a school will be left out.`,
    withoutFacts: (rows) => `It is not known which work ${countEn(rows, 'row is', 'rows are')} of: left out.`,
    nothingToApply: 'There is nothing to apply yet.',
    apply: (count) => `Apply ${countEn(count, 'count', 'counts')}`,
    applied: 'The import was applied',
    school: 'School',
    procedure: 'Procedure',
    procedureName: (procedure) => procedureWords(procedure, 'en'),
    before: 'Before',
    after: 'After',
    none: 'no data',
    held: ({ participants, below, marks }) =>
      [
        `${participants} participants`,
        below === null ? null : `${below} below`,
        marks === null ? null : `marks ${marks.join('/')}`,
      ]
        .filter((part) => part !== null)
        .join(', '),
    notes: 'Note',
    said: ({ dropped, differs, scaleVersion, condition }) =>
      [
        dropped.length === 0
          ? null
          : `does not add up with the participants and is left out: ${dropped.map((side) => sidesEn[side]).join(', ')}`,
        differs ? 'sheets of the file do not agree about the participants' : null,
        scaleVersion === null ? null : `by version ${scaleVersion} of the scale`,
        condition === null ? null : `a condition of the scale is not seen from scores: ${condition}`,
      ]
        .filter((part) => part !== null)
        .join('; '),
    firstOnly: (count) => `The first ${count.toLocaleString('en')} are shown.`,
    territories: 'Totals of territories',
    territoriesHint:
      'Rows of municipalities and of the region are not loaded: a territory is the sum of its schools. They are only compared with it.',
    territoriesAgree: (count) => `${countEn(count, 'total agrees', 'totals agree')} with the schools.`,
    territoriesDiffer: 'A total is not the sum of the schools',
    territory: ({ name, participants, schools, schoolParticipants, row }) =>
      `${name} (row ${row}): ${participants.toLocaleString('en')} participants, while ${schoolsEn(schools)} have ${schoolParticipants.toLocaleString('en')} together`,
    faults: (count) => `Not understood: ${countEn(count, 'cell', 'cells')}`,
    faultsHint: 'Mend these cells in the file and load it again, or apply the rest.',
    row: 'Row',
    columnTitle: 'Column',
    sheet: 'Sheet',
    wholeFile: 'the whole file',
    reason: 'What is wrong',
  },
};
