import { describe, expect, it } from 'vitest';
import { readingBlocks } from './reading-block.ts';
import { gridTable, type TestCell, testDocument, tornTable } from './source-for-tests.ts';
import { readPlanDocument } from '../read-plan-document.ts';

const blocksOf = (rows: readonly (readonly TestCell[])[]): string[] =>
  readingBlocks(testDocument(gridTable(rows))).map((block) =>
    block.kind === 'line'
      ? block.text
      : `[${block.head?.columns.map(({ head }) => head).join(' | ') ?? ''}] ${block.body.length}`,
  );

const plan = ['№', 'Мероприятие', 'Срок', 'Ответственный'];
const row = ['1', 'Опрос', 'май', 'Центр'];
const wide = (text: string): TestCell[] => [{ text, columns: 4 }];

describe('a table that lays text out', () => {
  it.each<[string, (readonly TestCell[])[], string[]]>([
    [
      'reads approvals side by side one after the other, and what stands below them after both',
      [
        ['СОГЛАСОВАНО', '', '', '«УТВЕРЖДАЮ»'],
        ['Председатель совета', '', '', 'Директор школы'],
        ['', '', '', 'И.И. Петров'],
        wide('ПЛАН'),
      ],
      ['СОГЛАСОВАНО', 'Председатель совета', '«УТВЕРЖДАЮ»', 'Директор школы', 'И.И. Петров', 'ПЛАН'],
    ],
    [
      'parts a letterhead from the mark beside it',
      [
        ['Отдел образования', 'Приложение 1'],
        ['Лесного района', 'к приказу от 01.02.2024 № 5'],
      ],
      ['Отдел образования', 'Лесного района', 'Приложение 1', 'к приказу от 01.02.2024 № 5'],
    ],
    [
      'reads two rows of approvals row after row',
      [
        ['РАССМОТРЕНО', 'СОГЛАСОВАНО'],
        ['советом', 'комитетом'],
        ['ПРИНЯТО', 'УТВЕРЖДАЮ'],
        ['собранием', 'Директор'],
      ],
      ['РАССМОТРЕНО', 'советом', 'СОГЛАСОВАНО', 'комитетом', 'ПРИНЯТО', 'собранием', 'УТВЕРЖДАЮ', 'Директор'],
    ],
    [
      'reads posts and names as lines',
      [
        ['Начальник отдела', 'И.И. Петров'],
        ['Юрист', 'С.С. Орлова'],
      ],
      ['Начальник отдела И.И. Петров', 'Юрист С.С. Орлова'],
    ],
  ])('%s', (_, rows, lines) => {
    expect(blocksOf(rows)).toEqual(lines);
  });
});

describe('paragraphs parted by tabs', () => {
  const linesOf = (text: string): string[] =>
    readingBlocks(testDocument(text)).map((block) => (block.kind === 'line' ? block.text : ''));

  it('hold approvals one after the other', () => {
    expect(
      linesOf(
        'СОГЛАСОВАНО\tУТВЕРЖДАЮ\nсоветом школы\tДиректор\nПротокол № 1\nот 1 мая\tот 2 мая\nПЛАН\nна год',
      ),
    ).toEqual([
      'СОГЛАСОВАНО',
      'советом школы',
      'Протокол № 1',
      'от 1 мая',
      'УТВЕРЖДАЮ',
      'Директор',
      'от 2 мая',
      'ПЛАН',
      'на год',
    ]);
  });

  it('are lines where nothing is approved', () => {
    expect(linesOf('12.01.2024\t№ 5\nНачальник\tИ.И. Петров')).toEqual([
      '12.01.2024 № 5',
      'Начальник И.И. Петров',
    ]);
  });
});

describe('tables one under another in a sheet', () => {
  it.each<[string, (readonly TestCell[])[], string[]]>([
    [
      'a head without numbers begins another table when every column of it has a name',
      [
        plan,
        row,
        wide('Кураторы'),
        ['Вид работы', 'Срок', 'Подтверждающий документ'],
        ['Визит', 'май', 'Отчёт'],
      ],
      [
        '[№ | Мероприятие | Срок | Ответственный] 1',
        'Кураторы',
        '[Вид работы | Срок | Подтверждающий документ] 1',
      ],
    ],
    [
      'a head with columns of its own begins another table under a title',
      [
        plan,
        row,
        wide('Итоги'),
        ['Ресурсы', 'Показатели', 'СОШ № 1', 'СОШ № 2'],
        ['Кадры', 'Доля', '5', '7'],
      ],
      ['[№ | Мероприятие | Срок | Ответственный] 1', 'Итоги', '[Ресурсы | Показатели | СОШ № 1 | СОШ № 2] 1'],
    ],
    [
      'a row that uses the words of a head does not',
      [plan, row, ['', 'Мероприятия по плану школ.', 'в срок', 'Ответственные лица'], row],
      ['[№ | Мероприятие | Срок | Ответственный] 3'],
    ],
  ])('%s', (_, rows, blocks) => {
    expect(blocksOf(rows)).toEqual(blocks);
  });
});

describe('a head printed again on the next page', () => {
  it('is told from the rest of the row above it, whatever words that uses', () => {
    const torn = `№ п/п|Мероприятие|Срок|Ответственные|Результат
1.|Проведение занятий по|май|Методическая служба,|Справка, лист
|рабочим программам||методических объединений|участников
№ п/п|Мероприятие|Срок|Ответственные|Результат
2.|Опрос школ|июнь|Центр|Отчёт`;
    const { activities } = readPlanDocument(testDocument(tornTable(torn)));
    expect(activities.map(({ no, title }) => [no, title])).toEqual([
      ['1.', 'Проведение занятий по рабочим программам'],
      ['2.', 'Опрос школ'],
    ]);
  });
});

describe('a plan with its terms first', () => {
  it('takes a numbered title of a section in their column for a section, and an organiser for who is responsible', () => {
    const rows = [
      ['Срок', 'Мероприятие', 'Организатор'],
      ['Этап 1. Начальный', '', ''],
      ['май 2024', 'Опрос школ', 'Центр'],
    ];
    expect(readPlanDocument(testDocument(gridTable(rows))).activities).toMatchObject([
      { section: 'Этап 1. Начальный', title: 'Опрос школ', responsible: ['Центр'] },
    ]);
  });
});

describe('columns of a table', () => {
  const plan = ['№', 'Мероприятие', 'Срок', 'Ответственный'];
  it.each([
    [['1', '2', '3', '4'], true],
    [['1', '3', '4', '5'], true],
    [['2', '3', '4', '5'], true],
    [['1', '20', '30', '40'], false],
    [['1', '2', '2', '3'], false],
    [['1', 'Опрос', 'май', 'Центр'], false],
  ])('are numbered by %j: %s', (numbers, areNumbers) => {
    expect(blocksOf([plan, numbers, row])).toEqual([
      `[№ | Мероприятие | Срок | Ответственный] ${areNumbers ? 1 : 2}`,
    ]);
  });

  it('of indicators may be what is planned', () => {
    const rows = [
      ['№', 'Показатель', 'Единица измерения', 'План'],
      ['1', 'Число наставников', 'чел.', '12'],
    ];
    expect(readPlanDocument(testDocument(gridTable(rows))).indicators).toMatchObject([
      { name: 'Число наставников', values: [{ column: 'План', value: 12 }] },
    ]);
  });
});

it('parts the words that name a list from the sentence a file joined them with', () => {
  const [goal, tasks] = readingBlocks(
    testDocument('Цель: повысить качество подготовки выпускников. Задачи:'),
  );
  expect([goal, tasks]).toMatchObject([
    { text: 'Цель: повысить качество подготовки выпускников.' },
    { text: 'Задачи:' },
  ]);
});
