import type { SheetCell } from '../../basics/sheet-table.ts';
import { findScale, type ScoreScale } from '../score-scale.ts';
import type { ReportFacts, ReportRow } from './report.ts';
import { tallies } from './pupil-tally.ts';
import { markOf, numberOrNull } from './read-individual.ts';
import {
  columnOf,
  faultList,
  type ReadTable,
  type ReportTable,
  rowsBelow,
  unknownHeads,
} from './report-table.ts';
import { subjectOfCode } from './subject-name.ts';
import { cellScore, cellNumber, cellText, isBlank } from './sheet-words.ts';
import { factsOver, gradeOf, yearIn } from './title-facts.ts';

const passedOver =
  /^(?:№.*|фамилия|имя|отчество|серия|номер|документ.*|код ппэ|аудитория|код мсу|пол|вариант|статус|минимальный балл|код региона)$/;

/**
 * A sheet of results of РИС ГИА: a row for each participant, names and documents among the columns, which are never read. The subject's code and
 * the day stand in the first cell. Where the last column is a mark (9th grade, basic mathematics) 2 is below; where it is a test score the scale of the
 * year decides, and without a scale nothing is said.
 */
export function readExamSheet(table: ReportTable, scales: readonly ScoreScale[]): ReadTable {
  const { heads } = table;
  const at = {
    school: columnOf(heads, /^код оо$/),
    territory: columnOf(heads, /^код мсу$/),
    grade: columnOf(heads, /^класс$/),
    short: columnOf(heads, /^задания с кратким ответом/),
    extended: columnOf(heads, /^задания с развернутым ответом/),
    score: columnOf(heads, /^первичный балл$/),
    result: columnOf(heads, /^(?:балл|тестовый балл|оценка|отметка)$/),
  };
  const { faults, add } = faultList();
  const schools = tallies<Omit<ReportRow, 'count'>>();
  for (const { row, cells } of rowsBelow(table)) {
    const login = cellText(cells[at.school]);
    if (!/^\d{3,}$/.test(login)) {
      if (/\d/.test(cellText(cells[at.score]))) add(row, at.school, 'no-school');
      continue;
    }
    const facts = factsOfSheet(table, gradeOf(cellText(cells[at.grade])));
    const score = cellScore(cells[at.score]);
    const marked = facts.grade === 9 || facts.subject === 'математика базовая';
    const mark = marked ? markOf(cells[at.result]) : null;
    const points = marked ? null : cellNumber(cells[at.result]);
    if (mark === 'unknown') add(row, at.result, 'mark-unknown');
    if (score === null && !isBlank(cells[at.score])) add(row, at.score, 'not-a-number');
    if (score === null && points === null && numberOrNull(mark) === null) continue;
    const unit = {
      level: 'school',
      login,
      name: '',
      territory: cellText(cells[at.territory]) || null,
    } as const;
    const scale = marked ? null : scaleOf(facts, scales);
    const below = marked
      ? belowByMark(numberOrNull(mark))
      : points === null || scale === null
        ? null
        : points < scale.minimum;
    const tasks = [...shortAnswers(cells[at.short]), ...extendedAnswers(cells[at.extended])];
    schools
      .at(`${login}\t${facts.grade}`, () => ({
        row,
        unit,
        facts,
        ...(scale === null ? {} : { scaleVersion: scale.version }),
      }))
      .add({ mark: numberOrNull(mark), journalMark: null, score, below, tasks });
  }
  const known = (column: number): boolean =>
    Object.values(at).includes(column) || passedOver.test(heads[column] ?? '');
  const rows = schools.all().map(({ of, count }) => ({ ...of, count }));
  return { rows, markers: [], faults, unknownColumns: unknownHeads(table, known) };
}

/** «1 - Русский язык 2025.06.03»: the first token is the code, the last the day. */
function factsOfSheet({ rows, title }: ReportTable, grade: number | null): ReportFacts {
  const first = cellText(rows[0]?.[0]);
  const code = /^(\d{1,2})\s*[-–—]/.exec(first)?.[1];
  const subject = code === undefined ? null : subjectOfCode(Number(code), grade);
  const kind = grade === 9 ? 'ОГЭ' : grade !== null && grade >= 10 ? 'ЕГЭ' : null;
  // A graduate of the 12th grade of an evening school sits the examination of the 11th.
  const counted = kind === 'ЕГЭ' ? 11 : grade;
  return factsOver({ kind: title.kind ?? kind, grade: counted, subject, year: yearIn(first) }, title);
}

const belowByMark = (mark: number | null): boolean | null => (mark === null ? null : mark === 2);

function scaleOf(
  { kind, grade, subject, year }: ReportFacts,
  scales: readonly ScoreScale[],
): ScoreScale | null {
  if (kind === null || grade === null || subject === null || year === null) return null;
  return findScale(scales, { kind, grade, subject }, year);
}

/** «++-1+»: a sign for each task. What a digit is out of is not said, so such a task is left out. */
function shortAnswers(cell: SheetCell | undefined) {
  return Array.from(cellText(cell)).flatMap((sign, index) =>
    sign === '+' || sign === '-'
      ? [{ task: String(index + 1), points: sign === '+' ? 1 : 0, pointsMax: 1 }]
      : [],
  );
}

/** «2(3)0(2)»: points, and in brackets of how many. */
function extendedAnswers(cell: SheetCell | undefined) {
  return [...cellText(cell).matchAll(/(\d{1,2}|-)\((\d{1,2})\)/g)].map(([, points, pointsMax], index) => ({
    task: `Р${index + 1}`,
    points: points === '-' ? 0 : Math.min(Number(points), Number(pointsMax)),
    pointsMax: Number(pointsMax),
  }));
}
