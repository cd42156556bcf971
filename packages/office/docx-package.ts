import { FileRefusal } from '@opora/domain/basics/file-refusal.ts';
import type { ReadLimits } from './read-limits.ts';
import { childElements, parseXml, type XmlElement } from './xml-tree.ts';
import type { ZipParts } from './zip-parts.ts';

export type DocxPackage = {
  readonly document: XmlElement;
  readonly styles: XmlElement | null;
  readonly numbering: XmlElement | null;
  readonly footnotes: XmlElement | null;
  readonly endnotes: XmlElement | null;
  readonly hasMacros: boolean;
};

/**
 * Elements never looked at: old properties of tracked changes, codes of fields, and looks. Leaving them out while parsing
 * halves the memory of a long table.
 */
const unread = new Set([
  'pPrChange', 'rPrChange', 'tblPrChange', 'trPrChange', 'tcPrChange', 'tblPrExChange', 'sectPrChange', 'numberingChange',
  'instrText', 'delInstrText', 'delText', 'sectPr', 'rFonts', 'sz', 'szCs', 'lang', 'color', 'shd', 'spacing', 'ind', 'tabs',
  'tblBorders', 'tcBorders', 'pBdr', 'tblCellMar', 'tcMar', 'tcW', 'tblW', 'tblLook', 'vAlign', 'widowControl', 'latentStyles',
  'proofErr', 'bookmarkStart', 'bookmarkEnd', 'lastRenderedPageBreak',
]); // prettier-ignore

/** Finds the parts by their relations, as Word does: their names are free. */
export async function openDocxPackage(parts: ZipParts, limits: ReadLimits): Promise<DocxPackage> {
  const main = (await relations(parts, '', limits)).get('officeDocument') ?? 'word/document.xml';
  const related = await relations(parts, main, limits);
  const part = async (type: string): Promise<XmlElement | null> => {
    const name = related.get(type);
    const bytes = name === undefined ? null : await parts.read(name);
    return bytes === null ? null : parseXml(bytes, limits, unread);
  };
  const bytes = await parts.read(main);
  if (bytes === null) throw new FileRefusal('broken');
  return {
    document: parseXml(bytes, limits, unread),
    styles: await part('styles'),
    numbering: await part('numbering'),
    footnotes: await part('footnotes'),
    endnotes: await part('endnotes'),
    hasMacros: parts.names.some((name) => /vbaproject\.bin$/i.test(name)),
  };
}

/** Targets of the relations of a part by the last word of their type, which both editions of OOXML share. */
async function relations(parts: ZipParts, part: string, limits: ReadLimits): Promise<Map<string, string>> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const bytes = await parts.read(`${folder}_rels/${part.slice(slash)}.rels`);
  const targets = new Map<string, string>();
  if (bytes === null) return targets;
  for (const relation of childElements(parseXml(bytes, limits), 'Relationship')) {
    const { Type: type = '', Target: target = '', TargetMode: mode } = relation.attributes;
    if (mode === 'External') continue;
    targets.set(
      type.slice(type.lastIndexOf('/') + 1),
      target.startsWith('/') ? target.slice(1) : resolve(folder, target),
    );
  }
  return targets;
}

function resolve(folder: string, target: string): string {
  return new URL(target, `file:///${folder}`).pathname.slice(1);
}
