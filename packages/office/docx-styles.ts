import { childElements, childValue, firstChild, type XmlElement } from './xml-tree.ts';

/** What a paragraph inherits; null where nothing in the chain of styles says. */
export type ParagraphStyle = {
  readonly alignment: string | null;
  /** From 0, as in the file; 9 is body text. */
  readonly outlineLevel: number | null;
  readonly numberingId: string | null;
  readonly numberingLevel: number | null;
  /** The style and what it is based on, nearest first. */
  readonly chain: readonly string[];
};

export type ParagraphStyles = (id: string | null) => ParagraphStyle;

/** Resolves styles once each. A cycle of `basedOn` ends at the style already met. */
export function paragraphStyles(part: XmlElement | null): ParagraphStyles {
  const elements = new Map<string, XmlElement>();
  let defaultId: string | null = null;
  for (const style of childElements(part, 'style')) {
    const { styleId, type, default: isDefault } = style.attributes;
    if (styleId === undefined || (type ?? 'paragraph') !== 'paragraph') continue;
    elements.set(styleId, style);
    if (isDefault === '1' || isDefault === 'true') defaultId = styleId;
  }
  const resolved = new Map<string | null, ParagraphStyle>();
  return (id) => {
    const known = resolved.get(id);
    if (known) return known;
    const style = resolveStyle(elements, id !== null && elements.has(id) ? id : defaultId);
    resolved.set(id, style);
    return style;
  };
}

function resolveStyle(elements: ReadonlyMap<string, XmlElement>, id: string | null): ParagraphStyle {
  const chain: string[] = [];
  const values = {
    alignment: null as string | null,
    outline: null as string | null,
    list: null as string | null,
    level: null as string | null,
  };
  for (let next = id; next !== null && !chain.includes(next);) {
    chain.push(next);
    const style = elements.get(next) ?? null;
    const properties = firstChild(style, 'pPr');
    const list = firstChild(properties, 'numPr');
    values.alignment ??= childValue(properties, 'jc');
    values.outline ??= childValue(properties, 'outlineLvl') ?? outlineByName(childValue(style, 'name'));
    values.list ??= childValue(list, 'numId');
    values.level ??= childValue(list, 'ilvl');
    next = childValue(style, 'basedOn');
  }
  return {
    alignment: values.alignment,
    outlineLevel: wholeNumber(values.outline),
    numberingId: values.list,
    numberingLevel: wholeNumber(values.level),
    chain,
  };
}

/** Built-in headings may leave their level unsaid: the name says it, in English whatever the language of Word. */
function outlineByName(name: string | null): string | null {
  const level = /^(?:heading|заголовок) ([1-9])$/i.exec(name ?? '')?.[1];
  return level === undefined ? null : String(Number(level) - 1);
}

export function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
