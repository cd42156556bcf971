import type { ReadSchool } from '../read-document.ts';
import { spellOutSchools } from '../spell-out-schools.ts';
import { foldText, oneLine, plainText } from './printed-text.ts';
import type { ReadingBlock } from './reading-block.ts';
import type { TextLine } from './text-line.ts';
import { textAt } from './table-row.ts';

/** Legal form of a school («МБОУ», «МАОУ», «ГКОУ») or the words it is named by in full. */
const legalForm =
  '(?:[А-Я]{1,4}ОУ(?:\\s+[А-Я]{2,4}(?=\\s))?|МОАУ|МОБУ|(?:[Мм]униципальн|[Гг]осударственн)\\p{Ll}+\\s(?:\\p{Ll}+\\s){0,3}учреждени\\p{Ll}+)';
const schoolKind =
  /(?<!\p{L})(?:СОШ|ООШ|НОШ|СШ|ОШ|НШ|НШДС|[Шш]кол[аыуе]|[Шш]колой|[Лл]ице[йяюе]|[Лл]ицеем|[Гг]имнази[яиюей]{1,2}|[Ии]нтернат\p{Ll}*|корпус\p{Ll}*)(?!\p{L})/u;
const schoolName = new RegExp(
  `(?<![\\p{L}])${legalForm}(?![\\p{L}])(?:[^,;\\n()«]|«[^»]{1,80}»|\\([^)]{1,40}\\)){2,160}`,
  'gu',
);
/** Words that belong to the sentence around a name, and the stop that ends the sentence. */
const nameEnd =
  /\s(?:и|или|в|на|для|из|о|по|до)(?=\s)|\s(?:имеет|составлен|попал|переход|низк|руководител|директор|отдел|администрац|учител)\p{L}*|(?:(?<!\p{Lu})\.|[;:])(?=\s+\p{Lu}\p{Ll}{3,}\s+\p{Ll})|\.$/u;
const branch = /^(?:-\s*)?(?:филиал|структурн\p{L}+ подразделени\p{L}+)(?=\s|$)/iu;

/** Schools a document deals with: its lists first, then names in the cells of its tables, each once. */
export function schoolsOf(blocks: readonly ReadingBlock[], cells: readonly string[]): ReadSchool[] {
  const schools: ReadSchool[] = [];
  const known = new Set<string>();
  const add = (school: ReadSchool) => {
    const key = schoolKey(school);
    if (known.has(key)) return;
    known.add(key);
    schools.push(school);
  };
  for (const school of [...listedSchools(blocks), ...tableSchools(blocks)]) add(school);
  for (const cell of cells)
    for (const name of namesIn(spellOutSchools(cell))) add({ name: nominativeSchool(name), branchOf: null });
  return schools.filter((school) => !isShortFor(school, schools));
}

/** The same school in any case: endings of words do not count. */
const schoolKey = ({ name, branchOf }: ReadSchool): string =>
  [name, branchOf ?? '']
    .map((text) =>
      plainText(text)
        .split(/[^\p{L}\p{N}]+/u)
        .map(stem)
        .join(' ')
        .trim(),
    )
    .join('|');

const stem = (word: string): string =>
  word.length > 4 ? word.replace(/(?:ая|ой|ую|ые|ый|ий|ого|ом|ы|а|у|е|и|я)$/u, '') : word;

/** «МБОУ СОШ № 3» beside «МБОУ СОШ № 3 с углубленным изучением …» is the same school. */
function isShortFor(school: ReadSchool, all: readonly ReadSchool[]): boolean {
  if (school.branchOf !== null) return false;
  const own = foldText(school.name);
  return all.some(
    (other) => other !== school && other.branchOf === null && isLonger(foldText(other.name), own),
  );
}

const isLonger = (other: string, own: string): boolean =>
  other.length > own.length &&
  other.startsWith(own) &&
  !/\d$/.test(own + (/^\d/.test(other.slice(own.length)) ? '0' : ''));

function listedSchools(blocks: readonly ReadingBlock[]): ReadSchool[] {
  const schools: ReadSchool[] = [];
  let parent: string | null = null;
  for (const block of blocks) {
    if (block.kind !== 'line') continue;
    const parts = isListItem(block) || branch.test(block.text) ? schoolAndBranches(block.text) : [];
    for (const part of parts) {
      if (branch.test(part) && parent !== null) schools.push({ name: part, branchOf: parent });
      else if (namesIn(part).length > 0) {
        parent = part;
        schools.push({ name: part, branchOf: null });
      }
    }
    if (parts.length === 0) parent = null;
  }
  return schools;
}

/** An item of a list that begins with a school; sentences that only mention one do not count. */
function isListItem(line: TextLine): boolean {
  const [first] = namesIn(line.text);
  return (
    first !== undefined &&
    line.text.length < 220 &&
    line.text.replace(/^[«"]/, '').startsWith(first.slice(0, 6)) &&
    !/(?<!\p{Lu})\.\s+\p{Lu}\p{Ll}+\s\p{Ll}/u.test(line.text)
  );
}

/** «Школа, филиал …, филиал …»: commas part a school from its branches and schools from each other. */
function schoolAndBranches(text: string): string[] {
  return text
    .split(/[,;]\s*(?=филиал|структурн|[А-Я]{1,4}ОУ\s|МОАУ|МОБУ)|\s+(?=\(?филиал\s)/u)
    .map((part) =>
      oneLine(
        part.replace(/^[\s(–-]+|[\s.;,)]+$/gu, (edge) => (/\)/.test(edge) && part.includes('(') ? ')' : '')),
      ),
    )
    .filter((part) => part !== '');
}

/** A table that lists schools; a name torn over lines goes on where no number stands. */
function tableSchools(blocks: readonly ReadingBlock[]): ReadSchool[] {
  return blocks.flatMap((block) => {
    const columns = block.kind === 'table' ? (block.head?.columns ?? []) : [];
    const column = columns.find(({ role }) => role === 'school');
    if (block.kind !== 'table' || column === undefined || columns.some(({ role }) => role === 'title'))
      return [];
    const number = columns.find(({ role }) => role === 'number');
    const names: string[] = [];
    for (const row of block.body) {
      const goesOn = names.length > 0 && number !== undefined && textAt(row, number.index) === '';
      if (goesOn) names.push(`${names.pop() ?? ''} ${textAt(row, column.index)}`);
      else names.push(textAt(row, column.index));
    }
    return names
      .map(oneLine)
      .filter((name) => schoolKind.test(name))
      .flatMap((name) => {
        const [school = name, ...others] = schoolAndBranches(name);
        return [
          { name: school, branchOf: null },
          ...others.map((other) => ({ name: other, branchOf: branch.test(other) ? school : null })),
        ];
      });
  });
}

/** Names of schools in a text, each with its legal form and kind: «МБОУ «Средняя школа № 5»». */
export function namesIn(text: string): string[] {
  return [...text.matchAll(schoolName)].flatMap((match) => {
    const name = cutName(match[0]);
    return schoolKind.test(name) && /№|\d|им\.|имени|«|(?<!\p{L})[гсдпх]\.|\p{Lu}\p{Ll}+/u.test(name)
      ? [name]
      : [];
  });
}

function cutName(text: string): string {
  const end = nameEnd.exec(text.replace(/«[^»]*»/gu, (quoted) => '«'.padEnd(quoted.length, '~')));
  return oneLine(text.slice(0, end === null ? undefined : end.index)).replace(/[\s.,;:–-]+$/u, '');
}

/** «МКОУ Озёрской СОШ» (a head of it) as the name of the school. */
function nominativeSchool(name: string): string {
  return name
    .replace(/(?<=[сц]к)ой(?=\s(?:СОШ|ООШ|НОШ|СШ|ОШ|школ))/gu, 'ая')
    .replace(/(?<!\p{L})школ(?:ы|е|у|ой)(?!\p{L})/u, 'школа')
    .replace(/(?<!\p{L})гимнази(?:и|ю|ей)(?!\p{L})/u, 'гимназия')
    .replace(/(?<!\p{L})лице(?:я|ю|ем|е)(?!\p{L})/u, 'лицей');
}
