import { AlignmentType, Document, type FileChild, Header, Packer, Table, WidthType } from 'docx';
import type { AmendmentPoint, PrintedAmendment, PrintedRow } from '@opora/domain/plans/printed-amendment.ts';
import { activityRow, font, margin, pageNumber, paragraph, pointsToHalf } from './write-plan-docx.ts';

/** The change sheet: annex of an amending act, upright, its points numbered, new wording of rows as tables between quotation marks. */
export async function writeAmendmentDocx(amendment: PrintedAmendment): Promise<Uint8Array> {
  const document = new Document({
    title: amendment.title,
    styles: { default: { document: { run: { font, size: 14 * pointsToHalf } } } },
    sections: [
      {
        properties: { titlePage: true, page: { size: { width: 11_906, height: 16_838 }, margin } },
        headers: { default: pageNumber(), first: new Header({ children: [] }) },
        children: [
          ...amendment.mark.map((line) => paragraph(line, { alignment: AlignmentType.RIGHT })),
          paragraph(amendment.title, {
            alignment: AlignmentType.CENTER,
            bold: true,
            before: 360,
            after: 360,
          }),
          ...amendment.points.flatMap((point, at) => pointOf(point, at + 1)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function pointOf({ text, rows }: AmendmentPoint, number: number): FileChild[] {
  const line = paragraph(`${number}. ${text}`, { before: 120, after: 120 });
  if (rows.length === 0) return [line];
  const quoted = rows.map((row, at) => withQuotes(row, { first: at === 0, last: at === rows.length - 1 }));
  return [
    line,
    new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: quoted.map(activityRow) }),
  ];
}

/** New wording opens in the first cell of the first row and closes behind the last text of the last. */
function withQuotes(row: PrintedRow, { first, last }: { first: boolean; last: boolean }): PrintedRow {
  const expected = [...row.expected];
  if (last) expected.push(`${expected.pop() ?? ''}».`);
  return { ...row, no: first ? `«${row.no}` : row.no, expected };
}
