import type { Deadline, Recurrence } from './deadline.ts';
import type { DeadlineContext } from './read-deadline.ts';

export const calendarPlan: DeadlineContext = {
  periodStart: '2023-01-01',
  periodEnd: '2023-12-31',
  schoolYearStart: null,
  actDate: '2023-02-19',
  schoolTerms: [],
};
export const schoolPlan: DeadlineContext = {
  periodStart: '2023-09-01',
  periodEnd: '2024-08-31',
  schoolYearStart: 2023,
  actDate: '2023-10-02',
  schoolTerms: [],
};
export const programme: DeadlineContext = {
  periodStart: '2020-11-01',
  periodEnd: '2023-12-31',
  schoolYearStart: null,
  actDate: '2020-11-20',
  schoolTerms: [],
};
export const nothingKnown: DeadlineContext = {
  periodStart: null,
  periodEnd: null,
  schoolYearStart: null,
  actDate: null,
  schoolTerms: [],
};

/** Kind, windows, recurrence, schedule and event in one line, so that a table of phrases can be read. */
export function brief(deadline: Deadline): string {
  const { recurrence, event } = deadline;
  const windows = deadline.windows.map(
    ({ start, end, label }) => `${label ? `${label}: ` : ''}${start ?? ''}..${end ?? ''}`,
  );
  return [
    deadline.kind,
    ...windows,
    recurrence && briefRecurrence(recurrence),
    deadline.schedule !== null && `график «${deadline.schedule}»`,
    event &&
      `событие «${event.name}»${event.offsetDays === null ? '' : ` ${event.offsetDays}`}${event.workingDays ? ' раб.' : ''}`,
    deadline.perSchool && 'по школам',
  ]
    .filter(Boolean)
    .join(' ');
}

function briefRecurrence(recurrence: Recurrence): string {
  const { every, interval, timesInPeriod, dayOfMonth, weekday, otherWeekdays, weekOfMonth, months } =
    recurrence;
  return [
    `*${every}`,
    interval > 1 && `/${interval}`,
    timesInPeriod > 1 && `×${timesInPeriod}`,
    dayOfMonth && ` day ${dayOfMonth}`,
    recurrence.followingMonth && ' following',
    weekday && ` weekday ${[weekday, ...otherWeekdays].join()}`,
    weekOfMonth && ` week ${weekOfMonth}`,
    months.length > 0 && ` months ${months.map(({ from, to }) => `${from}-${to}`).join()}`,
  ]
    .filter(Boolean)
    .join('');
}
