import { wholeNumber } from './docx-styles.ts';
import { formatNumber } from './list-number.ts';
import { childElements, childSwitch, childValue, firstChild, type XmlElement } from './xml-tree.ts';

type Level = {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  /** From 1: the level whose use restarts this one; 0 never; null any level above. */
  readonly restartAfter: number | null;
  /** Numbers of all levels are shown as digits, as law drafting wants it. */
  readonly legal: boolean;
  readonly style: string | null;
};

type List = {
  readonly abstractId: string;
  readonly levels: readonly Level[];
  readonly restarts: ReadonlyMap<number, number>;
};

/**
 * Gives the label of the next paragraph of a list, in the order of calls. Lists built on one abstract list count on
 * together, unless one of them asks to start anew. Null when the list is unknown or shows nothing.
 */
export type ListLabels = (
  listId: string,
  level: number | null,
  styleChain: readonly string[],
) => string | null;

const lastLevel = 8;

export function listLabels(
  part: XmlElement | null,
  listOfStyle: (styleId: string) => string | null,
): ListLabels {
  const lists = readLists(part, listOfStyle);
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return (listId, wanted, styleChain) => {
    const list = lists.get(listId);
    if (!list) return null;
    const linked = styleChain
      .map((style) => list.levels.findIndex((level) => level.style === style))
      .find((at) => at >= 0);
    const at = Math.min(wanted ?? linked ?? 0, lastLevel);
    const level = list.levels[at];
    if (!level) return null;
    const counts = counters.get(list.abstractId) ?? [];
    counters.set(list.abstractId, counts);
    if (!begun.has(`${listId} ${at}`)) {
      begun.add(`${listId} ${at}`);
      const restart = list.restarts.get(at);
      if (restart !== undefined) counts[at] = restart - 1;
    }
    counts[at] = (counts[at] ?? level.start - 1) + 1;
    for (let deeper = at + 1; deeper <= lastLevel; deeper += 1) {
      const after = list.levels[deeper]?.restartAfter ?? deeper;
      if (at + 1 <= after) counts[deeper] = undefined;
    }
    return labelText(list.levels, level, counts);
  };
}

function labelText(
  levels: readonly Level[],
  level: Level,
  counts: readonly (number | undefined)[],
): string | null {
  if (level.format === 'bullet') return bullet(level.text);
  const label = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const shown = levels[Number(digit) - 1];
    if (!shown) return '';
    const count = counts[Number(digit) - 1] ?? shown.start;
    return formatNumber(count, level.legal && shown.format !== 'none' ? 'decimal' : shown.format);
  });
  return label.trim() === '' ? null : label.trim();
}

/** Bullets are drawn from symbol fonts, whose codes mean nothing without them. */
function bullet(text: string): string | null {
  if (text.trim() === '') return null;
  return /^[-–—*]$/.test(text.trim()) ? text.trim() : '•';
}

function readLists(
  part: XmlElement | null,
  listOfStyle: (styleId: string) => string | null,
): Map<string, List> {
  const abstracts = new Map(
    childElements(part, 'abstractNum').map((e) => [e.attributes['abstractNumId'] ?? '', e]),
  );
  const elements = new Map(childElements(part, 'num').map((e) => [e.attributes['numId'] ?? '', e]));
  /** An abstract list may only name a list style, which names the list that has the levels. */
  const abstractOf = (num: XmlElement | undefined, hops = 0): string | null => {
    const id = childValue(num ?? null, 'abstractNumId');
    const link = childValue(abstracts.get(id ?? '') ?? null, 'numStyleLink');
    if (link === null || hops > 4) return id;
    return abstractOf(elements.get(listOfStyle(link) ?? ''), hops + 1) ?? id;
  };
  const lists = new Map<string, List>();
  for (const [numId, num] of elements) {
    const abstractId = abstractOf(num);
    if (abstractId === null) continue;
    const levels: Level[] = [];
    for (const element of childElements(abstracts.get(abstractId) ?? null, 'lvl')) putLevel(levels, element);
    const restarts = new Map<number, number>();
    for (const override of childElements(num, 'lvlOverride')) {
      const at = wholeNumber(override.attributes['ilvl'] ?? null);
      const start = wholeNumber(childValue(override, 'startOverride'));
      const level = firstChild(override, 'lvl');
      if (level) putLevel(levels, level);
      if (at !== null && start !== null) restarts.set(at, start);
    }
    lists.set(numId, { abstractId, levels, restarts });
  }
  return lists;
}

function putLevel(levels: Level[], element: XmlElement): void {
  const at = wholeNumber(element.attributes['ilvl'] ?? null);
  if (at === null || at > lastLevel) return;
  levels[at] = {
    start: wholeNumber(childValue(element, 'start')) ?? 0,
    format: childValue(element, 'numFmt') ?? 'decimal',
    text: childValue(element, 'lvlText') ?? '',
    restartAfter: wholeNumber(childValue(element, 'lvlRestart')),
    legal: childSwitch(element, 'isLgl') ?? false,
    style: childValue(element, 'pStyle'),
  };
}
