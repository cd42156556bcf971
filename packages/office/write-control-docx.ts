import {
  AlignmentType,
  Document,
  Header,
  Packer,
  PageOrientation,
  Table,
  TableCell,
  TableRow,
  WidthType,
} from 'docx';
import { controlColumns, type PrintedControlCard } from '@opora/domain/plans/print-control-card.ts';
import { font, margin, pageNumber, paragraph, pointsToHalf } from './write-plan-docx.ts';

const columnShares = [5, 22, 11, 13, 19, 12, 6, 12];

/** The control card of an order: landscape, its requisites above, the head of the table repeated on each page, sections merged. */
export async function writeControlDocx(card: PrintedControlCard): Promise<Uint8Array> {
  const document = new Document({
    title: card.title,
    styles: { default: { document: { run: { font, size: 11 * pointsToHalf } } } },
    sections: [
      {
        properties: {
          titlePage: true,
          page: { size: { width: 11_906, height: 16_838, orientation: PageOrientation.LANDSCAPE }, margin },
        },
        headers: { default: pageNumber(), first: new Header({ children: [] }) },
        children: [
          paragraph(card.title, { alignment: AlignmentType.CENTER, bold: true, after: 240 }),
          ...card.requisites.map(([label, value]) => paragraph(`${label}: ${value}`)),
          paragraph(card.sums, { before: 120, after: 120 }),
          table(card),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function table({ sections }: PrintedControlCard): Table {
  const head = controlColumns.map((title, at) => cell([title], at, true));
  const rows = sections.flatMap((section) => [
    ...(section.title === null ? [] : [sectionRow(section.title)]),
    ...section.rows.map(
      (cells) => new TableRow({ children: cells.map((lines, at) => cell(lines, at, false)) }),
    ),
  ]);
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [new TableRow({ tableHeader: true, children: head }), ...rows],
  });
}

function sectionRow(title: string): TableRow {
  const content = paragraph(title, { alignment: AlignmentType.CENTER, bold: true });
  return new TableRow({
    cantSplit: true,
    children: [new TableCell({ columnSpan: columnShares.length, children: [content] })],
  });
}

function cell(lines: readonly string[], column: number, isHead: boolean): TableCell {
  return new TableCell({
    width: { size: columnShares[column] ?? 0, type: WidthType.PERCENTAGE },
    children: (lines.length === 0 ? [''] : lines).map((line) => paragraph(line, { bold: isHead })),
  });
}
