import type {
  SourceBlock,
  SourceDocument,
  SourceNote,
  SourceParagraph,
} from '@opora/domain/basics/source-document.ts';
import { listLabels, type ListLabels } from './docx-numbering.ts';
import { openDocxPackage, type DocxPackage } from './docx-package.ts';
import { paragraphStyles, wholeNumber, type ParagraphStyle, type ParagraphStyles } from './docx-styles.ts';
import { docxTable } from './docx-table.ts';
import {
  newInlineFinds,
  paragraphText,
  chosenAlternative,
  isPlaceholder,
  type InlineFinds,
} from './docx-text.ts';
import { plainSpaces } from './plain-spaces.ts';
import type { ReadLimits } from './read-limits.ts';
import { childElements, childValue, firstChild, type XmlElement } from './xml-tree.ts';
import type { ZipParts } from './zip-parts.ts';

type Reader = {
  readonly styles: ParagraphStyles;
  readonly labels: ListLabels;
  readonly finds: InlineFinds;
  readonly blocks: SourceBlock[];
  readonly limits: ReadLimits;
  line: number;
  tables: number;
  tablesCut: number;
};

/**
 * Reads the body of a Word document as it would be printed with all tracked changes accepted. Footnotes follow the body
 * as paragraphs labelled with their numbers; page headers and footers are left out, but for a header that only the first page
 * has: a letterhead.
 */
export async function readDocx(parts: ZipParts, limits: ReadLimits): Promise<SourceDocument> {
  const docx = await openDocxPackage(parts, limits);
  const styles = paragraphStyles(docx.styles);
  const reader: Reader = {
    styles,
    labels: listLabels(docx.numbering, listOfStyle(docx.styles)),
    finds: newInlineFinds(),
    blocks: [],
    limits,
    line: 0,
    tables: 0,
    tablesCut: 0,
  };
  if (hasWords(docx.firstHeader)) readBlocks(docx.firstHeader, reader);
  readBlocks(firstChild(docx.document, 'body'), reader);
  readNotes(docx, reader);
  return { format: 'docx', blocks: reader.blocks, pageCount: null, notes: documentNotes(docx, reader) };
}

/** More than the number of the page. */
const hasWords = (part: XmlElement | null): boolean =>
  (part?.children ?? []).some((child) =>
    typeof child === 'string' ? /\p{L}{3}/u.test(child) : child.name !== 'instrText' && hasWords(child),
  );

function listOfStyle(part: XmlElement | null): (styleId: string) => string | null {
  const styles = new Map(
    childElements(part, 'style').map((style) => [style.attributes['styleId'] ?? '', style]),
  );
  return (id) => childValue(firstChild(firstChild(styles.get(id) ?? null, 'pPr'), 'numPr'), 'numId');
}

function readBlocks(container: XmlElement | null, reader: Reader): void {
  for (const { paragraph, prefix, table } of blockElements(container, reader.finds)) {
    if (paragraph) {
      reader.line += 1;
      const block = sourceParagraph(paragraph, prefix, reader);
      readBoxes(reader);
      if (block.text !== '') reader.blocks.push(block);
    } else if (table) {
      reader.tables += 1;
      const at = { number: reader.tables, firstLine: reader.line + 1 };
      const block = docxTable(table, at, (cell) => cellText(cell, reader, 1));
      reader.line += block.rows.length;
      if (block.rows.length > 0) reader.blocks.push(block);
    }
  }
}

/** A text box floats beside its paragraph, mostly above: a mark of approval, a stamp. It is read before the paragraph. */
function readBoxes(reader: Reader): void {
  const boxes = reader.finds.boxes;
  reader.finds.boxes = [];
  for (const box of boxes) readBlocks(box, reader);
}

type BlockElement = { readonly paragraph?: XmlElement; readonly table?: XmlElement; readonly prefix: string };

/** Paragraphs and tables of a body, cell or text box. A deleted end of paragraph joins its text to the next one. */
function* blockElements(container: XmlElement | null, finds: InlineFinds): Generator<BlockElement> {
  let prefix = '';
  for (const element of flatBlocks(container)) {
    if (element.name === 'tbl') {
      yield { table: element, prefix: '' };
    } else if (hasDeletedEnd(element)) {
      prefix += paragraphText(element, finds);
    } else {
      yield { paragraph: element, prefix };
      prefix = '';
    }
  }
}

function flatBlocks(container: XmlElement | null): XmlElement[] {
  return (container?.children ?? []).flatMap((child) => {
    if (typeof child === 'string' || isPlaceholder(child)) return [];
    if (child.name === 'p' || child.name === 'tbl') return [child];
    if (['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo', 'Choice', 'Fallback'].includes(child.name))
      return flatBlocks(child);
    return child.name === 'AlternateContent' ? flatBlocks(chosenAlternative(child)) : [];
  });
}

function hasDeletedEnd(paragraph: XmlElement): boolean {
  const mark = firstChild(firstChild(paragraph, 'pPr'), 'rPr');
  return firstChild(mark, 'del') !== null || firstChild(mark, 'moveFrom') !== null;
}

function sourceParagraph(element: XmlElement, prefix: string, reader: Reader): SourceParagraph {
  const properties = firstChild(element, 'pPr');
  const style = reader.styles(childValue(properties, 'pStyle'));
  const outline = wholeNumber(childValue(properties, 'outlineLvl')) ?? style.outlineLevel;
  return {
    kind: 'paragraph',
    label: paragraphLabel(properties, style, reader.labels),
    text: plainSpaces(prefix + paragraphText(element, reader.finds)),
    headingLevel: outline === null || outline > 8 ? null : outline + 1,
    alignment: alignment(childValue(properties, 'jc') ?? style.alignment),
    place: { line: reader.line, lastLine: reader.line, page: null, table: null, row: null },
  };
}

function paragraphLabel(
  properties: XmlElement | null,
  style: ParagraphStyle,
  labels: ListLabels,
): string | null {
  const own = firstChild(properties, 'numPr');
  const listId = childValue(own, 'numId') ?? style.numberingId;
  // List 0 is Word's way to take the numbers of the style away.
  if (listId === null || listId === '0') return null;
  return labels(listId, wholeNumber(childValue(own, 'ilvl')) ?? style.numberingLevel, style.chain);
}

function alignment(value: string | null): SourceParagraph['alignment'] {
  if (value === 'center') return 'center';
  if (value === 'right' || value === 'end') return 'right';
  return value === 'left' || value === 'start' ? 'left' : null;
}

function cellText(cell: XmlElement, reader: Reader, depth: number): string {
  const lines: string[] = [];
  for (const { paragraph, prefix, table } of blockElements(cell, reader.finds)) {
    if (paragraph) {
      const { label, text } = sourceParagraph(paragraph, prefix, reader);
      const boxes = reader.finds.boxes;
      reader.finds.boxes = [];
      lines.push(
        ...boxes.map((box) => cellText(box, reader, depth)),
        [label, text].filter(Boolean).join(' '),
      );
    } else if (table) {
      lines.push(nestedTable(table, reader, depth + 1));
    }
  }
  return lines.filter((line) => line !== '').join('\n');
}

/** A table in a cell becomes lines of the cell, its cells divided by tabs. */
function nestedTable(table: XmlElement, reader: Reader, depth: number): string {
  if (depth > reader.limits.tableNesting) {
    reader.tablesCut += 1;
    return '';
  }
  const { rows } = docxTable(table, { number: 0, firstLine: 0 }, (cell) => cellText(cell, reader, depth));
  return rows.map((row) => row.cells.map((cell) => cell.text).join('\t')).join('\n');
}

function readNotes(docx: DocxPackage, reader: Reader): void {
  const texts = new Map<string, XmlElement>();
  for (const name of ['footnote', 'endnote'] as const) {
    for (const note of childElements(docx[`${name}s`], name))
      texts.set(`${name} ${note.attributes['id'] ?? ''}`, note);
  }
  const references = [...reader.finds.noteReferences];
  for (const [i, reference] of references.entries()) {
    const text = cellText(texts.get(reference) ?? { name: '', attributes: {}, children: [] }, reader, 1);
    reader.line += 1;
    if (text === '') continue;
    const place = { line: reader.line, lastLine: reader.line, page: null, table: null, row: null };
    reader.blocks.push({
      kind: 'paragraph',
      text,
      label: String(i + 1),
      headingLevel: null,
      alignment: null,
      place,
    });
  }
}

function documentNotes(docx: DocxPackage, reader: Reader): SourceNote[] {
  const counts: [SourceNote['code'], number][] = [
    ['macros-ignored', docx.hasMacros ? 1 : 0],
    ['images-skipped', reader.finds.pictures],
    ['hidden-content', reader.finds.hiddenRuns],
    ['nesting-cut', reader.tablesCut],
  ];
  return counts.filter(([, count]) => count > 0).map(([code, value]) => ({ code, place: null, value }));
}
