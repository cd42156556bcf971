import type { SourcePlace } from '../../basics/source-document.ts';
import type { ReadSource } from '../read-document.ts';
import { type LineCell, type PlanField, planFields, type PlanLine, speaksOfTime } from './plan-line.ts';
import { isGhost } from './plan-line-kind.ts';
import { startsLower } from './printed-text.ts';
import { joinTorn, type Vocabulary } from './vocabulary.ts';

/** An activity while its lines are gathered. */
export type OpenPlanRow = {
  no: string;
  /** Index of the section's head in the table, null before the first. */
  readonly section: number | null;
  /** Words of a column that groups the rows, '' where there is none; they stand once beside several rows. */
  readonly group: Beside;
  readonly pieces: Record<PlanField, string[]>;
  readonly places: SourcePlace[];
  /** Pieces recognised a second time, and stains. */
  readonly ghosts: string[];
};

/** Words beside several rows; they grow while their lines are gathered. */
export type Beside = { text: string };

export function openRow(line: PlanLine, section: number | null, group: Beside): OpenPlanRow {
  const row: OpenPlanRow = {
    no: line.no,
    section,
    group,
    pieces: { title: [], deadline: [], responsible: [], expected: [] },
    places: [line.place],
    ghosts: [],
  };
  addStray(row, line.stray);
  for (const field of planFields) if (line[field].text !== '') row.pieces[field].push(line[field].text);
  return row;
}

/** A page may carry the rest of a title into the first column: it goes on in lower case and says no time. */
function inTitle(line: PlanLine): PlanLine {
  const { text } = line.deadline;
  const alone = line.pieces.length === 1 && line.pieces[0] === text;
  return alone && startsLower(text) && !speaksOfTime(text)
    ? { ...line, title: line.deadline, deadline: { text: '', inherited: false } }
    : line;
}

export function continueRow(row: OpenPlanRow, given: PlanLine, torn: boolean): void {
  const line = torn ? inTitle(given) : given;
  row.places.push(line.place);
  if (row.no === '') row.no = line.no;
  addStray(row, line.stray);
  for (const field of planFields) addPiece(row, field, line[field], torn);
}

/** Words in the column of numbers belong to the title; a letter or two are a trace of the rule beside them. */
function addStray(row: OpenPlanRow, stray: string): void {
  if (/\p{L}{3}/u.test(stray)) row.pieces.title.push(stray);
  else if (stray !== '') row.ghosts.push(stray);
}

function addPiece(row: OpenPlanRow, field: PlanField, cell: LineCell, torn: boolean): void {
  if (cell.text === '' || cell.inherited) return;
  const before = row.pieces[field].join(' ');
  const says = field === 'deadline' ? /[\p{L}\d]/u : /\p{L}|№|\d[^\d]+\d/u;
  const stain = !says.test(cell.text);
  if (torn && (stain || (before !== '' && !/[–—,-]\s*$/.test(before) && isGhost(cell.text, before))))
    row.ghosts.push(cell.text);
  else row.pieces[field].push(cell.text);
}

export type JoinRules = {
  readonly vocabulary: Vocabulary;
  /** Letters in the longest line of the field's column in a torn table; 0 where cells are whole. */
  readonly widthOf: (field: PlanField) => number;
};

export function fieldText(row: OpenPlanRow, field: PlanField, { vocabulary, widthOf }: JoinRules): string {
  const width = widthOf(field);
  return row.pieces[field].reduce((text, piece, at) => {
    const line = row.pieces[field][at - 1] ?? '';
    if (isCutWord(line, piece, { vocabulary, width })) return text + piece;
    const [head = '', ...rest] = piece.split('\n');
    return [joinTorn(text, head, vocabulary), ...rest].join('\n');
  }, '');
}

type Column = { readonly vocabulary: Vocabulary; readonly width: number };

/** What is left of a long word on the next line: one or two letters or a suffix with its ending. */
const wordEnding =
  /^(?:[а-я]{1,2}|[а-я]?(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ых|их|ого|его|ому|ыми|ими|ами|ями)|(?:че|е)?с?к(?:ий|ая|ое|ие|ого|их|ую)|(?:ь|ьн|нн|н)(?:о|ый|ая|ое|ые|ого|ых|ую)|[её]?ни[еяю]|(?:ва|а|е)ни[еяюй]|(?:но)?ст[ьи]|тел[ьяи]|телей|(?:т|щ)?[аи]?ся|ться|ации|ация|ацию)$/u;

/** A word longer than its column is cut at the edge: it fills a line alone, and its rest begins the next in lower case. */
function isCutWord(line: string, next: string, { vocabulary, width }: Column): boolean {
  if (width === 0 || line.length < width - 1 || !/^[«("]?\p{L}+$/u.test(line)) return false;
  return wordEnding.test(next.split(/[\s,;.]/)[0] ?? '') && !vocabulary.repeats(line.toLowerCase());
}

export function sourceOf(places: readonly SourcePlace[]): ReadSource {
  const [first] = places;
  return {
    from: first?.line ?? 0,
    to: places.at(-1)?.lastLine ?? 0,
    page: first?.page ?? null,
    table: first?.table ?? null,
    row: first?.row ?? null,
  };
}
