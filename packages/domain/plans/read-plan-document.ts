import type { SourceDocument } from '../basics/source-document.ts';
import type { ReadActivity, ReadDocument } from './read-document.ts';
import { type DeadlineContext, readDeadline } from './read-deadline.ts';
import { abbreviationsOf } from './reading/abbreviations.ts';
import { indicatorsOf } from './reading/indicator-table.ts';
import { listedIndicators } from './reading/indicator-list.ts';
import { passportOf } from './reading/passport.ts';
import { periodOfTerms } from './reading/period-of-terms.ts';
import { planTable, type PlanTable } from './reading/plan-rows.ts';
import { noteWarnings } from './reading/note-warnings.ts';
import { planWarnings } from './reading/plan-warnings.ts';
import { readActivity } from './reading/read-activity.ts';
import { type ReadingBlock, readingBlocks, type ReadingTable } from './reading/reading-block.ts';
import type { TextLine } from './reading/text-line.ts';
import { peopleOf } from './reading/reading-facts.ts';
import { requisitesOf, type RequisitesRead } from './reading/requisites.ts';
import { schoolsOf } from './reading/school-names.ts';
import { unreadLists } from './reading/unread-list.ts';
import { vocabularyOf } from './reading/vocabulary.ts';
import { schoolYearStartOf } from '../basics/school-calendar.ts';

/**
 * What a document of an education authority says: its requisites, its plan of activities, its indicators. Takes any document,
 * never throws, in time that grows with its size. What is doubtful is read as it seems likeliest and told in `warnings`.
 */
export function readPlanDocument(source: SourceDocument): ReadDocument {
  const blocks = readingBlocks(source);
  const lines = blocks.filter((block): block is TextLine => block.kind === 'line');
  const vocabulary = vocabularyOf(textsOf(blocks));
  const passport = passportOf(blocks, vocabulary);
  const found = requisitesOf(lines, passport);
  const headings = lines.filter((line) => line.heading).map((line) => line.text);
  const plans = blocks.filter(isPlanTable).map((table) => planTable(table, vocabulary, headings));
  const legends = [...lines.map((line) => line.text), ...plans.flatMap((plan) => plan.remarks)];
  const abbreviations = abbreviationsOf([...textsOf(blocks)], legends);
  const requisitesRead = withPeriod(found, plans);
  const activities = activitiesOf(plans, deadlineContext(requisitesRead), abbreviations);
  const indicators = [
    ...listedIndicators(blocks),
    ...blocks.filter(isIndicatorTable).flatMap((table) => indicatorsOf(table, vocabulary)),
  ].sort((a, b) => a.source.from - b.source.from);
  const parties = plans.flatMap((plan) => plan.rows.map((row) => row.responsible));
  const reading = {
    requisites: requisitesRead.requisites,
    goal: passport.goal,
    tasks: passport.tasks,
    expectedResults: passport.expectedResults,
    schools: schoolsOf(blocks, [...passport.participants, ...parties]),
    people: peopleOf(requisitesRead, lines, activities),
    abbreviations,
    sections: plans.flatMap((plan) => plan.sections),
    activities,
    indicators,
  };
  const warnings = [
    ...requisitesRead.warnings,
    ...planWarnings(reading, plans),
    ...noteWarnings(source.notes, activities),
    ...unreadLists(blocks, reading),
  ];
  return { ...reading, warnings };
}

function textsOf(blocks: readonly ReadingBlock[]): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'line'
      ? [block.text]
      : block.body.flatMap((row) => row.cells.filter((cell) => !cell.inherited).map((cell) => cell.text)),
  );
}

const isTable = (block: ReadingBlock): block is ReadingTable => block.kind === 'table';
const hasRole = (table: ReadingTable, role: string): boolean =>
  table.head?.columns.some((column) => column.role === role) ?? false;
const isIndicatorTable = (block: ReadingBlock): block is ReadingTable =>
  isTable(block) && hasRole(block, 'indicator') && !hasRole(block, 'title');
const isPlanTable = (block: ReadingBlock): block is ReadingTable =>
  isTable(block) && hasRole(block, 'title') && (hasRole(block, 'deadline') || hasRole(block, 'responsible'));

/** A document that names no period has that of its terms. */
function withPeriod(read: RequisitesRead, plans: readonly PlanTable[]): RequisitesRead {
  if (read.requisites.periodStart !== null || read.requisites.periodEnd !== null) return read;
  const context = deadlineContext(read);
  const terms = plans.flatMap((plan) => plan.rows.map((row) => readDeadline(row.deadline, context)));
  const period = periodOfTerms(terms);
  if (period === null) return read;
  return { ...read, requisites: { ...read.requisites, periodStart: period.start, periodEnd: period.end } };
}

function deadlineContext({ requisites, schoolYear }: RequisitesRead): DeadlineContext {
  const { periodStart, periodEnd, date } = requisites;
  return {
    periodStart,
    periodEnd,
    schoolYearStart: schoolYear && periodStart !== null ? schoolYearStartOf(periodStart) : null,
    actDate: date,
    schoolTerms: [],
  };
}

function activitiesOf(
  plans: readonly PlanTable[],
  context: DeadlineContext,
  abbreviations: Readonly<Record<string, string>>,
): ReadActivity[] {
  return plans.flatMap((plan) => plan.rows.map((row) => readActivity(row, context, abbreviations)));
}
