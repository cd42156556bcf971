import { FileRefusal } from '@opora/domain/basics/file-refusal.ts';
import type { SourceDocument } from '@opora/domain/basics/source-document.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPdf } from './read-pdf.ts';
import { codes, line, makePdf, ruledTable, text, type DrawnPage } from './testing/make-pdf.ts';

async function read(...pages: readonly (string | DrawnPage)[]): Promise<SourceDocument> {
  return readPdf(makePdf(pages.map((page) => (typeof page === 'string' ? { content: page } : page))));
}

function paragraphs(document: SourceDocument): string[] {
  return document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
}

/** Texts of the cells row by row, spans as «text→columns↓rows». */
function tables(document: SourceDocument): string[][][] {
  return document.blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? []
      : [
          block.rows.map((row) =>
            row.cells.map(
              (cell) =>
                cell.text +
                (cell.columnSpan > 1 ? `→${cell.columnSpan}` : '') +
                (cell.rowSpan > 1 ? `↓${cell.rowSpan}` : ''),
            ),
          ),
        ],
  );
}

const columns = [50, 100, 300, 400];
const head = ['№', 'Мероприятие', 'Срок'];

describe('tables with borders', () => {
  test('cells are what the borders enclose, whatever the order of drawing', async () => {
    const document = await read(
      ruledTable(columns, 700, [head, ['1', 'Семинар', 'Март']])
        .split('\n')
        .filter((each) => each !== '')
        .reverse()
        .join('\n'),
    );
    expect(tables(document)).toEqual([[head, ['1', 'Семинар', 'Март']]]);
  });

  test('text that comes close to a border is not glued to the next cell', async () => {
    const document = await read(
      `${ruledTable([50, 120, 200], 700, [['', '']])}${text(51, 687, 'Школанаполях1')}${text(121, 687, 'Март')}`,
    );
    expect(tables(document)).toEqual([[['Школанаполях1', 'Март']]]);
  });

  test('a missing border merges cells to the right and down', async () => {
    const drawn =
      [700, 680, 640].map((y) => line(50, y, 350, y)).join('') +
      line(150, 660, 350, 660) +
      [50, 150, 350].map((x) => line(x, 680, x, 640)).join('') +
      line(50, 700, 50, 680) +
      line(350, 700, 350, 680);
    const document = await read(
      drawn +
        text(60, 687, 'Раздел') +
        text(60, 655, '1') +
        text(160, 667, 'Первое') +
        text(160, 647, 'Второе'),
    );
    expect(tables(document)).toEqual([[['Раздел→2'], ['1↓2', 'Первое'], ['Второе']]]);
  });

  test.each([
    ['rectangles around the cells', '50 660 100 40 re S 150 660 100 40 re S'],
    [
      'thin filled rectangles',
      '50 660 200 .5 re 50 700 200 .5 re f 50 660 .5 40 re 150 660 .5 40 re 250 660 .5 40 re f',
    ],
    ['dots', `[1 2] 0 d 50 660 100 40 re S 150 660 100 40 re S`],
    [
      'short dashes drawn one by one',
      [660, 700]
        .flatMap((y) => Array.from({ length: 50 }, (_, i) => line(50 + i * 4, y, 52 + i * 4, y)))
        .join('') + [50, 150, 250].map((x) => line(x, 660, x, 700)).join(''),
    ],
  ])('borders may be drawn as %s', async (_, borders) => {
    const document = await read(`${borders}\n${text(60, 675, 'Срок')}${text(160, 675, 'Март')}`);
    expect(tables(document)).toEqual([[['Срок', 'Март']]]);
  });

  test('an underlined word does not part a cell', async () => {
    const document = await read(
      ruledTable(columns, 700, [head, ['1', 'Семинар', 'Март']], 30) + line(104, 655, 298, 655),
    );
    expect(tables(document)).toEqual([[head, ['1', 'Семинар', 'Март']]]);
  });

  test('a frame around text is not a table', async () => {
    const document = await read(`40 40 500 760 re S\n${text(60, 700, 'Приказ')}`);
    expect(tables(document)).toEqual([]);
    expect(paragraphs(document)).toEqual(['Приказ']);
  });

  test('a table of a form drawn inside the page is read like any other', async () => {
    const form = ruledTable(columns, 700, [head]);
    const document = await read({ content: 'q 1 0 0 1 20 -50 cm /X Do Q', form });
    expect(tables(document)).toEqual([[head]]);
  });

  test('text turned upwards in a cell is read along its own direction', async () => {
    const turned = `BT /F 10 Tf 0 1 -1 0 152 610 Tm <${codes('Число')}> Tj ET BT /F 10 Tf 0 1 -1 0 164 610 Tm <${codes('школ')}> Tj ET\n`;
    const document = await read(ruledTable([50, 140, 170], 700, [['Срок проведения', '']], 100) + turned);
    expect(tables(document)).toEqual([[['Срок проведения', 'Число\nшкол']]]);
  });
});

describe('tables over pages', () => {
  test('a table with the same columns goes on, and its repeated head is marked', async () => {
    const document = await read(
      text(50, 720, 'План') + ruledTable(columns, 700, [head, ['1', 'Семинар', 'Март']]),
      ruledTable(columns, 800, [head, ['2', 'Вебинар', 'Май']]),
    );
    expect(tables(document)).toEqual([[head, ['1', 'Семинар', 'Март'], head, ['2', 'Вебинар', 'Май']]]);
    const table = document.blocks.find((block) => block.kind === 'table');
    expect(table?.rows.map((row) => row.repeatedHead)).toEqual([true, false, true, false]);
    expect(table?.rows.map((row) => [row.place.page, row.place.row])).toEqual([
      [1, 1],
      [1, 2],
      [2, 3],
      [2, 4],
    ]);
  });

  test('a row broken by the page is one row', async () => {
    const document = await read(
      ruledTable(columns, 100, [['1', 'Проведение семинара', 'Март']]),
      ruledTable(columns, 800, [
        ['', 'для учителей', ''],
        ['2', 'Вебинар', 'Май'],
      ]),
    );
    expect(tables(document)).toEqual([
      [
        ['1', 'Проведение семинара для учителей', 'Март'],
        ['2', 'Вебинар', 'Май'],
      ],
    ]);
  });

  test('a row without a number that begins a sentence stays a row', async () => {
    const document = await read(
      ruledTable(columns, 100, [['1', 'Семинар', 'Март']]),
      ruledTable(columns, 800, [['', 'Вебинар', 'Май']]),
    );
    expect(tables(document)[0]).toHaveLength(2);
  });

  test('tables with other columns, or with a title between, stay apart', async () => {
    const other = await read(ruledTable(columns, 100, [head]), ruledTable([50, 200, 300, 400], 800, [head]));
    const titled = await read(
      ruledTable(columns, 100, [head]),
      text(50, 790, 'Показатели') + ruledTable(columns, 700, [head]),
    );
    expect(tables(other)).toHaveLength(2);
    expect(tables(titled)).toHaveLength(2);
  });
});

/** Rows of texts at these columns, so many points apart. */
function rowsOf(
  xs: readonly number[],
  top: number,
  rows: readonly (readonly string[])[],
  pitch = 20,
): string {
  return rows
    .flatMap((row, index) => row.map((value, column) => text(xs[column] ?? 0, top - index * pitch, value)))
    .join('');
}

describe('tables without borders', () => {
  const xs = [50, 90, 250];
  const rows = [head, ['1', 'Семинар', 'Март'], ['2', 'Вебинар для школ', 'Май'], ['3', 'Сбор', 'Июнь']];

  test('columns are told by the gaps that all rows share, and the table is noted', async () => {
    const document = await read(
      text(50, 730, 'План') + rowsOf(xs, 700, rows) + text(50, 600, 'Начальник отдела'),
    );
    expect(paragraphs(document)).toEqual(['План', 'Начальник отдела']);
    expect(tables(document)).toEqual([rows]);
    expect(document.notes).toMatchObject([{ code: 'table-without-rules', place: { page: 1, table: 1 } }]);
  });

  test('a row of several lines is told by the wider space between rows', async () => {
    const drawn = rowsOf(xs, 700, rows, 40) + text(90, 648, 'для учителей') + text(250, 608, 'и июнь');
    expect(tables(await read(drawn))).toEqual([
      [
        head,
        ['1', 'Семинар\nдля учителей', 'Март'],
        ['2', 'Вебинар для школ', 'Май\nи июнь'],
        ['3', 'Сбор', 'Июнь'],
      ],
    ]);
  });

  test('horizontal rules alone give the rows', async () => {
    const rules = [715, 690, 650, 610].map((y) => line(45, y, 300, y)).join('');
    const drawn = rowsOf(xs, 700, rows.slice(0, 3), 30) + text(90, 658, 'для учителей');
    expect(tables(await read(rules + drawn))).toEqual([
      [head, ['1', 'Семинар\nдля учителей', 'Март'], ['2', 'Вебинар для школ', 'Май']],
    ]);
  });

  test('a head above the first rule may end in the rest of one cell', async () => {
    const rules = [672, 650, 630, 610].map((y) => line(45, y, 300, y)).join('');
    const drawn =
      rowsOf(xs, 700, [['№', 'Мероприятие', 'Срок']]) +
      text(250, 686, '(план)') +
      rowsOf(xs, 658, rows.slice(1));
    expect(tables(await read(rules + drawn))).toEqual([
      [['№', 'Мероприятие', 'Срок (план)'], ...rows.slice(1)],
    ]);
  });

  test('a date and a number, a post and a name are no table', async () => {
    const document = await read(
      rowsOf(
        [50, 300],
        700,
        [
          ['19.02.2021', '№ 55'],
          ['Начальник отдела', 'И.И. Иванов'],
          ['Согласовано', 'П.П. Петров'],
        ],
        60,
      ),
    );
    expect(tables(document)).toEqual([]);
  });

  test('justified text is no table', async () => {
    const words = [
      'Организация',
      'работы',
      'со',
      'школами',
      'с',
      'низкими',
      'результатами',
      'обучения',
      'в',
      'районе',
    ];
    const drawn = Array.from({ length: 8 }, (_, row) => {
      const own = Array.from({ length: 5 }, (__, index) => words[(row * 3 + index) % words.length] ?? '');
      const free = (400 - own.join('').length * 5) / 4;
      let x = 50;
      return own.map((word) => {
        const drawnWord = text(x, 700 - row * 14, word);
        x += word.length * 5 + free;
        return drawnWord;
      });
    });
    expect(tables(await read(drawn.flat().join('')))).toEqual([]);
  });
});

/** Lines of text from a point down, 14 points apart. */
function linesOf(x: number, y: number, ...values: readonly string[]): string {
  return values.map((value, index) => text(x, y - index * 14, value)).join('');
}

const full = 'слово '.repeat(13).trim();

describe('paragraphs', () => {
  test('a full line goes on, a line with room left for the next word ends its paragraph', async () => {
    const document = await read(linesOf(50, 700, full, 'конец.', 'Новый абзац', 'Ещё один'));
    expect(paragraphs(document)).toEqual([`${full} конец.`, 'Новый абзац', 'Ещё один']);
  });

  test('an indented line begins a paragraph', async () => {
    const document = await read(
      text(80, 700, full.slice(0, -6)) + text(50, 686, full) + text(80, 672, 'Далее') + text(50, 658, full),
    );
    expect(paragraphs(document)).toEqual([`${full.slice(0, -6)} ${full}`, `Далее`, full]);
  });

  test.each([
    ['a syllable', ['органи-', 'зация работы'], 'организация работы'],
    ['a soft hyphen', ['органи\u00AD', 'зация работы'], 'организация работы'],
  ])('a word broken at %s is one word', async (_, [first, second], expected) => {
    const start = 'слово '.repeat(11);
    const repeated = Array.from({ length: 5 }, () => [`${start}органи-`, 'зация.']).flat();
    const document = await read(linesOf(50, 700, ...repeated, `${start}${first}`, second ?? ''));
    expect(paragraphs(document).at(-1)).toBe(`${start}${expected}`);
  });

  test.each([
    ['психолого-', 'педагогических классов'],
    ['школами-', 'Лидерами края'],
    ['какой-', 'либо школы'],
  ])('the hyphen of «%s|%s» is kept', async (first, second) => {
    const start = 'слово '.repeat(11);
    const document = await read(linesOf(50, 700, `${start}${first}`, second));
    expect(paragraphs(document)).toEqual([start + first + second]);
  });

  test('what stands far apart on one line is parted by a tab', async () => {
    const document = await read(text(50, 700, '19.02.2021') + text(450, 700, '№ 55'));
    expect(paragraphs(document)).toEqual(['19.02.2021\t№ 55']);
  });

  test('alignment is told by the margins, a heading by the size of its type', async () => {
    const document = await read(
      linesOf(50, 600, full, full, full, 'конец.') +
        text(224, 700, 'ПРИКАЗ', 14) +
        text(290, 740, 'к приказу отдела образования') +
        text(400, 728, '1 марта '),
    );
    const found = document.blocks.map((block) =>
      block.kind === 'paragraph' ? [block.text.slice(0, 6), block.alignment, block.headingLevel] : [],
    );
    expect(found.at(-2)).toEqual(['ПРИКАЗ', 'center', 1]);
    expect(found[0]).toEqual(['к прик', 'right', null]);
    expect(found.at(-1)).toEqual(['слово ', 'left', null]);
  });

  test('running heads and page numbers are left out, numbers of the text are not', async () => {
    const page = (number: number): string =>
      text(290, 810, String(number)) +
      text(50, 30, 'Дорожная карта') +
      text(50, 700, `Итог ${number}`) +
      text(50, 500, '7');
    const document = await read(page(1), page(2), page(3));
    expect(paragraphs(document)).toEqual(['Итог 1', '7', 'Итог 2', '7', 'Итог 3', '7']);
  });
});

describe('glyphs', () => {
  test('a character drawn twice for boldness is one', async () => {
    expect(paragraphs(await read(text(50, 700, 'Приказ') + text(50.3, 700, 'Приказ')))).toEqual(['Приказ']);
  });

  test('letterspacing does not part a word, a space does', async () => {
    const document = await read(`BT /F 10 Tf 4 Tc 50 700 Td <${codes('ПРИКАЗ ОТДЕЛА')}> Tj ET`);
    expect(paragraphs(document)).toEqual(['ПРИКАЗ ОТДЕЛА']);
  });

  test('words are parted by shifts where no space is drawn', async () => {
    const document = await read(`BT /F 10 Tf 50 700 Td [<${codes('План')}> -300 <${codes('работы')}>] TJ ET`);
    expect(paragraphs(document)).toEqual(['План работы']);
  });

  test('ligatures are opened, symbol bullets named, invisible text over a picture is text', async () => {
    const document = await read(`3 Tr\n${text(50, 700, '\uF0B7 \uFB01le')}`);
    expect(paragraphs(document)).toEqual(['• file']);
  });

  test.each([
    [
      'turned by the page',
      { extra: '/Rotate 90' },
      `BT /F 10 Tf 0 1 -1 0 300 100 Tm <${codes('Приказ')}> Tj ET`,
    ],
    ['turned by its text', {}, `BT /F 10 Tf 0 1 -1 0 300 100 Tm <${codes('Приказ')}> Tj ET`],
    [
      'cut out of a larger sheet',
      { extra: '/CropBox[40 40 500 800]' },
      text(50, 700, 'Приказ') + text(10, 700, 'обрез'),
    ],
  ])('a page %s is read upright', async (_, page, content) => {
    expect(paragraphs(await read({ ...page, content }))).toEqual(['Приказ']);
  });
});

describe('refusals', () => {
  const refusal = async (bytes: Uint8Array, pages = 10): Promise<string> =>
    readPdf(bytes, { limits: { pages } }).then(
      () => 'read',
      (error: unknown) => (error instanceof FileRefusal ? error.code : String(error)),
    );
  const small = makePdf([{ content: text(50, 700, 'Приказ') + ruledTable(columns, 600, [head]) }]);

  test('a file that is no PDF or is cut before its pages is broken', async () => {
    expect(await refusal(new TextEncoder().encode('%PDF-1.7 nothing'))).toBe('broken');
    expect(await refusal(small.slice(0, 40))).toBe('broken');
  });

  test('a file cut after its pages is recovered', async () => {
    expect(await refusal(small.slice(0, -20))).toBe('read');
  });

  test('a file that asks for a password is refused as such', async () => {
    const [zeros, ones] = ['00'.repeat(32), '11'.repeat(32)];
    const lock = `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/O<${zeros}>/U<${ones}>/P -4>>`;
    const locked = Buffer.from(small).toString('latin1').replace('/Root 1 0 R', `/Root 1 0 R${lock}`);
    expect(await refusal(Buffer.from(locked, 'latin1'))).toBe('password-protected');
  });

  test('a page made to be endless is given up', async () => {
    const endless = { content: '/X Do '.repeat(1_000_000), form: '0 0 m 9 9 l S' };
    const reading = readPdf(makePdf([endless]), { limits: { pageTimeMs: 100 } });
    await expect(reading).rejects.toMatchObject({ code: 'took-too-long' });
  });

  test('too many pages are refused before any is read', async () => {
    const pages = Array.from({ length: 11 }, () => ({ content: '' }));
    expect(await refusal(makePdf(pages))).toBe('too-many-pages');
  });

  test('an aborted reading stops with the reason of the signal', async () => {
    await expect(readPdf(small, { signal: AbortSignal.abort(new Error('stop')) })).rejects.toThrow('stop');
  });

  test('changed bytes give a document or a refusal, soon', async () => {
    const change = fc.tuple(fc.nat(small.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 40 }), async (changes) => {
        const bytes = Uint8Array.from(small);
        for (const [at, value] of changes) bytes[at] = value;
        expect(await refusal(bytes)).toMatch(/^(read|broken|password-protected|too-many-pages)$/u);
      }),
      { numRuns: 150 },
    );
  });
});
