import { FileRefusal } from '@opora/domain/basics/file-refusal.ts';
import type { SourceDocument } from '@opora/domain/basics/source-document.ts';
import { describe, expect, test } from 'vitest';
import { findTools } from './find-tools.ts';
import { readPdf } from './read-pdf.ts';
import { inkBox } from './scan-image.ts';
import { corrected } from './scan-recognition.ts';
import { findSkew } from './scan-skew.ts';
import { parseHocr } from './scan-tesseract.ts';
import { drawScan, type ScanDrawing } from './testing/draw-scan.ts';
import { codes, makePdf, text } from './testing/make-pdf.ts';

const tools = await findTools(process.env['PATH'] ?? '');
if (tools.tesseract === null) console.warn('skipped: recognition of scans needs tesseract with rus');

const columns = [60, 110, 330, 520];
const rows = [
  ['№', 'Мероприятие', 'Срок'],
  ['1.1.', 'Проведение районного семинара для', 'Февраль'],
  ['1.2.', 'Посещение уроков', '25.01.2023'],
];
const plan: ScanDrawing = {
  texts: [
    { x: 240, y: 100, text: 'ПРИКАЗ', size: 14 },
    { x: 60, y: 140, text: 'Утвердить план мероприятий на 2023 год согласно приложению.' },
    ...rows.flatMap((row, index) =>
      row.map((value, column) => ({ x: (columns[column] ?? 0) + 6, y: 220 + index * 40, text: value })),
    ),
    { x: 116, y: 275, text: 'учителей школ района' },
  ],
  lines: [
    ...[200, 240, 280, 320].map((y) => [60, y, 520, y] as const),
    ...columns.map((x) => [x, 200, x, 320] as const),
  ],
};

function cells(document: SourceDocument): string[][] {
  return document.blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.map((row) => row.cells.map((cell) => cell.text)) : [],
  );
}

function paragraphs(document: SourceDocument): string[] {
  return document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
}

describe.skipIf(tools.tesseract === null)('pages that are pictures', () => {
  test.each([0, 0.8, -1.5, 180])('a sheet turned by %s° gives its text and its table', async (degrees) => {
    const document = await readPdf(makePdf([drawScan(plan, degrees)]), { tools });
    expect(document.format).toBe('scan');
    expect(paragraphs(document)).toEqual([
      'ПРИКАЗ',
      'Утвердить план мероприятий на 2023 год согласно приложению.',
    ]);
    expect(cells(document)).toEqual([
      rows[0],
      ['1.1.', 'Проведение районного семинара для учителей школ района', 'Февраль'],
      rows[2],
    ]);
    expect(document.notes).toEqual([]);
  });

  test('a page of text and a scanned page are both read', async () => {
    const words = 'Приказ отдела образования о плане мероприятий';
    const pages: number[] = [];
    const bytes = makePdf([{ content: text(50, 700, words) }, drawScan(plan, 0)]);
    const document = await readPdf(bytes, { tools, onProgress: (done) => pages.push(done) });
    expect(document.format).toBe('pdf');
    expect(paragraphs(document).slice(0, 2)).toEqual([words, 'ПРИКАЗ']);
    expect(pages).toEqual([1, 2]);
  });

  test('a blank sheet is noted, not recognised', async () => {
    const document = await readPdf(makePdf([{ content: '' }]), { tools });
    expect(document.blocks).toEqual([]);
    expect(document.notes).toMatchObject([{ code: 'page-without-text', value: 1 }]);
  });

  test('recognition that takes too long is stopped', async () => {
    const reading = readPdf(makePdf([drawScan(plan, 0)]), { tools, limits: { toolTimeMs: 20 } });
    await expect(reading).rejects.toMatchObject({ code: 'took-too-long' });
  });

  test('an aborted recognition stops', async () => {
    const controller = new AbortController();
    const reading = readPdf(makePdf([drawScan(plan, 0), drawScan(plan, 0)]), {
      tools,
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(reading).rejects.toThrow(/abort/u);
  });
});

test('the borders of a picture give the table of the text that lies under it', async () => {
  const scan = drawScan({ ...plan, texts: [] }, 0);
  const under = rows
    .flatMap((row, index) =>
      row.map(
        (value, column) =>
          `1 0 0 1 ${(columns[column] ?? 0) + 6} ${842 - 220 - index * 40} Tm <${codes(value)}> Tj `,
      ),
    )
    .join('');
  const content = `q ${scan.content} Q BT 3 Tr /F 8 Tf ${under} ET`;
  expect(cells(await readPdf(makePdf([{ ...scan, content }])))).toEqual(rows);
});

test('without the program a scan is refused with its name', async () => {
  const refusal = await readPdf(makePdf([drawScan(plan, 0)])).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(FileRefusal);
  expect(refusal).toMatchObject({ code: 'needs-tesseract' });
});

test('without the program a scanned page among others is noted', async () => {
  const document = await readPdf(makePdf([{ content: text(50, 700, 'Приказ') }, drawScan(plan, 0)]));
  expect(paragraphs(document)).toEqual(['Приказ']);
  expect(document.notes).toMatchObject([{ code: 'page-without-text', value: 2 }]);
});

test('the skew of a striped picture is found to a tenth of a degree', () => {
  const [width, height] = [800, 600];
  const data = new Uint8Array(width * height);
  for (let line = 40; line < 560; line += 20)
    for (let x = 20; x < 780; x++) data[Math.round(line + x * Math.tan(Math.PI / 180)) * width + x] = 1;
  expect(Math.abs(findSkew({ width, height, data }) - 1)).toBeLessThan(0.1);
});

test.each([
  ['З', true, '3'],
  ['З', false, 'З'],
  ['З.', true, '3.'],
  ['2.З', false, '2.3'],
  ['1О.', false, '10.'],
  ['О', true, 'О'],
  ['За', true, 'За'],
  ['5-х', false, '5-х'],
  ['И.И..', false, 'И.И.'],
])('%s read alone in its cell (%s) is %s', (seen, isAlone, text) => {
  expect(corrected(seen, { beginsLine: false, isAlone })).toBe(text);
});

test('the ink of a cell is cut out of its white', () => {
  const data = new Uint8Array(100);
  data[34] = 1;
  data[57] = 1;
  const ink = { width: 10, height: 10, data };
  expect(inkBox(ink, { left: 1, top: 1, width: 8, height: 8 })).toEqual({
    left: 4,
    top: 3,
    width: 4,
    height: 3,
  });
  expect(inkBox(ink, { left: 0, top: 0, width: 2, height: 2 })).toEqual({
    left: 0,
    top: 0,
    width: 2,
    height: 2,
  });
});

test('words of hOCR stand on the baseline of their line', () => {
  const hocr = `<div class='ocr_page' id='p' title='image "a"; bbox 0 0 9 9'>
    <span class='ocr_line' id='l' title="bbox 10 20 110 40; baseline 0.1 -4; x_size 18">
    <span class='ocrx_word' id='w' title='bbox 10 22 50 40; x_wconf 91'><strong>А&amp;Б</strong></span>
    <span class='ocrx_word' id='v' title='bbox 60 22 110 40; x_wconf 40'> </span></span></div>`;
  expect(parseHocr(hocr, 1)).toEqual([
    [{ text: 'А&Б', left: 10, right: 50, baseline: 38, lineHeight: 18, line: 1, confidence: 91 }],
  ]);
});
