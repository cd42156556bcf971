import type { Language } from '@opora/domain/basics/catalog.ts';
import type { PartialCount, Report, ReportFacts, ReportUnit } from '@opora/domain/results/reading/report.ts';
import { reportLayoutTexts } from '@opora/domain/results/reading/report-layout-catalog.ts';
import { reportFaultTexts } from '@opora/domain/results/reading/report-fault-catalog.ts';
import type { ReadReports } from '@opora/domain/results/reading/read-report.ts';
import { resultsTexts } from './results-catalog.ts';

/** Cells that are told one by one: what is wrong with a column is wrong in each of its rows. */
const faultsShown = 20;

/** What was understood of a file of results, line by line for a terminal. */
export function* resultsReport(
  { reports, unknownSheets }: ReadReports,
  language: Language,
): Generator<string> {
  const texts = resultsTexts[language];
  for (const report of reports) yield* reportLines(report, language);
  for (const { number, heads } of unknownSheets) {
    yield `${texts.sheetNumber(number)}: ${texts.unknownSheet(heads.join(' | '))}\n`;
  }
}

function* reportLines(report: Report, language: Language): Generator<string> {
  const texts = resultsTexts[language];
  const faultTexts = reportFaultTexts[language];
  yield `${texts.sheet(report.sheet)}: ${reportLayoutTexts[language][report.layout]}\n`;
  for (const { unit, facts, count } of report.rows) {
    yield `  ${[unitText(unit), factsText(facts, language), ...countTexts(count, language)].join(' · ')}\n`;
  }
  if (report.markers.length > 0) {
    yield `  ${texts.markers(report.markers.filter(({ marked }) => marked).length, report.markers.length)}\n`;
  }
  for (const { column, head } of report.unknownColumns) yield `  ? ${texts.unknownColumn(column, head)}\n`;
  for (const { row, column, code } of report.faults.slice(0, faultsShown))
    yield `  ! ${texts.place(row, column)}: ${faultTexts[code]}\n`;
  if (report.faults.length > faultsShown)
    yield `  ! ${texts.moreFaults(report.faults.length - faultsShown)}\n`;
}

const unitText = ({ login, name }: ReportUnit): string => [login, name].filter(Boolean).join(' ') || '—';

function factsText({ kind, grade, subject, year }: ReportFacts, language: Language): string {
  const texts = resultsTexts[language];
  const known = [kind, year, subject, grade === null ? null : texts.grade(grade)].filter(
    (fact) => fact !== null,
  );
  return known.length < 4 ? [...known, texts.askWork].join(', ') : known.join(', ');
}

function countTexts(count: PartialCount, language: Language): string[] {
  const texts = resultsTexts[language];
  const { participants, below, marks, scores, journal, gaps, tasks } = count;
  return [
    participants === null ? null : texts.participants(participants),
    below === null ? null : texts.below(below),
    marks === null ? null : texts.marks(marks),
    scores === null ? null : texts.scores(scores.length - 1),
    journal === null ? null : texts.journal(journal.lowered, journal.confirmed, journal.raised),
    gaps === null ? null : texts.gaps(gaps.lowered, gaps.raised),
    tasks === null ? null : texts.tasks(tasks.length),
  ].filter((text) => text !== null);
}
