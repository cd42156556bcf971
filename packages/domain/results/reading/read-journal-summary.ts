import { journalKinds } from '../exam-kind.ts';
import { noCount, type ReportRow, type ReportUnit } from './report.ts';
import {
  columnOf,
  faultList,
  type ReadTable,
  type ReportTable,
  rowsBelow,
  unknownHeads,
} from './report-table.ts';
import { markColumns } from './read-distribution.ts';
import { unitNamed } from './report-unit.ts';
import { subjectName } from './subject-name.ts';
import { cellCount, cellText, headText, isBlank } from './sheet-words.ts';
import { factsOver, gradeOf } from './title-facts.ts';

const pupilsHead =
  /^(?:кол-?во|количество|число|всего) ?(?:уч|обуч|учащихся|уч-?ся|учеников|обучающихся|детей)?(?:-?ся)?$/;
const gradeHead = /^класс$|^параллель$/;
const reckoned = /%|процент|кач|усп|ср|соу|н\/а|проп|учител|№/;

/** Marks by subject, of one school: «Предмет | Класс | 5 | 4 | 3 | 2 | % кач.»; rows of several classes of a grade are added up. */
export function readSubjectSummary(table: ReportTable): ReadTable {
  const { heads } = table;
  const at = {
    subject: columnOf(heads, /^(?:учебный )?предмет$/),
    grade: columnOf(heads, gradeHead),
    pupils: columnOf(heads, pupilsHead),
  };
  const columns = markColumns(heads);
  const { faults, add } = faultList();
  const sums = new Map<string, ReportRow>();
  let subject: string | null = null;
  for (const { row, cells } of rowsBelow(table)) {
    subject = subjectName(cellText(cells[at.subject])) ?? subject;
    const values = columns.map((column) => (isBlank(cells[column]) ? 0 : cellCount(cells[column])));
    const wrong = columns[values.indexOf(null)];
    if (
      isTotal(cells[at.subject]) ||
      isTotal(cells[at.grade]) ||
      columns.every((column) => isBlank(cells[column]))
    )
      continue;
    if (wrong !== undefined) {
      add(row, wrong, 'not-a-number');
      continue;
    }
    const [two = 0, three = 0, four = 0, five = 0] = values.map((value) => value ?? 0);
    const facts = factsOver(
      { kind: journalKind(table), grade: gradeOf(cellText(cells[at.grade])), subject },
      table.title,
    );
    const participants = two + three + four + five;
    const count = { ...noCount, participants, below: two, marks: [two, three, four, five] as const };
    addUp(sums, `${facts.grade}\t${facts.subject}`, { row, unit: schoolAbove(table), facts, count });
  }
  const known = (column: number): boolean =>
    Object.values(at).includes(column) || columns.includes(column) || reckoned.test(heads[column] ?? '');
  return { rows: [...sums.values()], markers: [], faults, unknownColumns: unknownHeads(table, known) };
}

/** A school's classes with how many do not keep up: «Класс | Кол-во уч-ся | Отл. | Хор. | Усп. | Неусп.»; of all subjects together. */
export function readClassSummary(table: ReportTable): ReadTable {
  const { heads } = table;
  const at = {
    grade: columnOf(heads, gradeHead),
    pupils: columnOf(heads, pupilsHead),
    below: columnOf(heads, /^неусп/),
  };
  const { faults, add } = faultList();
  const sums = new Map<string, ReportRow>();
  for (const { row, cells } of rowsBelow(table)) {
    const grade = gradeOf(cellText(cells[at.grade]));
    if (grade === null) continue;
    const participants = cellCount(cells[at.pupils]);
    const below = isBlank(cells[at.below]) ? 0 : cellCount(cells[at.below]);
    if (participants === null) add(row, at.pupils, 'not-a-number');
    else if (below === null) add(row, at.below, 'not-a-number');
    else if (below > participants) add(row, at.below, 'more-than-participants');
    else {
      const facts = { ...table.title, kind: journalKind(table), grade, subject: 'все предметы' };
      addUp(sums, String(grade), {
        row,
        unit: schoolAbove(table),
        facts,
        count: { ...noCount, participants, below },
      });
    }
  }
  const known = (column: number): boolean =>
    Object.values(at).includes(column) ||
    reckoned.test(heads[column] ?? '') ||
    /^(?:отл|хор|с одной)/.test(heads[column] ?? '');
  return { rows: [...sums.values()], markers: [], faults, unknownColumns: unknownHeads(table, known) };
}

function addUp(sums: Map<string, ReportRow>, key: string, next: ReportRow): void {
  const known = sums.get(key);
  if (known === undefined) sums.set(key, next);
  else {
    const [own, other] = [known.count, next.count];
    const marks = own.marks === null || other.marks === null ? null : addFour(own.marks, other.marks);
    const participants = (own.participants ?? 0) + (other.participants ?? 0);
    sums.set(key, {
      ...known,
      count: { ...own, participants, below: (own.below ?? 0) + (other.below ?? 0), marks },
    });
  }
}

type Four = readonly [number, number, number, number];
const addFour = (one: Four, other: Four): Four => [
  one[0] + other[0],
  one[1] + other[1],
  one[2] + other[2],
  one[3] + other[3],
];

const isTotal = (cell: Parameters<typeof headText>[0]): boolean =>
  /^(?:итого|всего|по школе)/.test(headText(cell));

function journalKind({ rows, head }: ReportTable): string {
  const above = rows
    .slice(0, head)
    .flatMap((cells) => cells.map(headText))
    .join(' ');
  const isTerm = /четверт|триместр|полугод|период/.test(above) && !/годов|за год|за учебный год/.test(above);
  return isTerm ? journalKinds.term : journalKinds.year;
}

/** The school that the lines above name; without a name the person says whose file it is. */
function schoolAbove({ rows, head }: ReportTable): ReportUnit {
  const named = rows.slice(0, head).flatMap((cells) => cells.map((cell) => unitNamed(cellText(cell))));
  const school = named.find(({ level }) => level === 'school');
  return school ?? { level: 'school', login: null, name: '', territory: null };
}
