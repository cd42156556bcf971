import type { SheetTable } from '../../basics/sheet-table.ts';
import type { ScoreScale } from '../score-scale.ts';
import { markColumns, participantsHead, readMarks, readScores, scoreColumns } from './read-distribution.ts';
import { readExamSheet } from './read-exam-sheet.ts';
import { flatPlaces, readFlat } from './read-flat.ts';
import { readIndividual } from './read-individual.ts';
import { readJournalComparison } from './read-journal-comparison.ts';
import { readClassSummary, readSubjectSummary } from './read-journal-summary.ts';
import { markerColumns, readMarkers } from './read-markers.ts';
import { readPlanned } from './read-planned.ts';
import { readTasks, taskColumns } from './read-tasks.ts';
import type { Report, ReportLayout } from './report.ts';
import { columnOf, type ReadTable, type ReportTable } from './report-table.ts';
import { cellText, headText } from './sheet-words.ts';
import { titleFacts } from './title-facts.ts';

/** Heads stand among the first rows: above them are a title, the maximum, dates and the school. */
const headRowsMax = 30;

type Layout = {
  readonly layout: ReportLayout;
  /** Whether a row with these heads is the head of the layout. */
  readonly knows: (heads: readonly string[]) => boolean;
  readonly read: (table: ReportTable, scales: readonly ScoreScale[]) => ReadTable;
};

const has = (heads: readonly string[], ...wanted: readonly RegExp[]): boolean =>
  wanted.every((word) => columnOf(heads, word) >= 0);
const group = /^группы участников$/;
const ofSchools = (heads: readonly string[]): boolean =>
  has(heads, participantsHead) && (has(heads, group) || has(heads, /^логин/));

/** In the order in which they are tried: the more a head asks for, the earlier. */
const layouts: readonly Layout[] = [
  { layout: 'flat', knows: (heads) => flatPlaces(heads) !== null, read: readFlat },
  {
    layout: 'individual',
    knows: (heads) => has(heads, /^код участника$/, /^первичный балл$/),
    read: readIndividual,
  },
  {
    layout: 'exam-sheet',
    knows: (heads) => has(heads, /^код оо$/, /^первичный балл$/, /^(?:код ппэ|задания с кратким ответом)/),
    read: readExamSheet,
  },
  {
    layout: 'journal',
    knows: (heads) => has(heads, group, participantsHead, /^%$|^доля/) && markColumns(heads).includes(-1),
    read: readJournalComparison,
  },
  {
    layout: 'scores',
    knows: (heads) => ofSchools(heads) && scoreColumns(heads).length >= 5,
    read: readScores,
  },
  {
    layout: 'marks',
    knows: (heads) =>
      ofSchools(heads) && !markColumns(heads).includes(-1) && columnOf(heads, /^1(?:\D|$)/) < 0,
    read: readMarks,
  },
  { layout: 'tasks', knows: (heads) => ofSchools(heads) && taskColumns(heads).length >= 2, read: readTasks },
  {
    layout: 'planned',
    knows: (heads) => has(heads, /^макс\p{L}* (?:перв\p{L}* )?балл/u, /^блоки пооп|проверяем/),
    read: readPlanned,
  },
  {
    layout: 'markers',
    knows: (heads) => has(heads, /^логин/) && markerColumns(heads).length > 0,
    read: readMarkers,
  },
  {
    layout: 'subject-summary',
    knows: (heads) => has(heads, /^(?:учебный )?предмет$/) && !markColumns(heads).includes(-1),
    read: readSubjectSummary,
  },
  {
    layout: 'class-summary',
    knows: (heads) => has(heads, /^класс$|^параллель$/, /^неусп/),
    read: readClassSummary,
  },
];

export type UnknownSheet = {
  /** Of the sheets that are shown, from 1; its name could be a pupil's. */
  readonly number: number;
  readonly heads: readonly string[];
};

/** Tables of results in a file, and sheets in which none was found with what stands in the row that looks most like heads. */
export type ReadReports = {
  readonly reports: readonly Report[];
  readonly unknownSheets: readonly UnknownSheet[];
};

/**
 * Knows tables of results by their heads and reads them. The name of the file is never asked; `scales` tell what is below the minimum where a file
 * gives only test scores.
 */
export function readReports(sheets: readonly SheetTable[], scales: readonly ScoreScale[]): ReadReports {
  const reports: Report[] = [];
  const unknownSheets: UnknownSheet[] = [];
  for (const [at, { name, rows }] of sheets.entries()) {
    const found = findHead(rows);
    if (found === null) {
      if (rows.length > 0) unknownSheets.push({ number: at + 1, heads: likelyHeads(rows) });
      continue;
    }
    const { head, heads, layout } = found;
    const title = titleFacts(name, rows.slice(0, head));
    const read = layout.read({ rows, head, heads, title }, scales);
    reports.push({ sheet: name, layout: layout.layout, headRow: head + 1, ...read });
  }
  return { reports, unknownSheets };
}

function findHead(rows: SheetTable['rows']) {
  for (const [head, cells] of rows.slice(0, headRowsMax).entries()) {
    const heads = cells.map(headText);
    const layout = layouts.find(({ knows }) => knows(heads));
    if (layout !== undefined) return { head, heads, layout };
  }
  return null;
}

const headWords = new Set(
  (
    'школа школы оо класс классы параллель предмет балл балла баллы первичный тестовый отметка отметки оценка участник участника участников логин код год ' +
    'муниципалитет муниципальный район округ территория группы наименование название образовательной организации номер кол-во количество число фио фамилия ' +
    'имя отчество вариант пол дата результат результаты итог процент доля качество успеваемость журнал журналу учитель по в за на и % №'
  ).split(' '),
);

/**
 * The row that looks most like heads, so that a person sees which table it is. Only cells of nothing but words of heads are shown: a surname may begin like
 * any of them.
 */
function likelyHeads(rows: SheetTable['rows']): string[] {
  const worded = rows.slice(0, headRowsMax).map((cells) =>
    cells.filter((cell) => {
      const words = headText(cell)
        .split(/[\s(),./:]+/)
        .filter(Boolean);
      return words.length > 0 && words.length <= 8 && words.every((word) => headWords.has(word));
    }),
  );
  const most = Math.max(0, ...worded.map(({ length }) => length));
  if (most < 2) return [];
  const likely = worded.find(({ length }) => length === most) ?? [];
  return likely.map((cell) => cellText(cell).slice(0, 60)).slice(0, 20);
}
