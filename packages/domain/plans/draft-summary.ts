import { openDoubts } from './draft-doubts.ts';
import type { DraftDocument } from './draft-document.ts';

/** What approval will make, and what is still doubtful: the line above the button. */
export type DraftSummary = {
  readonly activities: number;
  readonly sections: number;
  /** By object, branches included. */
  readonly schools: number;
  readonly branches: number;
  readonly indicators: number;
  /** Activities whose deadline gives no date (a schedule of somebody, an event, an unread phrase). */
  readonly withoutDate: number;
  readonly doubts: number;
};

export function summarise(draft: DraftDocument): DraftSummary {
  return {
    activities: draft.activities.length,
    sections: new Set(draft.activities.map((row) => row.section).filter((section) => section !== null)).size,
    schools: draft.schools.length,
    branches: draft.schools.filter(({ branchOf }) => branchOf !== null).length,
    indicators: draft.indicators.length,
    withoutDate: draft.activities.filter(
      ({ deadline }) => deadline.windows.length === 0 && deadline.recurrence === null,
    ).length,
    doubts: openDoubts(draft).length,
  };
}
