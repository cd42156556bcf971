import {
  addDays,
  calendarDate,
  daysBetween,
  daysInMonth,
  monthOf,
  weekday,
  yearOf,
} from '../basics/calendar-date.ts';
import type { CalendarDate, DateRange } from '../basics/calendar-date.ts';
import { previousWorkingDay, type ProductionCalendar } from '../basics/production-calendar.ts';
import type { SchoolTerm } from '../basics/school-calendar.ts';
import type { Cycle, Deadline, DeadlineWindow, Recurrence } from './deadline.ts';
import { recurrencePeriods, type RecurrencePeriod } from './deadline-periods.ts';

/** One dated obligation that a deadline means. */
export type DeadlineInstance = {
  readonly startsOn: CalendarDate | null;
  /** Null: no last day is known yet. */
  readonly dueOn: CalendarDate | null;
  /** Key of a recurrence's period (`2023-Q1`) or a phase's printed label; null where one instance is all. */
  readonly label: string | null;
  readonly schoolId: string | null;
};

export type InstancesContext = {
  readonly periodStart: CalendarDate | null;
  readonly periodEnd: CalendarDate | null;
  readonly calendar: ProductionCalendar;
  readonly schoolTerms: readonly SchoolTerm[];
  /** Ids of the participating schools. */
  readonly schools: readonly string[];
};

type Dated = Omit<DeadlineInstance, 'schoolId'>;

/**
 * What an activity obliges to, one by one: a window is one, a recurrence one for each period inside the plan, times the
 * schools where the deadline says «по школам». A month and a period are due on their last working day unless a day is
 * said; a printed day stays even when it is a day off. A schedule, an event and «постоянно» give one undated instance.
 */
export function instancesOf(deadline: Deadline, context: InstancesContext): DeadlineInstance[] {
  const dated = [...repeated(deadline, context), ...single(deadline, context)];
  const terms = dated.length > 0 ? dated.sort(byDue) : [undated];
  const schools = deadline.perSchool && context.schools.length > 0 ? context.schools : [null];
  return terms.flatMap((term) => schools.map((schoolId) => ({ ...term, schoolId })));
}

/** The shortest that a period of the cycle can be, in days. */
const cycleDays: Readonly<Record<Cycle, number>> = {
  day: 1,
  week: 7,
  month: 28,
  quarter: 90,
  'school-quarter': 30,
  'half-year': 181,
  year: 365,
};

/** At least as many as `instancesOf` would give, reckoned without making one: a weekly term over centuries would fill the memory. */
export function mostInstancesOf(deadline: Deadline, context: InstancesContext): number {
  const { recurrence } = deadline;
  const periods = (bounds: DateRange): number => {
    if (recurrence === null) return 0;
    const days = daysBetween(bounds.start, bounds.end) + 1;
    const isOneDuty = recurrence.every === 'day' && recurrence.interval < 7;
    const cycles = isOneDuty ? 1 : Math.ceil(days / cycleDays[recurrence.every] / recurrence.interval) + 2;
    const times = Math.max(recurrence.timesInPeriod, recurrence.otherWeekdays.length + 1);
    return cycles * times * Math.max(1, recurrence.months.length);
  };
  const repeating = boundsOf(deadline, context).reduce((sum, bounds) => sum + periods(bounds), 0);
  const terms = Math.max(1, repeating + deadline.windows.length);
  return terms * (deadline.perSchool ? Math.max(1, context.schools.length) : 1);
}

const undated: Dated = { startsOn: null, dueOn: null, label: null };

const byDue = (left: Dated, right: Dated): number =>
  (left.dueOn ?? left.startsOn ?? '').localeCompare(right.dueOn ?? right.startsOn ?? '');

/** Windows that are obligations: those of a recurrence only bound it. */
function single(deadline: Deadline, context: InstancesContext): Dated[] {
  if (deadline.kind === 'recurring') return [];
  return deadline.windows.map((window) => ({
    startsOn: window.start,
    dueOn:
      isWholeMonth(window) && window.end ? previousWorkingDay(window.end, context.calendar).date : window.end,
    label: window.label,
  }));
}

function isWholeMonth({ start, end }: DeadlineWindow): boolean {
  if (!start?.endsWith('-01') || !end || start.slice(0, 7) !== end.slice(0, 7)) return false;
  return Number(end.slice(8)) === daysInMonth(yearOf(end), monthOf(end));
}

function repeated(deadline: Deadline, context: InstancesContext): Dated[] {
  const { recurrence } = deadline;
  if (!recurrence) return [];
  return boundsOf(deadline, context).flatMap((bounds) =>
    recurrence.otherWeekdays.length > 0 && recurrence.every === 'week'
      ? daysOfWeeks(recurrence, bounds, context.schoolTerms)
      : recurrencePeriods(recurrence, bounds, context.schoolTerms).map((period) => ({
          startsOn: period.start,
          dueOn: dueDay(period, recurrence, context.calendar),
          label: period.key,
        })),
  );
}

/** «по вторникам и четвергам»: an instance on each of the days that the bounds have. */
function daysOfWeeks(recurrence: Recurrence, bounds: DateRange, schoolTerms: readonly SchoolTerm[]): Dated[] {
  const weeks = recurrencePeriods({ ...recurrence, timesInPeriod: 1 }, bounds, schoolTerms);
  const days = [recurrence.weekday ?? 1, ...recurrence.otherWeekdays].sort((a, b) => a - b);
  return weeks.flatMap(({ start, end, key }) =>
    days
      .map((day) => addDays(start, (day - weekday(start) + 7) % 7))
      .filter((date) => date <= end)
      .map((date, at) => ({ startsOn: start, dueOn: date, label: `${key}.${at + 1}` })),
  );
}

/** The printed bounds of a recurrence, open ends closed by the plan; none when the plan's period is not known either. */
function boundsOf(deadline: Deadline, { periodStart, periodEnd }: InstancesContext): DateRange[] {
  const whole: DeadlineWindow = { start: null, end: null, label: null };
  const windows = deadline.kind === 'recurring' && deadline.windows.length > 0 ? deadline.windows : [whole];
  return windows.flatMap((window) => {
    const start = window.start ?? periodStart;
    const end = window.end ?? periodEnd;
    return start && end && start <= end ? [{ start, end }] : [];
  });
}

function dueDay(
  period: RecurrencePeriod,
  recurrence: Recurrence,
  calendar: ProductionCalendar,
): CalendarDate {
  const said = saidDay(period, recurrence);
  // «5 числа еженедельно» names a day that most weeks do not have.
  if (said !== null && said >= period.start) return said;
  const last = previousWorkingDay(period.end, calendar).date;
  // A week of holidays has no working day of its own.
  return last < period.start ? period.end : last;
}

/** «до 5 числа», «по средам», «вторая среда месяца», «до 10 числа следующего месяца». */
function saidDay(period: RecurrencePeriod, recurrence: Recurrence): CalendarDate | null {
  const { dayOfMonth, weekday: day, weekOfMonth, followingMonth } = recurrence;
  const [year, month] = [yearOf(period.end), monthOf(period.end)];
  if (dayOfMonth !== null) {
    const [dueYear, dueMonth] = followingMonth
      ? [month === 12 ? year + 1 : year, (month % 12) + 1]
      : [year, month];
    return calendarDate(dueYear, dueMonth, Math.min(dayOfMonth, daysInMonth(dueYear, dueMonth)));
  }
  if (day === null) return null;
  if (weekOfMonth === null) return recurrence.every === 'week' ? dayOfWeek(period, day) : null;
  const first = calendarDate(year, month, 1);
  if (first === null) return null;
  const days = Array.from({ length: daysInMonth(year, month) }, (_, index) => addDays(first, index));
  return days.filter((date) => weekday(date) === day).at(weekOfMonth > 0 ? weekOfMonth - 1 : -1) ?? null;
}

function dayOfWeek(period: DateRange, day: number): CalendarDate {
  const date = addDays(period.start, (day - weekday(period.start) + 7) % 7);
  return date > period.end ? period.end : date;
}
