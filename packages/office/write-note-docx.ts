import {
  AlignmentType,
  Document,
  type FileChild,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type {
  AnalyticNote,
  NoteBlock,
  NoteChart,
  NoteTable,
} from '@opora/domain/results/note/analytic-note.ts';
import { percent } from '@opora/domain/results/note/note-shares.ts';
import { drawChart } from './draw-chart.ts';
import { font, margin, pageNumber, paragraph, pointsToHalf } from './write-plan-docx.ts';

/** More columns than this break their words on an upright page. */
const uprightColumnsMax = 8;

/** An analytic note: text, tables with their heads repeated on each page, charts as pictures with their words as the alternative text. */
export async function writeNoteDocx(note: AnalyticNote): Promise<Uint8Array> {
  const isWide = note.sections.some(({ blocks }) =>
    blocks.some((block) => block.kind === 'table' && block.table.columns.length > uprightColumnsMax),
  );
  const orientation = isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const document = new Document({
    title: note.title,
    styles: { default: { document: { run: { font, size: 13 * pointsToHalf } } } },
    sections: [
      {
        properties: {
          titlePage: true,
          page: { size: { width: 11_906, height: 16_838, orientation }, margin },
        },
        headers: { default: pageNumber(), first: new Header({ children: [] }) },
        children: [
          paragraph(note.title, { alignment: AlignmentType.CENTER, bold: true, after: 240 }),
          ...note.requisites.map(([label, value]) => paragraph(`${label}: ${value}`)),
          ...note.sections.flatMap(({ title, blocks }) => [heading(title), ...blocks.flatMap(writeBlock)]),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function heading(title: string): Paragraph {
  return new Paragraph({
    heading: HeadingLevel.HEADING_1,
    spacing: { before: 280, after: 120 },
    keepNext: true,
    children: [new TextRun({ text: title, bold: true, font, size: 13 * pointsToHalf, color: '000000' })],
  });
}

const justified = { alignment: AlignmentType.JUSTIFIED, before: 60, after: 60 } as const;

function writeBlock(block: NoteBlock): FileChild[] {
  switch (block.kind) {
    case 'text':
      return [paragraph(block.text, justified)];
    case 'items':
      return block.items.map((item) => paragraph(`– ${item}`, justified));
    case 'table':
      return [caption(`Таблица. ${block.table.title}`), table(block.table), paragraph('', { after: 60 })];
    case 'chart':
      return [caption(`Рисунок. ${block.chart.title}`), picture(block.chart)];
  }
}

function caption(text: string): Paragraph {
  return new Paragraph({
    spacing: { before: 160, after: 60 },
    keepNext: true,
    children: [new TextRun({ text, size: 11 * pointsToHalf })],
  });
}

function picture(chart: NoteChart): Paragraph {
  const { png, width, height } = drawChart(chart);
  const image = new ImageRun({
    type: 'png',
    data: png,
    transformation: { width, height },
    altText: { name: chart.title, title: chart.title, description: wordsOf(chart) },
  });
  return new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 120 }, children: [image] });
}

const shareWords = (share: number | null): string => (share === null ? 'нет данных' : percent(share));

/** The same numbers for whoever does not see the picture. */
function wordsOf(chart: NoteChart): string {
  switch (chart.kind) {
    case 'lines':
      return chart.lines
        .map(
          ({ name, shares }) =>
            `${name}: ${shares.map((share, at) => `${chart.years[at]} — ${shareWords(share)}`).join(', ')}`,
        )
        .join('; ');
    case 'intervals':
      return chart.rows
        .map(
          ({ name, share, interval: [low, high] }) =>
            `${name} — ${shareWords(share)} (от ${shareWords(low)} до ${shareWords(high)})`,
        )
        .join('; ');
  }
}

function table({ columns, rows }: NoteTable): Table {
  const cell = (text: string, at: number, isHead: boolean): TableCell =>
    new TableCell({
      width: { size: columns[at]?.width ?? 0, type: WidthType.PERCENTAGE },
      margins: { left: 60, right: 60 },
      children: [
        new Paragraph({
          alignment: isHead
            ? AlignmentType.CENTER
            : columns[at]?.isNumber === true
              ? AlignmentType.RIGHT
              : AlignmentType.LEFT,
          children: [new TextRun({ text, bold: isHead, size: 11 * pointsToHalf })],
        }),
      ],
    });
  const head = new TableRow({
    tableHeader: true,
    children: columns.map(({ title }, at) => cell(title, at, true)),
  });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      head,
      ...rows.map(
        (cells) =>
          new TableRow({ cantSplit: true, children: cells.map((text, at) => cell(text, at, false)) }),
      ),
    ],
  });
}
