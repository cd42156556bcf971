import { describe, expect, it } from 'vitest';
import type { ReadDocument } from './read-document.ts';
import { readPlanDocument } from './read-plan-document.ts';
import { gridTable, type TestCell, testDocument, tornTable } from './reading/source-for-tests.ts';

const head = ['№', 'Мероприятие', 'Срок', 'Ответственный', 'Результат'];
const wide = (text: string): TestCell[] => [{ text, columns: 5 }];
const readGrid = (...rows: TestCell[][]): ReadDocument => readPlanDocument(testDocument(gridTable(rows)));
const readTorn = (text: string): ReadDocument => readPlanDocument(testDocument(tornTable(text)));
const rowsOf = (read: ReadDocument) =>
  read.activities.map(({ no, section, title, deadline }) => [no, section, title, deadline.raw]);

describe('columns of a plan', () => {
  it.each([
    [['№ п/п', 'Содержание деятельности', 'Дата проведения', 'Кто проводит', 'Форма отчётности']],
    [['№', 'Наименование мероприятия', 'Период', 'Исполнители и соисполнители', 'Показатель реализации']],
    [['N п/п', 'Меры', 'Сроки реализации', 'Ответственные лица', 'Планируемый эффект']],
  ])('are known by the words of their heads: %j', (heads) => {
    const [activity] = readGrid(heads, [
      '1',
      'Семинар',
      'май 2024',
      'Отдел образования',
      'Протокол',
    ]).activities;
    expect(activity).toMatchObject({
      no: '1',
      title: 'Семинар',
      responsible: ['Отдел образования'],
      expected: ['Протокол'],
    });
    expect(activity?.deadline.windows[0]).toMatchObject({ start: '2024-05-01', end: '2024-05-31' });
  });

  it('stand in any order, and columns that a plan has no field for do not mix with them', () => {
    const read = readGrid(
      ['Срок', 'Результат', 'Отметка о выполнении', 'Ответственный', 'Мероприятие'],
      ['март 2024', 'Справка', 'выполнено', 'Школа', 'Анализ'],
    );
    expect(read.activities[0]).toMatchObject({
      title: 'Анализ',
      responsible: ['Школа'],
      expected: ['Справка'],
    });
    expect(read.warnings).toContainEqual(
      expect.objectContaining({ code: 'column-unknown', values: ['Отметка о выполнении'] }),
    );
  });

  it('may have a head of two rows with merged cells and a row of column numbers', () => {
    const down = (text: string): TestCell => ({ text, rows: 2 });
    const read = readGrid(
      [down('№'), down('Мероприятие'), { text: 'Срок исполнения', columns: 2 }, down('Ответственный')],
      ['начало', 'окончание'],
      ['1', '2', '3', '4', '5'],
      ['1', 'Практикум', '01.03.2024', '20.03.2024', 'Центр'],
    );
    expect(rowsOf(read)).toEqual([['1', null, 'Практикум', '01.03.2024 – 20.03.2024']]);
  });

  it('give a merged cell to each row it covers', () => {
    const read = readGrid(
      head,
      ['1', 'Опрос', { text: 'май 2024', rows: 2 }, { text: 'Центр', rows: 2 }, 'Отчёт'],
      ['2', 'Анализ', 'Справка'],
    );
    expect(
      read.activities.map((activity) => [activity.title, activity.deadline.raw, activity.responsible]),
    ).toEqual([
      ['Опрос', 'май 2024', ['Центр']],
      ['Анализ', 'май 2024', ['Центр']],
    ]);
  });
});

describe('sections', () => {
  it.each([
    ['merged over the table', wide('Раздел I. Подготовка')],
    ['with a number in its cell', ['1.', { text: 'Подготовка', columns: 4 }]],
    ['in the column of titles, other cells empty', ['', '1. Подготовка', '', '', '']],
  ])('%s', (_, row) => {
    const read = readGrid(head, row as TestCell[], ['1.1', 'Опрос', 'май 2024', 'Центр', 'Отчёт']);
    expect(read.sections).toHaveLength(1);
    expect(read.activities).toHaveLength(1);
    expect(read.activities[0]?.section).toContain('Подготовка');
  });

  it('named in a column of their own, merged downwards', () => {
    const read = readGrid(
      ['№', 'Направление', 'Мероприятие', 'Срок', 'Ответственный'],
      ['1', { text: 'Работа с детьми', rows: 2 }, 'Опрос', 'май 2024', 'Центр'],
      ['2', 'Занятия', 'июнь 2024', 'Школа'],
    );
    expect(read.activities.map((activity) => activity.section)).toEqual([
      'Работа с детьми',
      'Работа с детьми',
    ]);
  });
});

describe('rows torn by a scan', () => {
  it('are put together from their lines, cut words from their halves', () => {
    const read = readTorn(
      [
        '№|Мероприятие|Срок|Ответствен|Результат',
        '|||ный|',
        '1|Проведение круглого стола|Еженедельн|Отдел|Протокол',
        '|для директоров школ|о|образования|совещания',
        '2|Обучение наставников|март|Центр|Список',
      ].join('\n'),
    );
    expect(rowsOf(read)).toEqual([
      ['1', null, 'Проведение круглого стола для директоров школ', 'Еженедельно'],
      ['2', null, 'Обучение наставников', 'март'],
    ]);
    expect(read.activities[0]).toMatchObject({
      responsible: ['Отдел образования'],
      expected: ['Протокол совещания'],
    });
  });

  it('keep their columns when a page break takes the empty first cell', () => {
    const read = readTorn(
      [
        '№|Мероприятие|Срок|Ответственный|Результат',
        '1|Работа с планами школ и|май|Отдел|Протокол.',
        'маркерами рисков||образования|Планы|',
      ].join('\n'),
    );
    expect(rowsOf(read)).toEqual([['1', null, 'Работа с планами школ и маркерами рисков', 'май']]);
    expect(read.activities[0]).toMatchObject({
      responsible: ['Отдел образования'],
      expected: ['Протокол', 'Планы'],
    });
  });

  it('may have their number beside a later line, and words recognised twice', () => {
    const read = readTorn(
      [
        '№|Мероприятие|Срок|Ответственный|Результат',
        '|Размещение материалов на|Октябрь|Лугова О.П.|Страница',
        '1.1|сайте управления|Октнбрь|Лугсва О.П.|сайта',
      ].join('\n'),
    );
    expect(rowsOf(read)).toEqual([['1.1', null, 'Размещение материалов на сайте управления', 'Октябрь']]);
    expect(read.activities[0]?.responsible).toEqual(['Лугова О.П.']);
    expect(read.warnings.map(({ code }) => code)).toContain('text-torn');
  });

  it('begin without a number when a capital letter and a term of their own say so', () => {
    const read = readTorn(
      [
        '№|Мероприятие|Срок|Ответственный',
        '1.1|Опрос|Май|Центр',
        '|Анализ ответов|В течение года|Центр',
        '1.2|Отчёт|Июнь|Центр',
      ].join('\n'),
    );
    expect(read.activities.map(({ no, title }) => [no, title])).toEqual([
      ['1.1', 'Опрос'],
      ['', 'Анализ ответов'],
      ['1.2', 'Отчёт'],
    ]);
  });

  it('show a section cut into cells, mended by a title printed whole elsewhere', () => {
    const table = tornTable(
      [
        '№|Мероприятие|Срок|Ответственный',
        '1|Опрос|Май 2024|Центр',
        'Ре||урсное обеспечение|',
        '1|Закупка книг|Июнь 2024|Школа',
      ].join('\n'),
    );
    const source = testDocument('Ресурсное обеспечение', table);
    const titled = {
      ...source,
      blocks: source.blocks.map((block) =>
        block.kind === 'paragraph' ? { ...block, headingLevel: 2 } : block,
      ),
    };
    expect(readPlanDocument(titled).sections).toEqual(['Ресурсное обеспечение']);
  });
});

describe('rows over a page break', () => {
  it('go on without a number; the head repeated on the page is no row', () => {
    const table = gridTable(
      [
        head,
        ['1', 'Разработка программ', '25.02.2023', 'Руководители школ,', 'Доля школ,'],
        head,
        ['', 'развития школ', '', 'кураторы', 'разработавших программы'],
      ],
      [1, 1, 2, 2],
    );
    const read = readPlanDocument(testDocument(table));
    expect(rowsOf(read)).toEqual([['1', null, 'Разработка программ развития школ', '25.02.2023']]);
    expect(read.activities[0]).toMatchObject({ responsible: ['Руководители школ', 'кураторы'] });
  });
});

describe('indicators', () => {
  it('are the bullets under a title that names them', () => {
    const read = readPlanDocument(
      testDocument(
        '2. Показатели эффективности',
        '2.1. Работа оценивается по следующим показателям:',
        '- Доля выпускников с аттестатом;',
        '- Наличие наставников;',
        '- Количество семинаров.',
        '3. Заключение',
      ),
    );
    expect(read.indicators.map(({ name, unit }) => [name, unit])).toEqual([
      ['Доля выпускников с аттестатом', 'share'],
      ['Наличие наставников', 'yes-no'],
      ['Количество семинаров', 'count'],
    ]);
    expect(read.activities).toEqual([]);
  });

  it('have a value for each column, several in a cell where the name lists several', () => {
    const read = readGrid(
      ['Ресурсы', 'Показатель', 'Школа № 1', 'Школа № 2'],
      [
        'Кадры (чел./%)',
        'Численность / удельный вес педагогов с категорией, в т. ч.: - первая; - высшая',
        '7/41% 0',
        '29/61 26/55 3/6,4',
      ],
    );
    expect(
      read.indicators.map(({ name, values }) => [
        name,
        values.map(({ column, count, share }) => [column, count, share]),
      ]),
    ).toEqual([
      ['Численность / удельный вес педагогов с категорией, в т. ч.:', [['Школа № 2', 29, 0.61]]],
      [
        'первая',
        [
          ['Школа № 1', 7, 0.41],
          ['Школа № 2', 26, 0.55],
        ],
      ],
      [
        'высшая',
        [
          ['Школа № 1', 0, 0],
          ['Школа № 2', 3, 0.064],
        ],
      ],
    ]);
  });

  it('torn into lines keep one value each; traces of the next row are left out', () => {
    const read = readTorn(
      [
        '|Показатель|ООШ № 2',
        '1|Численность / удельный вес выпускников,|0',
        '|получивших аттестат с отличием||',
        '|в общей численности|12/27',
        '2|Средний балл по математике|3,5',
      ].join('\n'),
    );
    expect(read.indicators.map(({ no, values }) => [no, values.map(({ raw }) => raw)])).toEqual([
      ['1', ['0']],
      ['2', ['3,5']],
    ]);
  });
});

describe('the title of the annex', () => {
  const read = (...lines: string[]) =>
    readPlanDocument(
      testDocument(
        'ПРИКАЗ',
        'от 01.02.2023 № 5',
        'Об утверждении плана поддержки школ',
        '1. Утвердить план.',
        ...lines,
        gridTable([head, ['1', 'Опрос', '10.03.2023', 'Центр', 'Отчёт']]),
      ),
    ).requisites;

  it('is kept beside that of the order', () => {
    const { title, annexTitle } = read(
      'Приложение к приказу от 01.02.2023 № 5',
      'План мероприятий на 2023 год',
    );
    expect([title, annexTitle]).toEqual([
      'Об утверждении плана поддержки школ',
      'План мероприятий на 2023 год',
    ]);
  });

  it('is not guessed where no annex is marked', () => {
    expect(read().annexTitle).toBeNull();
  });
});

describe('warnings', () => {
  it('know holidays on working days of the week', () => {
    const read = readGrid(head, ['1', 'Опрос', '12.06.2024', 'Центр', 'Отчёт']);
    expect(read.warnings.map(({ code, values }) => [code, values])).toEqual([['day-off', ['2024-06-12']]]);
  });

  it('name each doubtful row with its reason', () => {
    const read = readPlanDocument(
      testDocument(
        'ПРИКАЗ',
        'от 01.02.2023 № 5',
        'Об утверждении плана на 2023 год',
        '1. Утвердить план.',
        gridTable([
          head,
          ['1', 'Опрос', '10.01.2023', 'Центр', ''],
          ['1', 'Опрос', '08.03.2025', 'Центр', 'Отчёт'],
          ['3', 'Итоги', 'когда-нибудь', '', 'Отчёт'],
        ]),
      ),
    );
    expect(read.warnings.map(({ code, where }) => [code, where])).toEqual([
      ['date-before-act', '1'],
      ['result-empty', '1'],
      ['outside-period', '1'],
      ['day-off', '1'],
      ['deadline-unread', '3'],
      ['responsible-empty', '3'],
      ['number-repeated', '1'],
      ['theme-repeated', '1'],
    ]);
  });
});
