import type { SheetCell } from '../../basics/sheet-table.ts';
import { areGapsWithin } from '../exam-count.ts';
import { type FlatColumn, flatColumnNamed, flatColumns, isFlatValue, participantsMax } from '../flat-form.ts';
import { type pupilTally, tallies } from './pupil-tally.ts';
import { noCount, type ReportFacts, type ReportRow, type ReportUnit } from './report.ts';
import { faultList, type ReadTable, type ReportTable, rowsBelow, unknownHeads } from './report-table.ts';
import { markOf, numberOrNull } from './read-individual.ts';
import { cellCount, cellScore, cellText, headText, isBlank } from './sheet-words.ts';
import { subjectName } from './subject-name.ts';

/**
 * Beside the columns of the flat form, what a row may say too: marks and the comparison with the journal as numbers of pupils, or marks and the primary score
 * of one.
 */
const more = {
  mark2: 'отметок 2',
  mark3: 'отметок 3',
  mark4: 'отметок 4',
  mark5: 'отметок 5',
  lowered: 'понизили',
  confirmed: 'подтвердили',
  raised: 'повысили',
  lowered2: 'понизили на 2',
  raised2: 'повысили на 2',
  mark: 'отметка',
  journal: 'отметка по журналу',
  score: 'первичный балл',
} as const;

export type FlatPlaces = Readonly<Record<FlatColumn | keyof typeof more, number>>;

/** Where each column stands, −1 for one that is not there; null where a column that is needed is missing. */
export function flatPlaces(head: readonly SheetCell[]): FlatPlaces | null {
  const named = head.map(flatColumnNamed);
  if (flatColumns.some((column) => column !== 'participants' && !named.includes(column))) return null;
  const heads = head.map(headText);
  // Every key of both lists is there.
  return Object.fromEntries([
    ...flatColumns.map((column) => [column, named.indexOf(column)]),
    ...Object.entries(more).map(([name, russian]) => [
      name,
      heads.findIndex((text) => text === headText(name) || text === headText(russian)),
    ]),
  ]) as FlatPlaces;
}

/** The flat form as a sheet. */
export function readFlat(table: ReportTable): ReadTable {
  const places = flatPlaces(table.heads);
  if (places === null) throw new Error('not a flat form');
  const tally = flatTally(places);
  for (const { row, cells } of rowsBelow(table)) tally.add(row, cells);
  const known = (column: number): boolean => Object.values(places).includes(column);
  return { ...tally.read(), unknownColumns: unknownHeads(table, known) };
}

type Key = Pick<ReportRow, 'row' | 'unit' | 'facts'>;

/**
 * Takes rows of the flat form one by one: counts as they stand, pupils added up by school, procedure and year. A row that is not understood is left out and
 * told by its cell.
 */
export function flatTally(at: FlatPlaces) {
  const { faults, add: fault } = faultList();
  const schools = tallies<Key>();
  const rows = new Map<string, ReportRow>();
  /** Words are looked at once: a million pupils share a few thousand of them. Null is words that cannot stand. */
  const keys = new Map<string, Key | null>();
  const tallyOf = new Map<string, ReturnType<typeof pupilTally>>();

  const keyOf = (row: number, cells: readonly SheetCell[], words: string): Key | null => {
    const known = keys.get(words);
    if (known !== undefined && known !== null) return known;
    const wrong = named.find((column) => !isFlatValue(column, wordOf(cells[at[column]])));
    if (wrong !== undefined) fault(row, at[wrong], wrong === 'school' ? 'no-school' : 'not-a-value');
    const key = wrong === undefined ? { row, ...readWords(cells, at) } : null;
    keys.set(words, key);
    return key;
  };
  return {
    add: (row: number, cells: readonly SheetCell[]): void => {
      const words = wordsOf(cells, at);
      const key = keyOf(row, cells, words);
      if (key === null) return;
      if (at.participants >= 0) {
        if (rows.has(words)) fault(row, at.school, 'row-repeated');
        const count = countOf(cells, at);
        if ('column' in count) fault(row, count.column, count.code);
        else if (!rows.has(words)) rows.set(words, { ...key, row, count });
        return;
      }
      const below = cellCount(cells[at.below]);
      if (below !== 0 && below !== 1) {
        fault(row, at.below, 'not-a-value');
        return;
      }
      const mark = at.mark < 0 ? null : markOf(cells[at.mark]);
      const journal = at.journal < 0 ? null : markOf(cells[at.journal]);
      const score = at.score < 0 ? null : cellScore(cells[at.score]);
      if (mark === 'unknown') fault(row, at.mark, 'mark-unknown');
      if (journal === 'unknown') fault(row, at.journal, 'mark-unknown');
      if (at.score >= 0 && score === null && !isBlank(cells[at.score])) fault(row, at.score, 'not-a-number');
      const tally = tallyOf.get(words) ?? schools.at(words, () => key);
      tallyOf.set(words, tally);
      tally.add({
        mark: numberOrNull(mark),
        journalMark: numberOrNull(journal),
        score,
        below: below === 1,
        tasks: [],
      });
    },
    fault,
    read: (): Omit<ReadTable, 'unknownColumns'> => ({
      rows: [...rows.values(), ...schools.all().map(({ of, count }) => ({ ...of, count }))],
      markers: [],
      faults,
    }),
  };
}

const named = ['year', 'procedure', 'grade', 'subject', 'school'] as const;

const wordOf = (cell: SheetCell | undefined): string =>
  typeof cell === 'string' ? cell.trim() : String(cell ?? '');

const wordsOf = (cells: readonly SheetCell[], at: FlatPlaces): string =>
  `${cells[at.year]}\t${cells[at.procedure]}\t${cells[at.grade]}\t${cells[at.subject]}\t${cells[at.school]}`;

function readWords(
  cells: readonly SheetCell[],
  at: FlatPlaces,
): { readonly unit: ReportUnit; readonly facts: ReportFacts } {
  const school = cellText(cells[at.school]);
  const kind = cellText(cells[at.procedure]);
  const subject = cellText(cells[at.subject]);
  const isName = /\s/.test(school);
  return {
    unit: {
      level: 'school',
      login: isName ? null : school.toLowerCase(),
      name: isName ? school : '',
      territory: null,
    },
    facts: {
      kind: /^(?:впр|огэ|егэ|гвэ)$/.test(headText(kind)) ? headText(kind).toUpperCase() : kind,
      grade: Number(wordOf(cells[at.grade])),
      subject: subjectName(subject) ?? subject,
      year: Number(wordOf(cells[at.year])),
    },
  };
}

type CellFault = {
  readonly column: number;
  readonly code: 'not-a-number' | 'more-than-participants' | 'more-than-compared';
};

function countOf(cells: readonly SheetCell[], at: FlatPlaces): ReportRow['count'] | CellFault {
  const participants = cellCount(cells[at.participants]);
  if (participants === null || participants > participantsMax)
    return { column: at.participants, code: 'not-a-number' };
  const below = cellCount(cells[at.below]);
  if (below === null) return { column: at.below, code: 'not-a-number' };
  if (below > participants) return { column: at.below, code: 'more-than-participants' };
  const marks = countsIn(cells, [at.mark2, at.mark3, at.mark4, at.mark5], participants);
  if (marks !== null && 'code' in marks) return marks;
  const compared = countsIn(cells, [at.lowered, at.confirmed, at.raised], participants);
  if (compared !== null && 'code' in compared) return compared;
  const far = countsIn(cells, [at.lowered2, at.raised2], participants);
  if (far !== null && 'code' in far) return far;
  const [two = 0, three = 0, four = 0, five = 0] = marks ?? [];
  const [lowered = 0, confirmed = 0, raised = 0] = compared ?? [];
  const [lowered2 = 0, raised2 = 0] = far ?? [];
  const sides = {
    journal: compared === null ? null : { lowered, confirmed, raised },
    gaps: far === null ? null : { lowered: lowered2, raised: raised2 },
  };
  if (!areGapsWithin(sides)) return { column: at.lowered2, code: 'more-than-compared' };
  return {
    ...noCount,
    participants,
    below,
    marks: marks === null ? null : [two, three, four, five],
    ...sides,
  };
}

/** Numbers of pupils in cells that stand together; a blank one is nobody. Null where a column is missing or all are blank. */
function countsIn(
  cells: readonly SheetCell[],
  columns: readonly number[],
  participants: number,
): readonly number[] | CellFault | null {
  if (columns.includes(-1) || columns.every((column) => isBlank(cells[column]))) return null;
  const numbers: number[] = [];
  for (const column of columns) {
    const number = isBlank(cells[column]) ? 0 : cellCount(cells[column]);
    if (number === null) return { column, code: 'not-a-number' };
    numbers.push(number);
  }
  return numbers.reduce((sum, value) => sum + value, 0) > participants
    ? { column: columns[0] ?? 0, code: 'more-than-participants' }
    : numbers;
}
