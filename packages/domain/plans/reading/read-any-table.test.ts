import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlanDocument } from '../read-plan-document.ts';
import { gridTable, testDocument, tornTable } from './source-for-tests.ts';

const head = ['№', 'Мероприятие', 'Срок', 'Ответственный', 'Результат'];
const word = fc.constantFrom(
  ...'план Семинар школа марта 2024 отдел 5 — 1.1 2. IV Раздел итого Протокол до ежемесячно Центр учителей (ШНОР) «Мост» 12.03.2023 за ; - а'.split(
    ' ',
  ),
);
const cell = fc.array(word, { maxLength: 5 }).map((words) => words.join(' '));
const row = fc.array(cell, { minLength: 5, maxLength: 5 });
const body = fc.array(row, { maxLength: 12 });

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Every word of three letters and more that is not in the reading, wherever in it. */
function lostWords(rows: readonly (readonly string[])[], read: unknown): string[] {
  const kept = lettersOf(JSON.stringify(read));
  const words = rows.flat().flatMap((text) => text.match(/\p{L}{3,}/gu) ?? []);
  return words.filter((found) => !kept.includes(lettersOf(found)));
}

describe('any table under the head of a plan', { timeout: 30_000 }, () => {
  it('is read without a loss of words, whatever its rows hold', () => {
    fc.assert(
      fc.property(body, (rows) => {
        expect(lostWords(rows, readPlanDocument(testDocument(gridTable([head, ...rows]))))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('is read without a loss of words when it is torn', () => {
    fc.assert(
      fc.property(body, (rows) => {
        const text = [head, ['1', 'Опрос', 'март', 'Центр', 'Отчёт'], ...rows]
          .map((cells) => cells.join('|'))
          .join('\n');
        expect(lostWords(rows, readPlanDocument(testDocument(tornTable(text))))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('never throws with rows of any length and merged cells anywhere', () => {
    const merged = fc.record({
      text: cell,
      columns: fc.integer({ min: 1, max: 6 }),
      rows: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(fc.array(fc.oneof(cell, merged), { maxLength: 8 }), { maxLength: 10 }), (rows) => {
        readPlanDocument(testDocument('Показатели:', gridTable(rows), gridTable([head, ...rows])));
      }),
      { numRuns: 100 },
    );
  });
});

describe('a long document', () => {
  const activity = (index: number) => [
    `${index}.`,
    `Проведение семинара для школ (${index} встреча)`,
    'март',
    'Отдел образования, школы',
    'Протокол',
  ];

  it.each([
    [
      'a table of 5,000 rows',
      testDocument(gridTable([head, ...Array.from({ length: 5000 }, (_, at) => activity(at + 1))])),
    ],
    [
      'a torn table of 5,000 rows',
      testDocument(
        tornTable(
          [head, ...Array.from({ length: 5000 }, (_, at) => activity(at + 1))]
            .map((cells) => cells.join('|'))
            .join('\n'),
        ),
      ),
    ],
    [
      '200 pages of text',
      testDocument(
        ...Array.from(
          { length: 10_000 },
          (_, at) => `${at + 1}. Школам (далее – участники) провести анализ от 12.03.2023 № ${at}.`,
        ),
      ),
    ],
  ])(
    '%s is read without hanging',
    (_, source) => {
      const read = readPlanDocument(source);
      expect(read.activities.length).toBe(source.blocks[0]?.kind === 'table' ? 5000 : 0);
    },
    20_000,
  );
});

describe('what a table is for', () => {
  it('is told by the lower words of a head where the upper ones only join columns', () => {
    const merged = (text: string) => ({ text, rows: 2 });
    const joint = { text: 'Организация исполнения', columns: 2 };
    const read = readPlanDocument(
      testDocument(
        gridTable([
          [merged('№'), merged('Наименование мероприятия'), joint, merged('Результат')],
          ['Ответственный исполнитель', 'Срок исполнения'],
          ['1', 'Опрос родителей', 'Центр развития', '12.03.2024', 'Справка'],
        ]),
      ),
    );
    expect(read.activities).toMatchObject([
      { title: 'Опрос родителей', deadline: { raw: '12.03.2024' }, responsible: ['Центр развития'] },
    ]);
  });
});

describe('what the reader of the file was not sure of', () => {
  it('is told about the row or the page it concerns', () => {
    const table = gridTable([head, ['1', 'Опрос', 'март 2024', 'Центр', 'Отчёт']]);
    const page = { line: 1, lastLine: 1, page: 3, table: null, row: null };
    const read = readPlanDocument({
      ...testDocument(table),
      notes: [
        { code: 'row-unclear', place: table.rows[1]?.place ?? null, value: null },
        { code: 'low-recognition', place: page, value: 61 },
        { code: 'page-without-text', place: page, value: 3 },
      ],
    });
    expect(read.warnings).toMatchObject(
      expect.arrayContaining(
        [
          { code: 'row-unclear', where: '1', activity: 0 },
          { code: 'page-faint', values: ['3', '61'] },
          { code: 'page-unread', values: ['3'] },
        ].map((warning) => expect.objectContaining(warning)),
      ),
    );
  });
});

describe('a torn table', () => {
  it('keeps the end of a line that has a tab too many', () => {
    const table = tornTable(
      [head.join('|'), '1|Сбор заявок школ|март|Центр|Соглашения о', '|района||||сотрудничестве'].join('\n'),
    );
    const [activity] = readPlanDocument(testDocument(table)).activities;
    expect(activity).toMatchObject({
      title: 'Сбор заявок школ района',
      expected: ['Соглашения о сотрудничестве'],
    });
  });
});

describe('words around the tables', () => {
  it('a head with years begins another table in the same sheet', () => {
    const read = readPlanDocument(
      testDocument(
        gridTable([
          head,
          ['1', 'Опрос', 'март 2024', 'Центр', 'Отчёт'],
          ['№', 'Наименование показателя', 'Ед. изм.', '2024', '2025'],
          ['1', 'Доля опрошенных', '%', '40', '80'],
        ]),
      ),
    );
    expect(read.activities).toHaveLength(1);
    expect(read.indicators).toMatchObject([
      { name: 'Доля опрошенных', values: [{ share: 0.4 }, { share: 0.8 }] },
    ]);
  });

  it('a list under «Показатели …:» may be of two, and a school is named with its branches', () => {
    const read = readPlanDocument(
      testDocument(
        'ПОЛОЖЕНИЕ',
        '2.2. Показатели по оказанию помощи:',
        '– количество педагогов;',
        '– наличие программы (да/нет).',
        gridTable([
          ['№', 'Наименование школы', 'Куратор'],
          ['1', 'МБОУ СОШ № 9, филиал в д. Сосновка', 'Горин П.Л.'],
        ]),
      ),
    );
    expect(read.indicators).toMatchObject([{ unit: 'count' }, { unit: 'yes-no' }]);
    expect(read.schools).toEqual([
      { name: 'МБОУ СОШ № 9', branchOf: null },
      { name: 'филиал в д. Сосновка', branchOf: 'МБОУ СОШ № 9' },
    ]);
  });

  it('a programme has its name on the line below its kind', () => {
    const read = readPlanDocument(
      testDocument('МУНИЦИПАЛЬНАЯ ПРОГРАММА\n«Поддержка школ на 2024–2026 годы»\nПаспорт программы'),
    );
    expect(read.requisites.title).toBe('МУНИЦИПАЛЬНАЯ ПРОГРАММА «Поддержка школ на 2024–2026 годы»');
  });
});
