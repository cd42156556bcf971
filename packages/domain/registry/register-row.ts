import { addDays } from '../basics/calendar-date.ts';
import { foldText } from '../basics/fold-text.ts';
import { parseTypedDate } from '../basics/format.ts';
import type { SheetCell, SheetTable } from '../basics/sheet-table.ts';
import type { OrgUnitKind } from './org-unit.ts';
import type { RegisterField, RegisterLayout } from './register-layout.ts';
import type { RegisterProblem, RegisterProblemCode } from './register-problem.ts';
import { readSchoolType, specialTypeIn } from './read-school-type.ts';
import { shortNameOf } from './school-name.ts';
import type { SchoolType } from './school-type.ts';
import { schoolWord } from './school-word.ts';
import { isInnOfOrganisation, isOgrn } from './taxpayer-number.ts';

/** A row of a register, understood by itself; null is «the file says nothing». */
export type RegisterRow = {
  /** From 1, as a spreadsheet shows it. */
  readonly row: number;
  readonly kind: Exclude<OrgUnitKind, 'region'>;
  /** Of a school or a branch. */
  readonly schoolType: SchoolType | null;
  readonly name: string;
  readonly shortName: string | null;
  readonly municipality: string | null;
  /** Name, ИНН or code of the legal entity of a branch. */
  readonly parent: string | null;
  readonly inn: string | null;
  readonly ogrn: string | null;
  readonly code: string | null;
  readonly settlement: string | null;
  readonly openedOn: string | null;
  readonly closedOn: string | null;
};

export type ReadRegister = {
  readonly rows: readonly RegisterRow[];
  /** A row named here is not among `rows`. */
  readonly problems: readonly RegisterProblem[];
};

/**
 * Reads each row below the head. A row with one filled cell is a heading when no column names the municipality or when it is one by
 * its words: the municipality of the rows below that name none. A total is no organisation.
 */
export function readRegisterRows(table: SheetTable, layout: RegisterLayout): ReadRegister {
  const rows: RegisterRow[] = [];
  const problems: RegisterProblem[] = [];
  let heading: string | null = null;
  for (const [at, cells] of table.rows.entries()) {
    const filled = new Set(cells.filter((cell) => cell !== null));
    if (at <= layout.headRow || filled.size === 0 || isColumnNumbers(cells)) continue;
    const [only] = filled;
    if (isTotal(cells)) continue;
    if (filled.size === 1 && typeof only === 'string') {
      if (layout.columns.municipality === null || isTerritory(only)) {
        heading = only;
        continue;
      }
    }
    const read = readRow(at + 1, cells, layout, heading);
    if ('name' in read) rows.push(read);
    else problems.push(...read);
  }
  return { rows, problems };
}

function readRow(
  row: number,
  cells: readonly SheetCell[],
  layout: RegisterLayout,
  heading: string | null,
): RegisterRow | RegisterProblem[] {
  const problems: RegisterProblem[] = [];
  const shown = (field: RegisterField): string | null => {
    const column = layout.columns[field];
    const cell = column === null ? null : (cells[column] ?? null);
    return cell === null ? null : String(cell).replaceAll(/\s+/g, ' ').trim();
  };
  const refuse = (field: RegisterField, code: RegisterProblemCode): null => {
    problems.push({ row, field, value: shown(field) ?? '', code, otherRow: null });
    return null;
  };
  const text = (field: RegisterField, lengthMax: number): string | null => {
    const value = shown(field);
    if (value === null) return null;
    if (value.startsWith('=')) return refuse(field, 'formula');
    return value.length > lengthMax ? refuse(field, 'too-long') : value;
  };
  const date = (field: 'openedOn' | 'closedOn'): string | null => {
    const value = shown(field);
    return value === null ? null : (dateOf(value) ?? refuse(field, 'date-wrong'));
  };

  const name = text('name', 500);
  if (shown('name') === null) refuse('name', 'name-missing');
  const parentText = text('parent', 500);
  const parent = parentText === null || foldText(parentText) === foldText(name ?? '') ? null : parentText;
  const kindText = text('kind', 200);
  const special = kindText === null ? null : specialTypeIn(kindText);
  // «Вечерняя» under «Вид» is a type, and the organisation a school.
  const byWords = kindText === null ? null : kindOf(kindText);
  const kind = byWords ?? (kindText === null || special !== null ? kindByName(name ?? '', parent) : null);
  if (kind === null) refuse('kind', 'kind-unknown');
  const typeText = text('schoolType', 300);
  const schoolType = typeText === null ? special : readSchoolType(typeText);
  if (typeText !== null && schoolType === null) refuse('schoolType', 'school-type-unknown');
  const openedOn = date('openedOn');
  const closedOn = date('closedOn');
  if (openedOn !== null && closedOn !== null && closedOn < openedOn)
    refuse('closedOn', 'closed-before-opened');
  const understood = {
    shortName: text('shortName', 120),
    municipality: text('municipality', 300) ?? heading,
    inn: innOf(shown('inn'), (code) => refuse('inn', code)),
    ogrn: ogrnOf(shown('ogrn'), () => refuse('ogrn', 'ogrn-wrong')),
    code: text('code', 40),
    settlement: text('settlement', 200),
  };
  if (problems.length > 0 || name === null || kind === null) return problems;
  return {
    row,
    name,
    kind,
    schoolType: kind === 'school' || kind === 'branch' ? schoolType : null,
    parent: kind === 'branch' ? parent : null,
    openedOn,
    closedOn,
    ...understood,
  };
}

/** The short name that a row stands for: its own, else made from the full one. */
export function shortNameOfRow(row: RegisterRow): string {
  return row.shortName ?? shortNameOf(row.name);
}

/** «Итого: 24», «Всего по району 24». */
function isTotal(cells: readonly SheetCell[]): boolean {
  const first = cells.find((cell) => cell !== null);
  return typeof first === 'string' && /^(итого|всего)(?![а-яё])/i.test(first.trim());
}

/** «Каменский муниципальный округ», «г. Светлый»: words of a territory and none of an organisation. */
function isTerritory(text: string): boolean {
  const folded = foldText(text);
  return (
    /(?:^|\s)(?:район|р-н|округ|город|поселение|мо|мр|го)(?=\s|$)|^г\./.test(folded) &&
    !organisation.test(folded)
  );
}

const organisation = new RegExp(
  `${schoolWord}|филиал|учрежден|организац|(?<!\\p{L})сад(?!\\p{L})|центр(?!альн)|корпус|(?<!\\p{L})дом(?!\\p{L})|дворец|колледж|техникум|училищ|институт|академи[яию](?!\\p{L})|университет`,
  'u',
);

/** «1, 2, 3 …» under the head of an official form. */
function isColumnNumbers(cells: readonly SheetCell[]): boolean {
  const filled = cells.filter((cell) => cell !== null).map(Number);
  return filled.length > 2 && filled.every((number, at) => number === at + 1);
}

const kindWords: readonly (readonly [RegisterRow['kind'], RegExp])[] = [
  ['branch', /филиал|структурн|^сп$/],
  ['municipality', /муниципалитет|муниципальн\S* (район|округ|образован)|городской округ|^(район|округ|мо)$/],
  ['authority', /орган|управлени|отдел|департамент|министерств|комитет|^(моуо|рооо|оив)$/],
  ['institute', /институт|центр|^(иро|цнппм|цоко|рцоко)$/],
  ['school', /школ|гимнази|лице|кадет|интернат|общеобразоват|организац|учрежден|^(оо|сош|оош|нош)$/],
];

function kindOf(text: string): RegisterRow['kind'] | null {
  const words = foldText(text);
  // «Муниципальное общеобразовательное учреждение» begins as a municipality does and is a school.
  if (/общеобразоват/.test(words) && !/филиал/.test(words)) return 'school';
  return kindWords.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** A register without kinds is a register of schools. */
function kindByName(name: string, parent: string | null): RegisterRow['kind'] {
  return parent !== null || foldText(name).startsWith('филиал') ? 'branch' : 'school';
}

function innOf(text: string | null, refuse: (code: 'inn-wrong' | 'inn-of-person') => null): string | null {
  const digits = text?.replaceAll(/[\s'’]|\.0+$/g, '') ?? '';
  if (digits === '') return null;
  // A spreadsheet that took the number for a quantity has lost the zero of the first nine regions.
  const whole = /^\d{9}$/.test(digits) ? `0${digits}` : digits;
  if (isInnOfOrganisation(whole)) return whole;
  return refuse(/^\d{12}$/.test(whole) ? 'inn-of-person' : 'inn-wrong');
}

function ogrnOf(text: string | null, refuse: () => null): string | null {
  const digits = text?.replaceAll(/[\s'’]|\.0+$/g, '') ?? '';
  if (digits === '') return null;
  return isOgrn(digits) ? digits : refuse();
}

/** A typed date, or the number of days that a spreadsheet keeps a date as. A year alone is not a date. */
function dateOf(text: string): string | null {
  if (!/^\d{5}(\.0+)?$/.test(text)) return parseTypedDate(text);
  const days = Number(text);
  return days >= 10_000 && days <= 73_050 ? addDays('1899-12-30', days) : null;
}
