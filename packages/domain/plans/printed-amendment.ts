import type { ActivityDefinition } from './plan-definition.ts';
import type { PrintedActivity } from './printed-plan.ts';

/** A row of the plan as the change sheet restates it. */
export type PrintedRow = Pick<PrintedActivity, 'no' | 'title' | 'deadline' | 'responsible' | 'expected'>;

export type AmendmentPoint = {
  /** Ends with a colon when rows follow. */
  readonly text: string;
  /** New wording of rows, printed as a table in the columns of the plan. */
  readonly rows: readonly PrintedRow[];
};

/** The annex of an amending act: what it changes in the plan, point by point. */
export type PrintedAmendment = {
  /** «Приложение к приказу …», right above. */
  readonly mark: readonly string[];
  readonly title: string;
  readonly points: readonly AmendmentPoint[];
};

export function printRow(activity: ActivityDefinition): PrintedRow {
  return {
    no: activity.no,
    title: activity.title,
    deadline: activity.deadline.raw,
    responsible: activity.parties.map(({ raw }) => raw),
    expected: activity.expected,
  };
}
