import type { SourceDocument, SourceTable } from '@opora/domain/basics/source-document.ts';
import { describe, expect, it } from 'vitest';
import { readFile } from './read-file.ts';
import { makeDocx, p, run, tbl, tc, textTable, tr, wordXml, type DocxParts } from './testing/make-docx.ts';

const read = (parts: DocxParts): Promise<SourceDocument> => readFile(makeDocx(parts));

async function lines(parts: DocxParts): Promise<string[]> {
  const { blocks } = await read(parts);
  return blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [[block.label, block.text].filter(Boolean).join(' ')] : [],
  );
}

async function table(parts: DocxParts): Promise<SourceTable> {
  const block = (await read(parts)).blocks.find((one) => one.kind === 'table');
  if (block?.kind !== 'table') throw new Error('the document has no table');
  return block;
}

const shape = (found: SourceTable): string[][] =>
  found.rows.map((row) =>
    row.cells.map((cell) => `${cell.column}+${cell.columnSpan}x${cell.rowSpan} ${cell.text}`),
  );

describe('text of a paragraph', () => {
  it.each([
    ['line breaks and tabs', '<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r>', 'a\nb\tc'],
    [
      'a soft hyphen is dropped, a hard one kept',
      '<w:r><w:t>до</w:t><w:softHyphen/><w:t>рож</w:t><w:noBreakHyphen/><w:t>ная</w:t></w:r>',
      'дорож-ная',
    ],
    ['spaces of every kind are plain', run('19\u00a0января\u20092023 г.'), '19 января 2023 г.'],
    ['a gap made of spaces parts columns', run('Начальник          И.И. Иванов'), 'Начальник\tИ.И. Иванов'],
    [
      'a sign of a symbol font',
      '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t> есть</w:t></w:r>',
      '✓ есть',
    ],
    ['a sign of a symbol font among letters', run('\uf0b7 школа \uf0a8'), '• школа ☐'],
    [
      'a prompt of a content control is left out',
      `${run('Срок: ')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('Выберите дату')}</w:sdtContent></w:sdt>`,
      'Срок:',
    ],
    ['words of a link', `<w:hyperlink>${run('сайт')}</w:hyperlink>`, 'сайт'],
    ['a content control', `<w:sdt><w:sdtPr/><w:sdtContent>${run('выбор')}</w:sdtContent></w:sdt>`, 'выбор'],
    ['a tracked insertion is accepted', `${run('в ')}<w:ins>${run('мае')}</w:ins>`, 'в мае'],
    [
      'a tracked deletion is gone',
      `${run('в ')}<w:del><w:r><w:delText>июне</w:delText></w:r></w:del>${run('мае')}`,
      'в мае',
    ],
    [
      'moved text stands once',
      `<w:moveFrom>${run('раз')}</w:moveFrom><w:moveTo>${run('раз')}</w:moveTo>`,
      'раз',
    ],
    [
      'a simple field shows its result',
      `<w:fldSimple w:instr="DATE">${run('01.02.2023')}</w:fldSimple>`,
      '01.02.2023',
    ],
    [
      'a field inside the code of a field',
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>скрыто</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>видно</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
      'видно',
    ],
    [
      'a formula',
      '<m:oMath><m:f><m:num><m:r><m:t>n</m:t></m:r></m:num><m:den><m:r><m:t>N</m:t></m:r></m:den></m:f></m:oMath>',
      'n/N',
    ],
  ])('%s', async (_, content, expected) => {
    expect(await lines({ body: `<w:p>${content}</w:p>` })).toEqual([expected]);
  });

  it('a field without an end does not swallow the next paragraph', async () => {
    const body = `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${run('код')}</w:p>${p('текст')}`;
    expect(await lines({ body })).toEqual(['текст']);
  });

  it('a deleted end of paragraph joins it to the next one', async () => {
    const body = `${p('Раз ', '<w:rPr><w:del/></w:rPr>')}${p('два')}`;
    expect(await lines({ body })).toEqual(['Раз два']);
  });

  it('a text box is read once, before the paragraph it is tied to', async () => {
    const box = `<w:txbxContent>${p('УТВЕРЖДАЮ')}</w:txbxContent>`;
    const body = `<w:p>${run('План')}<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    expect(await lines({ body })).toEqual(['УТВЕРЖДАЮ', 'План']);
  });

  it('footnotes follow the body with their numbers', async () => {
    const body = `<w:p>${run('До 1 мая')}<w:r><w:footnoteReference w:id="7"/></w:r></w:p>${p('конец')}`;
    const footnotes = `<w:footnote w:id="7">${p('Кроме филиалов.')}</w:footnote>`;
    expect(await lines({ body, footnotes })).toEqual(['До 1 мая', 'конец', '1 Кроме филиалов.']);
  });

  it.each([
    ['that only the first page has', 'first', '<w:titlePg/>', ['ОТДЕЛ ОБРАЗОВАНИЯ', 'Приказ']],
    ['of every page', 'default', '', ['Приказ']],
    ['of the first page that is switched off', 'first', '<w:titlePg w:val="0"/>', ['Приказ']],
  ])('a page header %s', async (_, type, title, texts) => {
    const document = await read({
      body: `${p('Приказ')}<w:sectPr><w:headerReference w:type="${type}" r:id="h1"/>${title}</w:sectPr>`,
      more: {
        'word/header1.xml': wordXml('hdr', p('ОТДЕЛ ОБРАЗОВАНИЯ')),
        'word/_rels/document.xml.rels':
          '<Relationships><Relationship Id="h1" Type="a/header" Target="header1.xml"/></Relationships>',
      },
    });
    expect(document.blocks.map((block) => (block.kind === 'paragraph' ? block.text : ''))).toEqual(texts);
  });

  it('hidden words are left out and noted', async () => {
    const document = await read({ body: `<w:p>${run('видно')}${run('тайно', '<w:vanish/>')}</w:p>` });
    expect(document.blocks).toMatchObject([{ text: 'видно' }]);
    expect(document.notes).toEqual([{ code: 'hidden-content', place: null, value: 1 }]);
  });
});

describe('styles', () => {
  const styles = `
    <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:pPr><w:jc w:val="right"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 2"/><w:basedOn w:val="a"/></w:style>
    <w:style w:type="paragraph" w:styleId="x"><w:basedOn w:val="y"/></w:style>
    <w:style w:type="paragraph" w:styleId="y"><w:basedOn w:val="x"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>`;

  it('give the heading level and alignment through what they are based on', async () => {
    const { blocks } = await read({
      body: p('Цели', '<w:pStyle w:val="h"/>') + p('Текст', '<w:jc w:val="center"/>'),
      styles,
    });
    expect(blocks).toMatchObject([
      { headingLevel: 2, alignment: 'right' },
      { headingLevel: null, alignment: 'center' },
    ]);
  });

  it('based on each other in a circle are read', async () => {
    const { blocks } = await read({ body: p('Раздел', '<w:pStyle w:val="x"/>'), styles });
    expect(blocks).toMatchObject([{ headingLevel: 1 }]);
  });
});

describe('automatic numbers', () => {
  const level = (at: number, format: string, text: string, more = ''): string =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = `
    <w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1.')}${level(1, 'decimal', '%1.%2.')}${level(2, 'russianLower', '%3)')}</w:abstractNum>
    <w:abstractNum w:abstractNumId="2">${level(0, 'bullet', '\uf0b7')}${level(1, 'upperRoman', '%2.')}</w:abstractNum>
    <w:abstractNum w:abstractNumId="3">${level(0, 'upperRoman', '%1.', '<w:pStyle w:val="s"/>')}${level(1, 'decimal', '%1.%2.', '<w:isLgl/>')}</w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
    <w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
    <w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>
    <w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`;
  const item = (list: number, at: number, text: string): string =>
    p(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);

  it('count by levels and start anew under the next upper one', async () => {
    const body = [
      item(1, 0, 'a'),
      item(1, 1, 'b'),
      item(1, 2, 'c'),
      item(1, 2, 'd'),
      item(1, 1, 'e'),
      item(1, 0, 'f'),
      item(1, 1, 'g'),
    ];
    expect(await lines({ body: body.join(''), numbering })).toEqual([
      '1. a',
      '1.1. b',
      'а) c',
      'б) d',
      '1.2. e',
      '2. f',
      '2.1. g',
    ]);
  });

  it('go on over lists of one pattern until one asks for its own start', async () => {
    const body = item(1, 0, 'a') + item(4, 0, 'b') + item(4, 0, 'c') + item(1, 0, 'd');
    expect(await lines({ body, numbering })).toEqual(['1. a', '5. b', '6. c', '7. d']);
  });

  it('may be bullets, Roman numerals, or digits as law drafting wants', async () => {
    const body = item(2, 0, 'a') + item(2, 1, 'b') + item(3, 0, 'c') + item(3, 1, 'd');
    expect(await lines({ body, numbering })).toEqual(['• a', 'I. b', 'I. c', '1.1. d']);
  });

  it('come from the style of the paragraph, and list 0 takes them away', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="s"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>';
    const body =
      p('a', '<w:pStyle w:val="s"/>') +
      p('b', '<w:pStyle w:val="s"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    expect(await lines({ body, numbering, styles })).toEqual(['I. a', 'b']);
  });

  it('stand in a cell even when nothing else does', async () => {
    const row = tr([tc(item(1, 0, '')), tc('Мероприятие')]);
    expect(shape(await table({ body: tbl([row, row]), numbering }))).toEqual([
      ['0+1x1 1.', '1+1x1 Мероприятие'],
      ['0+1x1 2.', '1+1x1 Мероприятие'],
    ]);
  });

  it('follow a list style to the list that has the levels', async () => {
    const more = `<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="ls"/></w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="9"/></w:num>`;
    const styles =
      '<w:style w:type="numbering" w:styleId="ls"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>';
    expect(
      await lines({ body: item(9, 0, 'a') + item(9, 1, 'b'), numbering: numbering + more, styles }),
    ).toEqual(['I. a', '1.1. b']);
  });

  it('whose list style points at itself are read without labels', async () => {
    const more = `<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="ls"/></w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="9"/></w:num>`;
    const styles =
      '<w:style w:type="numbering" w:styleId="ls"><w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr></w:style>';
    expect(await lines({ body: item(9, 0, 'a'), numbering: numbering + more, styles })).toEqual(['a']);
  });

  it.each([
    ['never', '0', ['1. a', '1) b', '2. c', '2) d']],
    ['after the level it names', '1', ['1. a', '1) b', '2. c', '1) d']],
  ])('start anew %s', async (_, value, expected) => {
    const restart = level(1, 'decimal', '%2)', `<w:lvlRestart w:val="${value}"/>`);
    const one = `<w:abstractNum w:abstractNumId="9">${level(0, 'decimal', '%1.')}${restart}</w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="9"/></w:num>`;
    const body = item(9, 0, 'a') + item(9, 1, 'b') + item(9, 0, 'c') + item(9, 1, 'd');
    expect(await lines({ body, numbering: one })).toEqual(expected);
  });

  it('do not count a deleted paragraph', async () => {
    const gone = `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr><w:del>${run('x')}</w:del></w:p>`;
    expect(await lines({ body: item(1, 0, 'a') + gone + item(1, 0, 'b'), numbering })).toEqual([
      '1. a',
      '2. b',
    ]);
  });
});

describe('tables', () => {
  it('lay merged cells out on the grid', async () => {
    const body = tbl([
      tr([tc('№', '<w:vMerge w:val="restart"/>'), tc('Школы', '<w:gridSpan w:val="2"/>')], '<w:tblHeader/>'),
      tr([tc('', '<w:vMerge/>'), tc('ООШ'), tc('СОШ')]),
    ]);
    const found = await table({ body });
    expect(shape(found)).toEqual([
      ['0+1x2 №', '1+2x1 Школы'],
      ['1+1x1 ООШ', '2+1x1 СОШ'],
    ]);
    expect(found.columnCount).toBe(3);
    expect(found.rows.map((row) => row.repeatedHead)).toEqual([true, false]);
  });

  it('keep columns skipped before a row, and count those after it', async () => {
    const found = await table({
      body: tbl([tr([tc('a')], '<w:gridBefore w:val="2"/><w:gridAfter w:val="1"/>')]),
    });
    expect(shape(found)).toEqual([['2+1x1 a']]);
    expect(found.columnCount).toBe(4);
  });

  it('show a cell that continues nothing', async () => {
    expect(shape(await table({ body: tbl([tr([tc('a', '<w:vMerge/>')])]) }))).toEqual([['0+1x1 a']]);
  });

  it('accept inserted rows and drop deleted ones', async () => {
    const body = tbl([tr([tc('новая')], '<w:ins/>'), tr([tc('старая')], '<w:del/>')]);
    expect(shape(await table({ body }))).toEqual([['0+1x1 новая']]);
  });

  it('find rows and cells inside content controls', async () => {
    const body = tbl([
      `<w:sdt><w:sdtContent>${tr([`<w:sdt><w:sdtContent>${tc('a')}</w:sdtContent></w:sdt>`])}</w:sdtContent></w:sdt>`,
    ]);
    expect(shape(await table({ body }))).toEqual([['0+1x1 a']]);
  });

  it('join the paragraphs of a cell, and make lines of a table inside it', async () => {
    const body = tbl([
      tr([
        tc(
          p('Шаги:') +
            p('') +
            textTable([
              ['1', 'опрос'],
              ['2', 'отчёт'],
            ]),
        ),
      ]),
    ]);
    expect(shape(await table({ body }))).toEqual([['0+1x1 Шаги:\n1\tопрос\n2\tотчёт']]);
  });

  it('nested too deep are cut with a note', async () => {
    let body = textTable([['дно']]);
    for (let i = 0; i < 20; i += 1) body = tbl([tr([tc(`${p(`уровень ${20 - i}`)}${body}`)])]);
    const document = await read({ body });
    expect(document.notes).toEqual([{ code: 'nesting-cut', place: null, value: 1 }]);
    expect(JSON.stringify(document.blocks)).toContain('уровень 4');
    expect(JSON.stringify(document.blocks)).not.toContain('дно');
  });

  it('number themselves and their rows in reading order', async () => {
    const { blocks } = await read({ body: p('a') + textTable([['1'], ['2']]) + textTable([['3']]) });
    expect(blocks.map((block) => block.place)).toMatchObject([
      { line: 1, table: null },
      { line: 2, lastLine: 3, table: 1 },
      { line: 4, lastLine: 4, table: 2 },
    ]);
    expect(blocks[1]).toMatchObject({
      rows: [{ place: { line: 2, row: 1 } }, { place: { line: 3, row: 2 } }],
    });
  });

  it('cannot be made wide by a false span', async () => {
    const found = await table({ body: tbl([tr([tc('a', '<w:gridSpan w:val="999999999"/>')])]) });
    expect(found.columnCount).toBeLessThanOrEqual(500);
  });
});

describe('the package', () => {
  it('may be of the strict edition and name its parts freely', async () => {
    const strict = 'http://purl.oclc.org/ooxml';
    const document = await read({
      body: '',
      more: {
        '_rels/.rels': `<Relationships><Relationship Id="a" Type="${strict}/officeDocument/relationships/officeDocument" Target="/word/main2.xml"/></Relationships>`,
        'word/_rels/main2.xml.rels': `<Relationships><Relationship Id="b" Type="${strict}/officeDocument/relationships/styles" Target="my/styles.xml"/></Relationships>`,
        'word/my/styles.xml': `<z:styles xmlns:z="${strict}/wordprocessingml/main"><z:style z:type="paragraph" z:styleId="q"><z:pPr><z:jc z:val="end"/></z:pPr></z:style></z:styles>`,
        'word/main2.xml': `<z:document xmlns:z="${strict}/wordprocessingml/main"><z:body><z:p><z:pPr><z:pStyle z:val="q"/></z:pPr><z:r><z:t>строго</z:t></z:r></z:p></z:body></z:document>`,
      },
    });
    expect(document.blocks).toMatchObject([{ text: 'строго', alignment: 'right' }]);
  });

  it('with macros is read without them, and says so', async () => {
    const document = await read({ body: p('a'), more: { 'word/vbaProject.bin': new Uint8Array([1]) } });
    expect(document.notes).toEqual([{ code: 'macros-ignored', place: null, value: 1 }]);
  });
});
