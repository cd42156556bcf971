import { describe, expect, it } from 'vitest';
import { readFile } from './read-file.ts';

const read = (html: string): ReturnType<typeof readFile> => readFile(new TextEncoder().encode(html));

describe('a web page under the name of a workbook', () => {
  it('gives its tables and the words between them', async () => {
    const document = await read(
      `<html><head><title>Отчёт.xls</title><style>td {}</style></head><body><h2>Итоги&nbsp;года</h2><p>7 класс<br>школа&nbsp;№ 1</p>
       <table><thead><tr><th rowspan=2>№<th colspan="2">Отметки</tr><tr><th>«4»</th><th>«5»</th></tr></thead>
       <tbody><tr><td>1<td>12 <td>3<br>чел.</table>конец</body></html>`,
    );
    expect(document).toMatchObject({
      format: 'html',
      blocks: [
        { text: 'Итоги года', headingLevel: 2 },
        { text: '7 класс\nшкола № 1', headingLevel: null, place: { line: 2 } },
        {
          columnCount: 3,
          place: { line: 3, lastLine: 5, table: 1 },
          rows: [
            {
              repeatedHead: true,
              cells: [
                { text: '№', rowSpan: 2 },
                { text: 'Отметки', column: 1, columnSpan: 2 },
              ],
            },
            {
              repeatedHead: true,
              cells: [
                { text: '«4»', column: 1 },
                { text: '«5»', column: 2 },
              ],
            },
            { repeatedHead: false, cells: [{ text: '1' }, { text: '12' }, { text: '3\nчел.' }] },
          ],
        },
        { text: 'конец', place: { line: 6 } },
      ],
    });
  });

  it('numbers the items of its lists', async () => {
    const { blocks } = await read(
      '<table><tr><td>а</table><ol start=3><li>раз<li>два<ul><li><p>знак</p></ul></ol><p>конец',
    );
    expect(blocks.slice(1)).toMatchObject([
      { label: '3.', text: 'раз' },
      { label: '4.', text: 'два' },
      { label: '•', text: 'знак' },
      { label: null, text: 'конец' },
    ]);
  });

  it('makes lines of a table inside a cell', async () => {
    const { blocks } = await read(
      '<table><tr><td>Шаги<table><tr><td>1<td>опрос</tr><tr><td>2<td>отчёт</table></table>',
    );
    expect(blocks).toMatchObject([{ rows: [{ cells: [{ text: 'Шаги\n1\tопрос\n2\tотчёт' }] }] }]);
  });

  it('never shows scripts', async () => {
    const { blocks } = await read('<table><tr><td>a<script>alert("b")</script></td></tr></table>');
    expect(blocks).toMatchObject([{ rows: [{ cells: [{ text: 'a' }] }] }]);
  });

  it.each([
    ['without a table', '<html><p>сайт</html>', 'web-page'],
    [
      'with a table of a million columns',
      `<table><tr>${'<td colspan=500>'.repeat(2000)}</table>`,
      'too-many-cells',
    ],
    ['packed as mail', 'MIME-Version: 1.0\nContent-Type: multipart/related\n\n<html>', 'unknown-format'],
    [
      'of a document in one XML file with a DOCTYPE',
      '<?xml version="1.0"?><!DOCTYPE a><w:wordDocument/>',
      'xml-forbidden',
    ],
    [
      'of a document in one XML file without LibreOffice',
      '<?xml version="1.0"?><w:wordDocument/>',
      'needs-libreoffice',
    ],
    ['of another kind of XML', '<?xml version="1.0"?><a>b</a>', 'unknown-format'],
  ])('%s is refused', async (_, html, code) => {
    await expect(read(html)).rejects.toMatchObject({ code });
  });

  it.each(['<table>', '<div>', '<b>', '<td>', '<!-- -->', '<!--', '<p>', '&', '<'])(
    'of %s a hundred thousand times is answered soon',
    async (piece) => {
      const start = performance.now();
      await read(`<html>${piece.repeat(100_000)}`).catch(() => null);
      expect(performance.now() - start).toBeLessThan(3000);
    },
  );
});
