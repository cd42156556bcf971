import type { Language } from '../basics/catalog.ts';
import { deadlineJson } from './deadline-json.ts';
import type { CalendarDate } from '../basics/calendar-date.ts';
import type { ReadActivity, ReadDocument } from './read-document.ts';
import { warningReason } from './read-warning-reason.ts';

/** The form in which `opora read --json` prints a reading; it is public, other programs read it. */
export function readDocumentJson(read: ReadDocument, language: Language): unknown {
  const { requisites, activities, warnings, ...rest } = read;
  const period = { ...requisites, periodStart: later(requisites.periodStart, firstDay(activities)) };
  return {
    document: requisites,
    ...rest,
    activities: activities.map((activity) => ({
      ...activity,
      deadline: deadlineJson(activity.deadline, activity.deadline.recurrence === null ? requisites : period),
    })),
    warnings: warnings.map((warning) => ({
      code: warning.code,
      message: warningReason(warning, language),
      where: warning.where,
      source: warning.source,
    })),
  };
}

/** What repeats («январь, июнь – ежегодно») does not begin before the first dated row of its plan. */
function firstDay(activities: readonly ReadActivity[]): CalendarDate | null {
  const days = activities.flatMap(({ deadline }) =>
    deadline.recurrence === null ? deadline.windows.flatMap(({ start, end }) => start ?? end ?? []) : [],
  );
  return days.reduce<CalendarDate | null>(
    (first, day) => (first === null || day < first ? day : first),
    null,
  );
}

const later = (start: CalendarDate | null, first: CalendarDate | null): CalendarDate | null =>
  start !== null && first !== null && first > start ? first : start;
