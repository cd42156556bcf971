import type { SourcePlace } from '../../basics/source-document.ts';
import type { ReadIndicator, ReadIndicatorValue } from '../read-document.ts';
import {
  beginsIndicator,
  type IndicatorLine,
  indicatorTable,
  type IndicatorTable,
  isSubItem,
} from './indicator-line.ts';
import { columnSize, readValue, unitOf, valueTokens } from './indicator-value.ts';
import { oneLine, startsLower, startsUpper } from './printed-text.ts';
import type { ReadingTable } from './reading-block.ts';
import type { TableColumn } from './table-head.ts';
import { joinTorn, type Vocabulary } from './vocabulary.ts';

type Item = { name: string; values: string[][] };
/** Words that stand once beside several indicators; they grow while their lines are gathered. */
type Beside = { text: string };
type Block = {
  no: string;
  group: Beside;
  unit: string;
  collection: Beside;
  items: Item[];
  places: SourcePlace[];
};

/** Indicators of a table in its order; an enumeration inside one («в т. ч.: – первая; – высшая») gives an indicator for each item. */
export function indicatorsOf(table: ReadingTable, vocabulary: Vocabulary): ReadIndicator[] {
  const read = indicatorTable(table);
  const blocks = indicatorBlocks(read, vocabulary).map((block) => withListedItems(block));
  const sizes = read.columns.map((_, column) =>
    columnSize(blocks.flatMap(({ items }) => items.flatMap((item) => item.values[column] ?? []))),
  );
  return blocks.flatMap((block) => indicatorsOfBlock(block, read, sizes));
}

function indicatorBlocks(table: IndicatorTable, vocabulary: Vocabulary): Block[] {
  const width = table.lines.reduce((longest, line) => Math.max(longest, line.name.length), 0);
  const blocks: Block[] = [];
  let waiting: { no: string; values: readonly string[] } | null = null;
  let lastName = '';
  let heading: Beside = { text: '' };
  let group: Beside = { text: '' };
  let collection: Beside = { text: '' };
  for (const line of table.lines) {
    if (line.wide) {
      heading = { text: oneLine(line.name) };
      lastName = '';
      continue;
    }
    const last = blocks.at(-1);
    const begins = beginsIndicator(
      line,
      table,
      { lastName, hasValues: hasValues(last), numberWaits: waiting !== null },
      width,
    );
    if (begins && !(isSubItem(line.name) && last !== undefined)) {
      group = nextGroup(group, line, table, vocabulary);
      collection = nextCollection(collection, line, vocabulary);
      const early: { no: string; values: readonly string[] } | null = waiting;
      blocks.push({
        no: early?.no ?? line.no,
        group: group.text === '' ? heading : group,
        unit: line.unit,
        collection,
        items: [
          {
            name: line.name,
            values: line.values.map((text, at) =>
              [early?.values[at] ?? '', text].filter((value) => value !== ''),
            ),
          },
        ],
        places: [line.place],
      });
      waiting = null;
      lastName = line.name;
    } else if (last !== undefined) {
      if (last.no === '' && table.numbered && last.items.length === 1) last.no = line.no;
      const early = table.torn && line.no !== '' && line.no !== last.no && startsLower(line.name);
      if (early) waiting = { no: line.no, values: line.values };
      group = nextGroup(group, line, table, vocabulary);
      if (group.text !== '') last.group = group;
      continueBlock(last, early ? { ...line, values: line.values.map(() => '') } : line, vocabulary);
      if (table.torn) addBeside(collection, line.collection, vocabulary);
      lastName = line.name === '' ? lastName : line.name;
    }
  }
  return blocks;
}

const hasValues = (block: Block | undefined): boolean =>
  block?.items.some((item) => item.values.some((texts) => texts.length > 0)) ?? false;

function continueBlock(block: Block, line: IndicatorLine, vocabulary: Vocabulary): void {
  block.places.push(line.place);
  const last = block.items.at(-1);
  if (last === undefined) return;
  if (isSubItem(line.name))
    block.items.push({ name: line.name, values: line.values.map((text) => (text === '' ? [] : [text])) });
  else {
    // After «;» an item is complete: what follows in lower case has leaked from another column.
    const leaked = isSubItem(last.name) && last.name.endsWith(';');
    if (!leaked && /\p{L}/u.test(line.name)) last.name = joinTorn(last.name, line.name, vocabulary);
    line.values.forEach((text, at) => {
      if (text !== '') last.values[at]?.push(text);
    });
  }
}

/** A group is named once, its name torn over the lines beside its indicators. */
function nextGroup(
  group: Beside,
  line: IndicatorLine,
  table: IndicatorTable,
  vocabulary: Vocabulary,
): Beside {
  const piece = oneLine(line.group);
  if (!table.torn) return piece === group.text ? group : { text: piece };
  if (!/[а-яё]{2}/iu.test(piece)) return group;
  const begins = startsUpper(piece) && !/[-(]$/.test(group.text) && startsUpper(line.name);
  if (group.text === '' || begins) return { text: piece };
  addBeside(group, piece, vocabulary);
  return group;
}

/** How a value is collected stands once beside all the rows it holds for. */
function nextCollection(collection: Beside, line: IndicatorLine, vocabulary: Vocabulary): Beside {
  const piece = oneLine(line.collection);
  if (piece === '' || piece === collection.text) return collection;
  const { text } = collection;
  const open = /(?:^|\s)(?:от|по|и|в|с|к|на|для)$/u.test(text) || /^[«"]/.test(piece);
  if (text === '' || !(startsLower(piece) || open)) return { text: piece };
  addBeside(collection, piece, vocabulary);
  return collection;
}

function addBeside(beside: Beside, piece: string, vocabulary: Vocabulary): void {
  if (/\p{L}/u.test(piece)) beside.text = joinTorn(beside.text, oneLine(piece), vocabulary);
}

const listStart = /(?:[:;,]|\n)\s*[-–—•]\s*(?=\p{L})/u;

/** «…, в т. ч.: - первая; - высшая» in one cell: its values stand in the order of the items. */
function withListedItems(block: Block): Block {
  const [first, ...rest] = block.items;
  if (first === undefined || rest.length > 0) return block;
  const [name = '', ...items] = first.name.split(listStart);
  if (
    items.length < 2 ||
    !/:$|т\.\s?ч\.?$|числе$|составляет$/u.test(first.name.slice(0, name.length + 1).trim())
  )
    return block;
  const listed = items.map((item) => ({
    name: `- ${oneLine(item)}`,
    values: first.values.map((): string[] => []),
  }));
  return { ...block, items: [{ name: `${name}:`, values: first.values }, ...listed] };
}

function indicatorsOfBlock(
  block: Block,
  table: IndicatorTable,
  sizes: readonly (number | null)[],
): ReadIndicator[] {
  const parent = block.items[0];
  if (parent === undefined) return [];
  const spread = table.columns.map((_, column) => spreadValues(block.items, column));
  const titles = columnTitles(table.columns);
  const parentName = oneLine(parent.name);
  const source = {
    from: block.places[0]?.line ?? 0,
    to: block.places.at(-1)?.lastLine ?? 0,
    page: block.places[0]?.page ?? null,
    table: block.places[0]?.table ?? null,
    row: block.places[0]?.row ?? null,
  };
  return block.items.map((item, at) => {
    const name =
      at === 0
        ? parentName
        : oneLine(item.name)
            .replace(/^[-–—•]\s*/u, '')
            .replace(/[;:,.]$/u, '');
    const raws = spread.map((column) => column[at] ?? '');
    const unit = unitByValues(
      unitOf(
        at === 0 ? name : parentName,
        `${block.unit} ${unitInBrackets(block.group.text)}`,
        block.group.text,
      ),
      raws,
    );
    return {
      no: at === 0 ? block.no : '',
      group: at === 0 ? (block.group.text === '' ? null : block.group.text) : parentName,
      name,
      unit,
      collection: block.collection.text === '' ? null : block.collection.text,
      values: raws.flatMap((raw, column): ReadIndicatorValue[] =>
        raw === ''
          ? []
          : [
              readValue(raw, {
                unit,
                column: titles[column] ?? '',
                size: sizes[column] ?? null,
              }),
            ],
      ),
      source,
    };
  });
}

/** The lowest words of a head, with those above them where they stand twice or leave the year out: «2025/26» over «на начало | на конец». */
function columnTitles(columns: readonly TableColumn[]): string[] {
  const year = /(?:19|20)\d\d/;
  const isRepeated = (text: string): boolean => columns.filter(({ lowest }) => lowest === text).length > 1;
  return columns.map(({ head, lowest }) =>
    isRepeated(lowest) || (year.test(head) && !year.test(lowest)) ? head : lowest,
  );
}

/** «Кадровые (чел./%)»: the unit of all indicators of the group. */
const unitInBrackets = (group: string): string => /\(([^()]*)\)/.exec(group)?.[1] ?? '';

/** Yes and no, printed, outweigh what the name suggests. */
function unitByValues(unit: ReadIndicator['unit'], raws: readonly string[]): ReadIndicator['unit'] {
  const printed = raws.filter((raw) => /\p{L}|\d/u.test(raw));
  const yesNo =
    printed.length > 0 && printed.every((raw) => /^(?:да|нет|есть|имеется|отсутствует)/iu.test(raw));
  if (yesNo) return 'yes-no';
  if (unit === 'unknown' && printed.some((raw) => /^\d+\s?\/\s?\d/.test(raw))) return 'count/share';
  return unit === 'unknown' && printed.some((raw) => raw.includes('%')) ? 'share' : unit;
}

/**
 * One value for the indicator and each of its items. As many values as items: they are in their order, as many and one: the
 * first is the total. Otherwise each stands on its item's line, and what else a scan put there is left out.
 */
function spreadValues(items: readonly Item[], column: number): string[] {
  const cells = items.map((item) => item.values[column] ?? []);
  const [first = []] = cells;
  if (items.length === 1) return [first.find((cell) => valueTokens(cell).length > 0) ?? first[0] ?? ''];
  const tokens = cells.map((texts) => texts.flatMap(valueTokens));
  const all = tokens.flat();
  const words = all.filter((token) => /^\p{L}/u.test(token));
  const clean = words.length * 2 > all.length ? words : all;
  const subItems = items.length - 1;
  if (clean.length === subItems && (tokens[0]?.length ?? 0) !== 1) return ['', ...clean];
  if (clean.length === subItems + 1) return clean;
  if (clean.length === subItems && tokens.slice(1).some((own) => own.length > 1)) return ['', ...clean];
  return tokens.map((own) => own[0] ?? '');
}
