import { FileRefusal } from '@opora/domain/basics/file-refusal.ts';
import type { ReadLimits } from './read-limits.ts';
import { childElements, childSwitch, firstChild, parseXml, type XmlElement } from './xml-tree.ts';
import type { ZipParts } from './zip-parts.ts';

export type DocxPackage = {
  readonly document: XmlElement;
  readonly styles: XmlElement | null;
  readonly numbering: XmlElement | null;
  readonly footnotes: XmlElement | null;
  readonly endnotes: XmlElement | null;
  /** Header of the first page, where it is another than that of the pages after it. */
  readonly firstHeader: XmlElement | null;
  readonly hasMacros: boolean;
};

/**
 * Elements never looked at: old properties of tracked changes, codes of fields, and looks. Leaving them out while parsing
 * halves the memory of a long table.
 */
const unread = new Set([
  'pPrChange', 'rPrChange', 'tblPrChange', 'trPrChange', 'tcPrChange', 'tblPrExChange', 'sectPrChange', 'numberingChange',
  'instrText', 'delInstrText', 'delText', 'rFonts', 'sz', 'szCs', 'lang', 'color', 'shd', 'spacing', 'ind', 'tabs',
  'tblBorders', 'tcBorders', 'pBdr', 'tblCellMar', 'tcMar', 'tcW', 'tblW', 'tblLook', 'vAlign', 'widowControl', 'latentStyles',
  'proofErr', 'bookmarkStart', 'bookmarkEnd', 'lastRenderedPageBreak',
]); // prettier-ignore

/** Finds the parts by their relations, as Word does: their names are free. */
export async function openDocxPackage(parts: ZipParts, limits: ReadLimits): Promise<DocxPackage> {
  const main = targetOf(await relations(parts, '', limits), 'officeDocument') ?? 'word/document.xml';
  const related = await relations(parts, main, limits);
  const part = async (type: string, id: string | null = null): Promise<XmlElement | null> => {
    const name = targetOf(related, type, id);
    const bytes = name === undefined ? null : await parts.read(name);
    return bytes === null ? null : parseXml(bytes, limits, unread);
  };
  const bytes = await parts.read(main);
  if (bytes === null) throw new FileRefusal('broken');
  const document = parseXml(bytes, limits, unread);
  const headerId = firstHeaderId(firstChild(document, 'body'));
  return {
    document,
    firstHeader: headerId === null ? null : await part('header', headerId),
    styles: await part('styles'),
    numbering: await part('numbering'),
    footnotes: await part('footnotes'),
    endnotes: await part('endnotes'),
    hasMacros: parts.names.some((name) => /vbaproject\.bin$/i.test(name)),
  };
}

/** The relation of the header only the first page has, told by the section that the document begins with. */
function firstHeaderId(body: XmlElement | null): string | null {
  const ended = childElements(body, 'p').find(
    (each) => firstChild(firstChild(each, 'pPr'), 'sectPr') !== null,
  );
  const section = firstChild(firstChild(ended ?? null, 'pPr'), 'sectPr') ?? firstChild(body, 'sectPr');
  if (childSwitch(section, 'titlePg') !== true) return null;
  const first = childElements(section, 'headerReference').find(
    ({ attributes }) => attributes['type'] === 'first',
  );
  return first?.attributes['id'] ?? null;
}

type Relation = { readonly id: string; readonly type: string; readonly target: string };

/** The last part of the type, or the one of this id. */
const targetOf = (related: readonly Relation[], type: string, id: string | null = null): string | undefined =>
  related.findLast((each) => each.type === type && (id === null || each.id === id))?.target;

/** Relations of a part; the last word of their type is the same in both editions of OOXML. */
async function relations(parts: ZipParts, part: string, limits: ReadLimits): Promise<Relation[]> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const bytes = await parts.read(`${folder}_rels/${part.slice(slash)}.rels`);
  if (bytes === null) return [];
  return childElements(parseXml(bytes, limits), 'Relationship').flatMap(({ attributes }): Relation[] => {
    const { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode } = attributes;
    if (mode === 'External') return [];
    const path = target.startsWith('/') ? target.slice(1) : resolve(folder, target);
    return [{ id, type: type.slice(type.lastIndexOf('/') + 1), target: path }];
  });
}

function resolve(folder: string, target: string): string {
  return new URL(target, `file:///${folder}`).pathname.slice(1);
}
