import { makeZip } from './make-zip.ts';

export type DocxParts = {
  /** Content of `w:body`. */
  readonly body: string;
  /** Content of `w:styles`. */
  readonly styles?: string;
  /** Content of `w:numbering`. */
  readonly numbering?: string;
  /** Content of `w:footnotes`. */
  readonly footnotes?: string;
  /** Any other parts, or these ones in another shape. */
  readonly more?: Readonly<Record<string, string | Uint8Array>>;
};

const transitional = 'http://schemas.openxmlformats.org';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** A Word document from the raw XML of its parts, so that a test can hold what no program of today would write. */
export function makeDocx(parts: DocxParts): Uint8Array {
  const relation = (id: number, type: string): string =>
    `<Relationship Id="r${id}" Type="${transitional}/officeDocument/2006/relationships/${type}" Target="${type}.xml"/>`;
  const related = (['styles', 'numbering', 'footnotes'] as const).filter((part) => parts[part] !== undefined);
  return makeZip({
    '[Content_Types].xml': `${declaration}<Types xmlns="${transitional}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="${transitional}/package/2006/relationships"><Relationship Id="r1" Type="${transitional}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${declaration}<Relationships xmlns="${transitional}/package/2006/relationships">${related.map((type, i) => relation(i + 1, type)).join('')}</Relationships>`,
    'word/document.xml': wordXml('document', `<w:body>${parts.body}</w:body>`),
    ...Object.fromEntries(related.map((type) => [`word/${type}.xml`, wordXml(type, parts[type] ?? '')])),
    ...parts.more,
  });
}

/** A part of a Word document with the namespaces its content may use. */
export function wordXml(root: string, content: string): string {
  return `${declaration}<w:${root} xmlns:w="${transitional}/wordprocessingml/2006/main" xmlns:mc="${transitional}/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="${transitional}/officeDocument/2006/math">${content}</w:${root}>`;
}

/** A paragraph; `properties` is the content of `w:pPr`. */
export function p(text: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${text === '' ? '' : run(text)}</w:p>`;
}

export function run(text: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

/** A cell of a table holding one paragraph of text, or any blocks when the content begins with a tag. */
export function tc(content: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`;
}

export function tr(cells: readonly string[], properties = ''): string {
  return `<w:tr><w:trPr>${properties}</w:trPr>${cells.join('')}</w:tr>`;
}

export function tbl(rows: readonly string[]): string {
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;
}

/** A table of plain texts. */
export function textTable(rows: readonly (readonly string[])[]): string {
  return tbl(rows.map((row) => tr(row.map((text) => tc(text)))));
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
