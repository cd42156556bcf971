import { oneLine, plainText, startsLower } from './printed-text.ts';
import {
  isLabelled,
  isPassportLabel,
  type ReadingBlock,
  type ReadingTable,
  rowLabel,
} from './reading-block.ts';
import { filledCells } from './table-row.ts';
import type { TextLine } from './text-line.ts';
import { joinTorn, type Vocabulary } from './vocabulary.ts';

/** Goal, tasks and the like, from the passport of a programme or from «Цель: …», «Задачи: …» in the text. */
export type Passport = {
  readonly goal: string | null;
  readonly tasks: readonly string[];
  readonly expectedResults: readonly string[];
  /** «Сроки реализации», as printed. */
  readonly term: string | null;
  /** Who drew the programme up: its authority where no order stands before it. */
  readonly authority: string | null;
  /** What stands beside «Исполнители», «Участники», one by one. */
  readonly participants: readonly string[];
};

type Topic = 'goal' | 'tasks' | 'results' | 'term' | 'authority' | 'participants';

const topics: readonly (readonly [RegExp, Topic])[] = [
  [/^(?:основн\p{L}+ |стратегическ\p{L}+ )?цел[ьи] и задач/iu, 'tasks'],
  [/^(?:основн\p{L}+ |главн\p{L}+ |стратегическ\p{L}+ )?цел[ьи](?!\p{L}|в)/iu, 'goal'],
  [/^(?:основн\p{L}+ )?задач[аи](?!\p{L})/iu, 'tasks'],
  [
    /^(?:основн\p{L}+ )?(?:ожидаем\p{L}+|планируем\p{L}+|конечн\p{L}+)\s(?:\p{L}+\s){0,2}результат/iu,
    'results',
  ],
  [
    /^(?:срок\p{L}*|период\p{L}*|этап\p{L}*)(?: и этап\p{L}*| и срок\p{L}*)?(?: реализац| действ| выполн|\s*$)/iu,
    'term',
  ],
  [/^(?:основн\p{L}+ )?(?:разработчик|заказчик|координатор)/iu, 'authority'],
  [/^(?:основн\p{L}+ )?(?:исполнител|соисполнител|участник)/iu, 'participants'],
];

export const topicOf = (label: string): Topic | null =>
  topics.find(([pattern]) => pattern.test(label.trim()))?.[1] ?? null;

export function passportOf(blocks: readonly ReadingBlock[], vocabulary: Vocabulary): Passport {
  const cells = new Map<Topic, string>();
  for (const block of blocks) {
    if (block.kind !== 'table' || !isLabelled(block)) continue;
    for (const [label, text] of labelledCells(block, vocabulary)) {
      const topic = topicOf(label);
      if (topic !== null && !cells.has(topic)) cells.set(topic, text);
    }
  }
  const told = toldInText(blocks);
  const list = (topic: 'tasks' | 'results') =>
    cells.has(topic) ? listItems(cells.get(topic) ?? '') : told[topic];
  return {
    goal: cells.has('goal') ? oneLine(cells.get('goal') ?? '') : told.goal,
    tasks: list('tasks'),
    expectedResults: list('results'),
    term: cells.get('term') ?? told.term,
    authority: cells.has('authority') ? firstName(cells.get('authority') ?? '') : null,
    participants: listItems(cells.get('participants') ?? ''),
  };
}

/** Label and text of each row; a label and its text may be torn over several rows. */
function labelledCells(table: ReadingTable, vocabulary: Vocabulary): [string, string][] {
  const rows: [string, string][] = [];
  for (const row of table.body) {
    const label = rowLabel(row);
    const texts = filledCells(row).map((cell) => cell.text);
    const text = texts
      .slice(label === '' ? 0 : texts.indexOf(texts.find((cell) => oneLine(cell) === label) ?? '') + 1)
      .join('\n');
    const last = rows.at(-1);
    const beginsAnew =
      label !== '' && (!startsLower(label) || isPassportLabel(label)) && !(startsLower(label) && table.torn);
    if (last === undefined || beginsAnew) rows.push([label, text]);
    else rows[rows.length - 1] = [oneLine(`${last[0]} ${label}`), joinCellLines(last[1], text, vocabulary)];
  }
  return rows;
}

function joinCellLines(before: string, after: string, vocabulary: Vocabulary): string {
  return startsLower(after) && !/^[-–—•]/.test(after)
    ? joinTorn(before, after, vocabulary)
    : `${before}\n${after}`;
}

const itemStart = /(?:^|\n|(?<=[.;:]\s)|(?<=[.;]))\s*(?:\d{1,2}[.)]\s?(?=\p{L}|«)|[-–—•●▪*]\s+)/u;

/** Items of a list in a cell: by their numbers or bullets, else by lines, else by «;». */
export function listItems(text: string): string[] {
  const marked = text.split(itemStart);
  const parts = marked.length > 1 ? marked : text.includes('\n') ? joinWrapped(text) : text.split(/;\s+/);
  return parts
    .map((part) => oneLine(part).replace(/^(?:\d{1,2}[.)]|[-–—•])\s*/u, ''))
    .filter((part) => /\p{L}{2}/u.test(part));
}

/** The first of the names in a cell; a long name runs over lines. */
const firstName = (text: string): string | null =>
  /;|\d[.)]\s/.test(text) ? (listItems(text)[0] ?? null) : oneLine(text);

const joinWrapped = (text: string): string[] =>
  text.split('\n').reduce<string[]>((lines, line) => {
    if (lines.length > 0 && startsLower(line) && !/[.;]$/.test(lines.at(-1) ?? ''))
      lines[lines.length - 1] += ` ${line}`;
    else lines.push(line);
    return lines;
  }, []);

type Told = { goal: string | null; term: string | null; tasks: string[]; results: string[] };

/** «Цель: …» in a line of its own, «Задачи:» before a list. The first of each counts. */
function toldInText(blocks: readonly ReadingBlock[]): Told {
  const told: Told = { goal: null, term: null, tasks: [], results: [] };
  blocks.forEach((block, at) => {
    if (block.kind !== 'line') return;
    const topic = topicOf(block.text);
    if (topic === null || topic === 'authority' || topic === 'participants') return;
    const colon = /^([^:]{3,90}):\s*(.*)$/su.exec(block.text);
    const rest = colon?.[2] ?? '';
    const announces = colon !== null || block.heading || block.text.length < 60;
    if (!announces) return;
    if (topic === 'term') told.term ??= rest === '' ? null : rest;
    else if (topic === 'goal') told.goal ??= rest !== '' ? rest : (goalAfter(blocks, at) ?? null);
    else if (told[topic].length === 0) told[topic] = rest !== '' ? listItems(rest) : listAfter(blocks, at);
  });
  return told;
}

function goalAfter(blocks: readonly ReadingBlock[], at: number): string | undefined {
  const next = blocks[at + 1];
  return next?.kind === 'line' && !next.heading && topicOf(next.text) === null ? next.text : undefined;
}

const proseMax = 3;

/** The list under its title; a sentence or two may stand between («поставлены следующие задачи:»). */
function listAfter(blocks: readonly ReadingBlock[], at: number): string[] {
  const items: string[] = [];
  let prose = 0;
  let label = '';
  for (const block of blocks.slice(at + 1, at + 40)) {
    if (block.kind !== 'line' || block.heading) break;
    if (isItem(block)) {
      if (label !== '' && kindOfLabel(label) !== kindOfLabel(block.label)) break;
      label = block.label;
      items.push(taskText(block));
    } else if (items.length > 0 && startsLower(block.text)) items.push(`${items.pop() ?? ''} ${block.text}`);
    else if (items.length > 0 || (prose += 1) > proseMax || topicOf(block.text) !== null) break;
  }
  return items;
}

export const kindOfLabel = (label: string): string =>
  /^\d/.test(label) ? `number of ${label.split('.').filter(Boolean).length}` : 'bullet';

const isItem = (line: TextLine): boolean => line.label !== '' && !/^\d+\.\d+/.test(line.label);

/** An item keeps the number it is printed with. */
const taskText = (line: TextLine): string =>
  /^\d/.test(line.label) && !/^\d/.test(line.text)
    ? `${line.label} ${line.text}`
    : plainText(line.text) === ''
      ? ''
      : line.text;
