import type { CalendarDate } from '../basics/calendar-date.ts';
import { monthOf, yearOf } from '../basics/calendar-date.ts';
import type { PartyChoice } from './party-choice.ts';
import type { DeadlineContext } from './read-deadline.ts';
import type { ReadActivity, ReadDocument, ReadWarning, Requisites } from './read-document.ts';

/** What was read of a document, while a person mends it. Everything in it comes from the reader and from edits (`draft-edit.ts`). */
export type DraftDocument = Omit<ReadDocument, 'activities' | 'warnings'> & {
  readonly activities: readonly DraftActivity[];
  /** What the reader doubted of; rows are named by id. */
  readonly warnings: readonly DraftWarning[];
  /** Doubts that a person settled: id of the doubt → how. */
  readonly settled: Readonly<Record<string, 'confirmed' | 'mended'>>;
  /** Organisations and people chosen for what is printed: printed text → choice. */
  readonly matches: Readonly<Record<string, PartyChoice>>;
  /** The organisation whose plan it will be; null until it is chosen. */
  readonly ownerUnitId: string | null;
};

export type DraftActivity = ReadActivity & {
  /** Stays the same while rows are moved, joined and split. */
  readonly id: string;
  /** The windows were typed by a person and do not follow from the phrase. */
  readonly datesTyped: boolean;
};

export type DraftWarning = Omit<ReadWarning, 'activity'> & {
  readonly id: string;
  readonly row: string | null;
};

/** What readings kept by an earlier version do not hold. */
const unknownOnce = { annexTitle: null };

/** The draft as it is before the first edit. Ids follow from the order, so the same reading gives the same draft. */
export function startDraft(read: ReadDocument): DraftDocument {
  const { activities, warnings, ...rest } = read;
  return {
    ...rest,
    requisites: { ...unknownOnce, ...read.requisites },
    activities: activities.map((activity, at) => ({ ...activity, id: rowId(at), datesTyped: false })),
    warnings: warnings.map(({ activity, ...warning }, at) => ({
      ...warning,
      id: `w${at + 1}`,
      row: activity === null || activities[activity] === undefined ? null : rowId(activity),
    })),
    settled: {},
    matches: {},
    ownerUnitId: null,
  };
}

const rowId = (at: number): string => `r${at + 1}`;

/** Out of what a phrase without a year is to be understood. */
export function deadlineContextOf(requisites: Requisites): DeadlineContext {
  const { periodStart, periodEnd, date } = requisites;
  return {
    periodStart,
    periodEnd,
    schoolYearStart: schoolYearOf(periodStart, periodEnd),
    actDate: date,
    schoolTerms: [],
  };
}

/** A plan from autumn to the next spring or summer is one of a school year. */
function schoolYearOf(start: CalendarDate | null, end: CalendarDate | null): number | null {
  if (start === null || end === null) return null;
  const oneYear = yearOf(end) === yearOf(start) + 1 && monthOf(start) >= 8 && monthOf(end) <= 8;
  return oneYear ? yearOf(start) : null;
}
