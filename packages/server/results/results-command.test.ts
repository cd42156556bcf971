import { writeXlsx } from 'hucre';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resultsCommand } from './results-command.ts';

let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'opora-results-'));
});
afterAll(() => rm(directory, { recursive: true }));

async function run(name: string, bytes: Uint8Array | string, ...args: string[]) {
  await writeFile(join(directory, name), bytes);
  let [printed, warned] = ['', ''];
  const code = await resultsCommand([join(directory, name), ...args], {
    print: (text) => (printed += text),
    warn: (text) => (warned += text),
    environment: {},
    width: 120,
  });
  return { code, printed, warned };
}

const individual = [
  ['ВПР 2025 Математика 5 класс'],
  ['ОО', 'Код участника', 'ФИО', 'Класс', '1 (2б)', 'Первичный балл', 'Отметка', 'Отметка по журналу'],
  ['edu123456', '5001', 'Иванов Пётр', '5А', 2, 2, 4, 5],
  ['edu123456', '5002', 'Петрова Анна', '5Б', 'X', 0, 2, 3],
];

describe('opora results', () => {
  it('shows what was understood of a workbook, and of no pupil', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'Индивидуальные', rows: individual }] });
    const { code, printed } = await run('a.xlsx', bytes);
    expect(printed).toBe(
      'Лист «Индивидуальные»: ФИС ОКО: индивидуальные результаты (сложены по школам)\n' +
        '  edu123456 · ВПР, 2025, математика, 5 класс · участников 2 · ниже минимума 1 · отметки 2–5: 1, 0, 1, 0' +
        ' · первичные баллы 0–2 · с журналом: понизили 2, подтвердили 0, повысили 0' +
        ' · из них на две отметки и более: понизили 0, повысили 0 · заданий 1\n',
    );
    expect(code).toBe(0);
  });

  it('knows a page of a journal called .xls and a text of windows-1251, whatever their names', async () => {
    const page =
      '<table><tr><td>Класс</td><td>Кол-во уч-ся</td><td>Неусп.</td></tr><tr><td>5А</td><td>22</td><td>1</td></tr></table>';
    expect(JSON.parse((await run('b.xls', page, '--json')).printed).reports[0].layout).toBe('class-summary');
    const text = 'Класс;Кол-во уч-ся;Неусп.\r\n5А;22;1\r\n';
    const cyrillic = Uint8Array.from(text, (sign) => {
      const code = sign.codePointAt(0) ?? 0;
      return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
    });
    expect(JSON.parse((await run('b.docx', cyrillic, '--json')).printed).reports[0].layout).toBe(
      'class-summary',
    );
  });

  it.each([
    ['an empty file', '', 'empty.xlsx'],
    ['a broken workbook', 'PK\u0003\u0004broken', 'broken.xlsx'],
  ])('refuses %s by its name', async (_, bytes, name) => {
    const { code, warned } = await run(name, bytes);
    expect(code).toBe(1);
    expect(warned).toContain(name);
  });

  it('ends with 1 where no table of results is found, and says which heads stand there', async () => {
    const { code, printed } = await run('plan.csv', 'Школа;Класс;Мероприятие\n№ 1;5;Беседа\n');
    expect([code, printed]).toEqual([
      1,
      'Лист 1: таблица результатов не найдена; заголовки: Школа | Класс\n',
    ]);
  });
});
