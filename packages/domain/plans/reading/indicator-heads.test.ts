import { describe, expect, it } from 'vitest';
import { readPlanDocument } from '../read-plan-document.ts';
import { gridTable, testDocument, type TestCell } from './source-for-tests.ts';

const columnsOf = (rows: readonly (readonly TestCell[])[]) => {
  const { indicators } = readPlanDocument(testDocument('Показатели эффективности', gridTable(rows)));
  return indicators.map(({ name, values }) => [
    name,
    ...values.map(({ column, raw }) => `${column}: ${raw}`),
  ]);
};

describe('the head of a table of indicators', () => {
  it.each<[string, readonly (readonly TestCell[])[], readonly string[]]>([
    [
      'may be days',
      [
        ['№', 'Показатель', 'на 01.09.2025', 'на 25.05.2026'],
        ['1', 'Успевают на «4» и «5»', '42', '45'],
      ],
      ['на 01.09.2025: 42', 'на 25.05.2026: 45'],
    ],
    [
      'may be one day, said so',
      [
        ['Наименование показателя', 'Значение по состоянию на 01.09.2025'],
        ['Успевают на «4» и «5»', '42'],
      ],
      ['Значение по состоянию на 01.09.2025: 42'],
    ],
    [
      'has its year above the beginning and the end',
      [
        [
          { text: 'Показатель', rows: 2 },
          { text: '2024/25', columns: 2 },
          { text: '2025/26', columns: 2 },
        ],
        ['на начало', 'на конец', 'на начало', 'на конец'],
        ['Успевают на «4» и «5»', '40', '41', '42', '45'],
      ],
      ['2024/25 на начало: 40', '2024/25 на конец: 41', '2025/26 на начало: 42', '2025/26 на конец: 45'],
    ],
  ])('%s', (_, rows, values) => {
    expect(columnsOf(rows)).toEqual([['Успевают на «4» и «5»', ...values]]);
  });

  it('is no row of a plan with a day of its own', () => {
    const { indicators, activities } = readPlanDocument(
      testDocument(
        gridTable([
          ['Мероприятие', 'Срок', 'Ответственный'],
          ['Показатели мониторинга собраны', '01.09.2025', 'Иванова'],
          ['Критерии уточнены', '25.05.2026', 'Петрова'],
        ]),
      ),
    );
    expect([indicators.length, activities.length]).toEqual([0, 2]);
  });
});
