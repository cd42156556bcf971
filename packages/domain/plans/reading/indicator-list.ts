import type { ReadIndicator } from '../read-document.ts';
import { unitOf } from './indicator-value.ts';
import { kindOfLabel } from './passport.ts';
import { plainText } from './printed-text.ts';
import type { ReadingBlock } from './reading-block.ts';
import type { TextLine } from './text-line.ts';

const announces = /показател|критери|индикатор/u;
const itemsMin = 3;
const itemsMinNamed = 2;
const proseMax = 2;

/** Indicators that a regulation lists under «Критерии и показатели …»: names without values. */
export function listedIndicators(blocks: readonly ReadingBlock[]): ReadIndicator[] {
  const found: ReadIndicator[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at];
    if (block?.kind !== 'line' || !isAnnouncement(block)) continue;
    const items = itemsAfter(blocks, at);
    if (items.length < (isNamed(block) ? itemsMinNamed : itemsMin)) continue;
    for (const item of items)
      if (!found.some((known) => known.source.from === item.place.line)) found.push(indicator(item));
  }
  return found;
}

/** A heading, a numbered point or a sentence that ends in a colon. */
function isAnnouncement(line: TextLine): boolean {
  const text = plainText(line.text);
  if (!announces.test(text) || /^[-–—•*]/.test(line.label)) return false;
  const names = /^(?:(?:основные|целевые|таблица|перечень|список) )?(?:показател|критери|индикатор)/.test(
    text,
  );
  if (names && text.length < 80 && !/[.;,]$/.test(text)) return true;
  return (
    line.heading || text.endsWith(':') || (text.length < 100 && line.label !== '' && !/[.;]$/.test(text))
  );
}

/** «2.2. Показатели …:» says for sure what follows. */
const isNamed = (line: TextLine): boolean => /^(?:показател|индикатор)\P{Lu}*:$/u.test(plainText(line.text));

function itemsAfter(blocks: readonly ReadingBlock[], at: number): TextLine[] {
  const items: TextLine[] = [];
  let prose = 0;
  for (const block of blocks.slice(at + 1)) {
    if (block.kind !== 'line' || block.heading) break;
    const [first] = items;
    if (
      block.label !== '' &&
      (first === undefined || kindOfLabel(first.label) === kindOfLabel(block.label))
    ) {
      if (first === undefined && isAnnouncement(block)) break;
      items.push(block);
    } else if (first !== undefined || block.label !== '' || (prose += 1) > proseMax) break;
  }
  return items;
}

function indicator(line: TextLine): ReadIndicator {
  const name = line.text.replace(/[;.]$/u, '');
  const { place } = line;
  return {
    no: /^\d/.test(line.label) ? line.label : '',
    group: null,
    name,
    unit: unitOf(name, '', ''),
    collection: null,
    values: [],
    source: { from: place.line, to: place.lastLine, page: place.page, table: place.table, row: place.row },
  };
}
