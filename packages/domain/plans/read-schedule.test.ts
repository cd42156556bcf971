import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SheetCell } from '../basics/sheet-table.ts';
import { readSchedule } from './read-schedule.ts';
import type { DeadlineContext } from './read-deadline.ts';

const context: DeadlineContext = {
  periodStart: '2026-01-01',
  periodEnd: '2026-12-31',
  schoolYearStart: null,
  actDate: '2026-02-01',
  schoolTerms: [],
};
const read = (rows: SheetCell[][], name = '') =>
  readSchedule({ kind: 'tables', sheets: [{ name, rows }] }, context);
/** «2026-03-12 Семинар», «2026-03-12/2026-03-14 Семинар ?year-assumed». */
const told = (rows: SheetCell[][], name = '') =>
  read(rows, name).events.map(({ title, startsOn, endsOn, doubts }) =>
    [
      startsOn === endsOn ? startsOn : `${startsOn}/${endsOn}`,
      title,
      ...doubts.map((doubt) => `?${doubt}`),
    ].join(' '),
  );
const head = ['№ п/п', 'Наименование мероприятия', 'Дата проведения', 'Место проведения'];

describe('the days of a row', () => {
  it.each<[SheetCell, string[]]>([
    ['2026-03-12', ['2026-03-12 С']],
    [46_093, ['2026-03-12 С']],
    ['12.03.2026', ['2026-03-12 С']],
    ['12.03.2026 в 14:00', ['2026-03-12 С']],
    ['12 марта (четверг), 10:00 – 12:00', ['2026-03-12 С ?year-assumed']],
    ['12 марта', ['2026-03-12 С ?year-assumed']],
    ['12–14 марта 2026', ['2026-03-12/2026-03-14 С']],
    ['12.03 – 14.03.2026', ['2026-03-12/2026-03-14 С']],
    ['12 и 26 марта 2026 г.', ['2026-03-12 С', '2026-03-26 С']],
    ['март 2026', ['2026-03-01/2026-03-31 С ?whole-month']],
    ['уточняется', []],
    ['12', []],
    [null, []],
  ])('%j', (cell, events) => {
    expect(told([head, [1, 'С', cell, 'ВГАПО']])).toEqual(events);
  });

  it('begin and end in two columns', () => {
    const rows = [
      ['Тема', 'Начало', 'Окончание'],
      ['Курсы', '12.03.2026', '14.03.2026'],
      ['Вебинар', '16.03.2026', null],
    ];
    expect(told(rows)).toEqual(['2026-03-12/2026-03-14 Курсы', '2026-03-16 Вебинар']);
  });
});

describe('the month stands', () => {
  it.each<[string, SheetCell[][], string]>([
    [
      'in a heading above the rows',
      [['График'], ['Тема', 'Число'], ['Март 2026', 'Март 2026'], ['С', 12], ['В', '16, 17']],
      '',
    ],
    [
      'in a column',
      [
        ['Месяц', 'Тема', 'Число'],
        ['март 2026', 'С', 12],
        ['март 2026', 'В', '16, 17'],
      ],
      '',
    ],
    [
      'in the name of the sheet',
      [
        ['Тема', 'Число'],
        ['С', 12],
        ['В', '16, 17'],
      ],
      'Март 2026',
    ],
    [
      'in the head, a column for each',
      [
        ['Тема', 'февраль 2026', 'Март 2026'],
        ['С', null, 12],
        ['В', '–', '16, 17'],
      ],
      '',
    ],
  ])('%s', (_title, rows, name) => {
    expect(told(rows, name)).toEqual(['2026-03-12 С', '2026-03-16 В', '2026-03-17 В']);
  });

  it('with a mark, or with what is held in it', () => {
    const rows = [
      ['Направление', 'Март 2026', 'Апрель 2026'],
      ['Диагностика', '+', '14 Семинар директоров'],
    ];
    expect(told(rows)).toEqual([
      '2026-03-01/2026-03-31 Диагностика ?whole-month',
      '2026-04-14 Диагностика: Семинар директоров',
    ]);
  });
});

it('a row of the plan is named by its number, not by the count of rows', () => {
  const numbers = (rows: SheetCell[][]) => read(rows).events.map(({ no }) => no);
  expect(numbers([head, [4, 'С', '12.03.2026'], ['1.4', 'С', '12.03.2026']])).toEqual([null, '1.4']);
  expect(
    numbers([
      ['Пункт плана', 'Тема', 'Дата'],
      ['4', 'С', '12.03.2026'],
    ]),
  ).toEqual(['4']);
  expect(numbers([head, [1, 'Семинар (п. 2.3 карты)', '12.03.2026']])).toEqual(['2.3']);
});

describe('the column of the days is found by the first word of its head that says anything', () => {
  const day = '12.03.2026, 14:00, ИРО';
  it.each<[SheetCell[], string[]]>([
    [['Тема', 'Дата и время проведения'], ['2026-03-12 С']],
    [['Тема', 'Дата, время, место'], ['2026-03-12 С']],
    [['Тема', 'Срок и форма проведения'], ['2026-03-12 С']],
    [['Тема', 'Дата начала и окончания'], ['2026-03-12 С']],
    [['Наименование, форма мероприятия', 'Дата'], ['2026-03-12 С']],
    [['Школьное событие', 'Числа'], ['2026-03-12 С']],
    // Where nothing else holds the days, a column that speaks of them in passing does.
    [['Тема', 'Место и дата проведения'], ['2026-03-12 С']],
    [['Тема', 'Время проведения'], ['2026-03-12 С']],
    [['Тема', 'Место проведения'], []],
    [['Тема', 'Количество часов'], []],
  ])('%j', (columns, events) => {
    expect(told([columns, ['С', day]])).toEqual(events);
  });

  it('and one that says more of the place gives way to a plainer one', () => {
    const rows = [
      ['Время и место проведения', 'Тема', 'Дата'],
      ['14:00, ИРО', 'С', '12.03.2026'],
    ];
    expect(told(rows)).toEqual(['2026-03-12 С']);
  });
});

it('the rows of a table that says nowhere when are told too, a line of signatures is not', () => {
  const found = read([
    ['Тема', 'Место'],
    ['Семинар', 'ИРО'],
    ['Вебинар', 'дистанционно'],
  ]);
  expect(found).toEqual({ events: [], unread: ['Семинар', 'Вебинар'], unreadCount: 2 });
  expect(read([['Ректор', 'И. И. Иванов']]).unreadCount).toBe(0);
});

it('a row whose day is not read is told by its words', () => {
  expect(read([head, [1, 'Семинар', 'по согласованию', 'ВГАПО']])).toEqual({
    events: [],
    unread: ['Семинар'],
    unreadCount: 1,
  });
});

it('any table is read without a word of complaint', () => {
  const cell = fc.oneof(
    fc.constant(null),
    fc.integer({ min: -5, max: 80_000 }),
    fc.constantFrom(
      'Дата',
      'Тема',
      'Март 2026',
      '12–14',
      '31 февраля',
      '№',
      'до',
      '99.99.9999',
      'Месяц',
      '+',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 8 }), (rows) => {
      for (const { startsOn, endsOn } of read(rows).events) expect(startsOn <= endsOn).toBe(true);
    }),
    { numRuns: 300 },
  );
});
