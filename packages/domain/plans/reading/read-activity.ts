import type { ReadActivity } from '../read-document.ts';
import { type DeadlineContext, readDeadline } from '../read-deadline.ts';
import type { PlanRow } from './plan-rows.ts';
import { splitResponsible } from '../read-responsible.ts';
import { splitExpected } from '../read-expected.ts';

export function readActivity(
  row: PlanRow,
  context: DeadlineContext,
  abbreviations: Readonly<Record<string, string>>,
): ReadActivity {
  return {
    no: row.no,
    section: row.section,
    title: row.title,
    deadline: readDeadline(row.deadline, context),
    responsible: splitResponsible(row.responsible, abbreviations),
    expected: splitExpected(row.expected).map(({ raw }) => raw),
    source: row.source,
  };
}
