import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SheetCell } from '../../basics/sheet-table.ts';
import { shippedScales } from '../shipped-scales.ts';
import type { Report } from './report.ts';
import { readReports } from './read-report.ts';

const read = (rows: SheetCell[][], name = 'Лист1'): Report => {
  const { reports } = readReports([{ name, rows }], shippedScales);
  const [report] = reports;
  if (report === undefined) throw new Error('no table was known');
  return report;
};
const codes = ({ faults }: Report) => faults.map(({ row, column, code }) => `${row}:${column} ${code}`);

describe('individual results of ФИС ОКО', () => {
  const sheet = (...pupils: SheetCell[][]): SheetCell[][] => [
    ['ВПР 2025 Математика 5 класс'],
    ['Максимальный первичный балл', 5],
    [null, null, null, null, null, null, 'Б', 'П'],
    [
      'ОО',
      'Муниципалитет',
      'Название ОО',
      'Код участника',
      'Класс',
      'ФИО',
      '1 (2б)',
      '3K1 (3б)',
      'Первичный балл',
      'Отметка',
      'Отметка по журналу',
    ],
    ...pupils,
  ];
  const pupil = (code: string, grade: string, ...results: SheetCell[]): SheetCell[] => [
    'edu123456',
    'город Заречный',
    'МБОУ СОШ № 1',
    code,
    grade,
    'Иванов Пётр',
    ...results,
  ];

  it('are added up by school and grade, and nobody’s name is in what comes out', () => {
    const report = read(
      sheet(
        pupil('5001', '5А', 2, '1', 3, 4, 4),
        pupil('5002', '5А', 'X', 1, 1, '2', '3'),
        pupil('5003', '5Б', 'Х', '3', '3', 4, 3),
        ['—', '—', '', 'итого по классу'],
        pupil('5004', '5Б', null, null, null, 'Нет отметки', '5'),
      ),
    );
    expect(report.layout).toBe('individual');
    expect(report.headRow).toBe(4);
    expect(report.rows).toEqual([
      {
        row: 5,
        unit: { level: 'school', login: 'edu123456', name: 'МБОУ СОШ № 1', territory: 'город Заречный' },
        facts: { kind: 'ВПР', grade: 5, subject: 'математика', year: 2025 },
        count: {
          participants: 3,
          below: 1,
          marks: [1, 0, 2, 0],
          scores: [0, 1, 0, 2],
          journal: { lowered: 1, confirmed: 1, raised: 1 },
          gaps: { lowered: 0, raised: 0 },
          tasks: [
            { task: '1', points: 2, pointsMax: 6 },
            { task: '3К1', points: 5, pointsMax: 9 },
          ],
        },
      },
    ]);
    expect(report.unknownColumns).toEqual([]);
    expect(JSON.stringify(report)).not.toMatch(/Иванов|500\d/);
  });

  it('tell of a sum that is not the score, of an odd mark and of a row without a school, by place alone', () => {
    const [, ...nameless] = pupil('5009', '5А', 2, 1, 3, 4, 4);
    const report = read(
      sheet(pupil('5001', '5А', 2, 1, 4, 4, 4), pupil('5002', '5А', 2, 1, 3, 7, 4), [
        null,
        ...nameless.map((cell, at) => (at < 2 ? null : cell)),
      ]),
    );
    expect(codes(report)).toEqual(['5:9 sum-differs', '6:10 mark-unknown', '7:1 no-school']);
  });

  it('take the school from the line above when rows do not name it, and compare the declared number', () => {
    const report = read([
      ['МБОУ «Лицей № 2» (edu654321) | Кол-во участников: 3'],
      ['ВПР 2024. Русский язык. 4 класс'],
      ['Код участника', 'Класс', 'Первичный балл', 'Отметка'],
      ['4001', '4', '12,0', 3],
      ['4002', '4', 38, 5],
    ]);
    expect(report.rows[0]).toMatchObject({
      unit: { login: 'edu654321', name: 'МБОУ «Лицей № 2»' },
      facts: { year: 2024, subject: 'русский язык', grade: 4 },
    });
    expect(codes(report)).toEqual(['3:1 participants-differ']);
  });
});

describe('statistics by marks', () => {
  const head: SheetCell[][] = [
    ['Статистика по отметкам'],
    ['ВПР 2025. 5 класс'],
    ['Предмет:', 'Математика'],
    ['Группы участников', 'Кол-во ОО', 'Кол-во\nучастников', 2, 3, '4', '5'],
  ];
  it('turn printed shares back into the numbers they are of', () => {
    const report = read([
      ...head,
      ['Вся выборка', 35000, '1 234 567', '10,01', '39,99', '35', '15'],
      ['Заречная обл.', 300, 9000, 12.5, 37.5, 30, 20],
      ['город Светлый', 12, 400, '12,5', '37,5', '30', '20'],
      ['edu000017 МБОУ СОШ № 7', 1, 24, '37,5', '33,33', '20,83', '8,33'],
      ['МКОУ ООШ с. Липки', 1, 3, '33,3', '66,7', 0, 0],
    ]);
    expect(report.layout).toBe('marks');
    expect(
      report.rows.map(({ unit, count }) => [
        unit.level,
        unit.login,
        unit.territory,
        count.marks,
        count.below,
      ]),
    ).toEqual([
      ['territory', null, null, [123580, 493703, 432099, 185185], 123580],
      ['territory', null, null, [1125, 3375, 2700, 1800], 1125],
      ['territory', null, null, [50, 150, 120, 80], 50],
      ['school', 'edu000017', 'город Светлый', [9, 8, 5, 2], 9],
      ['school', null, 'город Светлый', [1, 2, 0, 0], 1],
    ]);
    expect(report.faults).toEqual([]);
  });

  it.each([
    ['shares of no whole number', [10, '33,33', '33,33', '33,34', '0'], '5:4 share-not-whole'],
    ['shares that do not make 100', [10, 10, 20, 30, 10], '5:4 do-not-sum'],
    ['more marks than participants', [5, 3, 3, 0, 0], '5:4 do-not-sum'],
    ['a word for a number', [10, 'много', 20, 30, 10], '5:4 not-a-number'],
    ['no number of participants', ['', 10, 20, 30, 40], '5:3 not-a-number'],
  ])('name the cell of %s and leave the row out', (_, cells, fault) => {
    const report = read([...head, ['edu000017 СОШ', 1, ...cells]]);
    expect(report.rows).toEqual([]);
    expect(codes(report)).toEqual([fault]);
  });

  it('of a regional file take year, grade, subject and login of each row, and numbers as numbers', () => {
    const report = read([
      ['Год', 'Класс', 'Предмет', 'Муниципалитет', 'Логин', 'OO', 'Кол-во участников', 2, 3, 4, 5],
      [2024, 6, 'Биология ', 'г. Заречный', 'EDU000123 ', 'МБОУ СОШ № 1', 20, 1, 9, 8, 2],
    ]);
    expect(report.rows[0]).toMatchObject({
      unit: { level: 'school', login: 'edu000123', territory: 'г. Заречный' },
      facts: { kind: null, grade: 6, subject: 'биология', year: 2024 },
      count: { marks: [1, 9, 8, 2] },
    });
  });
});

it('comparison with the journal is read by blocks below each name', () => {
  const block = (name: string, ...counts: SheetCell[]): SheetCell[][] => [
    [name, null, null],
    ['Понизили (Отметка < Отметка по журналу) %', counts[0] ?? null, '25'],
    ['Подтвердили (Отметка = Отметке по журналу) %', counts[1] ?? null, '50'],
    ['Повысили (Отметка > Отметка по журналу) %', counts[2] ?? null, '25'],
    ['Всего', counts[3] ?? null, 100],
  ];
  const report = read([
    ['ВПР 2025 История 6 класс'],
    ['Группы участников', 'Кол-во участников', '%'],
    ...block('Светлый', 100, 200, 100, 400),
    ...block('edu000017 СОШ № 7', 2, 4, 2, 8),
    ...block('edu000018 СОШ № 8', null, null, null, 4),
    ...block('edu000019 СОШ № 9', 9, 9, 9, 8),
    ['edu000020 СОШ № 20', null, null],
  ]);
  expect(report.rows.map(({ unit, count }) => [unit.login, count.participants, count.journal])).toEqual([
    [null, 400, { lowered: 100, confirmed: 200, raised: 100 }],
    ['edu000017', 8, { lowered: 2, confirmed: 4, raised: 2 }],
    ['edu000018', 4, { lowered: 1, confirmed: 2, raised: 1 }],
  ]);
  expect(codes(report)).toEqual(['18:1 more-than-participants', '23:1 unit-without-rows']);
});

it('distribution of primary scores is a histogram from 0', () => {
  const report = read(
    [
      ['Группы участников', 'Кол-во участников', 0, 1, 2, 3, 4, 5],
      ['edu000017 СОШ № 7', 8, 0, '12,5', '-', 25, 50, '12,5'],
    ],
    'ВПР 2025 Физика 7 класс',
  );
  expect(report).toMatchObject({
    layout: 'scores',
    rows: [{ facts: { kind: 'ВПР', subject: 'физика', grade: 7 }, count: { scores: [0, 1, 0, 2, 4, 1] } }],
  });
});

it('tasks are points of as many as could be got; without the greatest score a task is left out', () => {
  const report = read([
    ['Группы участников', 'Кол-во участников', 1, '2,1', '12K2 (3б)', '13'],
    ['Макс. балл', null, 1, 2, null, null],
    ['edu000017 СОШ № 7', 10, 50, '75,0', '33,33', 20],
  ]);
  expect(report).toMatchObject({
    layout: 'tasks',
    rows: [
      {
        count: {
          tasks: [
            { task: '1', points: 5, pointsMax: 10 },
            { task: '2.1', points: 15, pointsMax: 20 },
            { task: '12К2', points: 10, pointsMax: 30 },
          ],
        },
      },
    ],
  });
  expect(codes(report)).toEqual(['1:6 points-max-unknown']);
});

it('planned results stand in columns of territories and schools', () => {
  const report = read([
    [
      '№',
      'Блоки ПООП / проверяемые требования (умения)',
      'Макс балл',
      'Заречная область (1 200 уч.)',
      'СОШ № 7 (edu000017) 10 уч.',
      'РФ',
    ],
    [1, '1К1. Умение писать под диктовку', 4, 60, '52,5', 61],
    [2, '1К2. Умение ставить знаки', 3, '55,5', 'н/д', 60],
    [null, 'Выпускник научится', null, null, null, null],
  ]);
  expect(report.rows.map(({ unit, count }) => [unit.name, unit.level, count.tasks])).toEqual([
    [
      'Заречная область',
      'territory',
      [
        { task: '1', points: 2880, pointsMax: 4800 },
        { task: '2', points: 1998, pointsMax: 3600 },
      ],
    ],
    ['СОШ № 7', 'school', [{ task: '1', points: 21, pointsMax: 40 }]],
  ]);
  expect(codes(report)).toEqual(['1:6 participants-unknown', '3:5 not-a-number']);
});

it('regional markers are signs of a school in a work', () => {
  const report = read([
    ['Год', 'Муниципалитет', 'Логин', 'ОО', '4 РУ', '4 МА', '5 РУ', '5 МА', 'Количество маркеров'],
    [2025, 'Светлый', 'edu000017', 'СОШ № 7', 1, 0, null, '1', 2],
  ]);
  expect(report.markers.map(({ facts, marked }) => [facts.grade, facts.subject, facts.year, marked])).toEqual(
    [
      [4, 'русский язык', 2025, true],
      [4, 'математика', 2025, false],
      [5, 'математика', 2025, true],
    ],
  );
});

describe('a sheet of РИС ГИА', () => {
  const head = [
    '№',
    'Код МСУ',
    'Код ОО',
    'Класс',
    'Код ППЭ',
    'Аудитория',
    'Фамилия',
    'Имя',
    'Отчество',
    'Серия',
    'Номер',
    'Задания с кратким ответом',
    'Задания с развёрнутым ответом',
    'Первичный балл',
  ];
  const pupil = (school: number, grade: string, ...results: SheetCell[]): SheetCell[] => [
    1,
    12,
    school,
    grade,
    501,
    '0003',
    'Сидорова',
    'Анна',
    'Петровна',
    '6003',
    '123456',
    ...results,
  ];

  it('of the 9th grade gives marks, and tasks by their signs', () => {
    const report = read([
      ['2 - Математика 2025.06.03'],
      [],
      [...head, 'Оценка'],
      pupil(320012, '9А', '++-', '2(2)0(2)', 4, 3),
      pupil(320012, '9Б', '---', '0(2)-(2)', 0, 2),
    ]);
    expect(report.rows).toMatchObject([
      {
        unit: { level: 'school', login: '320012', territory: '12' },
        facts: { kind: 'ОГЭ', grade: 9, subject: 'математика', year: 2025 },
        count: { participants: 2, below: 1, marks: [1, 1, 0, 0], scores: [1, 0, 0, 0, 1] },
      },
    ]);
    expect(report.rows[0]?.count.tasks).toContainEqual({ task: 'Р1', points: 2, pointsMax: 4 });
    expect(JSON.stringify(report)).not.toMatch(/Сидорова|Анна|6003|123456/);
  });

  it.each([
    ['1 - Русский язык 2026.05.30', 23, 'русский язык', 1],
    ['29 - Английский язык (устный) 2026.06.10', 21, 'английский язык', 1],
    ['2 - Математика 2026.06.02', 27, 'математика профильная', 0],
    ['1 - Русский язык 2019.05.30', 10, 'русский язык', null],
  ])(
    'of the 11th, «%s», is below by the scale of its year, and unsaid without one',
    (title, points, subject, below) => {
      const report = read([[title], [...head, 'Балл'], pupil(320012, '11', '+', '', 5, points)]);
      expect(report.rows[0]).toMatchObject({
        facts: { kind: 'ЕГЭ', grade: 11, subject },
        count: { participants: 1, below, marks: null },
      });
    },
  );
});

describe('summaries of a journal', () => {
  it('by subject are marks of the year, classes of a grade together', () => {
    const report = read([
      ['МБОУ СОШ № 7'],
      ['Успеваемость за 2024–2025 учебный год'],
      ['Предмет', 'Класс', 5, 4, 3, 2, '% усп.', '% кач.', 'Ср. балл'],
      ['Математика', '5А', 3, 10, 8, 1, 95, 59, 3.7],
      ['', '5Б', 2, 6, 9, 0, 100, 47, 3.6],
      ['Итого', '', 5, 16, 17, 1, 97, 53, 3.6],
    ]);
    expect(report.rows).toMatchObject([
      {
        unit: { level: 'school', name: 'МБОУ СОШ № 7' },
        facts: { kind: 'годовые отметки', grade: 5, subject: 'математика', year: 2025 },
        count: { participants: 39, below: 1, marks: [1, 17, 16, 5] },
      },
    ]);
  });
  it('by class are pupils and those who do not keep up', () => {
    const report = read([
      ['Итоги успеваемости за 1 четверть'],
      [
        'Класс',
        'Кол-во уч-ся',
        'Отл.',
        'Хор.',
        'с одной «3»',
        'Усп.',
        'Неусп.',
        'н/а',
        '% усп.',
        '% кач.',
        'СОУ',
      ],
      ['5А', 22, 3, 9, 1, 21, 1, 0, 95, 54, 60],
      ['5Б', 20, 2, 8, 0, 20, '-', 0, 100, 50, 58],
      ['6А', 10, 2, 8, 0, 20, 11, 0, 100, 50, 58],
    ]);
    expect(report.rows).toMatchObject([
      {
        facts: { kind: 'отметки за период', grade: 5, subject: 'все предметы' },
        count: { participants: 42, below: 1 },
      },
    ]);
    expect(codes(report)).toEqual(['5:7 more-than-participants']);
  });
});

it('a sheet that is no table of results is told by its heads; a row of people is never shown', () => {
  const { reports, unknownSheets } = readReports(
    [
      {
        name: 'Список',
        rows: [
          ['Иванов Пётр', '5А', 'ул. Лесная'],
          ['Сидорова Анна', '5Б', 'пер. Речной'],
        ],
      },
      { name: 'План', rows: [['Школа', 'Класс', 'Мероприятие']] },
      { name: 'Пусто', rows: [] },
    ],
    [],
  );
  expect(reports).toEqual([]);
  expect(unknownSheets).toEqual([
    { number: 1, heads: [] },
    { number: 2, heads: ['Школа', 'Класс'] },
  ]);
});

it('whatever stands in the cells, nothing throws, no count is negative and none is greater than the participants', () => {
  const cell = fc.oneof(
    fc.constantFrom<SheetCell>(null, '', 'X', '-', 'edu000017', '5А', 'Всего', '12,5 %', '1 234', 'Понизили'),
    fc.integer(),
    fc.double(),
    fc.string(),
  );
  const heads = fc.constantFrom<SheetCell[]>(
    ['Группы участников', 'Кол-во участников', 2, 3, 4, 5],
    ['Группы участников', 'Кол-во участников', '%'],
    ['Группы участников', 'Кол-во участников', 0, 1, 2, 3, 4, 5],
    ['Группы участников', 'Кол-во участников', '1 (2б)', '2 (1б)'],
    ['ОО', 'Код участника', 'Класс', '1 (2б)', 'Первичный балл', 'Отметка', 'Отметка по журналу'],
    ['Код ОО', 'Код ППЭ', 'Класс', 'Задания с кратким ответом', 'Первичный балл', 'Балл'],
    ['Класс', 'Кол-во уч-ся', 'Неусп.'],
  );
  fc.assert(
    fc.property(heads, fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }), (head, rows) => {
      const { reports } = readReports([{ name: '', rows: [head, ...rows] }], shippedScales);
      for (const { count } of reports.flatMap((report) => report.rows)) {
        const parts = [
          count.below ?? 0,
          ...(count.marks ?? []),
          ...(count.scores ?? []),
          ...Object.values(count.journal ?? {}),
        ];
        for (const part of parts) {
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part).toBeLessThanOrEqual(count.participants ?? 0);
        }
      }
    }),
  );
});
