import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCommand } from './read-command.ts';

const order = [
  'ОТДЕЛ ОБРАЗОВАНИЯ АДМИНИСТРАЦИИ ЗАРЕЧЕНСКОГО РАЙОНА',
  'ПРИКАЗ',
  'от 15.01.2024 № 12',
  'Об утверждении плана мероприятий на 2024 год',
  '1. Утвердить план.',
  'Начальник отдела образования О.П. Лугова',
  'Приложение к приказу отдела образования от 15.01.2024 № 21',
  'План мероприятий на 2024 год',
  '№\tМероприятие\tСрок\tОтветственный\tРезультат',
  '1\tСовещание директоров\tмарт\tОтдел образования\tПротокол',
].join('\n');

let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'opora-read-'));
});
afterAll(() => rm(directory, { recursive: true }));

async function run(name: string, content: string | Uint8Array | null, ...options: string[]) {
  const file = join(directory, name);
  if (content !== null) await writeFile(file, content);
  let [printed, warned] = ['', ''];
  const code = await readCommand([file, ...options], {
    print: (text) => (printed += text),
    warn: (text) => (warned += text),
    environment: { PATH: '' },
    width: 120,
  });
  return { code, printed, warned };
}

describe('opora read', () => {
  it('prints requisites, activities with their dates and warnings with their places for a person', async () => {
    const { code, printed, warned } = await run('order.txt', order);
    expect(code).toBe(0);
    expect(warned).toBe('');
    expect(printed).toMatch(/Номер\s+12\n/);
    expect(printed).toMatch(/Дата\s+15\.01\.2024\n/);
    expect(printed).toContain('Совещание директоров');
    expect(printed).toMatch(/→ 01\.03\.2024 –/);
    expect(printed).toMatch(/• строка 7: .*«12».*«21»/);
  });

  it('prints one JSON object on standard output', async () => {
    const { code, printed } = await run('order.txt', order, '--json');
    const read = JSON.parse(printed);
    expect(code).toBe(0);
    expect(read.document).toMatchObject({ type: 'приказ', number: '12', periodStart: '2024-01-01' });
    expect(read.activities[0]).toMatchObject({
      no: '1',
      deadline: { raw: 'март', kind: 'month', windows: [{ start: '2024-03-01', end: '2024-03-31' }] },
      source: { from: 10, to: 10 },
    });
    expect(read.warnings[0]).toMatchObject({ code: 'act-number-differs', where: '' });
  });

  it('speaks English when asked to', async () => {
    expect((await run('order.txt', order, '--lang', 'en')).printed).toMatch(/Number\s+12\n/);
  });

  it('refuses a file that is not a document with a reason and exit code 1', async () => {
    const { code, printed, warned } = await run('empty.docx', new Uint8Array());
    expect({ code, printed }).toEqual({ code: 1, printed: '' });
    expect(warned).toContain('«empty.docx»');
  });

  it('says that the file is missing', async () => {
    const { code, warned } = await run('missing.txt', null);
    expect(code).toBe(1);
    expect(warned).toContain('«missing.txt»');
  });
});
