import type { SourceBlock } from '@opora/domain/basics/source-document.ts';
import { describe, expect, it } from 'vitest';
import { readFile } from './read-file.ts';
import { readText } from './read-text.ts';
import { cleanMarks } from './text-marks.ts';

const shown = (block: SourceBlock): string =>
  block.kind === 'paragraph'
    ? `${block.place.line}: ${block.text}`
    : block.rows
        .map((row) => `${row.place.line}| ${row.cells.map((cell) => cell.text).join(' ¦ ')}`)
        .join('\n');

const blocks = (text: string): string[] => readText(text).blocks.map(shown);

describe('plain text', () => {
  it('makes a paragraph of each line that is not blank', () => {
    expect(blocks('ПРИКАЗ\r\n\r\nот 1 мая\n \nконец')).toEqual(['1: ПРИКАЗ', '3: от 1 мая', '5: конец']);
  });

  it('makes a torn table of lines with tabs, empty cells in their columns', () => {
    const [table] = readText('№\tМероприятие\tСрок\n\tчего\t\n').blocks;
    expect(table).toMatchObject({
      kind: 'table',
      structure: 'torn',
      columnCount: 3,
      place: { line: 1, lastLine: 2, table: 1 },
    });
    expect(table && shown(table)).toBe('1| № ¦ Мероприятие ¦ Срок\n2|  ¦ чего ¦ ');
  });

  it('carries a table over blank lines, and ends it at words', () => {
    expect(blocks('1\tа\tб\n\n \n2\tв\tг\n\nВыводы\n3\tд\te')).toEqual([
      '1| 1 ¦ а ¦ б\n4| 2 ¦ в ¦ г',
      '6: Выводы',
      '7| 3 ¦ д ¦ e',
    ]);
  });

  it('keeps the last line of a table that a number of a page cut off', () => {
    expect(blocks('1\tа\tб\n2\tв\tг\n7\n\tд\t\n8\nГлава\tИ.И. Иванов')).toEqual([
      '1| 1 ¦ а ¦ б\n2| 2 ¦ в ¦ г',
      '3: 7',
      '4|  ¦ д ¦ ',
      '5: 8',
      '6: Глава\tИ.И. Иванов',
    ]);
  });

  it('takes an indent by a tab, or one pair of words with a tab between, for a paragraph', () => {
    expect(blocks('\tВ соответствии с планом\nГлава района\tИ.И. Иванов\nПриложение')).toEqual([
      '1: В соответствии с планом',
      '2: Глава района\tИ.И. Иванов',
      '3: Приложение',
    ]);
  });

  it('counts pages by form feeds without shifting lines', () => {
    const document = readText('а\n\fб\nв\f\nг');
    expect(document.pageCount).toBe(3);
    expect(document.blocks.map(({ place }) => [place.line, place.page])).toEqual([
      [1, 1],
      [2, 2],
      [3, 2],
      [4, 3],
    ]);
  });

  it('reads Markdown headings and tables', () => {
    const document = readText('## Цель\n| № | Срок |\n|---|:--:|\n| 1 | май |\nконец');
    expect(document.blocks).toMatchObject([
      { text: 'Цель', headingLevel: 2 },
      { structure: 'grid', rows: [{ repeatedHead: true }, { cells: [{ text: '1' }, { text: 'май' }] }] },
      { text: 'конец' },
    ]);
  });

  it('drops a list dash that stands before a number', () => {
    expect(blocks('- 1. Утвердить план.\n- школа')).toEqual(['1: 1. Утвердить план.', '2: - школа']);
  });
});

describe('marks of a recogniser', () => {
  it.each([
    ['$N_{\\underline{0}}$ 55', '№ 55'],
    ['$N^{\\circ}$ 7', '№ 7'],
    ['$\\Phi$ГОС', 'ФГОС'],
    ['не менее $\\geq 5\\%$', 'не менее ≥5%'],
    ['5 $ и 7 $', '5 $ и 7 $'],
    ['«___» ______ 20__ г.', '«___» ______ 20__ г.'],
    ['*Примечание.* Доля 2*3*4', 'Примечание. Доля 2*3*4'],
    ['*ДО – отдел *ОО – школы', '*ДО – отдел *ОО – школы'],
    ['**Цель** <u>19.02.2021</u>', 'Цель 19.02.2021'],
    ['<ol> <li>Раз.</li> <li>Два.</li> </ol>', '1. Раз.\n2. Два.'],
    ['<ul><li>а</li></ul>', '• а'],
    ['1\\. пункт\\_х &laquo;а&raquo; &amp; б', '1. пункт_х «а» & б'],
    ['если a < b и c > d', 'если a < b и c > d'],
    ['перво\u00adначально\u00a0всё', 'первоначально всё'],
    ['Раз.     Два.', 'Раз.\nДва.'],
  ])('%s', (marked, clean) => {
    expect(cleanMarks(marked, '\n')).toBe(clean);
  });

  it.each(['$', '*', '*a', '<ol', '<ol>', '_', '`', ' ', '&', '\\', '<', '**', '\t'])(
    '%s two hundred thousand times is read in proportion',
    (mark) => {
      const start = performance.now();
      readText(`x${mark.repeat(200_000)}`);
      expect(performance.now() - start).toBeLessThan(2000);
    },
  );
});

describe('encodings', () => {
  const russian = 'Приказ отдела образования от 19 февраля 2021 года № 55 «Об утверждении плана»'.replace(
    '№',
    'N',
  );
  const oneByte = (encoding: string): Uint8Array => {
    const letters = new Map(
      Array.from({ length: 256 }, (_, code) => [new TextDecoder(encoding).decode(Uint8Array.of(code)), code]),
    );
    return Uint8Array.from(russian.replaceAll(/[«»]/g, '"'), (letter) => letters.get(letter) ?? 63);
  };
  const utf16 = (mark: boolean): Uint8Array =>
    new Uint8Array(Buffer.from((mark ? '\ufeff' : '') + russian, 'utf16le'));

  it.each([
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${russian}`), russian],
    ['UTF-8 cut inside a letter', new TextEncoder().encode(russian).subarray(0, 29), 'Приказ отдела о\ufffd'],
    ['UTF-16', utf16(true), russian],
    ['UTF-16 without a mark', utf16(false), russian],
    ['windows-1251', oneByte('windows-1251'), russian.replaceAll(/[«»]/g, '"')],
    ['KOI8-R', oneByte('koi8-r'), russian.replaceAll(/[«»]/g, '"')],
    ['CP866', oneByte('ibm866'), russian.replaceAll(/[«»]/g, '"')],
  ])('%s', async (_, bytes, expected) => {
    expect((await readFile(bytes)).blocks).toMatchObject([{ text: expected }]);
  });
});
