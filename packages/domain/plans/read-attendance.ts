import { z } from 'zod';
import { foldText } from '../basics/fold-text.ts';
import type { SheetCell } from '../basics/sheet-table.ts';
import { schoolWord } from '../registry/school-word.ts';
import { chooseParty, type KnownUnit, partyFinder } from './match-parties.ts';
import { schoolsNamed, schoolWordsOf } from './schools-named.ts';

/** A list of those who came, matched to schools. Nothing of it is kept but the marks that a person then saves. */
export const ReadAttendance = z.object({
  found: z.array(
    z.object({
      orgUnitId: z.uuid(),
      /** Null: the list names the school and no number. */
      people: z.number().int().nullable(),
    }),
  ),
  /** Names that several schools or none may bear; the likeliest first. */
  doubts: z.array(
    z.object({
      printed: z.string(),
      people: z.number().int().nullable(),
      candidates: z.array(z.uuid()),
    }),
  ),
  /** Rows that were not matched, because the list has more names than `attendanceNamesMax`. */
  leftOut: z.number().int(),
});
export type ReadAttendance = z.infer<typeof ReadAttendance>;

/** Each name is compared with every school, which takes its time. */
const attendanceNamesMax = 1000;

type Line = { readonly printed: string; readonly people: number | null };

/**
 * A row is a school with the number of its people, or, when a school stands in several rows without numbers, a person each. «№ 3» and
 * «(5 чел.)» are told apart: a number of people stands in a cell of its own or at the end with its word. What may name a school and is
 * not known for one is a doubt.
 */
export function readAttendance(
  rows: readonly (readonly SheetCell[])[],
  schools: readonly KnownUnit[],
): ReadAttendance {
  const words = schoolWordsOf(schools);
  const find = partyFinder({ units: schools, people: [], abbreviations: {} });
  const seen = new Map<string, ReturnType<typeof match>>();
  const match = (printed: string) => {
    const candidates = find(printed);
    const choice = chooseParty(candidates);
    const alike = candidates.flatMap(({ choice: each }) => (each.kind === 'unit' ? [each.id] : []));
    const ids = alike.length > 0 ? alike : schoolsNamed(printed, words).slice(0, 5);
    return { id: choice.kind === 'unit' ? choice.id : null, ids };
  };
  const lines = rows.flatMap((row) => lineOf(row) ?? []);
  let leftOut = 0;
  const bySchool = new Map<string, Line[]>();
  const doubts = new Map<string, Line[]>();
  for (const line of lines) {
    const key = foldText(line.printed);
    if (!seen.has(key) && seen.size >= attendanceNamesMax) {
      leftOut += 1;
      continue;
    }
    const known = seen.get(key) ?? match(line.printed);
    seen.set(key, known);
    const [list, name] = known.id === null ? [doubts, key] : [bySchool, known.id];
    const same = list.get(name);
    if (same === undefined) list.set(name, [line]);
    else same.push(line);
  }
  const isByPerson = [...bySchool.values()].some(
    (same) => same.length > 1 && same.every(({ people }) => people === null),
  );
  return {
    found: [...bySchool].map(([orgUnitId, same]) => ({ orgUnitId, people: peopleOf(same, isByPerson) })),
    doubts: [...doubts].map(([key, same]) => ({
      printed: same[0]?.printed ?? '',
      people: peopleOf(same, isByPerson),
      candidates: seen.get(key)?.ids ?? [],
    })),
    leftOut,
  };
}

/** Text as it is pasted: a line a school, cells parted by tabs or semicolons. */
export function pastedRows(text: string): string[][] {
  return text.split(/\r?\n/).map((line) => line.split(/[\t;]/));
}

function peopleOf(same: readonly Line[], isByPerson: boolean): number | null {
  const numbers = same.flatMap(({ people }) => (people === null ? [] : [people]));
  if (numbers.length > 0) return numbers.reduce((sum, people) => sum + people, 0);
  return isByPerson ? same.length : null;
}

/**
 * The longest cell that names a school, else one that may: it has a name in quotes, «№ 3», or a number of people. The number stands in
 * another cell after it or at its end. Null for heads, totals, empty rows and what names nobody.
 */
function lineOf(row: readonly SheetCell[]): Line | null {
  const cells = row.map((cell) => (cell === null ? '' : String(cell).trim()));
  if (cells.some((cell) => /^(?:итого|всего)(?!\p{L})/iu.test(cell))) return null;
  const texts = cells.filter((cell) => /\p{L}/u.test(cell));
  if (texts.some((cell) => headWord.test(cell))) return null;
  const name = longest(texts.filter(namesSchool)) ?? longest(texts.filter(looksNamed));
  const counted = texts.findLast((cell) => numbersAfter(cells, cell).length > 0);
  const taken = name ?? counted;
  if (taken === undefined) return null;
  const number = peopleAtEnd.exec(taken)?.[1] ?? numbersAfter(cells, taken)[0];
  const printed = taken
    .replace(peopleAtEnd, '')
    .replace(/^\d{1,4}[.)]\s+/, '')
    .trim();
  return printed === '' ? null : { printed, people: number === undefined ? null : Number(number) || null };
}

const longest = (cells: readonly string[]): string | undefined =>
  cells.toSorted((one, other) => other.length - one.length)[0];

const numbersAfter = (cells: readonly string[], name: string): string[] =>
  cells.filter((cell, at) => at > cells.indexOf(name) && /^\d{1,5}$/.test(cell));

const schoolNames = new RegExp(`${schoolWord}|филиал|учрежден`, 'u');
const namesSchool = (cell: string): boolean => schoolNames.test(foldText(cell));
const looksNamed = (cell: string): boolean =>
  /[«"„“][^»"”]+[»"”]|№\s*\d/u.test(cell) || peopleAtEnd.test(cell);

const headWord =
  /^(?:наименование|название|школ[аы]|оо|общеобразовательн\S* организаци\S*|школа\s*\/.*)(?:\s+(?:школы|оо|организации))?$/iu;
const peopleAtEnd = /[\s,(–—:-]+(\d{1,5})\s*(?:чел\p{L}*|участник\p{L}*|педагог\p{L}*)\.?\)?$/iu;
