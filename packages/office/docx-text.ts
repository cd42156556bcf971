import { childSwitch, firstChild, type XmlElement } from './xml-tree.ts';

/** What reading the text of paragraphs finds beside it, over the whole document. */
export type InlineFinds = {
  /** Text boxes of the paragraph being read, taken away by its reader. */
  boxes: XmlElement[];
  /** References to notes in the order met: `footnote 3`. */
  readonly noteReferences: string[];
  pictures: number;
  hiddenRuns: number;
};

export function newInlineFinds(): InlineFinds {
  return { boxes: [], noteReferences: [], pictures: 0, hiddenRuns: 0 };
}

/** Containers whose content is printed as it stands. A tracked insertion counts as accepted, a deletion as made. */
const transparent = new Set([
  'ins',
  'moveTo',
  'hyperlink',
  'smartTag',
  'customXml',
  'sdt',
  'sdtContent',
  'fldSimple',
  'bdo',
  'dir',
  'ruby',
  'rubyBase',
]);

/** The printed text of a paragraph: results of fields, not their codes; hidden text left out. Spaces stay as in the file. */
export function paragraphText(paragraph: XmlElement, finds: InlineFinds): string {
  // A field whose end is missing must not swallow the rest of the document, so each paragraph starts outside of fields.
  const fields: ('code' | 'result')[] = [];
  let text = '';
  const put = (piece: string): void => {
    if (!fields.includes('code')) text += piece;
  };
  const walk = (element: XmlElement | null): void => {
    for (const child of element?.children ?? []) {
      if (typeof child === 'string') continue;
      if (isPlaceholder(child)) continue;
      if (transparent.has(child.name)) walk(child);
      else if (child.name === 'AlternateContent') walk(chosenAlternative(child));
      else if (child.name === 'oMath' || child.name === 'oMathPara') put(mathText(child));
      else if (child.name === 'r') {
        if (childSwitch(firstChild(child, 'rPr'), 'vanish') === true) finds.hiddenRuns += 1;
        else walk(child);
      } else readPiece(child, fields, put, finds);
    }
  };
  walk(paragraph);
  return text;
}

function readPiece(
  piece: XmlElement,
  fields: ('code' | 'result')[],
  put: (text: string) => void,
  finds: InlineFinds,
): void {
  switch (piece.name) {
    case 't':
      put(ownText(piece).replace(/[\uf000-\uf0ff]/g, (letter) => symbol(letter.charCodeAt(0).toString(16))));
      break;
    case 'tab':
    case 'ptab':
      put('\t');
      break;
    case 'br':
    case 'cr':
      put('\n');
      break;
    case 'noBreakHyphen':
      put('-');
      break;
    case 'sym':
      put(symbol(piece.attributes['char'] ?? ''));
      break;
    case 'fldChar':
      turnField(piece.attributes['fldCharType'] ?? '', fields);
      break;
    case 'footnoteReference':
    case 'endnoteReference':
      finds.noteReferences.push(
        `${piece.name.slice(0, -'Reference'.length)} ${piece.attributes['id'] ?? ''}`,
      );
      break;
    case 'drawing':
    case 'pict':
    case 'object':
      findBoxes(piece, finds);
      break;
  }
}

function turnField(kind: string, fields: ('code' | 'result')[]): void {
  if (kind === 'begin') fields.push('code');
  else if (kind === 'end') fields.pop();
  else if (kind === 'separate' && fields.length > 0) fields[fields.length - 1] = 'result';
}

/** A content control still showing its prompt («Выберите элемент») holds no words of the document. */
export function isPlaceholder(element: XmlElement): boolean {
  return element.name === 'sdt' && childSwitch(firstChild(element, 'sdtPr'), 'showingPlcHdr') === true;
}

/** The same thing is stored twice, for newer and older programs; one of the two is taken. */
export function chosenAlternative(element: XmlElement): XmlElement | null {
  return firstChild(element, 'Choice') ?? firstChild(element, 'Fallback');
}

function findBoxes(element: XmlElement | null, finds: InlineFinds): void {
  for (const child of element?.children ?? []) {
    if (typeof child === 'string') continue;
    if (child.name === 'txbxContent') finds.boxes.push(child);
    else if (child.name === 'AlternateContent') findBoxes(chosenAlternative(child), finds);
    else {
      if (child.name === 'blip' || child.name === 'imagedata') finds.pictures += 1;
      findBoxes(child, finds);
    }
  }
}

function mathText(element: XmlElement): string {
  let text = '';
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (child.name === 't') text += ownText(child);
    else text += child.name === 'den' ? `/${mathText(child)}` : mathText(child);
  }
  return text;
}

function ownText(element: XmlElement): string {
  return element.children.filter((child) => typeof child === 'string').join('');
}

/** Signs of the Wingdings and Symbol fonts that stand in office papers, by their code in the private area. */
const symbols: Readonly<Record<string, string>> = {
  F0B7: '•', F0A7: '•', F0D8: '•', F076: '•', F06C: '•', F06E: '•', F0FC: '✓', F0FB: '✗', F0A8: '☐', F06F: '☐', F071: '☐',
  F0FE: '☑', F052: '☑', F0FD: '☒', F053: '☒', F02D: '-', F0E0: '→', F0B0: '°', F0B1: '±', F0A3: '≤', F0B3: '≥', F0B4: '×',
}; // prettier-ignore

function symbol(code: string): string {
  const known = symbols[code.toUpperCase()];
  if (known !== undefined) return known;
  const value = Number.parseInt(code, 16);
  return value >= 0x20 && value < 0xe000 ? String.fromCodePoint(value) : '';
}
