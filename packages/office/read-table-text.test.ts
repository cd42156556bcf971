import { expect, test } from 'vitest';
import { readFile } from './read-file.ts';

const read = (text: string): ReturnType<typeof readFile> => readFile(new TextEncoder().encode(text));

const plan = [
  ['План мероприятий', '', '', ''],
  ['', '', '', ''],
  ['№', 'Мероприятие', 'Срок', 'Ответственный'],
  ['1', '"Семинар; ""Мост""\nдля учителей"', '12.03.2024', 'Центр'],
  ['Раздел 2', '', '', ''],
  ['2', 'Опрос', 'май', 'Отдел'],
];

test.each([';', '\t', ','])('a sheet saved with %j between its cells is its table', async (separator) => {
  const { blocks, format } = await read(plan.map((row) => row.join(separator)).join('\r\n'));
  expect(format).toBe('text');
  expect(blocks).toMatchObject([
    { kind: 'paragraph', text: 'План мероприятий' },
    {
      kind: 'table',
      structure: 'grid',
      columnCount: 4,
      place: { line: 3 },
      rows: [{}, { cells: [{}, { text: 'Семинар; "Мост"\nдля учителей' }, {}, {}] }, {}, {}],
    },
  ]);
});

test.each<[string, string]>([
  ['prose', 'Утвердить план; организовать работу; отчитаться.\nШколам; отделу; центру.\nСрок; место.'],
  ['a list', '- школа № 1;\n- школа № 2;\n- школа № 3.'],
  ['prose with commas', 'В целях, по итогам, приказываю\nПервое, второе\nТретье'],
])('%s stays text', async (_, text) => {
  expect((await read(text)).blocks.every((block) => block.kind === 'paragraph')).toBe(true);
});

test('a table of a recogniser between lines of words stays torn', async () => {
  const { blocks } = await read('ПЛАН\n№\tМероприятие\tСрок\n1\tСеминар для\tмай\n\tучителей\t');
  expect(blocks[1]).toMatchObject({ structure: 'torn' });
});

test('too many cells are refused', async () => {
  const row = `${'a;'.repeat(99)}a\n`;
  await expect(
    readFile(new TextEncoder().encode(row.repeat(20)), { limits: { sheetCells: 1000 } }),
  ).rejects.toMatchObject({
    code: 'too-many-cells',
  });
});
