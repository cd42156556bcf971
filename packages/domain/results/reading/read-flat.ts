import type { SheetCell } from '../../basics/sheet-table.ts';
import { type FlatColumn, flatColumnNamed, flatColumns, isFlatValue, participantsMax } from '../flat-form.ts';
import { type pupilTally, tallies } from './pupil-tally.ts';
import type { ReportFacts, ReportRow, ReportUnit } from './report.ts';
import { faultList, type ReadTable, type ReportTable, rowsBelow, unknownHeads } from './report-table.ts';
import { markOf, numberOrNull } from './read-individual.ts';
import { cellCount, cellScore, cellText, headText, isBlank } from './sheet-words.ts';
import { subjectName } from './subject-name.ts';

/** Beside the columns of the flat form, what a row may say too: marks as numbers of pupils, or the mark and the primary score of one. */
const more = {
  mark2: 'отметок 2',
  mark3: 'отметок 3',
  mark4: 'отметок 4',
  mark5: 'отметок 5',
  mark: 'отметка',
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
      const score = at.score < 0 ? null : cellScore(cells[at.score]);
      if (mark === 'unknown') fault(row, at.mark, 'mark-unknown');
      if (at.score >= 0 && score === null && !isBlank(cells[at.score])) fault(row, at.score, 'not-a-number');
      const tally = tallyOf.get(words) ?? schools.at(words, () => key);
      tallyOf.set(words, tally);
      tally.add({ mark: numberOrNull(mark), journalMark: null, score, below: below === 1, tasks: [] });
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

type CellFault = { readonly column: number; readonly code: 'not-a-number' | 'more-than-participants' };

function countOf(cells: readonly SheetCell[], at: FlatPlaces): ReportRow['count'] | CellFault {
  const participants = cellCount(cells[at.participants]);
  if (participants === null || participants > participantsMax)
    return { column: at.participants, code: 'not-a-number' };
  const below = cellCount(cells[at.below]);
  if (below === null) return { column: at.below, code: 'not-a-number' };
  if (below > participants) return { column: at.below, code: 'more-than-participants' };
  const marksAt = [at.mark2, at.mark3, at.mark4, at.mark5];
  const given = !marksAt.includes(-1) && marksAt.some((column) => !isBlank(cells[column]));
  const numbers = marksAt.map((column) => (isBlank(cells[column]) ? 0 : cellCount(cells[column])));
  const wrong = given ? numbers.indexOf(null) : -1;
  if (wrong >= 0) return { column: marksAt[wrong] ?? 0, code: 'not-a-number' };
  const [two, three, four, five] = numbers.map((value) => value ?? 0);
  const marks = [two ?? 0, three ?? 0, four ?? 0, five ?? 0] as const;
  if (given && marks.reduce((sum, value) => sum + value, 0) > participants)
    return { column: at.mark2, code: 'more-than-participants' };
  return { participants, below, marks: given ? marks : null, scores: null, journal: null, tasks: null };
}
