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
  readonly children: readonly XmlNode[];
};

export type XmlNode = XmlElement | string;

/** An element while it is open. Most have one child or none, which an array made for it holds in a tenth of the memory. */
type Draft = { -readonly [Key in keyof XmlElement]: XmlElement[Key] };

const nothing: readonly XmlNode[] = [];
const noAttributes: Readonly<Record<string, string>> = {};

/**
 * Parses one part of an office file. A DOCTYPE is refused outright, so no entity but XML's own five is ever expanded.
 * Elements named in `skip` are left out with all that is in them.
 */
export function parseXml(
  bytes: Uint8Array,
  limits: Pick<ReadLimits, 'xmlDepth' | 'xmlNodes'>,
  skip: ReadonlySet<string> = new Set(),
): XmlElement {
  const parser = new SaxesParser();
  const document: Draft = { name: '', attributes: noAttributes, children: nothing };
  const open: Draft[] = [document];
  const spend = nodeBudget(limits.xmlNodes);
  const localName = localNames();
  let parent = document;
  let depth = 0;
  let skippedAt = 0;

  parser.on('error', () => {
    throw new FileRefusal('broken');
  });
  parser.on('doctype', () => {
    throw new FileRefusal('xml-forbidden');
  });
  parser.on('attribute', spend);
  parser.on('opentag', (tag) => {
    spend();
    depth += 1;
    if (depth > limits.xmlDepth) throw new FileRefusal('nesting-too-deep', { limit: limits.xmlDepth });
    if (skippedAt > 0) return;
    const name = localName(tag.name);
    if (skip.has(name)) {
      skippedAt = depth;
      return;
    }
    const element: Draft = { name, attributes: attributesOf(tag.attributes, localName), children: nothing };
    addChild(parent, element);
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
  const addText = (text: string): void => {
    if (skippedAt === 0) addChild(parent, text);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);

  parser.write(decodeXml(bytes)).close();
  const root = document.children.find((child) => typeof child !== 'string');
  if (root === undefined) throw new FileRefusal('broken');
  return root;
}

function addChild(parent: Draft, node: XmlNode): void {
  if (parent.children === nothing) parent.children = [node];
  // Only the shared empty list must stay as it is; any other belongs to its element.
  else (parent.children as XmlNode[]).push(node);
}

/** Elements and attributes cost memory and time whatever their size, so their number is bounded too. */
function nodeBudget(limit: number): () => void {
  let nodes = 0;
  return () => {
    nodes += 1;
    if (nodes > limit) throw new FileRefusal('too-many-entries', { limit });
  };
}

type LocalName = (name: string) => string;

/** Names without prefixes, each made once: a document has few of them, a million times. */
function localNames(): LocalName {
  const known = new Map<string, string>();
  return (name) => {
    let local = known.get(name);
    if (local === undefined) {
      local = name.slice(name.indexOf(':') + 1);
      known.set(name, local);
    }
    return local;
  };
}

function attributesOf(
  attributes: Readonly<Record<string, string>>,
  localName: LocalName,
): Readonly<Record<string, string>> {
  let local: Record<string, string> | null = null;
  for (const name in attributes) {
    if (name.startsWith('xmlns')) continue;
    local ??= {};
    local[localName(name)] = attributes[name] ?? '';
  }
  return local ?? noAttributes;
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
