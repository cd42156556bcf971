import ICAL from 'ical.js';
import {
  addDays,
  type CalendarDate,
  calendarDate,
  type DateRange,
} from '@opora/domain/basics/calendar-date.ts';
import { FileRefusal } from '@opora/domain/basics/file-refusal.ts';
import { shortenText } from '@opora/domain/basics/shorten-text.ts';
import type { CalendarEntry, ScheduleSource } from '@opora/domain/basics/schedule-source.ts';

export type CalendarBounds = {
  /** What begins after it or ends before it is left out, so that a repetition without an end has one. */
  readonly within: DateRange;
  /** In which a moment given in UTC has its day; null: that of the machine. */
  readonly timeZone: string | null;
  readonly entriesMax: number;
};

/** A calendar of a hundred thousand events is a dump of a mail server and no schedule. */
const eventsMax = 20_000;
/** Days looked at for all repetitions of a file: «ежедневно с 1970 года» takes 20,000. */
const stepsMax = 30_000;
const textMax = 2000;

/** Events of an iCalendar file (RFC 5545) by days: all-day and timed ones, repeated ones with their exceptions; cancelled ones are left out. */
export function readCalendar(text: string, bounds: CalendarBounds): ScheduleSource {
  const found = text.match(/^BEGIN:VEVENT/gim)?.length ?? 0;
  if (found > eventsMax) throw new FileRefusal('too-many-entries', { limit: eventsMax, found });
  const events = calendarsOf(text).flatMap((calendar) => calendar.getAllSubcomponents('vevent'));
  const moved = Map.groupBy(
    events.filter((event) => event.hasProperty('recurrence-id')),
    uidOf,
  );
  const steps = { left: stepsMax };
  const entries: CalendarEntry[] = [];
  let unread = 0;
  for (const event of events) {
    if (event.hasProperty('recurrence-id')) continue;
    const days = daysOf(event, moved.get(uidOf(event)) ?? [], { ...bounds, steps });
    unread += days.unread;
    entries.push(...days.entries);
    if (entries.length > bounds.entriesMax) {
      throw new FileRefusal('too-many-entries', { limit: bounds.entriesMax, found: entries.length });
    }
  }
  return { kind: 'calendar', entries, unread };
}

function calendarsOf(text: string): ICAL.Component[] {
  if (!/END:VCALENDAR\s*$/i.test(text)) throw new FileRefusal('truncated');
  try {
    // One calendar, or several one after another.
    const parsed: unknown[] = ICAL.parse(text.replace(/^\uFEFF/, ''));
    const each = Array.isArray(parsed[0]) ? parsed : [parsed];
    return each.map(
      (calendar) => new ICAL.Component(calendar as ConstructorParameters<typeof ICAL.Component>[0]),
    );
  } catch (error) {
    // The library throws plain errors for whatever it stumbles over.
    if (error instanceof Error) throw new FileRefusal('broken');
    throw error;
  }
}

const uidOf = (event: ICAL.Component): string => String(event.getFirstPropertyValue('uid') ?? '');

type Steps = { left: number };
type Days = { readonly entries: readonly CalendarEntry[]; readonly unread: number };

/** One broken event says nothing about its neighbours. */
function daysOf(
  component: ICAL.Component,
  exceptions: readonly ICAL.Component[],
  bounds: CalendarBounds & { readonly steps: Steps },
): Days {
  try {
    const event = new ICAL.Event(component, { exceptions: [...exceptions], strictExceptions: false });
    if (isRepeated(event)) return repeatedDays(event, bounds);
    const entry = entryOf(event, event, bounds);
    return { entries: entry === null || isOutside(entry, bounds.within) ? [] : [entry], unread: 0 };
  } catch (error) {
    if (error instanceof Error) return { entries: [], unread: 1 };
    throw error;
  }
}

/** «Каждый час» happens on one day as far as a plan is concerned. */
function isRepeated(event: ICAL.Event): boolean {
  const types = Object.keys(event.getRecurrenceTypes());
  return event.isRecurring() && !types.some((type) => /SECONDLY|MINUTELY|HOURLY/.test(type));
}

function repeatedDays(event: ICAL.Event, bounds: CalendarBounds & { readonly steps: Steps }): Days {
  const entries: CalendarEntry[] = [];
  const days = event.iterator();
  for (let day = days.next(); day; day = days.next()) {
    bounds.steps.left -= 1;
    if (bounds.steps.left < 0) return { entries, unread: 1 };
    const { item, startDate, endDate } = event.getOccurrenceDetails(day);
    const entry = entryOf(item, { startDate, endDate }, bounds);
    if (dayOf(day, bounds.timeZone) > bounds.within.end || entries.length > bounds.entriesMax) break;
    if (entry !== null && !isOutside(entry, bounds.within)) entries.push(entry);
  }
  return { entries, unread: 0 };
}

const isOutside = ({ startsOn, endsOn }: CalendarEntry, { start, end }: DateRange): boolean =>
  startsOn > end || endsOn < start;

function entryOf(
  event: ICAL.Event,
  { startDate, endDate }: Pick<ICAL.Event, 'startDate' | 'endDate'>,
  { timeZone }: CalendarBounds,
): CalendarEntry | null {
  const status = String(event.component.getFirstPropertyValue('status') ?? '');
  if (status.toUpperCase() === 'CANCELLED') return null;
  const startsOn = dayOf(startDate, timeZone);
  const last = lastDay(endDate, timeZone);
  const about = [event.location, event.description, organiserOf(event)]
    .map(plain)
    .filter((part) => part !== '');
  return {
    title: plain(event.summary),
    startsOn,
    endsOn: last < startsOn ? startsOn : last,
    about: shortenText(about.join('\n'), textMax),
  };
}

function organiserOf(event: ICAL.Event): string {
  return String(event.component.getFirstProperty('organizer')?.getFirstParameter('cn') ?? '');
}

/** The day of the last second: what ends at midnight has ended the day before, and an all-day end is the next day by the format. */
function lastDay(end: ICAL.Time, timeZone: string | null): CalendarDate {
  if (end.isDate) return addDays(dayOf(end, timeZone), -1);
  const last = end.clone();
  last.adjust(0, 0, 0, -1);
  return dayOf(last, timeZone);
}

/** The day where the event is held; only a moment in UTC says nothing of that. Throws for no day at all. */
function dayOf(time: ICAL.Time, timeZone: string | null): CalendarDate {
  const day =
    time.zone?.tzid === 'UTC' && !time.isDate
      ? time.toJSDate().toLocaleDateString('sv-SE', timeZone === null ? {} : { timeZone })
      : calendarDate(time.year, time.month, time.day);
  if (day === null || !/^\d{4}-/.test(day)) throw new Error('no such day');
  return day;
}

/** No database keeps a zero character or half of a surrogate pair. */
const plain = (text: string | null): string =>
  shortenText((text ?? '').replaceAll('\0', '').toWellFormed().trim(), textMax);
