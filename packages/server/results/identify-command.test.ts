import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identifyCommand } from './identify-command.ts';

const rule = {
  threshold: 0.3,
  minParticipants: 10,
  yearsPooled: 1,
  year: 2025,
  minProceduresInYear: 2,
  repeatYears: 2,
  combine: 'and',
};
const counts = [
  'year,procedure,grade,subject,school,participants,below',
  '2025,ОГЭ,9,математика,edu000002,24,9',
  '2025,ОГЭ,9,русский язык,edu000002,20,6',
  '2024,ОГЭ,9,математика,edu000002,20,8',
  '2025,ОГЭ,9,математика,edu000001,3,1',
];
const head = 'year,procedure,grade,subject,school,below';
/** The same results pupil by pupil. */
const pupils = [
  head,
  ...counts.slice(1).flatMap((row) => {
    const [year, procedure, grade, subject, school, participants, below] = row.split(',');
    return Array.from({ length: Number(participants) }, (_, at) =>
      [year, procedure, grade, subject, school, at < Number(below) ? 1 : 0].join(','),
    );
  }),
];

let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'opora-identify-'));
});
afterAll(() => rm(directory, { recursive: true }));

type Given = { results: string | Uint8Array; method?: unknown; args?: readonly string[] };

async function run({ results, method = rule, args = ['--json'] }: Given) {
  await writeFile(join(directory, "it's.csv"), results);
  await writeFile(
    join(directory, 'method.json'),
    typeof method === 'string' ? method : JSON.stringify(method),
  );
  let [printed, warned] = ['', ''];
  const files = ['--results', join(directory, "it's.csv"), '--method', join(directory, 'method.json')];
  const code = await identifyCommand([...files, ...args], {
    print: (text) => (printed += text),
    warn: (text) => (warned += text),
    environment: {},
    width: 120,
  });
  return { code, printed, warned };
}

const lines = (rows: readonly string[], end = '\n') => rows.map((row) => row + end).join('');

describe('opora identify', () => {
  it('prints schools in the order of their codes, each with its verdict and reasons', async () => {
    const { code, printed, warned } = await run({ results: lines(counts) });
    expect({ code, warned }).toEqual({ code: 0, warned: '' });
    const { schools, priors } = JSON.parse(printed);
    expect(schools).toMatchObject([
      { school: 'edu000001', verdict: 'insufficient', reasons: [], certainty: 'little-data' },
      { school: 'edu000002', verdict: 'listed', change: { direction: 'fewer', pupils: 1 } },
    ]);
    expect(schools[1].reasons[1]).toEqual({
      year: 2025,
      procedure: 'ОГЭ',
      grade: 9,
      subject: 'математика',
      participants: 24,
      below: 9,
      share: 0.375,
      low: true,
      interval: [0.211594, 0.5729],
      probability: expect.closeTo(0.78, 1),
    });
    expect(priors[1]).toMatchObject({ year: 2025, subject: 'математика', schools: 2 });
  });

  it.each([
    ['pupil by pupil', lines(pupils)],
    [
      'with a column more, which is not read',
      lines(pupils.map((row, at) => `${row},${at === 0 ? 'ФИО' : `Ученик ${at}`}`)),
    ],
    ['in another order of columns', lines(pupils.map((row) => row.split(',').toReversed().join(',')))],
    [
      'with semicolons, quotes and spaces',
      lines(
        pupils.map((row) =>
          row
            .split(',')
            .map((cell) => ` "${cell}"`.trim())
            .join(';'),
        ),
      ),
    ],
    ['with spaces around cells', lines(pupils.map((row) => row.split(',').join(' , ')))],
    [
      'with Russian heads',
      lines(['Год,Процедура,Класс,Предмет,Код школы,Ниже минимума', ...pupils.slice(1)]),
    ],
    ['from Excel: BOM and CRLF', `\uFEFF${lines(pupils, '\r\n')}`],
    ['with empty lines at the end', `${lines(pupils)}\n\n`],
  ])('reads the same out of results %s', async (_, results) => {
    const [expected, read] = [await run({ results: lines(counts) }), await run({ results })];
    expect(read.warned).toBe('');
    expect(JSON.parse(read.printed)).toEqual(JSON.parse(expected.printed));
  });

  it('says it in words for a person', async () => {
    const { printed } = await run({ results: lines(counts), args: [] });
    expect(printed).toContain('edu000002 — в списке');
    expect(printed).toMatch(/2025, ОГЭ, 9 класс, математика: 9 из 24, 38\s% — низкий результат/);
    expect(printed).toContain('Школ: 2. в списке — 1; недостаточно данных — 1.');
  });

  it('takes a methodology that is shipped, for a year', async () => {
    await writeFile(join(directory, 'results.csv'), lines(counts));
    let printed = '';
    const code = await identifyCommand(
      ['--results', join(directory, 'results.csv'), '--method', 'rule-2025', '--year', '2025', '--json'],
      { print: (text) => (printed += text), warn: () => {}, environment: {}, width: 120 },
    );
    expect(code).toBe(0);
    expect(JSON.parse(printed).schools[1].verdict).toBe('listed');
  });
});

describe('a file of results is refused in words', () => {
  const second = (row: string, of = counts) => lines([of[0]!, of[1]!, row]);

  it.each([
    ['nothing in it', '', 'пуст'],
    ['a workbook', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'не CSV'],
    [
      'another encoding',
      new Uint8Array([...Buffer.from(`${head}\n2025,`), 0xc2, 0xcf, 0xd0, ...Buffer.from(',5,р,e,1\n')]),
      'UTF-8',
    ],
    ['no head', lines(pupils.slice(1)), 'нет столбцов: year, procedure, grade, subject, school, below'],
    ['a head twice', lines([`${head},year`]), 'названы дважды: year'],
    [
      'a name in the place of a mark',
      second('2025,ОГЭ,9,математика,edu1,Иванова Анна', pupils),
      'Строка 3, столбец below. Должно быть: 0 или 1',
    ],
    ['half a pupil', second('2025,ОГЭ,9,математика,edu1,10,2.5'), 'Строка 3, столбец below'],
    ['more below than took part', second('2025,ОГЭ,9,математика,edu1,10,11'), 'Строка 3, столбец below'],
    ['a number below zero', second('2025,ОГЭ,9,математика,edu1,-10,0'), 'Строка 3, столбец participants'],
    [
      'a school of a million',
      second('2025,ОГЭ,9,математика,edu1,999999,0'),
      'Строка 3, столбец participants',
    ],
    ['an impossible grade', second('2025,ОГЭ,19,математика,edu1,10,0'), 'Строка 3, столбец grade'],
    ['a school year', second('2024/2025,ОГЭ,9,математика,edu1,10,0'), 'Строка 3, столбец year'],
    ['no school', second('2025,ОГЭ,9,математика,,10,0'), 'Строка 3, столбец school'],
    [
      'letters that steer a terminal',
      second('2025,ОГЭ,9,математика,e\u001B[2J,10,0'),
      'Строка 3, столбец school',
    ],
    ['a row twice', second(counts[1]!), 'Строка 3: эта школа, процедура и год уже были'],
    ['a short row', second('2025,ОГЭ,9'), 'Строка 3: столбцов не столько'],
    ['a short row of pupils', second('2025,ОГЭ,1', pupils), 'Строка 3: столбцов не столько'],
    ['a quotation without end', second('2025,ОГЭ,9,"математика,edu1,10,0'), 'Строка 3: столбцов не столько'],
    [
      'a line of megabytes',
      second(`2025,ОГЭ,9,${'я'.repeat(1_500_000)},edu1,10,0`),
      'Строка 3, столбец subject',
    ],
  ] as const)('%s', async (_, results, words) => {
    const { code, printed, warned } = await run({ results });
    expect({ code, printed }).toEqual({ code: 1, printed: '' });
    expect(warned).toContain(words);
    expect(warned).not.toContain('Иванова');
  });

  it('and leaves nothing on the disk', async () => {
    await run({ results: second('2025,ОГЭ,9,математика,edu1,Иванова Анна', pupils) });
    expect((await readdir(directory)).toSorted()).toEqual(["it's.csv", 'method.json', 'results.csv']);
  });
});

describe('a methodology is refused in words', () => {
  it.each([
    ['not JSON', '{"threshold":', 'не читается как JSON'],
    ['a list', [], 'один объект'],
    ['a threshold in percent', { ...rule, threshold: 30 }, '«threshold». Должно быть: доля больше 0'],
    ['a field misspelt', { ...rule, tresholds: 0.3 }, 'поля «tresholds» нет'],
    ['no year', { ...rule, year: undefined }, 'Год не задан'],
    ['wrong grades', { ...rule, procedures: [{ procedure: 'ВПР', grades: ['5'] }] }, '«procedures»'],
  ])('%s', async (_, method, words) => {
    const { code, warned } = await run({ results: lines(counts), method });
    expect(code).toBe(1);
    expect(warned).toContain(words);
  });

  it('that fits no procedure of the file is told beside the answer', async () => {
    const { code, warned } = await run({
      results: lines(counts),
      method: { ...rule, procedures: [{ procedure: 'ЕГЭ' }] },
    });
    expect(code).toBe(0);
    expect(warned).toContain('не нашлись');
  });

  it('and a call without files tells how to call', async () => {
    const warned: string[] = [];
    const code = await identifyCommand(['--results'], {
      print: () => {},
      warn: (text) => warned.push(text),
      environment: {},
      width: 80,
    });
    expect(code).toBe(2);
    expect(warned.join('')).toContain('opora identify');
  });
});
