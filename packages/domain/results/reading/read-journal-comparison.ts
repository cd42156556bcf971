import { noCount, type ReportRow, type ReportUnit } from './report.ts';
import { participantsHead } from './read-distribution.ts';
import {
  columnOf,
  faultList,
  type ReadTable,
  type ReportTable,
  rowsBelow,
  unknownHeads,
} from './report-table.ts';
import { unitNamed } from './report-unit.ts';
import { countsOf } from './share-counts.ts';
import { cellCount, cellNumber, cellText, headText } from './sheet-words.ts';

const parts = [
  ['lowered', /^понизили/],
  ['confirmed', /^подтвердили/],
  ['raised', /^повысили/],
  ['all', /^(?:всего|итого)/],
] as const;
type Part = (typeof parts)[number][0];
type Line = { readonly row: number; readonly count: number | null; readonly share: number | null };
type Block = { readonly row: number; readonly unit: ReportUnit; readonly lines: Map<Part, Line> };

/** «Сравнение отметок с отметками по журналу»: below each name four lines — lowered, confirmed, raised, in all. */
export function readJournalComparison(table: ReportTable): ReadTable {
  const at = {
    group: columnOf(table.heads, /^группы участников$/),
    count: columnOf(table.heads, participantsHead),
    share: columnOf(table.heads, /^%$|^доля/),
  };
  const { faults, add } = faultList();
  const blocks: Block[] = [];
  let territory: string | null = null;
  for (const { row, cells } of rowsBelow(table)) {
    const text = cellText(cells[at.group]);
    const part = parts.find(([, words]) => words.test(headText(text)))?.[0];
    if (part !== undefined) {
      const line = { row, count: cellCount(cells[at.count]), share: cellNumber(cells[at.share]) };
      if (blocks.length === 0) add(row, at.group, 'no-school');
      else blocks.at(-1)?.lines.set(part, line);
    } else if (text !== '') {
      const unit = unitNamed(text, territory);
      if (unit.level === 'territory') territory = unit.name;
      blocks.push({ row, unit, lines: new Map() });
    }
  }
  const rows = blocks.flatMap((block): ReportRow[] => {
    const read = journalOf(block);
    if (typeof read === 'string') {
      add(block.row, at.group, read);
      return [];
    }
    const { participants, ...journal } = read;
    return [
      { row: block.row, unit: block.unit, facts: table.title, count: { ...noCount, participants, journal } },
    ];
  });
  const known = (column: number): boolean => Object.values(at).includes(column);
  return { rows, markers: [], faults, unknownColumns: unknownHeads(table, known) };
}

function journalOf({ lines }: Block) {
  const [lowered, confirmed, raised, all] = parts.map(([part]) => lines.get(part));
  if (lowered === undefined && confirmed === undefined && raised === undefined) return 'unit-without-rows';
  const three = [lowered, confirmed, raised];
  const given = three.map((line) => line?.count ?? 0);
  const sum = given.reduce((total, value) => total + value, 0);
  const participants = all?.count ?? sum;
  const counted =
    sum === 0 && participants > 0
      ? countsOf(
          three.map((line) => line?.share ?? 0),
          participants,
        )
      : { counts: given };
  if ('fault' in counted) return counted.fault;
  if (counted.counts.reduce((total, value) => total + value, 0) > participants)
    return 'more-than-participants';
  const [less = 0, same = 0, more = 0] = counted.counts;
  return { participants, lowered: less, confirmed: same, raised: more };
}
