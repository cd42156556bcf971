import { FileRefusal } from '@opora/domain/basics/file-refusal.ts';
import { SaxesParser } from 'saxes';
import type { ReadLimits } from './read-limits.ts';

/**
 * An element without its namespace prefix: the two editions of OOXML differ in namespaces only, and the names we read
 * do not collide.
 */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
};

export type XmlNode = XmlElement | string;

/**
 * Parses one part of an office file. A DOCTYPE is refused outright, so no entity but XML's own five is ever expanded.
 * Elements named in `skip` are left out with all that is in them.
 */
export function parseXml(
  bytes: Uint8Array,
  limits: Pick<ReadLimits, 'xmlDepth'>,
  skip: ReadonlySet<string> = new Set(),
): XmlElement {
  const parser = new SaxesParser();
  const document: XmlElement = { name: '', attributes: {}, children: [] };
  const open: XmlElement[] = [document];
  let parent = document;
  let depth = 0;
  let skippedAt = 0;

  parser.on('error', () => {
    throw new FileRefusal('broken');
  });
  parser.on('doctype', () => {
    throw new FileRefusal('xml-forbidden');
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > limits.xmlDepth) throw new FileRefusal('nesting-too-deep', { limit: limits.xmlDepth });
    if (skippedAt > 0) return;
    const name = localName(tag.name);
    if (skip.has(name)) {
      skippedAt = depth;
      return;
    }
    const element: XmlElement = { name, attributes: localNames(tag.attributes), children: [] };
    parent.children.push(element);
    open.push(element);
    parent = element;
  });
  parser.on('closetag', () => {
    if (skippedAt === 0) {
      open.pop();
      parent = open.at(-1) ?? document;
    } else if (skippedAt === depth) skippedAt = 0;
    depth -= 1;
  });
  parser.on('text', (text) => {
    if (skippedAt === 0) parent.children.push(text);
  });
  parser.on('cdata', (text) => {
    if (skippedAt === 0) parent.children.push(text);
  });

  parser.write(decodeXml(bytes)).close();
  const root = document.children.find((child) => typeof child !== 'string');
  if (root === undefined) throw new FileRefusal('broken');
  return root;
}

export function childElements(element: XmlElement | null, name: string): XmlElement[] {
  return (element?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && child.name === name,
  );
}

export function firstChild(element: XmlElement | null, name: string): XmlElement | null {
  for (const child of element?.children ?? [])
    if (typeof child !== 'string' && child.name === name) return child;
  return null;
}

/** The `val` attribute of a child: how OOXML writes nearly every property. Null when there is no child or no value. */
export function childValue(element: XmlElement | null, name: string): string | null {
  return firstChild(element, name)?.attributes['val'] ?? null;
}

/** An OOXML switch: `<w:x/>` is on, `<w:x w:val="0"/>` is off, no element is null. */
export function childSwitch(element: XmlElement | null, name: string): boolean | null {
  const child = firstChild(element, name);
  if (!child) return null;
  return !['0', 'false', 'off'].includes(child.attributes['val'] ?? '1');
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function localNames(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const local: Record<string, string> = {};
  for (const name in attributes)
    if (!name.startsWith('xmlns')) local[localName(name)] = attributes[name] ?? '';
  return local;
}

function decodeXml(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new FileRefusal('broken');
  }
}
