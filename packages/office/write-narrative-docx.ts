import { AlignmentType, Document, Header, Packer } from 'docx';
import type { PrintedNarrative } from '@opora/domain/documents/narrative.ts';
import { font, margin, pageNumber, paragraph, pointsToHalf } from './write-plan-docx.ts';

/** A narrative as an office prints one: upright, the title in the middle, the text across the whole line, lists with dashes. */
export async function writeNarrativeDocx({ title, lines }: PrintedNarrative): Promise<Uint8Array> {
  const document = new Document({
    title,
    styles: { default: { document: { run: { font, size: 14 * pointsToHalf } } } },
    sections: [
      {
        properties: { titlePage: true, page: { size: { width: 11_906, height: 16_838 }, margin } },
        headers: { default: pageNumber(), first: new Header({ children: [] }) },
        children: [
          paragraph(title, { alignment: AlignmentType.CENTER, bold: true, after: 360 }),
          ...lines.map(({ kind, text }) =>
            paragraph(kind === 'item' ? `– ${text}` : text, {
              alignment: AlignmentType.JUSTIFIED,
              before: kind === 'item' ? 0 : 120,
              after: 60,
            }),
          ),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
